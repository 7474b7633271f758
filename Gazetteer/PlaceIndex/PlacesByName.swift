/// The places that each of several spellings names, as positions in `NameIndex.places`.
///
/// ```swift
/// for (spelling, places) in zip(column, index.places(namedEach: column)) { … }
/// ```
public struct PlacesByName: RandomAccessCollection, Sendable {
    private var places: [Int] = []
    /// Behind the last place of each spelling.
    private var ends: [Int] = []
    /// Those of the spellings that are not closed yet, as they come.
    private var open: [(spelling: Int, place: Int)] = []

    init(count: Int) {
        ends.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    /// The first spelling.
    public var startIndex: Int { 0 }
    /// Behind the last spelling.
    public var endIndex: Int { ends.count }

    /// The places of a spelling, each once, in the order of `NameIndex.places`; none for an unknown one.
    public subscript(spelling: Int) -> ArraySlice<Int> {
        places[(spelling == 0 ? 0 : ends[spelling - 1])..<ends[spelling]]
    }

    /// Adds a place to a spelling that is still open.
    mutating func add(_ place: Int, to spelling: Int) {
        open.append((spelling, place))
    }

    /// Sorts the places of the spellings before one, which get no more.
    mutating func close(through end: Int) {
        // One pack gives them sorted, as nearly all are.
        if zip(open, open.dropFirst()).contains(where: { $0 > $1 }) { open.sort(by: <) }
        var next = 0
        for spelling in ends.count..<end {
            let start = places.count
            while next < open.count, open[next].spelling == spelling {
                if places.count == start || places[places.count - 1] != open[next].place {
                    places.append(open[next].place)
                }
                next += 1
            }
            ends.append(places.count)
        }
        open.removeAll(keepingCapacity: true)
    }
}
