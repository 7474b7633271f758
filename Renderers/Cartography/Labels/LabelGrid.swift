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

    private let frame: SubpixelBounds
    private let grid: CellGrid
    /// The numbers of the shapes in each cell.
    private var lists: [[Int]]
    /// A box around all shapes that each cell has ever had; of no size where it had none.
    private var reaches: [SubpixelBounds]
    private var entries: [Entry?] = []
    private var widestMargin: Int32 = 0
    /// Points inside obstacles, which never go: a quick answer where they are many.
    private var covered: CoveredPoints

    init(frame: SubpixelBounds) {
        self.frame = frame
        covered = CoveredPoints(frame: frame)
        grid = CellGrid(frame: frame)
        lists = Array(repeating: [], count: grid.count)
        let nothing = SubpixelBounds(minX: .max, minY: .max, maxX: .min, maxY: .min)
        reaches = Array(repeating: nothing, count: grid.count)
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
        for cell in grid.cells(of: bounds) {
            lists[cell].append(number)
            reaches[cell] = reaches[cell].union(bounds)
        }
        if owner == .obstacle { covered.insert(shape) }
        return number
    }

    mutating func remove(_ number: Int) {
        guard let entry = entries[number] else { return }
        for cell in grid.cells(of: entry.shape.bounds) { lists[cell].removeAll { $0 == number } }
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
        for cell in grid.cells(of: box.outset(by: max(margin, widestMargin))) {
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
        let area = box.outset(by: max(margin, widestMargin))
        for cell in grid.cells(of: area) where reaches[cell].intersects(area) {
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
        for cell in grid.cells(of: box.outset(by: max(margin, widestMargin))) {
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

    /// How many shapes, but those of one owner, reach into a rectangle with a margin around it.
    func count(touching box: SubpixelBounds, margin: Int32, besides owner: Owner) -> Int {
        let area = box.outset(by: margin)
        return count(near: area) { $0.owner != owner && $0.shape.intersects(area) }
    }

    /// How many shapes, but those of one owner, a line crosses.
    func count(crossing line: LabelSegment, besides owner: Owner) -> Int {
        count(near: line.bounds) { $0.owner != owner && $0.shape.intersects(line) }
    }

    /// A shape in several cells counts in the first of those asked.
    private func count(near bounds: SubpixelBounds, where test: (Entry) -> Bool) -> Int {
        let asked = grid.cells(of: bounds)
        var count = 0
        for cell in asked where reaches[cell].intersects(bounds) {
            for number in lists[cell] {
                if let entry = entries[number], test(entry),
                    grid.cells(of: entry.shape.bounds).first(in: asked) == cell
                {
                    count += 1
                }
            }
        }
        return count
    }

    /// The labels that reach into a rectangle, each once.
    func labels(touching box: SubpixelBounds) -> [Int] {
        var labels: [Int] = []
        for cell in grid.cells(of: box.outset(by: widestMargin)) {
            for number in lists[cell] {
                guard let entry = entries[number], case .label(let label) = entry.owner,
                    entry.shape.intersects(box.outset(by: entry.margin)), !labels.contains(label)
                else { continue }
                labels.append(label)
            }
        }
        return labels
    }

    /// Whether a line crosses something that counts.
    func isCrossed(
        by line: LabelSegment, clearance: Int32, where counts: (Entry) -> Bool
    ) -> Bool {
        let bounds = line.bounds.outset(by: clearance)
        for cell in grid.cells(of: bounds) where reaches[cell].intersects(bounds) {
            for number in lists[cell] {
                if let entry = entries[number], counts(entry),
                    entry.shape.intersects(line, clearance: clearance)
                {
                    return true
                }
            }
        }
        return false
    }

    /// The least of a measure over what a line crosses; nil where it crosses nothing that has the measure.
    func least(
        crossing line: LabelSegment, clearance: Int32, _ measure: (Entry) -> Int?
    ) -> Int? {
        var least: Int?
        for cell in grid.cells(of: line.bounds.outset(by: clearance)) {
            for number in lists[cell] {
                guard let entry = entries[number],
                    entry.shape.intersects(line, clearance: clearance),
                    let value = measure(entry)
                else { continue }
                least = min(value, least ?? .max)
            }
        }
        return least
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
        for cell in grid.cells(of: bounds) {
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
}
