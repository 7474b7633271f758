internal import Diagnostics
internal import EDTF
internal import GeoModel
internal import Places

/// Reads the cells of one row, and reports those that do not say what they should.
///
/// A cell that cannot be read makes the row unfit: `isFit` tells, once all cells were asked for.
struct RowReader {
    private let table: TabbedTable
    private let columns: [String: Int]
    private var row: TabbedTable.Row?
    private var periods: [String: HistoricalDate] = [:]
    private var languages: [String: LanguageTag] = [:]
    private(set) var isFit = true
    private(set) var report = DiagnosticReport()

    init(_ table: TabbedTable) {
        self.table = table
        columns = Dictionary(
            table.columns.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func start(_ row: TabbedTable.Row) {
        self.row = row
        isFit = true
    }

    /// The cell, or an empty text for a column that the table lacks.
    func text(_ column: String) -> String { optional(column) ?? "" }

    /// The cell, or nil when it is empty or the table lacks the column.
    func optional(_ column: String) -> String? {
        guard let row, let index = columns[column], !table.isEmpty(index, in: row) else {
            return nil
        }
        return table.text(index, in: row)
    }

    mutating func needed(_ column: String) -> String {
        let text = text(column)
        if text.isEmpty { refuse(column, "empty-cell", "\(column) is empty", "fill it in") }
        return text
    }

    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ column: String, or fallback: Word
    ) -> Word where Word.RawValue == String {
        let text = text(column)
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(
            column, "unknown-word", "\"\(text)\" is no \(column)", "write one of \(known)")
        return fallback
    }

    mutating func language(_ column: String) -> LanguageTag? {
        let text = text(column)
        if let known = languages[text] { return known }
        if let tag = LanguageTag(text) {
            languages[text] = tag
            return tag
        }
        refuse(
            column, "no-language", "\"\(text)\" is no language tag",
            "write a language and script such as az-Latn")
        return nil
    }

    mutating func extent(_ column: String) -> Extent {
        let text = text(column)
        if let extent = Extent(text) { return extent }
        refuse(
            column, "unknown-word", "\"\(text)\" is no extent",
            "write point, outline, line or approximately ID")
        return .point
    }

    mutating func period(_ column: String) -> HistoricalDate? {
        guard let cell = optional(column) else { return nil }
        if let known = periods[cell] { return known }
        do {
            let period = try HistoricalDate(edtf: cell)
            periods[cell] = period
            return period
        } catch {
            refuse(
                column, "no-date", "\"\(cell)\" is no date: \(error)",
                "write EDTF, such as 1923-07-07/1991-11-26")
            return nil
        }
    }

    /// A position from the columns `longitude` and `latitude`.
    mutating func coordinate() -> Coordinate {
        let position = Coordinate(
            longitude: number("longitude") ?? .nan, latitude: number("latitude") ?? .nan)
        if !position.isValid {
            refuse(
                "longitude", "no-position",
                "\"\(text("longitude"))\", \"\(text("latitude"))\" is no position",
                "write degrees, longitude within 180, latitude within 90")
        }
        return position
    }

    mutating func number(_ column: String) -> Double? {
        guard let cell = optional(column) else { return nil }
        if let number = Double(cell), number.isFinite { return number }
        refuse(column, "no-number", "\"\(cell)\" is no number", "write digits and a decimal point")
        return nil
    }

    mutating func whole(_ column: String) -> Int? {
        guard let cell = optional(column) else { return nil }
        if let number = Int(cell) { return number }
        refuse(column, "no-number", "\"\(cell)\" is no whole number", "write digits alone")
        return nil
    }

    /// Makes the row unfit and reports why.
    mutating func refuse(_ column: String, _ code: String, _ problem: String, _ remedy: String) {
        isFit = false
        report.add(
            Diagnostic(
                .error, code: code,
                at: row.map { table.location(of: columns[column] ?? 0, in: $0) },
                problem: problem, remedy: remedy))
    }
}
