internal import ArgumentParser
internal import Diagnostics
internal import EventIngest
internal import MapPipeline
internal import PlacePack
internal import PlaceResolution
internal import SystemFiles
internal import TabularText

/// A table with the places that it names.
struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Finds the places of a table and writes the table again with them.",
        discussion: """
            Rows stand as they were, with columns behind them: match_status (match, ambiguous or none), \
            match_id, match_name, match_kind, match_country, match_longitude, match_latitude, match_tier, \
            match_score and match_runner_up. An ambiguous row has the best of the places that fit, and the \
            next best as its runner-up: look at it before you use it.

            The table is CSV (comma, semicolon or tab) or NDJSON, of any size; it is written as it is read. \
            Beside the column place, the columns country (code or name; only places there), admin1 (code or \
            name), date, longitude and latitude are hints, and so are the other rows: a table mostly about \
            one country means its namesakes there. A name that fits nothing as it stands may have a slip or \
            two (match_tier says fuzzy), in the unit told before others.

            A cell is one place. One that holds several ("Baku; Ganja", or "Baku and Ganja" where both are \
            known and the whole is no name) is ambiguous, with the first and, as its runner-up, the next: \
            give each its own row, or choose one by a decision.

            --review writes the doubtful rows, those that say the same once; fill in its column decision with \
            an id or none, and --decisions reads it back.

            Examples:
              toponym resolve places.csv -o resolved.csv
              toponym resolve places.csv -o resolved.csv --column place=town --review doubts.csv
              toponym resolve places.csv -o resolved.csv --decisions doubts.csv
              cut -f1,4 list.tsv | toponym resolve - --column place=town > resolved.tsv

            Exit status: 0 when the table is written, whatever was found; with --strict 1, and nothing is \
            written, when a row names a place that is not told or cannot be read.
            """)

    @Argument(help: "The table: CSV, TSV or NDJSON; - is standard input.")
    var table: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; not given: standard output.", valueName: "file"))
    var output: String?

    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            "Says which column is which, such as place=town; again for several.",
            valueName: "field=header"))
    var columns: [String] = []

    @Option(
        help: ArgumentHelp(
            "How the letters are written; not given: told by the bytes, and said.",
            valueName: "encoding"))
    var encoding: EncodingName?

    @Option(
        help: ArgumentHelp("Where to write the doubtful rows, as CSV.", valueName: "file"))
    var review: String?

    @Option(
        help: ArgumentHelp("What was decided of doubtful rows.", valueName: "file"))
    var decisions: String?

    @Flag(help: "Write nothing unless every place is told.")
    var strict = false

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let pack = try gazetteer.pack()
        var resolver = TableResolver(
            pack: pack, decisions: try readDecisions(pack), isReviewed: review != nil,
            threads: common.threads ?? SystemFile.processorCount)
        var reader = try PlaceTableReader(
            try FileInput.open(table), file: table, columns: columns,
            encoding: encoding.flatMap { TextEncoding(rawValue: $0.rawValue) })
        try refuseOtherFormat(reader.format)
        var target = try StreamedFile(output ?? "-")
        // With --strict the last row may forbid the first: what is not a file waits.
        var waiting: [UInt8] = []
        let mustWait = strict && (output ?? "-") == "-"
        try resolver.resolve(&reader, progress: showProgress) { bytes throws(FileFault) in
            if mustWait { waiting += bytes } else { try target.write(bytes) }
        }
        clearProgress()
        common.report(resolver.report)
        common.remark(summary(resolver.tally))
        let isRefused = strict && !resolver.tally.isComplete
        if !isRefused {
            if mustWait { try target.write(waiting) }
            try target.keep()
        }
        try writeReview(resolver.review)
        guard isRefused else { return }
        common.remark("--strict: not every place is told; nothing is written")
        throw ExitStatus.notAll
    }

    private func readDecisions(_ pack: Pack) throws -> PlaceDecisions {
        guard let decisions else { return PlaceDecisions() }
        return try PlaceDecisions(
            try FileInput.open(decisions), file: decisions, resolver: PlaceResolver(pack: pack))
    }

    private func writeReview(_ review: PlaceReview) throws {
        guard let name = self.review else { return }
        try OutputFile.write(Array(review.text().utf8), to: name)
        common.remark("\(name): \(review.count) to look at")
        if review.leftOut > 0 {
            common.remark("\(name): no room for \(review.leftOut) more; decide these first")
        }
    }

    /// What is written is what was read.
    private func refuseOtherFormat(_ format: PlaceTableReader.Format) throws {
        guard let name = output?.lowercased() else { return }
        let endsAsJSON = [".ndjson", ".jsonl", ".json", ".geojson"].contains { name.hasSuffix($0) }
        let endsAsCSV = [".csv", ".tsv", ".tab"].contains { name.hasSuffix($0) }
        if format == .jsonLines ? endsAsCSV : endsAsJSON {
            let written = format == .jsonLines ? "NDJSON" : "CSV"
            throw FileFault(
                Diagnostic(
                    .error, code: "other-format", at: SourceLocation(file: output ?? ""),
                    problem: "a table is written as it is read, as \(written)",
                    remedy: "give the ending .\(written.lowercased())"))
        }
    }

    private func summary(_ tally: TableResolver.Tally) -> String {
        var parts = [
            "\(tally.matches) match", "\(tally.ambiguous) ambiguous", "\(tally.unknown) none",
        ]
        if tally.withoutPlace > 0 { parts.append("\(tally.withoutPlace) without a place") }
        if tally.setAside > 0 { parts.append("\(tally.setAside) set aside") }
        let rows = tally.rows + tally.setAside
        return "\(table): \(rows) row\(rows == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
    }

    // MARK: Progress

    private func showProgress(_ rows: Int) {
        guard !common.quiet, SystemFile.standardErrorIsTerminal else { return }
        Terminal.writeError("\r\(rows) rows")
    }

    private func clearProgress() {
        guard !common.quiet, SystemFile.standardErrorIsTerminal else { return }
        Terminal.writeError("\r\u{1B}[K")
    }
}

extension TableResolver.Tally {
    /// Whether every row names a place that is told, or none.
    fileprivate var isComplete: Bool { ambiguous == 0 && unknown == 0 && setAside == 0 }
}
