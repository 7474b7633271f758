internal import Raster

/// Shapes by where they are: a grid of square cells over the frame, so that a label is compared with
/// its neighbours alone.
struct LabelGrid {
    /// Whose a shape is.
    enum Owner: Hashable {
        /// Given from outside; it never moves.
        case obstacle
        /// The label of a request, by its place in the order.
        case label(Int)
        /// The mark of a request.
        case mark(Int)
    }

    struct Entry {
        let shape: LabelShape
        let owner: Owner
        /// The room that the shape asks of others, in 1/256 pixel.
        let margin: Int32
    }

    /// 64 pixels: about one label.
    private static let cell = 64 * Int(SubpixelPoint.unitsPerPixel)

    private let frame: PixelRectangle
    private let columns: Int
    private let rows: Int
    private var cells: [[Int]]
    private var entries: [Entry?] = []
    private var widestMargin: Int32 = 0

    init(frame: PixelRectangle) {
        self.frame = frame
        columns = max(1, (Int(frame.width) + Self.cell - 1) / Self.cell)
        rows = max(1, (Int(frame.height) + Self.cell - 1) / Self.cell)
        cells = Array(repeating: [], count: columns * rows)
    }

    /// Adds a shape and gives the number to remove it by.
    @discardableResult
    mutating func insert(_ shape: LabelShape, owner: Owner, margin: Int32 = 0) -> Int {
        let number = entries.count
        entries.append(Entry(shape: shape, owner: owner, margin: margin))
        widestMargin = max(widestMargin, margin)
        let bounds = shape.bounds
        guard bounds.maxX >= frame.minX, bounds.minX <= frame.maxX, bounds.maxY >= frame.minY,
            bounds.minY <= frame.maxY
        else { return number }
        forEachCell(of: bounds) { cells[$0].append(number) }
        return number
    }

    mutating func remove(_ number: Int) {
        guard let entry = entries[number] else { return }
        forEachCell(of: entry.shape.bounds) { cell in cells[cell].removeAll { $0 == number } }
        entries[number] = nil
    }

    /// The owners of what reaches into a rectangle, with the larger of both margins kept between,
    /// each once, in the order they came.
    func owners(touching box: PixelRectangle, margin: Int32) -> [Owner] {
        owners(near: box.outset(by: max(margin, widestMargin))) { entry in
            entry.shape.intersects(box.outset(by: max(margin, entry.margin)))
        }
    }

    /// The owners of what a line crosses, as far as a test lets it count.
    func owners(crossing line: LabelSegment, where counts: (Entry) -> Bool = { _ in true })
        -> [Owner]
    {
        owners(near: line.bounds) { $0.shape.intersects(line) && counts($0) }
    }

    private func owners(near bounds: PixelRectangle, where test: (Entry) -> Bool) -> [Owner] {
        var numbers: [Int] = []
        forEachCell(of: bounds) { numbers += cells[$0] }
        guard numbers.count > 0 else { return [] }
        numbers.sort()
        var owners: [Owner] = []
        var previous = -1
        for number in numbers where number != previous {
            previous = number
            guard let entry = entries[number], test(entry) else { continue }
            if !owners.contains(entry.owner) || entry.owner == .obstacle {
                owners.append(entry.owner)
            }
        }
        return owners
    }

    private func forEachCell(of bounds: PixelRectangle, _ body: (Int) -> Void) {
        func index(_ position: Int32, from start: Int32, count: Int) -> Int {
            max(0, min(count - 1, (Int(position) - Int(start)) / Self.cell))
        }
        let left = index(bounds.minX, from: frame.minX, count: columns)
        let right = index(bounds.maxX, from: frame.minX, count: columns)
        let top = index(bounds.minY, from: frame.minY, count: rows)
        let bottom = index(bounds.maxY, from: frame.minY, count: rows)
        guard left <= right, top <= bottom else { return }
        for row in top...bottom {
            for column in left...right { body(row * columns + column) }
        }
    }
}
