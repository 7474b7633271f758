import Diagnostics
import GeoModel
import TabularText
import Testing

@testable import FlatGeobuf

@Suite("FlatGeobuf") struct FlatGeobufTests {
    private static let columns = [
        FlatGeobufColumn("name", .text, description: "what it is called"),
        FlatGeobufColumn("count", .int64, isNullable: false), FlatGeobufColumn("share", .double),
        FlatGeobufColumn("since", .dateTime), FlatGeobufColumn("open", .bool),
    ]

    static func point(_ longitude: Double, _ latitude: Double) -> Geometry {
        .point(Coordinate(longitude: longitude, latitude: latitude))
    }

    private static let square = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)].map {
        Coordinate(longitude: $0, latitude: $1)
    }
    private static let hole = [(1, 1), (1, 2), (2, 2), (1, 1)].map {
        Coordinate(longitude: $0, latitude: $1)
    }

    static let shapes: [Geometry?] = [
        point(46.75, 39.8), .multiPoint(square), .lineString(hole),
        .multiLineString([square, hole]), .polygon(Polygon(outer: square)),
        .polygon(Polygon(outer: square, holes: [hole])),
        .multiPolygon([Polygon(outer: square, holes: [hole]), Polygon(outer: hole)]), nil,
    ]

    @Test(arguments: shapes)
    func `a feature comes back as it was written`(shape: Geometry?) throws {
        var properties = FlatGeobufProperties()
        properties.add("Şuşa", to: 0)
        properties.add(-7 as Int64, to: 1)
        properties.add(0.25, to: 2)
        properties.add("1992-05-08", to: 3)
        properties.add(true, to: 4)
        var reader = try Self.reader(of: try Self.bytes([(shape, properties)]))
        #expect(reader.header.columns == Self.columns)
        #expect(reader.header.reference == .worldGeodetic)
        #expect(reader.featureCount == 1)
        let feature = try #require(try reader.next())
        #expect(feature.geometry == shape)
        #expect(feature.foreignShape == nil)
        let values: [FlatGeobufValue] = [
            .text("Şuşa"), .integer(-7), .number(0.25), .text("1992-05-08"), .bool(true),
        ]
        #expect(feature.values.map(\.column) == Array(0..<5))
        #expect(feature.values.map(\.value) == values)
        #expect(try reader.next() == nil)
    }

    @Test func `a point that is filled in is laid out as any other shape`() {
        var properties = FlatGeobufProperties()
        properties.add("Şuşa", to: 0)
        let position = Coordinate(longitude: 46.75, latitude: 39.8)
        var (filled, laidOut) = (FlatBufferWriter(), FlatBufferWriter())
        // The second starts at no multiple of eight.
        for _ in 0..<2 {
            filled.append(point: position, properties)
            laidOut.append(.point(position), properties)
        }
        #expect(filled.bytes == laidOut.bytes)
    }

    @Test func `a file of nothing has a header`() throws {
        var reader = try Self.reader(of: try Self.bytes([]))
        #expect(reader.header.name == "places")
        #expect(try reader.next() == nil)
    }

    /// Leaves more than two levels of nodes, and more than a run of the sorter.
    @Test(arguments: [1, 16, 17, 300, 1_000])
    func `features stand where the index says, inside its boxes`(count: Int) throws {
        var features: [(Geometry?, FlatGeobufProperties)] = []
        for number in 0..<count {
            var properties = FlatGeobufProperties()
            properties.add(Int64(number), to: 1)
            // A walk that comes by everywhere: steps of the golden angle.
            let turn = Double(number) * 137.507_764
            let shape = Self.point(
                turn.truncatingRemainder(dividingBy: 360) - 180,
                (turn / 7).truncatingRemainder(dividingBy: 170) - 85)
            features.append((number % 50 == 7 ? nil : shape, properties))
        }
        let bytes = try Self.bytes(features, runLength: 64)
        let tree = try TreeCheck(bytes, count: count)
        #expect(tree.faults == [])
        var reader = try Self.reader(of: bytes)
        var numbers: Set<Int64> = []
        while let feature = try reader.next() {
            guard case .integer(let number) = feature.values[0].value else { continue }
            #expect(feature.geometry == features[Int(number)].0)
            numbers.insert(number)
        }
        #expect(numbers.count == count)
    }

    @Test func `the same features give the same bytes, however long the runs`() throws {
        let features = (0..<500).map { number in
            (
                Self.point(Double(number * 7 % 360) - 180, Double(number % 90)),
                FlatGeobufProperties()
            )
        }
        #expect(
            try Self.bytes(features, runLength: 16) == Self.bytes(features, runLength: 1 << 17))
    }

    /// The quarters of a Hilbert curve that starts in the south-west: south-west, north-west, north-east,
    /// south-east (D. Hilbert, "Ueber die stetige Abbildung einer Linie auf ein Flächenstück", 1891).
    @Test func `the curve goes through the quarters of the world in their order`() {
        let quarters: [(Double, Double)] = [(-90, -45), (-90, 45), (90, 45), (90, -45)]
        let keys = quarters.map { longitude, latitude in
            var box = TreeBox()
            box.extend(to: Coordinate(longitude: longitude, latitude: latitude))
            return HilbertOrder.key(of: box)
        }
        #expect(keys == keys.sorted())
        #expect(HilbertOrder.key(of: TreeBox()) == .max)
    }

    /// Cells beside each other on the curve are beside each other in the world.
    @Test func `each step of the curve goes to a neighbour`() {
        let side: UInt32 = 32
        var cells: [(UInt64, UInt32, UInt32)] = []
        for x in 0..<side {
            for y in 0..<side { cells.append((HilbertCurve.distance(x: x, y: y), x, y)) }
        }
        cells.sort { $0.0 < $1.0 }
        #expect(cells.map(\.0) == Array(0..<UInt64(side * side)))
        for (first, second) in zip(cells, cells.dropFirst()) {
            let step = abs(Int(first.1) - Int(second.1)) + abs(Int(first.2) - Int(second.2))
            #expect(step == 1)
        }
    }

    @Test func `a file that is cut short anywhere is told, never read as whole`() throws {
        let bytes = try Self.bytes(Self.shapes.map { ($0, FlatGeobufProperties()) })
        for count in 0..<bytes.count {
            #expect(throws: FileFault.self) {
                var reader = try Self.reader(of: Array(bytes.prefix(count)))
                while try reader.next() != nil {}
            }
        }
    }

    @Test func `a reference that leads out of its record is told with table and row`() throws {
        var bytes = try Self.bytes([(Self.point(1, 2), FlatGeobufProperties())])
        // Behind the magic, the header with its size, and the two nodes of one leaf and its root.
        let header = bytes[8..<12].reversed().reduce(0) { $0 << 8 | Int($1) }
        let feature = 12 + header + 2 * PackedTree.nodeBytes
        for place in feature + 4..<feature + 8 { bytes[place] = 0x7F }
        let fault = #expect(throws: FileFault.self) {
            var reader = try Self.reader(of: bytes)
            _ = try reader.next()
        }
        #expect(
            fault?.diagnostic.description
                == "p.fgb:places:1: error: broken FlatGeobuf: a reference that leads out of its "
                + "record; fetch the file again, or write it anew")
    }

    /// Whatever one byte is, reading ends with a fault or with features.
    @Test func `one wrong byte anywhere does no harm`() throws {
        let bytes = try Self.bytes(Self.shapes.map { ($0, FlatGeobufProperties()) })
        for place in bytes.indices {
            for value in [0, 0x7F, 0xFF] as [UInt8] {
                var broken = bytes
                broken[place] = value
                guard var reader = try? Self.reader(of: broken) else { continue }
                while let feature = try? reader.next() {
                    #expect(feature.geometry?.positions.count ?? 0 <= bytes.count / 16)
                }
            }
        }
    }

    // MARK: Support

    private static func bytes(
        _ features: [(Geometry?, FlatGeobufProperties)], runLength: Int = 1 << 17
    ) throws -> [UInt8] {
        var writer = try FlatGeobufWriter(
            FlatGeobufHeader(name: "places", columns: columns), runLength: runLength)
        for (shape, properties) in features { try writer.write(shape, properties) }
        var bytes: [UInt8] = []
        try writer.finish { bytes += $0 }
        return bytes
    }

    private static func reader(of bytes: [UInt8]) throws -> FlatGeobufReader {
        try FlatGeobufReader(MemoryInput(bytes), file: "p.fgb")
    }
}

