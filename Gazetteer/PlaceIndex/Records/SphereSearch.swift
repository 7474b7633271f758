internal import GeoModel

/// Looks for the places nearest to a position in one tree after another.
///
/// Chords are compared squared, as whole numbers. Rows and the position are rounded to a unit of 6 mm:
/// places whose chords are so near that rounding may have changed their order are kept together, and
/// whoever asked compares their distances.
struct SphereSearch {
    /// A place that may be among the nearest, by the square of its chord.
    struct Found {
        var square: Int64
        var place: Int
    }

    /// The places that may be among the nearest, by their rounded chords; more than asked for where the
    /// last ones are too close to tell.
    private(set) var found: [Found] = []
    private let limit: Int
    private var from = SIMD4<Int32>.zero
    /// The greatest square that is still of interest.
    private var reach = Int64.max
    private var base = 0
    private var isWanted: ((Int) -> Bool)?

    /// Ends of a chord are each rounded by up to √3 / 2 of a unit, so a chord is off by less than 2, and
    /// one that looks longer by less than twice that may be the shorter one.
    private static let slack = 4.0
    /// A range of so few rows is read from end to end: of 235,000 places the nearest of 1 M positions came
    /// by a tenth sooner than with 3 or 24.
    private static let fewRows = 12

    init(limit: Int) {
        self.limit = limit
        found.reserveCapacity(limit < 64 ? limit + 1 : 64)
    }

    /// Starts anew from a position.
    mutating func start(from position: Coordinate) {
        let direction = position.direction * SphereTree.scale
        from = SIMD4(SIMD3<Int32>(direction, rounding: .toNearestOrEven), 0)
        reach = .max
        found.removeAll(keepingCapacity: true)
    }

    /// Looks at a tree.
    ///
    /// - Parameters:
    ///   - tree: where to look.
    ///   - base: what to add to its numbers of places.
    ///   - isWanted: says of a place in reach whether it counts; nil when all do.
    /// - Complexity: O(log *n*) for few places; never more than O(*n*).
    mutating func visit(_ tree: SphereTree, base: Int, where isWanted: ((Int) -> Bool)?) {
        self.base = base
        self.isWanted = isWanted
        visit(tree, 0, tree.count, Gap())
    }

    /// Lets go of the last test of places.
    mutating func end() { isWanted = nil }

    private mutating func visit(_ tree: SphereTree, _ low: Int, _ high: Int, _ gap: Gap) {
        if high - low <= Self.fewRows {
            for index in low..<high { take(tree.row(index)) }
            return
        }
        let middle = (low + high) / 2
        let row = tree.row(middle)
        let (isBefore, beyond) = gap.beyond(row, from)
        // The row itself comes second: taken first, each on the way down would be the nearest so far.
        if isBefore {
            visit(tree, low, middle, gap)
            take(row)
            if beyond.square <= reach { visit(tree, middle + 1, high, beyond) }
        } else {
            visit(tree, middle + 1, high, gap)
            take(row)
            if beyond.square <= reach { visit(tree, low, middle, beyond) }
        }
    }

    /// How far a range of rows is away at least: the squares along each axis, and their sum.
    private struct Gap {
        var (x, y, z, square) = (Int64(0), Int64(0), Int64(0), Int64(0))

        /// The gap to what lies behind the plane of a row, and whether the position lies before it.
        @inline(__always)
        func beyond(_ row: SIMD4<Int32>, _ from: SIMD4<Int32>) -> (isBefore: Bool, gap: Gap) {
            var gap = self
            let isBefore: Bool
            // The axis is x, y or z; a damaged row may say 3.
            switch UInt32(bitPattern: row[3]) >> 30 {
            case 0:
                isBefore = from[0] < row[0]
                gap.x = SphereSearch.square(from[0] &- row[0])
            case 1:
                isBefore = from[1] < row[1]
                gap.y = SphereSearch.square(from[1] &- row[1])
            default:
                isBefore = from[2] < row[2]
                gap.z = SphereSearch.square(from[2] &- row[2])
            }
            gap.square = gap.x &+ gap.y &+ gap.z
            return (isBefore, gap)
        }
    }

    /// The square of a difference, which from pole to pole wraps round, to the same square.
    @inline(__always)
    private static func square(_ number: Int32) -> Int64 { Int64(number) &* Int64(number) }

    @inline(__always)
    private mutating func take(_ row: SIMD4<Int32>) {
        // Two directions are at most 2³¹ apart, so their squares sum up to 2⁶² or less; a damaged row
        // wraps round and is wrong, no more.
        let square =
            Self.square(row[0] &- from[0]) &+ Self.square(row[1] &- from[1])
            &+ Self.square(row[2] &- from[2])
        if square <= reach { keep(square, row) }
    }

    @inline(never)
    private mutating func keep(_ square: Int64, _ row: SIMD4<Int32>) {
        let local = Int(row[3] & 0x3FFF_FFFF)
        // A place without a position stands at the Earth's centre.
        guard row[0] | row[1] | row[2] != 0, isWanted?(local) ?? true else { return }
        var index = found.count
        while index > 0, found[index - 1].square > square { index -= 1 }
        found.insert(Found(square: square, place: base + local), at: index)
        guard found.count >= limit else { return }
        let chord = Double(found[limit - 1].square).squareRoot() + Self.slack
        reach = Int64(min(chord * chord, 0x1p62).rounded(.up))
        while let last = found.last, last.square > reach { found.removeLast() }
    }
}
