/// What there is to say about one date, before a language says it.
struct SaidDate: Hashable {
    var phrase: DatePhrase
    var isApproximate = false
    var isUncertain = false
}

/// One date without its doubt.
enum DatePhrase: Hashable {
    case year(YearPhrase)
    case month(Int, YearPhrase)
    /// A day or, of one month, several: `25`, `25–26`.
    case day(String, month: Int, YearPhrase)
    case season(SeasonPhrase, YearPhrase)
    case someDay(month: Int, YearPhrase)
    case someMonth(YearPhrase)
    case someDayOfYear(YearPhrase)
}

/// A year as people count, or what is known of it.
enum YearPhrase: Hashable {
    /// A year of the astronomical count.
    case known(Int)
    /// The ten years from one.
    case decade(Int)
    /// One of the years from the first to the last.
    case between(Int, Int)
    case unknown
}

/// A group of months, numbered from 0 within its kind.
enum SeasonPhrase: Hashable {
    enum Hemisphere: Hashable { case north, south }

    /// Spring, summer, autumn or winter.
    case season(Int, Hemisphere?)
    case quarter(Int)
    case third(Int)
    case half(Int)
    /// The early, middle or late part.
    case part(Int)
}

/// How a date stands to a time without limit.
enum DateRole: Hashable {
    case plain
    /// It starts then; its end is not known.
    case from
    /// It starts then and has no end.
    case since
    /// It ends then; its start is not known.
    case until
    /// It ends then and had no start.
    case upTo
}

/// A language's way with dates: nouns, their cases, and the order of words.
protocol DateWords {
    /// One date in a role, with its doubt.
    func text(_ date: SaidDate, as role: DateRole) -> String
    /// Years from one to another: `1991–2020`.
    func years(_ first: Int, _ last: Int) -> String
    /// Months of one year: `April–June 2020`.
    func months(_ first: Int, _ last: Int, of year: YearPhrase) -> String
    /// Days of two months of one year: `27 September – 10 November 2020`.
    func days(_ first: (day: Int, month: Int), _ last: (day: Int, month: Int), of year: YearPhrase)
        -> String
    /// One of the dates between two, both among them.
    func between(_ first: SaidDate, _ last: SaidDate) -> String
    /// One of some years, both among them.
    func between(_ first: Int, _ last: Int) -> String
    /// `A or earlier`.
    func orEarlier(_ text: String) -> String
    /// `A or later`.
    func orLater(_ text: String) -> String
    /// Puts the last entry of a list after others; a choice or all of them.
    func list(_ texts: [String], isChoice: Bool) -> String
    /// The word for no date.
    var undated: String { get }
}

extension DateWords {
    /// `A, B and C`.
    func list(_ texts: [String], last word: String) -> String {
        guard let final = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " \(word) " + final
    }

    /// A dash for a limit where a language would need a case that a phrase does not have.
    func dashed(_ text: String, as role: DateRole) -> String {
        switch role {
        case .plain: text
        case .from: "\(text) – ?"
        case .since: "\(text) –"
        case .until: "? – \(text)"
        case .upTo: "– \(text)"
        }
    }
}