/// Reads the index of a file by the words of its specification.
private struct TreeCheck {
    var faults: [String] = []

    init(_ bytes: [UInt8], count: Int) throws {
        let tree = 12 + Self.number(bytes, 8, 4)
        // All levels, the root's first.
        var levels = [count]
        while levels[0] > 1 || levels.count == 1 { levels.insert((levels[0] + 15) / 16, at: 0) }
        let features = tree + 40 * levels.reduce(0, +)
        var (first, offset) = (0, 0)
        for (depth, level) in levels.enumerated() {
            let below = first + level
            for index in 0..<level {
                let node = tree + 40 * (first + index)
                let target = Self.number(bytes, node + 32, 8)
                if depth == levels.count - 1 {
                    if target != offset { faults.append("leaf \(index) is at \(target)") }
                    offset += 4 + Self.number(bytes, features + offset, 4)
                } else {
                    if target != below + 16 * index { faults.append("child \(target)") }
                    let last = min(target + 16, below + levels[depth + 1])
                    for child in target..<last
                    where !Self.holds(bytes, node, tree + 40 * child) {
                        faults.append("node \(first + index) does not hold \(child)")
                    }
                }
            }
            first = below
        }
        if features + offset != bytes.count { faults.append("bytes are left over") }
    }

    private static func holds(_ bytes: [UInt8], _ node: Int, _ child: Int) -> Bool {
        let (outer, inner) = (edges(bytes, node), edges(bytes, child))
        return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2]
            && outer[3] >= inner[3]
    }

    private static func edges(_ bytes: [UInt8], _ node: Int) -> [Double] {
        (0..<4).map { edge in
            Double(
                bitPattern: bytes[node + 8 * edge..<node + 8 * edge + 8].reversed()
                    .reduce(0) { $0 << 8 | UInt64($1) })
        }
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
