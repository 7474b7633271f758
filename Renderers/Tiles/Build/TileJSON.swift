internal import GeoJSON

/// The TileJSON document of a tile set.
///
/// Source: TileJSON 3.0.0 specification. What it does not know stands at the end, as it allows.
struct TileJSON {
    /// What it is called in a folder of tiles.
    static let fileName = "tiles.json"

    private let facts: TileSetFacts
    private let urlBase: String?

    init(_ facts: TileSetFacts, urlBase: String?) {
        self.facts = facts
        self.urlBase = urlBase
    }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(.object(members))
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private var members: [JSONMember] {
        let (plan, details) = (facts.plan, facts.details)
        let bounds = plan.bounds
        let centre = [bounds.centre.longitude, bounds.centre.latitude].map {
            JSONValue.number(Double($0) / Double(TileBounds.steps), digits: 7)
        }
        let standard: [JSONMember] = [
            JSONMember("tilejson", "3.0.0"), JSONMember("name", .string(details.name)),
            JSONMember("description", .string(details.description)),
            JSONMember("version", .string(details.version)),
            JSONMember("attribution", .string(details.attribution)),
            JSONMember("scheme", "xyz"), JSONMember("tiles", .array([.string(template)])),
            JSONMember("minzoom", .integer(plan.zooms.lowerBound)),
            JSONMember("maxzoom", .integer(plan.zooms.upperBound)),
            JSONMember(
                "bounds", .array(bounds.declared.degrees.map { .number($0, digits: 7) })),
            JSONMember("center", .array(centre + [.integer(plan.zooms.lowerBound)])),
        ]
        let known = Set(standard.map(\.key))
        let others = [("format", "png"), ("tileSize", nil)].map { key, text in
            JSONMember(key, text.map { .string($0) } ?? .integer(plan.tileSide))
        }
        return standard.filter { $0.value != .string("") } + others
            + facts.texts.filter { !known.contains($0.key) }
            .map { JSONMember($0.key, .string($0.text)) }
    }

    private var template: String {
        guard var base = urlBase else { return "{z}/{x}/{y}.png" }
        while base.last == "/" { base.removeLast() }
        return "\(base)/{z}/{x}/{y}.png"
    }
}
