/// A date as it was read from what a person wrote, with what was made of it.
///
///     let reading = try DateReading.read("c. 12 July 2020")
///     reading.date   // 2020-07-12~
///     reading.note   // read "c. 12 July 2020" as 2020-07-12~
///
/// EDTF is read first and without a note. Else the words and numbers that people write are read:
/// English, Azerbaijani (Latin and Cyrillic letters), Armenian, Russian and Turkish. A reading is
/// never more certain than the text: `early 1990s` keeps its doubt, `between 1991 and 1994` is one
/// date of those years, and what has two meanings is refused with both.
public struct DateReading: Hashable, Sendable {
    /// The date, or nil when the text says that there is none (`undated`, `n.d.`).
    public let date: HistoricalDate?
    /// What was read as what, or nil when the text is EDTF as it stands.
    public let note: String?
    /// Whether the text is EDTF but people may mean another thing by it: `1918-21` is spring 1918.
    public let isDoubtful: Bool

    /// The most Unicode scalars that a date in words may have.
    static let greatestLength = 120

    /// Reads a date in EDTF or in words.
    ///
    /// - Throws: `EDTFError`. What is neither EDTF nor a date in words is told as EDTF would tell it.
    /// - Complexity: O(*n*) in the length of the text.
    public static func read(
        _ text: String, options: DateReadingOptions = DateReadingOptions()
    ) throws(EDTFError) -> DateReading {
        if let date = PlainDate.inWords(text) {
            return DateReading(date: date, note: "read \"\(text)\" as \(date)")
        }
        let fault: EDTFError
        do {
            let date = try HistoricalDate(edtf: text)
            let note = yearsNote(text, date)
            return DateReading(date: date, note: note, isDoubtful: note != nil)
        } catch {
            fault = error
        }
        // A day that does not exist is a slip, not another spelling.
        if fault.isSlip { throw fault }
        do {
            if let reading = try inWords(text, options: options) { return reading }
        } catch {
            // Of the month 13 of 2001-13-01 EDTF knows the column.
            if case .noSuchMonth = error, case .noSuchMonth = fault { throw fault }
            throw error
        }
        throw fault
    }

    private init(date: HistoricalDate?, note: String?, isDoubtful: Bool = false) {
        self.date = date
        self.note = note
        self.isDoubtful = isDoubtful
    }

    static func inWords(
        _ text: String, options: DateReadingOptions
    ) throws(EDTFError) -> DateReading? {
        if let day = try SpreadsheetDay.read(text, counting: options.spreadsheetDays) {
            let date = HistoricalDate(day)
            return DateReading(
                date: date, note: "read \"\(text)\" as \(date), a day number of a spreadsheet")
        }
        guard let tokens = DateTokens.split(text, limit: greatestLength),
            let signs = DateSigns.read(tokens)
        else { return nil }
        var parser = WordsParser(signs, options)
        switch try parser.parse() {
        case .notUnderstood: return nil
        case .noDate: return DateReading(date: nil, note: "read \"\(text)\" as no date")
        case .date(let form):
            let date = HistoricalDate(form)
            return DateReading(date: date, note: "read \"\(text)\" as \(date)\(parser.remark)")
        }
    }

    /// `1918-21` is spring 1918 in EDTF, but a person may mean four years.
    private static func yearsNote(_ text: String, _ date: HistoricalDate) -> String? {
        guard case .date(let part) = date.form, let season = part.season, text.utf8.count == 7,
            part.year.isKnown, season > part.year.value % 100
        else { return nil }
        let years = "\(part.year.value)/\(part.year.value / 100)\(season)"
        return "read \"\(text)\" as \(date.formatted(in: .english)); for the years write \(years)"
    }
}

/// What a reader of dates may assume, because the person who knows the table has said it.
public struct DateReadingOptions: Hashable, Sendable {
    /// What the first number of `12.07.2020` is.
    public enum NumberOrder: String, Hashable, Sendable, CaseIterable {
        /// The day.
        case dayFirst = "dmy"
        /// The month.
        case monthFirst = "mdy"
    }

    /// Where a spreadsheet starts to count its days.
    public enum SpreadsheetDays: String, Hashable, Sendable, CaseIterable {
        /// 1 is the first of January 1900, as Excel counts.
        case from1900 = "1900"
        /// 0 is the first of January 1904, as Excel once counted on the Macintosh.
        case from1904 = "1904"
    }

    /// The order of day and month; nil refuses dates of numbers that fit both.
    public var order: NumberOrder?
    /// Whether numbers of five digits and more are days of a spreadsheet; nil refuses them.
    public var spreadsheetDays: SpreadsheetDays?

    /// Assumes nothing.
    public init() {}
}

extension EDTFError {
    /// Whether the text is EDTF in form but says what cannot be.
    fileprivate var isSlip: Bool {
        switch self {
        case .noSuchDay, .yearTooFar, .tooLong: true
        default: false
        }
    }
}
