internal import Diagnostics
internal import GeoModel

/// The properties of a feature on the way to a FlatGeobuf file: the values that it has, each behind the number
/// of its column.
package struct FlatGeobufProperties: Sendable {
    private(set) var bytes: [UInt8] = []

    /// No properties.
    package init() {}

    /// Forgets them, and keeps the memory.
    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Adds a value of a column of text, JSON or dates.
    package mutating func add(_ text: String, to column: Int) {
        begin(column, length: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a value of a column of text, JSON or dates that stands among bytes, UTF-8.
    package mutating func add(_ source: Span<UInt8>, _ range: Range<Int>, to column: Int) {
        begin(column, length: range.count)
        unsafe bytes.append(upTo: range.count) { output in unsafe output.copy(source, range) }
    }

    /// Adds a value of a column of `int64`.
    package mutating func add(_ number: Int64, to column: Int) {
        append(UInt64(bitPattern: number), behind: column)
    }

    /// Adds a value of a column of `int32`.
    package mutating func add(_ number: Int32, to column: Int) {
        append(UInt64(UInt32(bitPattern: number)), count: 4, behind: column)
    }

    /// Adds a value of a column of `double`.
    package mutating func add(_ number: Double, to column: Int) {
        append(number.bitPattern, behind: column)
    }

    /// Adds a value of a column of `bool`.
    package mutating func add(_ truth: Bool, to column: Int) {
        append(truth ? 1 : 0, count: 1, behind: column)
    }

    private mutating func begin(_ column: Int, length: Int) {
        precondition(length <= UInt32.max, "a text of less than 4 GiB")
        append(UInt64(length), count: 4, behind: column)
    }

    private mutating func append(_ word: UInt64, count: Int = 8, behind column: Int) {
        precondition((0...Int(UInt16.max)).contains(column), "a column of the header")
        unsafe bytes.append(upTo: 10) { output in
            unsafe output.put(UInt64(column), count: 2)
            unsafe output.put(word, count: count)
        }
    }
}

extension FlatBufferWriter {
    /// Where the fields of a feature stand. Source: `feature.fbs`.
    private enum Layouts {
        static let feature = TableLayout([4, 8], size: 12)
        static let withoutGeometry = TableLayout([0, 4], size: 8)
        // Slots of a geometry: ends, xy, z, m, t, tm, type, parts.
        static let path = TableLayout([0, 4, 0, 0, 0, 0, 8], size: 12)
        static let paths = TableLayout([8, 4, 0, 0, 0, 0, 12], size: 16)
        static let parts = TableLayout([0, 0, 0, 0, 0, 0, 8, 4], size: 12)
    }

    /// A feature at a point as it is laid out: the position stands before the count of its properties,
    /// which come last.
    private static let pointFeature: [UInt8] = {
        var writer = FlatBufferWriter()
        writer.append(.point(Coordinate(longitude: 0, latitude: 0)), FlatGeobufProperties())
        return writer.bytes
    }()

    /// Appends a feature at a point, as `append` does: most features are points, and one that is laid out once
    /// is only to be filled in.
    mutating func append(point: Coordinate, _ properties: FlatGeobufProperties) {
        let form = Self.pointFeature
        unsafe append(upTo: form.count + properties.bytes.count) { output in
            unsafe output.put(UInt64(form.count - 4 + properties.bytes.count), count: 4)
            unsafe output.copy(form.span, 4..<form.count - 20)
            unsafe output.put(point.longitude.bitPattern, count: 8)
            unsafe output.put(point.latitude.bitPattern, count: 8)
            unsafe output.put(UInt64(properties.bytes.count), count: 4)
            unsafe output.copy(properties.bytes.span, properties.bytes.indices)
        }
    }

    /// Appends a feature.
    mutating func append(_ geometry: Geometry?, _ properties: FlatGeobufProperties) {
        if let geometry {
            let feature = begin(Layouts.feature)
            append(geometry, from: feature + 4)
            vector(properties.bytes, from: feature + 8)
        } else {
            let feature = begin(Layouts.withoutGeometry)
            vector(properties.bytes, from: feature + 4)
        }
        end()
    }

    private mutating func append(_ geometry: Geometry, from reference: Int) {
        switch geometry {
        case .point(let position): append([[position]], as: geometry.shape, from: reference)
        case .multiPoint(let positions), .lineString(let positions):
            append([positions], as: geometry.shape, from: reference)
        case .multiLineString(let lines): append(lines, as: geometry.shape, from: reference)
        case .polygon(let polygon):
            append([polygon.outer] + polygon.holes, as: geometry.shape, from: reference)
        case .multiPolygon(let polygons):
            let table = table(Layouts.parts, from: reference)
            put(geometry.shape.rawValue, at: table + 8)
            let parts = references(count: polygons.count, from: table + 4)
            for (index, polygon) in polygons.enumerated() {
                append(.polygon(polygon), from: parts + 4 * index)
            }
        }
    }

    /// Appends a geometry of paths; where there are several, `ends` says where each stops.
    private mutating func append(
        _ paths: [[Coordinate]], as shape: FlatGeobufShape, from reference: Int
    ) {
        let isOne = paths.count == 1
        let table = table(isOne ? Layouts.path : Layouts.paths, from: reference)
        put(shape.rawValue, at: table + (isOne ? 8 : 12))
        vector(
            paths.joined().reduce(into: []) { numbers, position in
                numbers.append(position.longitude)
                numbers.append(position.latitude)
            }, from: table + 4)
        guard !isOne else { return }
        var count: UInt32 = 0
        vector(
            paths.map { path in
                count += UInt32(path.count)
                return count
            }, from: table + 8)
    }
}

/// The shapes of the format, by their numbers in `header.fbs`.
enum FlatGeobufShape: UInt8 {
    case unknown = 0
    case point
    case lineString
    case polygon
    case multiPoint
    case multiLineString
    case multiPolygon
}

extension Geometry {
    /// The number of the format for it.
    var shape: FlatGeobufShape {
        switch self {
        case .point: .point
        case .multiPoint: .multiPoint
        case .lineString: .lineString
        case .multiLineString: .multiLineString
        case .polygon: .polygon
        case .multiPolygon: .multiPolygon
        }
    }
}
