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
    public var oneSource: OneSourceTally { sources.tally }
    /// How many features there were so far.
    public private(set) var featureCount = 0
    private(set) var reader: EventReader
    private var sources: RowSources
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
        sources = RowSources(
            source: reader.column(of: .source), reporter: reader.column(of: .reportedBy))
        self.placer = placer
        finder = placer.makeFinder()
        placed = PlacedEvents(
            file: file, rows: reader.rows, columns: reader.columns,
            report: DiagnosticReport(keeping: Self.greatestFindings))
    }

    /// Asks for what `EventPlacer.check` finds; the findings are whole at the end of the table.
    mutating func lookTwice() {
        ledger = CheckLedger(file: placed.file, keeping: Self.greatestFindings)
    }

    /// Places the rows from here on that are events at coordinates and need no more than copying.
    ///
    /// - Parameter use: Takes what is known of the row, the bytes, and the cells that stand in them;
    ///   returns whether it wants another.
    /// - Returns: Whether `use` had enough; if not, `next` gives the row that follows.
    /// - Throws: `FileFault` when the input cannot be read any more.
    mutating func passPlain(
        _ use: (PlainFeature, Span<UInt8>, Span<ByteRange>) -> Bool
    ) throws(FileFault) -> Bool {
        var (rows, ofCountries) = (0, 0)
        defer {
            featureCount += rows
            placed.countryLevel += ofCountries
            placed.placed += rows - ofCountries
        }
        var sources = sources
        defer { self.sources = sources }
        return try reader.passPlain { feature, bytes, cells in
            rows += 1
            if feature.precision == PlacePrecision.country { ofCountries += 1 }
            sources.take(bytes, cells)
            return use(feature, bytes, cells)
        }
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
            if !oneSource.isSettled, let first = placed.features.first {
                sources.tally.take(first)
            }
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

/// Finds out whether all events come from one source, most of them from the bytes of their rows.
private struct RowSources {
    /// What was found out so far.
    var tally = OneSourceTally()
    private let source: Int?
    private let reporter: Int?
    /// Source and reporter of a row that the tally knows.
    private var last: (source: [UInt8], reporter: [UInt8])?

    /// Looks into two columns.
    init(source: Int?, reporter: Int?) {
        (self.source, self.reporter) = (source, reporter)
    }

    /// Takes note of a row that stands in its bytes.
    mutating func take(_ bytes: Span<UInt8>, _ cells: Span<ByteRange>) {
        guard !tally.isSettled else { return }
        let (source, reporter) = (
            source.map { cells[$0] } ?? .empty, reporter.map { cells[$0] } ?? .empty
        )
        // Most rows have the source of the row before.
        if let last,
            !tally.isSourceShared || ByteText.isSame(bytes, source, as: last.source),
            !tally.isReporterShared || ByteText.isSame(bytes, reporter, as: last.reporter)
        {
            return
        }
        let found = (ByteText.array(bytes, source), ByteText.array(bytes, reporter))
        tally.take(source: found.0, reporter: found.1)
        last = found
    }
}
