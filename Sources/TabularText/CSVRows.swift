package import Diagnostics

/// Takes CSV apart, one row at a time, in bounded memory.
///
/// A row whose cells need nothing but cutting is given as ranges; any other goes through `CSVScanner`,
/// which unquotes and finds fault.
package struct CSVRows {
    /// The text, from the row taken last on.
    package private(set) var window: TextWindow
    /// The headers.
    package private(set) var headers = TableHeaders()
    /// What was found that belongs to no row.
    package private(set) var report = DiagnosticReport()
    /// The row that was taken apart last, if `next` said `cells`.
    package private(set) var row = CellRow()
    /// What stands between two cells.
    package let delimiter: UInt8
    private let cutter: CSVCutter
    private let rules: TableRules

    /// Reads the header.
    ///
    /// - Throws: `FileFault` when there is none or it cannot be used.
    package init(_ window: TextWindow, _ rules: TableRules) throws(FileFault) {
        self.window = window
        self.rules = rules
        let said = try Self.separatorLine(&self.window)
        if let said { delimiter = said } else { delimiter = try Self.guessDelimiter(&self.window) }
        cutter = CSVCutter(delimiter: delimiter)
        try takeHeader()
    }

    /// Takes the next row apart. `number` is what it will be called.
    package mutating func next(number: Int) throws(FileFault) -> TakenRow {
        while let scan = try scan() {
            switch scan.kind {
            case .blank: consume(scan)
            case .cells:
                // The bytes stay where they are until more is fetched.
                defer { consume(scan) }
                rowPosition = window.position
                return .cells
            case .odd:
                let source = window.source(window.start..<scan.end)
                consume(scan)
                guard let taken = try rowTaker.take(source, number) else { continue }
                return taken
            }
        }
        return .end
    }

    /// Hands on the rows from here on that were fetched and need no more than cutting, as long as
    /// `use` asks for the next. What the whole batch needs is asked for once.
    ///
    /// - Returns: What `use` said last; `next` when another row has to be taken by `next(number:)`.
    package mutating func pass(
        _ use: (Span<UInt8>, Span<ByteRange>) -> RowVerdict
    ) -> RowVerdict {
        let bytes = window.bytes
        let isAtEnd = window.isAtEnd
        // Taken out and put back, so that no cell is asked whether the array is shared.
        var cells = row.cells
        row.cells = []
        defer { row.cells = cells }
        var (start, lines) = (window.start, 0)
        while start < bytes.count {
            var span = cells.mutableSpan
            guard let cut = cutter.cut(bytes.span, from: start, isAtEnd: isAtEnd, into: &span),
                cut.kind == .cells, cut.end - start <= rules.limits.rowBytes
            else { break }
            let verdict = use(bytes.span, cells.span)
            let isLine = !cut.hasBreaks && cut.next > cut.end
            if verdict == .next, isLine {
                (start, lines) = (cut.next, lines + 1)
                continue
            }
            window.consumeLines(lines, to: start)
            if verdict == .refused {
                row.range = start..<cut.end
                rowPosition = window.position
            }
            consume(cut)
            guard verdict == .next else { return verdict }
            (start, lines) = (cut.next, 0)
        }
        window.consumeLines(lines, to: start)
        return .next
    }

    /// Where the row that was taken apart last starts.
    package private(set) var rowPosition = TextPosition()

    /// How many cells a row has that needed more than cutting.
    package func cellCount(of source: SourceText) throws(FileFault) -> Int {
        var scanner = CSVScanner(source, delimiter: delimiter, limits: rules.limits, from: 0)
        return try scanner.next()?.count ?? 0
    }

    /// What takes rows apart that need more than cutting.
    package var rowTaker: CSVRowTaker {
        CSVRowTaker(delimiter: delimiter, limits: rules.limits, width: headers.names.count)
    }

    // MARK: Finding rows

    private mutating func consume(_ scan: CSVCutter.Cut) {
        if scan.hasBreaks || scan.next == scan.end {
            window.consume(to: scan.next)
        } else {
            window.consumeLines(1, to: scan.next)
        }
    }

    /// Finds the next row, fetching until it is there whole; nil at the end.
    private mutating func scan() throws(FileFault) -> CSVCutter.Cut? {
        while true {
            if window.start < window.bytes.count {
                let scan = scanFetched()
                if (scan?.end ?? window.bytes.count) - window.start > rules.limits.rowBytes {
                    throw tooLong()
                }
                if let scan { return scan }
            } else if window.isAtEnd {
                return nil
            }
            try window.fetch()
        }
    }

    /// What is wrong with a row that is too long: a quote that is open, too many cells, or just that.
    private func tooLong() -> FileFault {
        let source = window.source(window.range)
        var scanner = CSVScanner(source, delimiter: delimiter, limits: rules.limits, from: 0)
        do throws(FileFault) {
            _ = try scanner.next()
        } catch {
            return error
        }
        return source.fault(
            "row-too-long", at: 0, "a row of more than \(rules.limits.rowBytes) bytes",
            remedy: "check the line ends of the file")
    }

    /// Cuts the row at the start of the window at its delimiters; nil when its end is not fetched.
    private mutating func scanFetched() -> CSVCutter.Cut? {
        let bytes = window.bytes
        // Taken out and put back, so that no cell is asked whether the array is shared.
        var cells = row.cells
        row.cells = []
        defer { row.cells = cells }
        var span = cells.mutableSpan
        let cut = cutter.cut(
            bytes.span, from: window.start, isAtEnd: window.isAtEnd, into: &span)
        if let cut { row.range = window.start..<cut.end }
        return cut
    }
}

