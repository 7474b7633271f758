public import Diagnostics
public import EventIngest
internal import GeoJSON
public import GeoModel
public import TabularText

/// The events of a table with their places found, one row at a time, in bounded memory.
///
/// Gives what `EventPlacer.place` gives of the whole table. Of the report it keeps the first
/// `greatestFindings` of each code and counts the rest.
public struct EventStream {
    /// What a row came to.
    public enum Step {
        /// An event and its features, one a place.
        case event(Event, [Feature])
        /// Nothing: it was set aside.
        case none
        /// The table ends here.
        case end
    }

    /// How many findings of one code are kept.
    public static let greatestFindings = 1_000

    /// The counts and findings so far; `features` stays empty.
    public private(set) var placed: PlacedEvents
    /// Whether all events so far come from one source.
    public private(set) var oneSource = OneSourceTally()
    /// How many features there were so far.
    public private(set) var featureCount = 0
    private(set) var reader: EventReader
    /// Source and reporter of a plain row that the tally knows, while it is not settled.
    private var lastSource: (source: [UInt8], reporter: [UInt8])?
    private let placer: EventPlacer
    private var finder: PlaceFinder
    private var ledger: CheckLedger?

    /// Opens a table.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: The name of the table as the user gave it.
    ///   - options: How it is read.
    ///   - placer: What finds the places.
    /// - Throws: `FileFault` for what makes the whole file useless.
    public init(
        _ input: any ByteInput, file: String, options: ReadingOptions, placer: EventPlacer
    ) throws(FileFault) {
        reader = try EventReader(input, file: file, options: options)
        self.placer = placer
        finder = placer.makeFinder()
        placed = PlacedEvents(
            file: file, rows: reader.rows, report: DiagnosticReport(keeping: Self.greatestFindings))
    }

    /// Asks for what `EventPlacer.check` finds; the findings are whole at the end of the table.
    mutating func lookTwice() {
        ledger = CheckLedger(file: placed.file, keeping: Self.greatestFindings)
    }

    /// Places the next row if it is an event at coordinates that needs no more than copying.
    ///
    /// - Parameter use: Takes what is known of the row, the bytes, and the cells that stand in them.
    /// - Returns: Whether there was such a row; if not, `next` gives it.
    /// - Throws: `FileFault` when the input cannot be read any more.
    mutating func nextPlain(
        _ use: (PlainFeature, Span<UInt8>, Span<ByteRange>) -> Void
    ) throws(FileFault) -> Bool {
        let isPlain =
            oneSource.isSettled
            ? try reader.nextPlain(use) : try nextPlainTellingSource(use)
        guard isPlain else { return false }
        if reader.plainPrecision == .country {
            placed.countryLevel += 1
        } else {
            placed.placed += 1
        }
        featureCount += 1
        return true
    }

    private mutating func nextPlainTellingSource(
        _ use: (PlainFeature, Span<UInt8>, Span<ByteRange>) -> Void
    ) throws(FileFault) -> Bool {
        var (tally, last) = (oneSource, lastSource)
        let columns = [EventField.source, .reportedBy].map { reader.column(of: $0) }
        let isPlain = try reader.nextPlain { feature, bytes, cells in
            use(feature, bytes, cells)
            let (source, reporter) = (columns[0], columns[1])
            let cell = (source.map { cells[$0] } ?? .empty, reporter.map { cells[$0] } ?? .empty)
            // Most rows have the source of the row before.
            if let last,
                !tally.isSourceShared || ByteText.isSame(bytes, cell.0, as: last.source),
                !tally.isReporterShared || ByteText.isSame(bytes, cell.1, as: last.reporter)
            {
                return
            }
            last = (ByteText.array(bytes, cell.0), ByteText.array(bytes, cell.1))
            tally.take(source: last?.source ?? [], reporter: last?.reporter ?? [])
        }
        (oneSource, lastSource) = (tally, last)
        return isPlain
    }

    /// Places the next row.
    ///
    /// - Throws: `FileFault` when the input cannot be read any more.
    public mutating func next() throws(FileFault) -> Step {
        let step = try reader.next()
        if let findings = reader.takeFindings() { placed.report.add(findings) }
        switch step {
        case .event(let event):
            placer.take(event, into: &placed, finder: &finder)
            ledger?.take(
                event, placed.features, mayBeKin: reader.mayBeKin(event), &finder,
                into: &placed.report)
            finder.forgetIfFull()
            defer { placed.features.removeAll(keepingCapacity: true) }
            guard !placed.features.isEmpty else { return .none }
            if !oneSource.isSettled, let first = placed.features.first { oneSource.take(first) }
            featureCount += placed.features.count
            return .event(event, placed.features)
        case .setAside(let row):
            placed.setAside[row.reason == .duplicate ? .duplicate : .unreadable, default: 0] += 1
            return .none
        case .end:
            try finish()
            return .end
        }
    }

    private mutating func finish() throws(FileFault) {
        if let ledger {
            let ids = try reader.ownIDs(ofRows: ledger.wantedRows)
            ledger.finish(ids: ids, checkingParts: true, into: &placed.report)
        }
        ledger = nil
        placed.report.sort()
    }
}
