internal import GeoModel
internal import Projections
internal import Threads

/// How many positions fall into each cell of a grid.
struct CellCounts: Hashable, Sendable {
    /// By cell.
    var cells: [UInt32]
    /// How many fell outside the frame.
    var outside = 0

    /// Nothing yet.
    init(_ grid: HexGrid) {
        cells = [UInt32](repeating: 0, count: grid.count)
    }

    /// Adds what another counted: the order does not matter.
    mutating func add(_ other: CellCounts) {
        for cell in cells.indices { cells[cell] += other.cells[cell] }
        outside += other.outside
    }
}

/// Counts positions into the cells of a view's grid.
///
/// The mesh tells nearly where a position falls; only where a cell's edge or the frame's is nearer than
/// the mesh may be off does the projection itself decide. So the counts are those that projecting every
/// position gives, for a tenth of the price.
struct CellCounter: Sendable {
    let grid: HexGrid
    private let viewport: Viewport
    private let mesh: ProjectionMesh
    private let shape: Shape

    init(_ grid: HexGrid, _ viewport: Viewport) {
        self.grid = grid
        self.viewport = viewport
        mesh = ProjectionMesh(viewport)
        shape = Shape(grid, margin: mesh.error)
    }

    /// Counts all positions of a source, on as many threads as it allows.
    func count(_ source: PointSource) -> CellCounts {
        let workers = max(1, min(source.threads, source.blockCount))
        let parts = concurrently(workers, threads: workers) { worker in
            var counts = CellCounts(grid)
            for block in stride(from: worker, to: source.blockCount, by: workers) {
                let positions = source.block(block)
                count(positions.span, into: &counts)
            }
            return counts
        }
        return parts.dropFirst().reduce(into: parts[0]) { $0.add($1) }
    }

    /// Positions that are worked on at once: their places stay in the nearest cache.
    private static let batch = 2048

    private func count(_ positions: Span<FixedCoordinate>, into counts: inout CellCounts) {
        // In pixels from the frame's corner, and what cells these are.
        var x = [Float](repeating: 0, count: Self.batch)
        var (y, cells) = (x, x)
        var start = 0
        while start < positions.count {
            let batch = start..<min(positions.count, start + Self.batch)
            start = batch.upperBound
            place(positions, batch, &x, &y)
            shape.find(&cells, x.span, y.span, batch.count)
            tally(positions, batch, cells.span, into: &counts)
        }
    }

    /// Where the positions of a batch fall, nearly.
    private func place(
        _ positions: Span<FixedCoordinate>, _ batch: Range<Int>, _ x: inout [Float],
        _ y: inout [Float]
    ) {
        let (west, north, width, height) = (mesh.west, mesh.north, mesh.width, mesh.height)
        let (eastBits, southBits, columns) = (mesh.eastBits, mesh.southBits, mesh.columns)
        let eastMask = UInt32(truncatingIfNeeded: UInt64(1) << UInt64(eastBits) &- 1)
        let southMask = UInt32(truncatingIfNeeded: UInt64(1) << UInt64(southBits) &- 1)
        let perEast = Float(1) / Float(UInt64(1) << UInt64(eastBits))
        let perSouth = Float(1) / Float(UInt64(1) << UInt64(southBits))
        let facets = mesh.facets.span
        var x = x.mutableSpan
        var y = y.mutableSpan
        for index in 0..<batch.count {
            let position = positions[batch.lowerBound &+ index]
            // What lies north of the mesh has wrapped round to beyond it.
            let (east, south) = (position.east &- west, position.south &- north)
            guard UInt64(east) < width, UInt64(south) < height else {
                x[index] = Shape.farOutside
                y[index] = Shape.farOutside
                continue
            }
            let facet = facets[Int(south &>> southBits) &* columns &+ Int(east &>> eastBits)]
            let u = Float(east & eastMask) * perEast
            let v = Float(south & southMask) * perSouth
            let place = facet.a + facet.b * u + (facet.c + facet.d * u) * v
            x[index] = place.x
            y[index] = place.y
        }
    }

    private func tally(
        _ positions: Span<FixedCoordinate>, _ batch: Range<Int>, _ found: Span<Float>,
        into counts: inout CellCounts
    ) {
        var outside = 0
        var cells = counts.cells.mutableSpan
        for index in 0..<batch.count {
            var cell = Int(found[index])
            if cell == Int(Shape.unclear) {
                cell = exactCell(positions[batch.lowerBound &+ index])
            }
            if cell < 0 { outside &+= 1 } else { cells[cell] &+= 1 }
        }
        counts.outside += outside
    }

