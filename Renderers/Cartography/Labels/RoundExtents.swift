internal import Raster

/// Boxes with the rounds in which their labels were decided, asked for the greatest round in a rectangle.
///
/// Each cell of a grid holds the parts of the boxes in it, latest rounds first, without those that lie in
/// a part as late: in a crowd of thousands most do, so that few parts are left.
struct RoundExtents {
    private struct Part {
        let round: Int
        let box: SubpixelBounds
    }

    private let grid: CellGrid
    private var lists: [[Part]]

    init(frame: SubpixelBounds) {
        grid = CellGrid(frame: frame)
        lists = Array(repeating: [], count: grid.count)
    }

    /// How many parts are held, in all cells.
    var count: Int { lists.reduce(0) { $0 + $1.count } }

    mutating func insert(_ box: SubpixelBounds, round: Int) {
        for cell in grid.cells(of: box) {
            let part = box.part(in: grid.bounds(of: cell))
            guard part.minX < part.maxX, part.minY < part.maxY,
                !lists[cell].contains(where: { $0.round >= round && $0.box.contains(part) })
            else { continue }
            lists[cell].removeAll { $0.round <= round && part.contains($0.box) }
            let place = lists[cell].firstIndex { $0.round < round } ?? lists[cell].count
            lists[cell].insert(Part(round: round, box: part), at: place)
        }
    }

    /// The greatest round of a box that reaches into a rectangle; 0 where none does.
    func greatest(touching box: SubpixelBounds) -> Int {
        var greatest = 0
        for cell in grid.cells(of: box) {
            for part in lists[cell] {
                if part.round <= greatest { break }
                if part.box.intersects(box) { greatest = part.round }
            }
        }
        return greatest
    }
}

extension SubpixelBounds {
    /// What lies in another rectangle; of no width or height where nothing does.
    fileprivate func part(in other: SubpixelBounds) -> SubpixelBounds {
        SubpixelBounds(
            minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
            maxY: min(maxY, other.maxY))
    }
}
