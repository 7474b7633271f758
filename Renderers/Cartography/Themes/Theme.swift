public import Raster

/// The colours of a map. A theme holds few, so that a palette picture stays small and calm.
///
/// The base is nearly of one hue: neighbouring layers differ by 1.1 to 1.6 in luminance contrast
/// (WCAG 2.2), text stands out from its halo by 4.5 or more, event outlines from land by 3 or more.
public struct Theme: Hashable, Sendable {
    /// The name as users write it.
    public var name: String
    /// Under everything outside the map: the paper.
    public var paper: Color
    /// Land, every country alike.
    public var land: Color
    /// Seas and lakes.
    public var water: Color
    /// The rim of water.
    public var shore: Color
    /// Lines between countries.
    public var countryBorder: Color
    /// Lines between districts.
    public var districtBorder: Color
    /// Borders of another date, the nearest known.
    public var nearestBorder: Color
    /// Dated lines that are disputed.
    public var disputedLine: Color
    /// The frame of the map and of an enlargement.
    public var frame: Color
    /// Titles and names of settlements.
    public var text: Color
    /// Second-rank text: notes, subtitles.
    public var quietText: Color
    /// Names of countries.
    public var countryText: Color
    /// Names of districts and regions.
    public var areaText: Color
    /// Names of waters.
    public var waterText: Color
    /// The rim of text over the map.
    public var halo: Color
    /// The dark outline of marks.
    public var markOutline: Color
    /// The inside of open marks.
    public var markPaper: Color
    /// The dot of a settlement.
    public var townDot: Color
    /// The seven hues of categories, in the order of `CategoryKey`.
    public var categories: [Color]
    /// The hue of all categories beyond seven.
    public var otherCategory: Color
    /// How strongly an area known by name only is tinted, 0...1.
    public var tintOpacity: Double
    /// How strongly the ground around a place that is not known exactly is shaded, 0...1.
    public var doubtOpacity: Double
    /// How solid sized marks are, 0...1.
    public var markOpacity: Double
    /// Sizes of its own; what it leaves open follows the size of the picture.
    public var sizes = Sizes()

    /// Sizes in style pixels; nil follows the size of the picture.
    public struct Sizes: Hashable, Sendable {
        /// The radius of the mark of the largest figure.
        public var largestMarkRadius: Double?
        /// The radius of a mark without a figure.
        public var plainMarkRadius: Double?
        /// The radius of a settlement's dot.
        public var townDotRadius: Double?
        /// Between the map and the edge of the picture.
        public var margin: Double?

        /// All as usual.
        public init() {}
    }

    /// Rivers: most of the way from water to its shore, so that a thin line shows on land.
    var river: Color { water.mixed(with: shore, share: 0.75) }

    /// The inside of a soft disc around a place that is not known exactly.
    var doubtFill: Color { markOutline.opacity(doubtOpacity) }
    /// Its rim.
    var doubtRim: Color { markOutline.opacity(0.55) }

    /// The ink of hatches and outlines in a category's hue: a third of the way to the outline of
    /// marks, so that the palest hue shows on land.
    func areaLine(_ hue: Color) -> Color { hue.mixed(with: markOutline, share: 0.33) }

    /// The theme of a name: `light`, `dark` or `print`; nil for any other.
    public init?(named name: String) {
        guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
        self = theme
    }

    /// Every built-in theme.
    public static let all: [Theme] = [.light, .dark, .print]

    init(
        name: String, base: Base, lines: Lines, text: Text, marks: Marks
    ) {
        self.name = name
        paper = base.paper
        land = base.land
        water = base.water
        shore = base.shore
        countryBorder = lines.country
        districtBorder = lines.district
        nearestBorder = lines.nearest
        disputedLine = lines.disputed
        frame = lines.frame
        self.text = text.main
        quietText = text.quiet
        countryText = text.country
        areaText = text.area
        waterText = text.water
        halo = text.halo
        markOutline = marks.outline
        markPaper = marks.paper
        townDot = marks.townDot
        categories = marks.categories
        otherCategory = marks.other
        tintOpacity = marks.tintOpacity
        doubtOpacity = marks.doubtOpacity
        markOpacity = marks.opacity
    }

    /// The layers of the base.
    struct Base {
        var paper, land, water, shore: Color
    }

    /// The lines of the base.
    struct Lines {
        var country, district, nearest, disputed, frame: Color
    }

    /// The inks of text.
    struct Text {
        var main, quiet, country, area, water, halo: Color
    }

    /// The inks of marks.
    struct Marks {
        var outline, paper, townDot, other: Color
        var categories: [Color]
        var tintOpacity, doubtOpacity, opacity: Double
    }
}

extension Color {
    /// The colour a share of the way to another, 0...1, channel by channel.
    func mixed(with other: Color, share: Double) -> Color {
        func channel(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Double(own) + (Double(other) - Double(own)) * share).rounded())
        }
        return Color(
            red: channel(red, other.red), green: channel(green, other.green),
            blue: channel(blue, other.blue), alpha: alpha)
    }
}
