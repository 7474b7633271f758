internal import GeoModel
internal import Projections
internal import Raster

/// Events counted in cells, where single marks would hide each other.
///
/// A cell takes the tone of the class that its count belongs to; one without events has none.
struct DensityLayer: Sendable {
    let grid: HexGrid
    /// How many events each cell has.
    let counts: [UInt32]
    let classes: DensityClasses
    /// The width of a cell on the ground at the middle of the map, in metres.
    let cellInMetres: Double

    /// A layer of what was counted.
    init(_ grid: HexGrid, _ counts: [UInt32], _ viewport: Viewport) {
        self.grid = grid
        self.counts = counts
        classes = DensityClasses(counts.lazy.map { Int($0) })
        cellInMetres =
            viewport.metresPerPixel(at: viewport.centre) * Double(grid.width) / 256
    }

    /// How wide cells are, in pixels: the more events, the finer the picture may be, and still each cell
    /// is seen.
    static func cellWidth(for count: Int) -> Int {
        switch count {
        case ..<10_000: 12
        case ..<100_000: 10
        case ..<1_000_000: 8
        default: 6
        }
    }

    /// How many were counted.
    var total: Int { counts.reduce(0) { $0 + Int($1) } }
    /// The most that a cell has.
    var most: Int { Int(counts.max() ?? 0) }

    /// Cells side by side are one area; each class lies upon those below it, so that no ground shows
    /// through between two.
    func draw(_ theme: Theme) -> Canvas {
        var canvas = Canvas()
        let tones = theme.densityTones(classes.classes.count)
        var outlines = zip(classes.classes, tones).map { part, tone in
            (outline: grid.outline(of: counts.map { Int($0) >= part.least }), tone: tone)
        }
        guard !outlines.isEmpty else { return canvas }
        let all = outlines.removeFirst()
        canvas.fill(all.outline, all.tone)
        for part in outlines { canvas.fill(part.outline, part.tone) }
        canvas.stroke(all.outline, theme.densityRim, width: 0.7)
        return canvas
    }

    /// A cell as the legend shows it, around a point.
    static func sample(_ canvas: inout Canvas, _ at: PixelPoint, _ tone: Color, _ theme: Theme) {
        let path = MarkShape.hexagon.path(centre: at, radius: 5.5)
        canvas.fill(path, tone)
        canvas.stroke(path, theme.densityRim, width: 0.7)
    }

    /// Every cell that has events, row by row.
    func described(_ viewport: Viewport) -> MapDescription.Density {
        let cells = counts.indices.filter { counts[$0] > 0 }.map { cell in
            let centre = grid.centre(cell)
            return MapDescription.Density.Cell(
                centre: SubpixelPoint(centre), place: viewport.coordinate(at: centre),
                count: Int(counts[cell]))
        }
        return MapDescription.Density(
            cellWidth: Int32(grid.width), cellInMetres: cellInMetres,
            classes: classes.classes.map { .init(least: $0.least, most: $0.most, cells: $0.cells) },
            cells: cells)
    }
}
