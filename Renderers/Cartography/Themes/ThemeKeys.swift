internal import Raster

/// The keys of a theme file: what each sets and what it is for, in the order of a file.
enum ThemeKeys {
    /// A key with a colour.
    struct ColorKey: Sendable {
        let name: String
        let path: any WritableKeyPath<Theme, Color> & Sendable
        let use: String
    }

    /// A key with a number that has bounds.
    struct NumberKey<Number: Sendable>: Sendable {
        let name: String
        let path: any WritableKeyPath<Theme, Number> & Sendable
        let bounds: ClosedRange<Double>
        let use: String
    }

    static let base = "base"
    static let name = "name"
    static let categories = "categories"
    /// As many as there are shapes of marks: hue and shape belong together.
    static let categoryCount = 7

    static let colors: [ColorKey] = [
        ColorKey(name: "paper", path: \.paper, use: "around the map"),
        ColorKey(name: "land", path: \.land, use: "every country alike"),
        ColorKey(name: "water", path: \.water, use: "seas and lakes"),
        ColorKey(name: "shore", path: \.shore, use: "the rim of water"),
        ColorKey(name: "country-border", path: \.countryBorder, use: "lines between countries"),
        ColorKey(name: "district-border", path: \.districtBorder, use: "lines between districts"),
        ColorKey(name: "nearest-border", path: \.nearestBorder, use: "borders of another date"),
        ColorKey(name: "disputed-line", path: \.disputedLine, use: "dated lines"),
        ColorKey(name: "frame", path: \.frame, use: "the frame of the map"),
        ColorKey(name: "text", path: \.text, use: "titles, settlements, events"),
        ColorKey(name: "quiet-text", path: \.quietText, use: "notes and subtitles"),
        ColorKey(name: "country-text", path: \.countryText, use: "names of countries"),
        ColorKey(name: "area-text", path: \.areaText, use: "names of districts and regions"),
        ColorKey(name: "water-text", path: \.waterText, use: "names of waters"),
        ColorKey(name: "halo", path: \.halo, use: "the rim of text over the map"),
        ColorKey(name: "mark-outline", path: \.markOutline, use: "the outline of marks"),
        ColorKey(name: "mark-paper", path: \.markPaper, use: "the inside of open marks"),
        ColorKey(name: "town-dot", path: \.townDot, use: "the dot of a settlement"),
        ColorKey(
            name: "other-category", path: \.otherCategory, use: "all categories beyond seven"),
    ]

    static let opacities: [NumberKey<Double>] = [
        NumberKey(
            name: "mark-opacity", path: \.markOpacity, bounds: 0...1, use: "how solid marks are"),
        NumberKey(
            name: "tint-opacity", path: \.tintOpacity, bounds: 0...1,
            use: "areas known by name only"),
        NumberKey(
            name: "doubt-opacity", path: \.doubtOpacity, bounds: 0...1,
            use: "the ground around a place not known exactly"),
    ]

    static let sizes: [NumberKey<Double?>] = [
        NumberKey(
            name: "largest-mark-radius", path: \.sizes.largestMarkRadius, bounds: 6...60,
            use: "of the largest figure"),
        NumberKey(
            name: "plain-mark-radius", path: \.sizes.plainMarkRadius, bounds: 2...20,
            use: "of a mark without a figure"),
        NumberKey(
            name: "town-dot-radius", path: \.sizes.townDotRadius, bounds: 1...8,
            use: "of a settlement's dot"),
        NumberKey(
            name: "margin", path: \.sizes.margin, bounds: 0...100, use: "around the picture"),
    ]

    /// Every key, in the order of a file.
    static let all =
        [base, name] + colors.map(\.name) + [categories] + opacities.map(\.name)
        + sizes.map(\.name)
}
