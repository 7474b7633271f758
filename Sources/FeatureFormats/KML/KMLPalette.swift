internal import XMLText

/// The colours of categories: one each for the first that come up, grey for the others.
///
/// Source: M. Okabe and K. Ito, "Color Universal Design" (2008), whose colours those who see colours
/// otherwise tell apart too. KML spells them alpha, blue, green, red.
struct KMLPalette {
    private static let colors = [
        "B27200", "009FE6", "739E00", "005ED5", "A779CC", "E9B456", "42E4F0",
    ]
    private static let grey = "777777"
    private var categories: [String: Int] = [:]

    /// Where the style of a category stands, open for a status other than `reported`.
    mutating func style(of category: String?, _ status: String?) -> String {
        let isOpen = status.map { $0 != "reported" } ?? false
        return "#\(Self.name(number(of: category), isOpen: isOpen))"
    }

    private mutating func number(of category: String?) -> Int {
        guard let category else { return Self.colors.count }
        if let known = categories[category] { return known }
        guard categories.count < Self.colors.count else { return Self.colors.count }
        categories[category] = categories.count
        return categories.count - 1
    }

    private static func name(_ number: Int, isOpen: Bool) -> String {
        "category-\(number < colors.count ? "\(number + 1)" : "other")\(isOpen ? "-open" : "")"
    }

    static func writeStyles(to xml: inout XMLWriter) {
        for (number, color) in (colors + [grey]).enumerated() {
            for isOpen in [false, true] {
                write(color, named: name(number, isOpen: isOpen), isOpen: isOpen, to: &xml)
            }
        }
    }

    private static func write(
        _ color: String, named name: String, isOpen: Bool, to xml: inout XMLWriter
    ) {
        xml.element("Style", [XMLAttribute("id", name)]) { xml in
            xml.element("IconStyle") { $0.text("color", (isOpen ? "80" : "ff") + color) }
            xml.element("LineStyle") { xml in
                xml.text("color", (isOpen ? "80" : "ff") + color)
                xml.text("width", "2")
            }
            xml.element("PolyStyle") { xml in
                xml.text("color", "66" + color)
                xml.text("fill", isOpen ? "0" : "1")
            }
        }
    }
}
