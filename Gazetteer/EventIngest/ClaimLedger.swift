internal import Diagnostics
internal import EDTF
internal import TabularText

/// The claims about events that several rows tell of.
///
/// Holds reporter and source of those rows alone: a table where ids are not shared costs nothing.
struct ClaimLedger {
    private let shared: Set<UInt64>
    private let dates: DateReadingOptions
    private var claims: [String: [Claim]] = [:]
    private var memory = RowMemory()
    private let rewriting: PresetRewriting?

    /// Who says what where: rows that share it are one claim.
    fileprivate struct Claim {
        var reportedBy: String
        var source: String
        var row: Int

        /// By bytes: the same on every machine, and composed forms are told apart.
        func precedes(_ other: Claim) -> Bool {
            if reportedBy.utf8.elementsEqual(other.reportedBy.utf8) {
                return source.utf8.lexicographicallyPrecedes(other.source.utf8)
            }
            return reportedBy.utf8.lexicographicallyPrecedes(other.reportedBy.utf8)
        }
    }

    /// Reads the rows whose ids are shared.
    init(
        _ rows: consuming TableRows, _ map: ColumnMap, sharing shared: Set<UInt64>,
        dates: DateReadingOptions
    ) throws(FileFault) {
        self.shared = shared
        self.dates = dates
        rewriting = map.preset.flatMap { PresetRewriting($0, map.columns) }
        let order = RowHash.order(map.columns)
        var number = 0
        reading: while true {
            number += 1
            switch try rows.next(number: number) {
            case .end: break reading
            case .broken: continue
            case .raw(var row, let source, _):
                row.number = number
                take(row, source, map)
            case .cells:
                let hash = RowHash.hash(
                    rows.bytes.span, rows.row.cells.span, id: map.fields[.id], order)
                guard shared.contains(IDLedger.key(hash)) else { continue }
                let (row, source) = rows.rawRow(number)
                take(row, source, map)
            }
        }
        claims = claims.compactMapValues { $0.count > 1 ? Self.numbered($0) : nil }
        memory = RowMemory()
    }

    /// The claims about one event in the order of their numbers, the first row of each.
    private static func numbered(_ claims: [Claim]) -> [Claim] {
        var numbered: [Claim] = []
        // The sort is stable and the rows are in order, so the first of equal claims comes first.
        for claim in claims.sorted(by: { $0.precedes($1) })
        where numbered.last.map({ $0.precedes(claim) }) ?? true {
            numbered.append(claim)
        }
        return numbered
    }

    private mutating func take(_ row: RawRow, _ source: SourceText, _ map: ColumnMap) {
        var row = row
        rewriting?.rewrite(&row, &memory)
        guard let event = RowReader.read(row, map, source, dates: dates, &memory).event,
            shared.contains(IDLedger.key(ByteText.hash(event.id)))
        else { return }
        var listed = claims[event.id, default: []]
        listed.append(
            Claim(reportedBy: event.reportedBy, source: event.source, row: event.row))
        claims[event.id] = listed
    }

    /// Whether another row has the id of a cell.
    func isShared(_ bytes: Span<UInt8>, _ id: Range<Int>) -> Bool {
        shared.contains(IDLedger.key(ByteText.hash(bytes, id)))
    }

    /// Numbers the claim that an event is, or says of which earlier row it is a repeat.
    func number(_ event: inout Event) -> Diagnostic? {
        guard let numbered = claims[event.id], let index = numbered.place(of: event) else {
            return nil
        }
        guard numbered[index].row == event.row else {
            return .duplicate(event, of: numbered[index].row)
        }
        event.claimIndex = index + 1
        event.claimCount = numbered.count
        return nil
    }
}

extension [ClaimLedger.Claim] {
    /// Which claim an event is, by halving: an event may have a million.
    fileprivate func place(of event: Event) -> Int? {
        let wanted = ClaimLedger.Claim(
            reportedBy: event.reportedBy, source: event.source, row: event.row)
        var range = indices
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            range =
                wanted.precedes(self[middle])
                ? range.lowerBound..<middle : middle..<range.upperBound
        }
        guard let index = range.first, !self[index].precedes(wanted), !wanted.precedes(self[index])
        else { return nil }
        return index
    }
}

extension SetAsideRow {
    static func duplicate(of event: Event) -> SetAsideRow {
        SetAsideRow(
            row: event.row, location: event.location, id: event.hasOwnID ? event.id : "",
            reason: .duplicate)
    }
}

extension Diagnostic {
    /// A row that repeats id, reporter and source of an earlier one.
    static func duplicate(_ event: Event, of earlier: Int) -> Diagnostic {
        Diagnostic(
            .warning, code: "duplicate-row", at: event.location, row: event.row,
            problem: event.hasOwnID
                ? "the same id, reporter and source as row \(earlier); the first is kept"
                : "the same row as row \(earlier); the first is kept",
            remedy: event.hasOwnID
                ? "give another claim its reported_by or source, another event its id"
                : "take one of them away",
            candidates: [event.id])
    }
}
