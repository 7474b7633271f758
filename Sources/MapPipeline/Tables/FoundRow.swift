internal import EventIngest
internal import PlaceResolution
internal import Synchronization

/// What stands behind rows that say the same.
struct FoundRow: Sendable {
    let status: Resolution.Status
    /// The bytes that tell the answer.
    let ending: [UInt8]
    /// The columns whose cell says nothing that is understood.
    var unread: [PlaceField] = []
    /// Why someone should look at it; nil where nobody need.
    let doubt: TableAnswer.Doubt?
    /// How many places the cell holds.
    let placeCount: Int

    init(_ answer: TableAnswer, _ writer: TableRowWriter, unread: [PlaceField] = []) {
        status = answer.status
        ending = writer.ending(answer.cells)
        doubt = answer.doubt
        placeCount = answer.placeCount
        self.unread = unread
    }
}

/// What was found for rows of a table, for all threads: an answer hangs on its own row alone, so it does not
/// matter who finds it, or whether it is found again. Bounded: then all is forgotten.
final class FoundRows: Sendable {
    private let found = Mutex<[TableQuery: FoundRow]>([:])

    /// Some 10 MB of them.
    private static let mostKept = 20_000
    /// A longer row is answered again each time.
    private static let longest = 1_000

    subscript(query: TableQuery) -> FoundRow? {
        get { found.withLock { $0[query] } }
    }

    func keep(_ row: FoundRow, for query: TableQuery) {
        guard query.byteCount <= Self.longest else { return }
        found.withLock { found in
            if found.count >= Self.mostKept { found = [:] }
            found[query] = row
        }
    }
}
