package import Diagnostics

/// Takes a row of CSV apart that needs more than cutting, and finds fault with it.
package struct CSVRowTaker: Sendable {
    /// What stands between two cells.
    package let delimiter: UInt8
    /// What is refused.
    package let limits: ReadingLimits
    /// How many cells the header has.
    package let width: Int

    /// The cells of the row that a piece of text is; nil for a row without any.
    ///
    /// `number` is what it will be called.
    package func take(_ source: SourceText, _ number: Int) throws(FileFault) -> TakenRow? {
        var scanner = CSVScanner(source, delimiter: delimiter, limits: limits, from: 0)
        guard let record = try scanner.next() else { return nil }
        var cells: [RawCell] = []
        var overflow: RawCell?
        for (column, field) in record.enumerated() {
            let (text, lead) = field.text.trimmedWithLead()
            guard !text.isEmpty else { continue }
            let cell = RawCell(
                column: column, text: CSVCell.read(text), offset: field.offset + lead)
            if column < width {
                cells.append(cell)
            } else {
                overflow = overflow ?? cell
            }
        }
        let offset = record.first?.offset ?? 0
        if let overflow {
            let diagnostic = Diagnostic(
                .error, code: "too-many-cells", at: source.location(overflow.offset), row: number,
                problem: "\(record.count) cells where the header has \(width)",
                remedy: "put cells that hold the delimiter in quotes")
            return .broken(diagnostic, at: source.location(offset))
        }
        // Spreadsheets leave rows of delimiters alone behind; they are no data.
        guard !cells.isEmpty else { return nil }
        var findings: [Diagnostic] = []
        if record.count < width {
            findings.append(
                Diagnostic(
                    .warning, code: "too-few-cells", at: source.location(offset), row: number,
                    problem: "\(record.count) cells where the header has \(width)",
                    remedy: "check that no cell is missing; the last ones are taken as empty"))
        }
        return .raw(RawRow(number: number, offset: offset, cells: cells), source, findings)
    }
}
