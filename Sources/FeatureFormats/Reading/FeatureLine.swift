internal import GeoJSON
internal import GeoModel

/// Writes rows of other formats as lines of GeoJSON, as far as events are read from them.
///
/// Of shapes other than points stands the type alone: nothing of them is read.
struct FeatureLine {
    /// What a row's shape is.
    enum Shape {
        case none
        case point(longitude: Double, latitude: Double)
        /// Any other, by its name.
        case other(String)
    }

    private var json = JSONWriter()
    /// What was written and not taken yet.
    var bytes: [UInt8] { json.bytes }

    /// Takes what was written.
    mutating func take() -> [UInt8] {
        defer { json.bytes.removeAll(keepingCapacity: true) }
        return json.bytes
    }

    /// Writes a row; `id` is how its file calls it, if it does.
    mutating func write(_ shape: Shape, id: Int? = nil, _ values: [(key: String, JSONValue)]) {
        json.raw("", startsText: true)
        json.object { json in
            json.member("type", "Feature")
            if let id { json.member("id", .integer(id)) }
            json.key("geometry")
            Self.write(shape, to: &json)
            json.key("properties")
            json.object { json in
                for (key, value) in values where value != .null { json.member(key, value) }
            }
        }
        json.raw("\n")
    }

    private static func write(_ shape: Shape, to json: inout JSONWriter) {
        switch shape {
        case .none: json.write(.null)
        case .other(let name): json.write(["type": .string(name)])
        case .point(let longitude, let latitude):
            json.write([
                "type": "Point", "coordinates": [.number(longitude), .number(latitude)],
            ])
        }
    }

    /// Which columns say nothing beside the others: the id of a feature that an export of this program has
    /// for an event at a place, of which it has both parts.
    static func isRedundant(_ name: String, among names: Set<String>) -> Bool {
        name == "id"
            && [FeatureKey.eventID, .placeIndex, .placeCount].allSatisfy {
                names.contains($0.rawValue)
            }
    }
}
