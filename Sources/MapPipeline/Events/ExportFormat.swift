internal import Diagnostics
public import FeatureFormats

/// What events are written as.
public enum ExportFormat: Hashable, Sendable {
    /// GeoJSON of one layout or another.
    case geoJSON(GeoJSONWriter.Layout)
    /// The table again: the rows that are events, with the columns they were read from.
    case csv
    /// A row for each event and place, with its shape as well-known text.
    case featureCSV
    /// KML, for Google Earth.
    case kml
    /// FlatGeobuf, with its index.
    case flatGeobuf
    /// A GeoPackage, for QGIS and other GIS programs.
    case geoPackage

    /// What each is called: by the ending of a file, and by `--format`.
    static let words: [(word: String, format: ExportFormat)] = [
        ("geojson", .geoJSON(.collection)), ("geojsonl", .geoJSON(.lines)),
        ("geojsons", .geoJSON(.textSequence)), ("csv", .csv), ("kml", .kml), ("gpkg", .geoPackage),
        ("fgb", .flatGeobuf),
    ]

    /// All names, in the order in which they are told.
    public static let allWords = words.map(\.word)

    /// The format of a name; nil for none.
    public init?(word: String) {
        guard let found = Self.words.first(where: { $0.word == word.lowercased() }) else {
            return nil
        }
        self = found.format
    }

    /// The format that the ending of a file says; nil for an ending that says none.
    public init?(endingOf file: String) {
        guard let dot = file.lastIndex(of: ".") else { return nil }
        self.init(word: String(file[file.index(after: dot)...]))
    }

    /// Whether it needs a file that can be written to anywhere, and is no use in a pipe.
    public var needsFile: Bool {
        switch self {
        case .geoJSON, .csv, .featureCSV, .kml, .flatGeobuf: false
        case .geoPackage: true
        }
    }

    /// A writer of features that have the columns of a schema.
    ///
    /// - Parameters:
    ///   - schema: The columns.
    ///   - file: The file to write for a format that needs one, and what faults call it.
    func makeWriter(
        _ schema: FeatureSchema, to file: (path: String, name: String)?
    ) throws(FileFault) -> any FeatureWriter {
        switch self {
        case .geoJSON(let layout): return GeoJSONWriter(schema, layout: layout)
        case .featureCSV: return FeatureCSVWriter(schema)
        case .geoPackage:
            guard let file else { preconditionFailure("a database is written to a file") }
            return try GeoPackageWriter(schema, at: file.path, called: file.name)
        case .kml: return KMLWriter(schema)
        case .flatGeobuf: return try FlatGeobufFeatureWriter(schema)
        case .csv: preconditionFailure("a table again is no table of features")
        }
    }
}
