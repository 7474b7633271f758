internal import Raster

/// Shapes by where they are: a grid of square cells over the frame, so that a label is compared with
/// its neighbours alone.
struct LabelGrid {
    /// Whose a shape is.
    enum Owner: Hashable {
        /// Given from outside; it never moves.
        case obstacle
        /// A piece of a line that names may run along; it never moves.
        case course
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

    private let frame: SubpixelBounds
    private let columns: Int
    private let rows: Int
    /// The numbers of the shapes in each cell.
    private var lists: [[Int]]
    private var entries: [Entry?] = []
    private var widestMargin: Int32 = 0
    /// Points inside obstacles, which never go: a quick answer where they are many.
    private var covered: CoveredPoints

    init(frame: SubpixelBounds) {
        self.frame = frame
        covered = CoveredPoints(frame: frame)
        columns = max(1, (Int(frame.width) + Self.cell - 1) / Self.cell)
        rows = max(1, (Int(frame.height) + Self.cell - 1) / Self.cell)
        lists = Array(repeating: [], count: columns * rows)
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
        for cell in cells(of: bounds) { lists[cell].append(number) }
        if owner == .obstacle { covered.insert(shape) }
        return number
    }

    mutating func remove(_ number: Int) {
        guard let entry = entries[number] else { return }
        for cell in cells(of: entry.shape.bounds) { lists[cell].removeAll { $0 == number } }
        entries[number] = nil
    }

    /// Whether an obstacle surely reaches into a rectangle with its margin: a quick answer, which may miss.
    func isCovered(_ box: SubpixelBounds, margin: Int32) -> Bool {
        covered.isAny(in: box.outset(by: margin))
    }

    /// The one label that reaches into a rectangle, with the larger of both margins kept between; nil
    /// where nothing does, where something else does, or another one than an expected label.
    func onlyLabel(
        touching box: SubpixelBounds, margin: Int32, expected: Int?
    ) -> Int? {
        guard !isCovered(box, margin: margin) else { return nil }
        var only = expected
        for cell in cells(of: box.outset(by: max(margin, widestMargin))) {
            for number in lists[cell] {
                guard let entry = entries[number],
                    entry.shape.intersects(box.outset(by: max(margin, entry.margin)))
                else { continue }
                guard case .label(let label) = entry.owner, only ?? label == label else {
                    return nil
                }
                only = label
            }
        }
        return only
    }

    /// Whether anything reaches into a rectangle, with the larger of both margins kept between; a name
    /// along a line is in no line's way.
    func isTaken(_ box: SubpixelBounds, margin: Int32, isAlong: Bool = false) -> Bool {
        if isCovered(box, margin: margin) { return true }
        for cell in cells(of: box.outset(by: max(margin, widestMargin))) {
            for number in lists[cell] {
                if let entry = entries[number], !(isAlong && entry.owner == .course),
                    entry.shape.intersects(box.outset(by: max(margin, entry.margin)))
                {
                    return true
                }
            }
        }
        return false
    }

    /// The least of a measure over what reaches into a rectangle, with the larger of both margins kept
    /// between; nil where nothing does that has the measure.
    func least(
        touching box: SubpixelBounds, margin: Int32, _ measure: (Owner) -> Int?
    ) -> Int? {
        var least: Int?
        for cell in cells(of: box.outset(by: max(margin, widestMargin))) {
            for number in lists[cell] {
                guard let entry = entries[number], let value = measure(entry.owner),
                    value < least ?? .max,
                    entry.shape.intersects(box.outset(by: max(margin, entry.margin)))
                else { continue }
                least = value
            }
        }
        return least
    }

    /// The greatest of a measure over what reaches into a rectangle; 0 where nothing does.
    func greatest(touching box: SubpixelBounds, _ measure: (Owner) -> Int) -> Int {
        var greatest = 0
        for cell in cells(of: box) {
            for number in lists[cell] {
                guard let entry = entries[number] else { continue }
                let value = measure(entry.owner)
                if value > greatest, entry.shape.intersects(box) { greatest = value }
            }
        }
        return greatest
    }

    /// The owners of what reaches into a rectangle, with the larger of both margins kept between, in
    /// the order they came: labels and marks once, obstacles one by one.
    func owners(touching box: SubpixelBounds, margin: Int32) -> [Owner] {
        owners(near: box.outset(by: max(margin, widestMargin))) { entry in
            entry.shape.intersects(box.outset(by: max(margin, entry.margin)))
        }
    }

    /// The labels that reach into a rectangle, each once.
    func labels(touching box: SubpixelBounds) -> [Int] {
        var labels: [Int] = []
        for cell in cells(of: box.outset(by: widestMargin)) {
            for number in lists[cell] {
                guard let entry = entries[number], case .label(let label) = entry.owner,
                    entry.shape.intersects(box.outset(by: entry.margin)), !labels.contains(label)
                else { continue }
                labels.append(label)
            }
        }
        return labels
    }

    /// The owners of what a line crosses, as far as a test lets it count.
    ///
    /// Marks count within a clearance too: a leader that brushes one would seem to start there.
    func owners(
        crossing line: LabelSegment, clearance: Int32 = 0,
        where counts: (Entry) -> Bool = { _ in true }
    ) -> [Owner] {
        owners(near: line.bounds.outset(by: clearance)) {
            $0.shape.intersects(line, clearance: clearance) && counts($0)
        }
    }

    private func owners(near bounds: SubpixelBounds, where test: (Entry) -> Bool) -> [Owner] {
        var numbers: [Int] = []
        for cell in cells(of: bounds) {
            for number in lists[cell] {
                if let entry = entries[number], test(entry) { numbers.append(number) }
            }
        }
        // A shape in several cells is met in each of them.
        numbers.sort()
        var owners: [Owner] = []
        var previous = -1
        for number in numbers where number != previous {
            previous = number
            guard let owner = entries[number]?.owner else { continue }
            if owner == .obstacle || !owners.contains(owner) { owners.append(owner) }
        }
        return owners
    }

    /// The cells that a rectangle reaches, row by row; those at the edge stand for all beyond.
    private func cells(of bounds: SubpixelBounds) -> GridCells {
        func index(_ position: Int32, from start: Int32, count: Int) -> Int {
            max(0, min(count - 1, (Int(position) - Int(start)) / Self.cell))
        }
        let left = index(bounds.minX, from: frame.minX, count: columns)
        let right = index(bounds.maxX, from: frame.minX, count: columns)
        let top = index(bounds.minY, from: frame.minY, count: rows)
        let bottom = index(bounds.maxY, from: frame.minY, count: rows)
        return GridCells(
            columns: left..<max(left, right) + 1, rows: top..<max(top, bottom) + 1, stride: columns)
    }
}

/// Some neighbouring cells of a grid.
private struct GridCells: Sequence, IteratorProtocol {
    private let columns: Range<Int>
    private let end: Int
    private let stride: Int
    private var column: Int
    private var start: Int

    init(columns: Range<Int>, rows: Range<Int>, stride: Int) {
        self.columns = columns
        self.stride = stride
        column = columns.lowerBound
        start = rows.lowerBound * stride
        end = rows.upperBound * stride
    }

    mutating func next() -> Int? {
        if column == columns.upperBound {
            column = columns.lowerBound
            start += stride
        }
        guard start < end else { return nil }
        defer { column += 1 }
        return start + column
    }
}
