/// The colours of categories: one each for the first that come up, grey for the others.
///
/// Source: M. Okabe and K. Ito, "Color Universal Design" (2008), whose colours those who see colours
/// otherwise tell apart too.
struct CategoryPalette {
    /// Red, green and blue in hexadecimal digits; the last is for all other categories.
    static let colors = [
        "0072B2", "E69F00", "009E73", "D55E00", "CC79A7", "56B4E9", "F0E442", "777777",
    ]
    /// The colour of all other categories.
    static let other = colors.count - 1

    /// The categories that have a colour of their own, in the order of the colours.
    private(set) var categories: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a category's colour.
    mutating func number(of category: String?) -> Int {
        guard let category else { return Self.other }
        if let known = numbers[category] { return known }
        guard categories.count < Self.other else { return Self.other }
        numbers[category] = categories.count
        categories.append(category)
        return categories.count - 1
    }
}