    /// The cell that the projection says; -1 outside the frame.
    @inline(never)
    private func exactCell(_ position: FixedCoordinate) -> Int {
        viewport.position(of: position.coordinate).flatMap { grid.cell($0) } ?? -1
    }
}

/// The grid in pixels from the frame's corner, as the hot loop wants it.
private struct Shape: BitwiseCopyable, Sendable {
    /// No cell: surely outside the frame.
    static let outside: Float = -1
    /// No cell yet: too near to an edge to tell.
    static let unclear: Float = -2
    /// A place that no frame reaches.
    static let farOutside: Float = -1e9
    /// Added and taken away again, it rounds a number of less than 2²² to a whole one.
    private static let rounding: Float = 12_582_912

    /// The first middle of an even row.
    private let left, top: Float
    private let width, half, rise: Float
    private let perWidth, perRise: Float
    /// The way to the middle of a neighbour in the next row as a direction.
    private let slantX, slantY: Float
    /// How far from its middle a cell surely reaches: to the side, and to the next row.
    private let reach, slantReach: Float
    /// What is surely inside the frame and surely outside.
    private let margin, frameWidth, frameHeight: Float
    /// 1 when the first row is half a cell to the right.
    private let firstIsOdd: Float
    private let columns: Float

    init(_ grid: HexGrid, margin: Float) {
        left = Float(grid.firstColumn * grid.width - grid.left) / 256
        top = Float(grid.firstRow * grid.rise - grid.top) / 256
        width = Float(grid.width) / 256
        half = width / 2
        rise = Float(grid.rise) / 256
        (perWidth, perRise) = (1 / width, 1 / rise)
        let slant = (half * half + rise * rise).squareRoot()
        (slantX, slantY) = (half / slant, rise / slant)
        (reach, slantReach) = (half - margin, slant / 2 - margin)
        self.margin = margin
        frameWidth = Float(grid.right - grid.left) / 256
        frameHeight = Float(grid.bottom - grid.top) / 256
        firstIsOdd = Float(grid.firstRow & 1)
        columns = Float(grid.columns)
        precondition(grid.count < 1 << 24, "a cell's number is a whole Float")
    }

    /// Finds the cells of a batch.
    ///
    /// One line of arithmetic without a branch, so that it is done for several places at once.
    func find(_ cells: inout [Float], _ x: Span<Float>, _ y: Span<Float>, _ count: Int) {
        let shape = self
        var cells = cells.mutableSpan
        for index in 0..<count { cells[index] = shape.cell(x[index], y[index]) }
    }

    @inline(__always)
    private static func round(_ value: Float) -> Float { (value + rounding) - rounding }

    /// 1 for true: a product of such is their conjunction. Comparisons with no number are false.
    @inline(__always)
    private static func flag(_ isTrue: Bool) -> Float { isTrue ? 1 : 0 }

    @inline(__always)
    private func cell(_ px: Float, _ py: Float) -> Float {
        let (x, y) = (px - left, py - top)
        // The row above and the row below, and in each the nearest middle.
        let row = Self.round(y * perRise - 0.5)
        let isOdd = row - 2 * Self.round(row * 0.5 - 0.25)
        let lean = firstIsOdd + isOdd - 2 * firstIsOdd * isOdd
        let upperX = x - half * lean
        let lowerX = x - half * (1 - lean)
        let upperColumn = Self.round(upperX * perWidth)
        let lowerColumn = Self.round(lowerX * perWidth)
        let upperDX = upperX - upperColumn * width
        let lowerDX = lowerX - lowerColumn * width
        let upperDY = y - row * rise
        let lowerDY = upperDY - rise
        let isLower =
            lowerDX * lowerDX + lowerDY * lowerDY < upperDX * upperDX + upperDY * upperDY
        let dx = abs(isLower ? lowerDX : upperDX)
        let dy = abs(isLower ? lowerDY : upperDY)
        let cell = (isLower ? row + 1 : row) * columns + (isLower ? lowerColumn : upperColumn)
        let isClear =
            Self.flag(dx < reach) * Self.flag(dx * slantX + dy * slantY < slantReach)
            * Self.flag(px >= margin) * Self.flag(px < frameWidth - margin)
            * Self.flag(py >= margin) * Self.flag(py < frameHeight - margin)
        let isInside =
            Self.flag(px >= -margin) * Self.flag(px <= frameWidth + margin)
            * Self.flag(py >= -margin) * Self.flag(py <= frameHeight + margin)
        let isNumber = Self.flag(px == px)
        // Nothing is told of what has no number.
        let otherwise = isInside + (1 - isNumber) > 0 ? Self.unclear : Self.outside
        return isClear > 0 ? cell : otherwise
    }
}
