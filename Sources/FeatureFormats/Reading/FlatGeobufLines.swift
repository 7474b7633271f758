public import Diagnostics
internal import FlatGeobuf
internal import GeoJSON
internal import GeoModel
public import TabularText

/// The features of a FlatGeobuf file as lines of GeoJSON, in the order of the file.
public final class FlatGeobufLines: RecordLines {
    /// The file and the name that it gives its features.
    public let name: String

    private let input: any ByteInput
    private let file: String
    private var reader: FlatGeobufReader
    private var line = FeatureLine()
    /// The key of each column; nil for one that is passed over.
    private let keys: [String?]

    /// Reads the header.
    ///
    /// - Throws: `FileFault` for what is no FlatGeobuf, and for coordinates that are not WGS 84.
    public init(_ input: any ByteInput, file: String) throws(FileFault) {
        self.input = input
        self.file = file
        try input.rewind()
        let reader = try FlatGeobufReader(input, file: file)
        let header = reader.header
        let name = header.name.isEmpty ? file : "\(file):\(header.name)"
        try header.reference.check(name, file: file)
        self.name = name
        self.reader = reader
        let names = Set(header.columns.map(\.name))
        var seen: Set<String> = []
        keys = header.columns.map { column in
            let isWanted =
                !FeatureLine.isRedundant(column.name, among: names) && column.kind != .bytes
            return isWanted && seen.insert(column.name).inserted ? column.name : nil
        }
    }

    /// Whether bytes start as a FlatGeobuf file does.
    public static func isStart(_ bytes: [UInt8]) -> Bool { FlatGeobufReader.isMagic(bytes) }

    /// The next lines; empty at the end.
    public func next() throws(FileFault) -> [UInt8] {
        while line.bytes.count < featurePieceSize, let feature = try reader.next() {
            line.write(
                Self.shape(of: feature),
                feature.values.compactMap { column, value in
                    keys[column].map { (key: $0, Self.json(value)) }
                })
        }
        return line.take()
    }

    /// Goes back to the first feature.
    public func rewind() throws(FileFault) {
        try input.rewind()
        reader = try FlatGeobufReader(input, file: file)
        _ = line.take()
    }

    private static func shape(of feature: FlatGeobufFeature) -> FeatureLine.Shape {
        switch feature.geometry {
        case .point(let position):
            .point(longitude: position.longitude, latitude: position.latitude)
        case .some(let geometry): .other(geometry.type)
        case nil: feature.foreignShape.map { .other($0) } ?? .none
        }
    }

    private static func json(_ value: FlatGeobufValue) -> JSONValue {
        switch value {
        case .bool(let truth): .bool(truth)
        case .integer(let number): .integer(Int(number))
        case .unsigned(let number): .string("\(number)")
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        case .bytes: .null
        }
    }
}

extension SpatialReference {
    /// Refuses any but WGS 84, and takes what says none for it, as most that leave it out mean it.
    func check(_ name: String, file: String) throws(FileFault) {
        guard case .other(let system) = self else { return }
        throw FileFault(
            Diagnostic(
                .error, code: "foreign-coordinates", at: SourceLocation(file: name),
                problem: "the coordinates are in \(system); WGS 84 (EPSG:4326) is read",
                remedy: "change them: ogr2ogr -t_srs EPSG:4326 wgs84.gpkg \(file)"))
    }
}
