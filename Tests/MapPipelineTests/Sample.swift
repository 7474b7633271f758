import EventIngest
import GeoModel
import MapPipeline
import PlacePack

/// Tables written out in tests, placed by the gazetteer of the program.
enum Sample {
    /// Over the gazetteer that is linked into the program.
    static let placer = EventPlacer(pack: .embedded)

    /// Places the events of a table given as text.
    static func placed(_ table: String) throws -> PlacedEvents {
        let table = try EventTable.read(Array(table.utf8), file: "events.csv")
        return placer.place(table)
    }

    /// Places one event at what a cell of the column `place` says, at a date.
    static func placed(at place: String, on date: String = "") throws -> PlacedEvents {
        try placed("id,place,date\nE,\"\(place)\",\(date)\n")
    }
}

extension Geometry {
    /// The shape in a word.
    var word: String {
        switch self {
        case .point: "point"
        case .multiPoint: "points"
        case .lineString, .multiLineString: "line"
        case .polygon, .multiPolygon: "area"
        }
    }
}