// MARK: - The header

extension CSVRows {
    private mutating func takeHeader() throws(FileFault) {
        var scan: CSVCutter.Cut?
        // Lines that are blank before the header are passed over.
        repeat {
            if let scan { consume(scan) }
            scan = try self.scan()
        } while scan?.kind == .blank
        guard let scan else {
            throw window.fault(
                "empty-file", at: nil, "the file is empty",
                remedy: rules.remedyOfEmptyFile)
        }
        let source = window.source(window.start..<scan.end)
        consume(scan)
        var scanner = CSVScanner(source, delimiter: delimiter, limits: rules.limits, from: 0)
        try take(try scanner.next() ?? [], source)
        row.cells = [CellRow.Cell](repeating: .empty, count: headers.names.count)
    }

    private mutating func take(
        _ header: [CSVScanner.Field], _ source: SourceText
    ) throws(FileFault) {
        var known: Set<String> = []
        for (index, field) in header.enumerated() {
            let (text, lead) = field.text.trimmedWithLead()
            var name = text.isEmpty ? "column_\(index + 1)" : text
            if known.contains(name) {
                if rules.singleHeaders.contains(name) {
                    throw source.fault(
                        "duplicate-column", at: field.offset, "a second column \"\(name)\"",
                        remedy: "rename one of them")
                }
                var copy = 2
                while known.contains("\(name)_\(copy)") { copy += 1 }
                report.add(
                    Diagnostic(
                        .warning, code: "duplicate-column", at: source.location(field.offset),
                        problem: "a second column \"\(name)\" is kept as \"\(name)_\(copy)\"",
                        remedy: "rename one of them"))
                name += "_\(copy)"
            }
            known.insert(name)
            headers.names.append(name)
            headers.locations.append(source.location(field.offset + lead))
        }
    }

    /// The delimiter that a first line `sep=;` names, as spreadsheets write it; steps over the line.
    private static func separatorLine(_ window: inout TextWindow) throws(FileFault) -> UInt8? {
        while window.range.count < 8, !window.isAtEnd { try window.fetch() }
        let line = window.bytes[window.range].prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, line.starts(with: "sep=".utf8) else { return nil }
        window.consume(to: line.endIndex)
        return line.last
    }

    /// The one of comma, semicolon and tab that stands most often outside quotes in the header.
    private static func guessDelimiter(_ window: inout TextWindow) throws(FileFault) -> UInt8 {
        while window.range.count < 1 << 16, !window.isAtEnd { try window.fetch() }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in window.bytes[window.range].prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A || byte == 0x0D {
                if counts.isEmpty { continue }
                break
            }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return candidates.reversed().max { counts[$0, default: 0] <= counts[$1, default: 0] }
            .flatMap { counts[$0, default: 0] > 0 ? $0 : nil } ?? UInt8(ascii: ",")
    }
}
