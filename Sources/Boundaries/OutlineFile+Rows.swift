internal import FlatFile
internal import GeoModel

/// An area as the file has it.
struct AreaRow {
    var id: UInt32
    var kind: BoundaryArea.Kind
    var claim: BoundaryClaim
    var box: BoundingBox
    var polygons: Range<Int>
}

/// A line as the file has it.
struct LineRow {
    var left: UInt32
    var right: UInt32
    var kind: BoundaryLine.Kind
    var claim: BoundaryClaim
    var box: BoundingBox
    var parts: Range<Int>
}

/// A ring or a line of arcs.
struct PartRow {
    var box: BoundingBox
    var chain: Range<Int>
}

/// A line from node to node that areas and border lines share.
struct ArcRow {
    var box: BoundingBox
    var points: Range<Int>
    var levels: Range<Int>
}

extension OutlineFile {
    private static let areaKinds: [BoundaryArea.Kind] = [
        .country, .region, .district, .historical, .water,
    ]
    private static let lineKinds: [BoundaryLine.Kind] = [
        .country, .district, .coast, .formerOblast, .lineOfContact, .largeRiver, .river,
        .smallRiver, .seasonalRiver,
    ]

    /// An area; nil for one of a kind, or with a claim, that is not known.
    func area(_ row: Int) -> AreaRow? {
        let (claim, kind) = (Int(areas.number(row, at: 20, as: UInt32.self)), areas.code(row, 24))
        guard claim < claims.count, kind < Self.areaKinds.count else { return nil }
        return AreaRow(
            id: areas.number(row, at: 16), kind: Self.areaKinds[kind], claim: claims[claim],
            box: areas.box(row), polygons: areas.range(row, at: 28, below: polygons.count))
    }

    /// A line; nil for one of a kind, or with a claim, that is not known.
    func line(_ row: Int) -> LineRow? {
        let (claim, kind) = (lines.code(row, 24), lines.code(row, 28))
        guard claim < claims.count, kind < Self.lineKinds.count else { return nil }
        return LineRow(
            left: lines.number(row, at: 16), right: lines.number(row, at: 20),
            kind: Self.lineKinds[kind], claim: claims[claim], box: lines.box(row),
            parts: lines.range(row, at: 32, below: parts.count))
    }

    /// The rings of a polygon, the outer one first.
    func rings(ofPolygon row: Int) -> Range<Int> { polygons.range(row, at: 0, below: parts.count) }

    /// A ring or a line.
    func part(_ row: Int) -> PartRow {
        PartRow(box: parts.box(row), chain: parts.range(row, at: 16, below: chains.count))
    }

    /// The arc behind a signed number; nil when there is none.
    func arc(_ number: Int32) -> ArcRow? {
        let row = Int(number.magnitude) - 1
        guard row >= 0, row < arcs.count else { return nil }
        return ArcRow(
            box: arcs.box(row), points: arcs.range(row, at: 16, below: points.count),
            levels: arcs.range(row, at: 24, below: levels.count))
    }

    /// A vertex.
    func position(_ point: Int) -> Coordinate {
        Coordinate(
            longitude: Double(points.number(point, at: 0, as: Int32.self)) / Self.stepsPerDegree,
            latitude: Double(points.number(point, at: 4, as: Int32.self)) / Self.stepsPerDegree)
    }
}

extension FixedTable {
    /// A small number, as an index.
    fileprivate func code(_ row: Int, _ offset: Int) -> Int {
        Int(number(row, at: offset, as: UInt32.self))
    }

    /// The box that a row starts with; a damaged one becomes a point.
    func box(_ row: Int) -> BoundingBox {
        func degrees(_ offset: Int, _ limit: Double) -> Double {
            let steps = number(row, at: offset, as: Int32.self)
            return min(limit, max(-limit, Double(steps) / OutlineFile.stepsPerDegree))
        }
        let (west, south) = (degrees(0, 180), degrees(4, 90))
        return BoundingBox(
            west: west, south: south, east: max(west, degrees(8, 180)),
            north: max(south, degrees(12, 90)))
    }

    /// A first number and a count as a range, cut to what is there.
    func range(_ row: Int, at offset: Int, below limit: Int) -> Range<Int> {
        let first = min(Int(number(row, at: offset, as: UInt32.self)), limit)
        return first..<min(first + Int(number(row, at: offset + 4, as: UInt32.self)), limit)
    }
}
