import Diagnostics
import PlaceImport
import Places
import TabularText
import Testing

/// A record with something wrong in it, of one of the formats.
struct BrokenRecord: CustomTestStringConvertible {
    /// What a file is, as `pack build` calls it.
    enum Format: String {
        case geoNames = "dump.txt"
        case alternateNames = "names.txt"
        case linkedPlaces = "places.jsonl"
        case linkedTable = "places.tsv"
        case table = "places.csv"
        case features = "places.geojsonl"
    }

    /// What becomes of it.
    enum Fate {
        /// Nothing: an error, and the record is passed over.
        case passedOver
        /// A place without the part: a warning.
        case used
    }

    var format: Format
    var record: String
    var fate: Fate
    /// The whole line that a user sees, without file and line.
    var message: String

    init(_ format: Format, _ record: String, _ fate: Fate, _ message: String) {
        (self.format, self.record, self.fate, self.message) = (format, record, fate, message)
    }

    var testDescription: String { "\(format.rawValue): \(message.prefix(90))" }

    /// Reads it between two sound records: what was used, and what was told.
    func read() throws -> (used: [String], log: ImportLog) {
        let sound = Self.sound[format] ?? ("", "", "")
        let text = "\(sound.header)\(sound.first)\n\(record)\n\(sound.last)\n"
        return try Self.read(text, as: format)
    }

    /// The line that a broken record stands in.
    var line: Int { (Self.sound[format]?.header.isEmpty ?? true) ? 2 : 3 }

    private static let sound: [Format: (header: String, first: String, last: String)] = [
        .geoNames: ("", Lines.dump(id: "1"), Lines.dump(id: "2")),
        .alternateNames: ("", Lines.name(id: "1"), Lines.name(id: "2")),
        .linkedPlaces: ("", Lines.linked(id: "1"), Lines.linked(id: "2")),
        .linkedTable: (
            "id\ttitle\tvariants\tlon\tlat\tstart\tend\tccodes\tgeowkt\tapproximation\n",
            "1\tA\t\t1\t2\t\t\t\t\t", "2\tA\t\t1\t2\t\t\t\t\t"
        ),
        .table: (
            "id,name,lon,lat,kind,language,name_kind,name_period,country,population,period,certainty\n",
            "1,A,1,2,,,,,,,,", "2,A,1,2,,,,,,,,"
        ),
        .features: ("", Lines.feature(id: "1"), Lines.feature(id: "2")),
    ]

    private static func read(
        _ text: String, as format: Format
    ) throws -> (used: [String], log: ImportLog) {
        let input = MemoryInput(Array(text.utf8))
        let file = format.rawValue
        let source = ImportSource(key: "x")
        switch format {
        case .geoNames:
            return try all(try GeoNamesPlaces(input, file: file, takesListedNames: true))
        case .alternateNames:
            var importer = try GeoNamesNames(input, file: file)
            var used: [String] = []
            while let (id, _) = try importer.next() { used.append(id) }
            return (used, importer.log)
        case .linkedPlaces: return try all(try LinkedPlaces(input, file: file, source: source))
        case .linkedTable: return try all(try LinkedPlacesTable(input, file: file, source: source))
        case .table: return try all(try TablePlaces(input, file: file, source: source))
        case .features: return try all(try GeoJSONPlaces(input, file: file, source: source))
        }
    }

    private static func all(
        _ importer: consuming some PlaceImporter
    ) throws -> (used: [String], log: ImportLog) {
        var importer = importer
        var used: [String] = []
        while let place = try importer.next() { used.append(place.id) }
        return (used, importer.log)
    }
}

/// Records in the published shapes, invented.
enum Lines {
    /// A line of a GeoNames dump: the 19 columns of its readme.
    static func dump(
        id: String = "7", name: String = "A", listed: String = "", latitude: String = "40.1",
        longitude: String = "47.2", class featureClass: String = "P", code: String = "PPL",
        country: String = "AZ", population: String = "0"
    ) -> String {
        [
            id, name, "A", listed, latitude, longitude, featureClass, code, country, "", "26", "",
            "", "", population, "", "500", "Asia/Baku", "2020-01-01",
        ].joined(separator: "\t")
    }

    /// A line of `alternateNamesV2.txt`.
    static func name(
        id: String = "7", language: String = "ru", text: String = "A", from: String = "",
        to: String = ""
    ) -> String {
        ["5", id, language, text, "", "", "", "", from, to].joined(separator: "\t")
    }

    /// A feature of the Linked Places Format.
    static func linked(
        id: String = "7", properties: String = "\"title\":\"A\"",
        geometry: String = "{\"type\":\"Point\",\"coordinates\":[1,2]}", more: String = ""
    ) -> String {
        "{\"@id\":\"\(id)\",\"type\":\"Feature\",\"properties\":{\(properties)},"
            + "\"geometry\":\(geometry)\(more.isEmpty ? "" : "," + more)}"
    }

    /// A feature of GeoJSON.
    static func feature(
        id: String = "7", properties: String = "\"name\":\"A\"",
        geometry: String = "{\"type\":\"Point\",\"coordinates\":[1,2]}"
    ) -> String {
        "{\"id\":\"\(id)\",\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
    }
}
