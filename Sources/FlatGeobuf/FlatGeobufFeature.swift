package import GeoModel

/// A feature as it was read from a FlatGeobuf file.
package struct FlatGeobufFeature: Hashable, Sendable {
    /// Its shape; nil where it has none.
    package var geometry: Geometry?
    /// What its shape is called where that is none of ours, such as a curve; it then has no geometry.
    package var foreignShape: String?
    /// Its values, by the number of their column, in the order of the file.
    package var values: [(column: Int, value: FlatGeobufValue)]

    package static func == (left: Self, right: Self) -> Bool {
        left.geometry == right.geometry && left.foreignShape == right.foreignShape
            && left.values.elementsEqual(right.values, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(geometry)
        for (column, value) in values {
            hasher.combine(column)
            hasher.combine(value)
        }
    }
}

/// Reads the bytes of a feature, without the size in front of them.
struct FeatureDecoder {
    private let columns: [FlatGeobufColumn]
    /// The shape of features that do not say their own.
    private let shape: UInt8

    init(columns: [FlatGeobufColumn], shape: UInt8) {
        self.columns = columns
        self.shape = shape
    }

    func feature(_ bytes: [UInt8]) throws(FlatBufferFault) -> FlatGeobufFeature {
        let table = try FlatBufferTable(rootOf: bytes)
        guard try table.tableCount(2) == 0 else {
            throw FlatBufferFault(problem: "a feature with columns of its own")
        }
        var feature = FlatGeobufFeature(values: try values(try table.bytes(1)))
        if let geometry = try table.table(0) {
            let shape = shape != 0 ? shape : try geometry.number(6) ?? 0
            // Tables may be referred to twice; what they unfold to may not be more than the bytes hold.
            var budget = bytes.count / 16
            feature.geometry = try Self.geometry(geometry, shape, &budget)
            if feature.geometry == nil { feature.foreignShape = Self.name(shape) }
        }
        return feature
    }

    // MARK: Values

    private func values(
        _ bytes: ArraySlice<UInt8>
    ) throws(FlatBufferFault) -> [(column: Int, value: FlatGeobufValue)] {
        var values: [(column: Int, value: FlatGeobufValue)] = []
        var rest = bytes
        while !rest.isEmpty {
            let column = Int(try Self.take(&rest, 2))
            guard columns.indices.contains(column) else {
                throw FlatBufferFault(
                    problem: "a value of column \(column), of \(columns.count) columns")
            }
            values.append((column, try Self.value(columns[column].kind, &rest)))
        }
        return values
    }

    private static func value(
        _ kind: FlatGeobufColumn.Kind, _ rest: inout ArraySlice<UInt8>
    ) throws(FlatBufferFault) -> FlatGeobufValue {
        guard let size = kind.size else {
            let length = Int(try take(&rest, 4))
            guard length <= rest.count else { throw .outside }
            defer { rest = rest.dropFirst(length) }
            return kind == .bytes
                ? .bytes(Array(rest.prefix(length)))
                : .text(String(decoding: rest.prefix(length), as: UTF8.self))
        }
        let bits = try take(&rest, size)
        return switch kind {
        case .int8: .integer(Int64(Int8(truncatingIfNeeded: bits)))
        case .int16: .integer(Int64(Int16(truncatingIfNeeded: bits)))
        case .int32: .integer(Int64(Int32(truncatingIfNeeded: bits)))
        case .int64: .integer(Int64(bitPattern: bits))
        case .bool: .bool(bits != 0)
        case .float: .number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        case .double: .number(Double(bitPattern: bits))
        default: Int64(exactly: bits).map { .integer($0) } ?? .unsigned(bits)
        }
    }

    private static func take(
        _ rest: inout ArraySlice<UInt8>, _ count: Int
    ) throws(FlatBufferFault) -> UInt64 {
        guard rest.count >= count else { throw .outside }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    // MARK: Shapes

    /// A shape; nil for one that is none of ours. `budget` is how many positions there may be.
    private static func geometry(
        _ table: FlatBufferTable, _ shape: UInt8, _ budget: inout Int
    ) throws(FlatBufferFault) -> Geometry? {
        switch FlatGeobufShape(rawValue: shape) {
        case .point: return try path(table, &budget).first.map { .point($0) }
        case .multiPoint: return .multiPoint(try path(table, &budget))
        case .lineString: return .lineString(try path(table, &budget))
        case .multiLineString: return .multiLineString(try paths(table, &budget))
        case .polygon: return try polygon(table, &budget).map { .polygon($0) }
        case .multiPolygon:
            var polygons: [Polygon] = []
            let count = try table.tableCount(7)
            // Without parts, it is one polygon.
            if count == 0 { return try polygon(table, &budget).map { .multiPolygon([$0]) } }
            for index in 0..<count {
                guard budget > 0 else { throw .outside }
                budget -= 1
                if let part = try polygon(try table.table(index, of: 7), &budget) {
                    polygons.append(part)
                }
            }
            return .multiPolygon(polygons)
        case .unknown, nil: return nil
        }
    }

    private static func polygon(
        _ table: FlatBufferTable, _ budget: inout Int
    ) throws(FlatBufferFault) -> Polygon? {
        let rings = try paths(table, &budget)
        return rings.first.map { Polygon(outer: $0, holes: Array(rings.dropFirst())) }
    }

    private static func paths(
        _ table: FlatBufferTable, _ budget: inout Int
    ) throws(FlatBufferFault) -> [[Coordinate]] {
        let positions = try path(table, &budget)
        let ends = try table.wholeNumbers(0)
        guard !ends.isEmpty else { return positions.isEmpty ? [] : [positions] }
        var paths: [[Coordinate]] = []
        var start = 0
        for end in ends {
            guard (start...positions.count).contains(end) else { throw .outside }
            paths.append(Array(positions[start..<end]))
            start = end
        }
        return paths
    }

    private static func path(
        _ table: FlatBufferTable, _ budget: inout Int
    ) throws(FlatBufferFault) -> [Coordinate] {
        budget -= try table.numberCount(1) / 2
        guard budget >= 0 else { throw .outside }
        let numbers = try table.numbers(1)
        return stride(from: 0, to: numbers.count - 1, by: 2).map {
            Coordinate(longitude: numbers[$0], latitude: numbers[$0 + 1])
        }
    }

    /// What a shape is called. Source: `header.fbs`, `GeometryType`.
    private static func name(_ shape: UInt8) -> String {
        let names = [
            "Unknown", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString",
            "MultiPolygon", "GeometryCollection", "CircularString", "CompoundCurve",
            "CurvePolygon", "MultiCurve", "MultiSurface", "Curve", "Surface",
            "PolyhedralSurface", "TIN", "Triangle",
        ]
        return Int(shape) < names.count ? names[Int(shape)] : "shape \(shape)"
    }
}
