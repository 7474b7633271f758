internal import GeoModel
internal import Raster

extension FrameFitting {
    /// The box around most positions of a source, by the rule for shapes; nil for none.
    ///
    /// What lies far from all others is told by cells of a third of a degree, the extent of the rest
    /// exactly: two readings of the source.
    static func box(around points: PointSource) -> BoundingBox? {
        let coarse = CoarseCells(points)
        let shapes = coarse.filled
        guard let near = nearest(of: shapes) else { return nil }
        return exactBox(points, coarse, Set(near))
    }

    /// The cells that are kept, by the distances of the positions in them.
    private static func nearest(of cells: [CoarseCells.Cell]) -> [Int]? {
        guard let middle = middle(of: cells) else { return nil }
        let distances = cells.map { (cell: $0, distance: middle.distance(to: $0.place)) }
            .sorted { ($0.distance, $0.cell.index) < ($1.distance, $1.cell.index) }
        let total = cells.reduce(0) { $0 + $1.count }
        var (seen, fourFifths) = (0, 0.0)
        for (cell, distance) in distances where seen <= total * 4 / 5 {
            seen += cell.count
            fourFifths = distance
        }
        let limit = limit(fourFifths: fourFifths)
        return distances.filter { $0.distance <= limit }.map(\.cell.index)
    }

    /// The median longitude and latitude.
    private static func middle(of cells: [CoarseCells.Cell]) -> Coordinate? {
        guard let first = cells.first else { return nil }
        let half = cells.reduce(0) { $0 + $1.count } / 2
        func median(_ value: (CoarseCells.Cell) -> Double) -> Double {
            var seen = 0
            for cell in cells.sorted(by: { value($0) < value($1) }) {
                seen += cell.count
                if seen > half { return value(cell) }
            }
            return 0
        }
        let origin = first.place.longitude
        let east = median { wrapped($0.place.longitude - origin) }
        return Coordinate(
            longitude: wrapped(origin + east), latitude: median(\.place.latitude))
    }

    /// The least box of all positions in some cells, cut where their columns leave the widest gap.
    private static func exactBox(
        _ points: PointSource, _ coarse: CoarseCells, _ kept: Set<Int>
    ) -> BoundingBox? {
        let columns = Set(kept.map { $0 % CoarseCells.side }).sorted()
        guard let first = columns.first else { return nil }
        var (west, widest) = (first, 0)
        for (left, right) in zip(columns, columns.dropFirst() + [first + CoarseCells.side])
        where right - left > widest {
            (west, widest) = (right % CoarseCells.side, right - left)
        }
        let isKept = (0..<CoarseCells.side * CoarseCells.side).map(kept.contains)
        let origin = UInt32(west) << CoarseCells.bits
        var extent = Extent()
        for block in 0..<points.blockCount {
            let positions = points.block(block)
            extent.take(positions.span, from: origin, isKept.span)
        }
        return extent.box(from: origin)
    }
}

/// Positions counted in 1024 by 1024 cells of the world.
private struct CoarseCells {
    static let bits: UInt32 = 22
    static let side = 1 << 10

    struct Cell {
        var index: Int
        var place: Coordinate
        var count: Int
    }

    private(set) var filled: [Cell] = []

    init(_ points: PointSource) {
        var counts = PointCounts(
            .init(
                column: 0, row: 0, columns: Self.side, rows: Self.side, cellBits: Int(Self.bits)))
        for block in 0..<points.blockCount {
            let positions = points.block(block).map {
                PointCounts.Position(x: $0.east, y: $0.south)
            }
            counts.add(positions.span)
        }
        for row in 0..<Self.side {
            for column in 0..<Self.side where counts[column, row] > 0 {
                let middle = FixedCoordinate(
                    east: UInt32(column) << Self.bits + 1 << (Self.bits - 1),
                    south: UInt32(row) << Self.bits + 1 << (Self.bits - 1))
                filled.append(
                    Cell(
                        index: row * Self.side + column, place: middle.coordinate,
                        count: Int(counts[column, row])))
            }
        }
    }
}

/// The extent of positions, longitudes counted from a meridian.
private struct Extent {
    private var west = UInt32.max
    private var east: UInt32 = 0
    private var north = UInt32.max
    private var south: UInt32 = 0

    mutating func take(
        _ positions: Span<FixedCoordinate>, from origin: UInt32, _ isKept: Span<Bool>
    ) {
        var extent = self
        let bits = CoarseCells.bits
        for index in positions.indices {
            let position = positions[index]
            let cell = Int(position.south &>> bits) << 10 | Int(position.east &>> bits)
            if isKept[cell] {
                let offset = position.east &- origin
                extent.west = min(extent.west, offset)
                extent.east = max(extent.east, offset)
                extent.north = min(extent.north, position.south)
                extent.south = max(extent.south, position.south)
            }
        }
        self = extent
    }

    func box(from origin: UInt32) -> BoundingBox? {
        guard west <= east else { return nil }
        let corner = FixedCoordinate(east: origin &+ west, south: north).coordinate
        let far = FixedCoordinate(east: origin &+ east, south: south).coordinate
        return BoundingBox(
            west: corner.longitude, south: far.latitude, east: far.longitude,
            north: corner.latitude)
    }
}
