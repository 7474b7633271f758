internal import Diagnostics
internal import EventIngest

/// Rows of a table that are read together and answered by one thread.
struct TableBlock: Sendable {
    enum Step: Sendable {
        case row(PlaceTableRow)
        /// A row that cannot be taken apart.
        case broken(Diagnostic)
    }

    private(set) var steps: [Step] = []
    private var byteCount = 0

    /// So many rows, or bytes of rows, are a block: some milliseconds of work.
    private static let mostRows = 256
    private static let mostBytes = 1 << 18

    var isFull: Bool { steps.count >= Self.mostRows || byteCount >= Self.mostBytes }

    mutating func add(_ row: PlaceTableRow) {
        steps.append(.row(row))
        byteCount += row.bytes.count
    }

    mutating func add(_ broken: Diagnostic) { steps.append(.broken(broken)) }
}

/// What became of a block: everything that is to be told of it, in the order of its rows.
struct WrittenBlock: Sendable {
    /// What somebody is to know of a row.
    enum Finding: Sendable {
        case broken(Diagnostic)
        /// A cell of a hint says nothing that is understood.
        case unread(PlaceField, PlaceTableRow)
        /// The cell of the place holds several.
        case several(Int, PlaceTableRow)
    }

    var bytes: [UInt8] = []
    var tally = TableResolver.Tally()
    var findings: [Finding] = []
    var doubts: [PlaceReview.Doubt] = []
}
