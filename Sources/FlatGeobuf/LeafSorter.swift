internal import SystemFiles

/// A feature that was laid aside: where its bytes are, its box, and its place in the order.
struct Leaf: BitwiseCopyable {
    /// Its place on the curve.
    var key: UInt64
    /// Where its bytes start among those laid aside, which puts equal keys in the order they came in.
    var offset: UInt64
    /// How many bytes there are.
    var size: UInt64
    /// The box around it.
    var box: TreeBox

    /// Whether it comes first.
    static func < (left: Leaf, right: Leaf) -> Bool {
        left.key == right.key ? left.offset < right.offset : left.key < right.key
    }
}

/// Puts leaves in order in bounded memory: runs are sorted and laid aside in a nameless file, then merged.
struct LeafSorter: ~Copyable {
    /// How many leaves stand in memory: 7 MB of them.
    static let defaultRunLength = 1 << 17

    private let runLength: Int
    private var waiting: [Leaf] = []
    private var runs: [Range<Int>] = []
    private let file: SystemFile

    init(runLength: Int = defaultRunLength) throws(SystemFile.Failure) {
        self.runLength = runLength
        file = try SystemFile.unnamed()
    }

    /// Takes in a leaf.
    mutating func add(_ leaf: Leaf) throws(SystemFile.Failure) {
        waiting.append(leaf)
        if waiting.count == runLength { try layAside() }
    }

    private mutating func layAside() throws(SystemFile.Failure) {
        waiting.sort(by: <)
        try file.write(waiting)
        let first = runs.last?.upperBound ?? 0
        runs.append(first..<first + waiting.count)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Puts all in order.
    mutating func sorted() throws(SystemFile.Failure) -> SortedLeaves {
        guard !runs.isEmpty else {
            waiting.sort(by: <)
            return SortedLeaves(waiting)
        }
        if !waiting.isEmpty { try layAside() }
        waiting = []
        var merge = try RunMerge(runs, of: file)
        let merged = try SystemFile.unnamed()
        var count = 0
        while true {
            let piece = try merge.next(SortedLeaves.pieceLength, of: file)
            guard !piece.isEmpty else { return SortedLeaves(merged, count: count) }
            try merged.write(piece)
            count += piece.count
        }
    }
}

/// Leaves in their order, in memory or in a file.
struct SortedLeaves: ~Copyable {
    static let pieceLength = 1 << 12

    private let held: [Leaf]
    private let file: SystemFile?
    let count: Int

    init(_ leaves: [Leaf]) {
        held = leaves
        file = nil
        count = leaves.count
    }

    init(_ file: consuming SystemFile, count: Int) {
        held = []
        self.file = consume file
        self.count = count
    }

    /// The leaves from one on, some thousands; empty at the end.
    func piece(from first: Int) throws(SystemFile.Failure) -> [Leaf] {
        let end = min(first + Self.pieceLength, count)
        guard first < end else { return [] }
        switch file {
        case .some(let file):
            let piece = try file.values(of: Leaf.self, from: first, count: end - first)
            guard piece.count == end - first else {
                throw .isGone
            }
            return piece
        case nil: return Array(held[first..<end])
        }
    }
}

/// Merges sorted runs of a file, the least of their first leaves at the top of a heap.
private struct RunMerge {
    private struct Run {
        var rest: Range<Int>
        var piece: [Leaf]
        var place = 0
        var first: Leaf { piece[place] }
    }

    private var runs: [Run] = []
    private let pieceLength: Int

    init(_ ranges: [Range<Int>], of file: borrowing SystemFile) throws(SystemFile.Failure) {
        // All pieces together take no more than a run that is sorted.
        pieceLength = max(16, LeafSorter.defaultRunLength / ranges.count)
        for range in ranges {
            var run = Run(rest: range, piece: [])
            if try fill(&run, file) { runs.append(run) }
        }
        // Sorted is a heap.
        runs.sort { $0.first < $1.first }
    }

    /// The next leaves, at most `count`; none at the end.
    mutating func next(
        _ count: Int, of file: borrowing SystemFile
    ) throws(SystemFile.Failure) -> [Leaf] {
        var leaves: [Leaf] = []
        leaves.reserveCapacity(count)
        while leaves.count < count, !runs.isEmpty {
            leaves.append(runs[0].first)
            runs[0].place += 1
            if runs[0].place == runs[0].piece.count, try !fill(&runs[0], file) {
                runs.swapAt(0, runs.count - 1)
                runs.removeLast()
            }
            sink()
        }
        return leaves
    }

    /// Reads on in a run; false at its end.
    private func fill(
        _ run: inout Run, _ file: borrowing SystemFile
    ) throws(SystemFile.Failure) -> Bool {
        let count = min(pieceLength, run.rest.count)
        run.piece = try file.values(of: Leaf.self, from: run.rest.lowerBound, count: count)
        guard run.piece.count == count else {
            throw .isGone
        }
        run.rest = run.rest.lowerBound + count..<run.rest.upperBound
        run.place = 0
        return count > 0
    }

    /// Lets the run at the top sink to where it belongs.
    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < runs.count {
                if runs[child].first < runs[least].first { least = child }
            }
            guard least != parent else { return }
            runs.swapAt(parent, least)
            parent = least
        }
    }
}

extension SystemFile.Failure {
    /// What was laid aside cannot be read again.
    static var isGone: Self { Self(words: "what was laid aside is gone") }
}
