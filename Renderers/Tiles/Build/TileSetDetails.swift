/// What a tile set says of itself.
public struct TileSetDetails: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What it shows.
    public var description: String
    /// Whose data it is made of, as plain text; archives keep it with `&`, `<` and `>` written out,
    /// since their readers take it for HTML.
    public var credits: [String]
    /// Its version.
    public var version: String
    /// Whether it is made to lie over another map.
    public var isOverlay: Bool
    /// The program that made it.
    public var generator: String
    /// More that it says, such as the rule of its names: key and text.
    public var remarks: [Remark]

    /// A key and a text.
    public struct Remark: Hashable, Sendable {
        /// The key, in small letters with underscores.
        public var key: String
        /// What it says.
        public var text: String

        /// Makes a remark.
        public init(_ key: String, _ text: String) {
            self.key = key
            self.text = text
        }
    }

    /// Makes details.
    public init(
        name: String, description: String = "", credits: [String] = [], version: String = "1.0.0",
        isOverlay: Bool = false, generator: String = "", remarks: [Remark] = []
    ) {
        self.name = name
        self.description = description
        self.credits = credits
        self.version = version
        self.isOverlay = isOverlay
        self.generator = generator
        self.remarks = remarks
    }

    /// The credits as HTML.
    var attribution: String { credits.map(Self.escaped).joined(separator: ", ") }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}

/// Details with what is known of the tiles once they are made.
struct TileSetFacts: Sendable {
    let details: TileSetDetails
    let plan: TilePlan
    /// Of all tiles and their files, in order.
    let tilesHash: ContentHash

    /// What all kinds of archives say, by the keys of MBTiles and PMTiles.
    var texts: [(key: String, text: String)] {
        var texts = [
            ("name", details.name), ("description", details.description),
            ("attribution", details.attribution), ("version", details.version),
            ("type", details.isOverlay ? "overlay" : "baselayer"),
            ("generator", details.generator), ("tile_size", "\(plan.tileSide)"),
            ("tiles_hash", tilesHash.hexadecimal),
        ]
        if plan.bounds.crossesAntimeridian {
            // Bounds cannot cross the antimeridian: this says which of the world is there.
            texts.append(("box", "\(plan.bounds)"))
        }
        texts += details.remarks.map { ($0.key, $0.text) }
        return texts.filter { !$0.1.isEmpty }
    }
}

/// Degrees with up to seven digits after the point.
func decimal(_ degrees: Double) -> String {
    let steps = Int((degrees * 1e7).rounded())
    let digits = String(abs(steps) % 10_000_000)
    var fraction = String(repeating: "0", count: 7 - digits.utf8.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    let whole = "\(steps < 0 ? "-" : "")\(abs(steps) / 10_000_000)"
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
}
