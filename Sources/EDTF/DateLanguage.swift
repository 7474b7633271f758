/// A language that dates are written in for people.
public enum DateLanguage: String, Hashable, Sendable, CaseIterable {
    /// English, day before month: `25–26 February 1992`.
    case english
}

extension HistoricalDate {
    /// The date as people write it: `25–26 February 1992`, `October 2020`, `c. 1993`, `from 1987`.
    ///
    /// Every doubt is kept: `c.` for approximate, `perhaps` for uncertain, `some day of` and
    /// `between … and …` for open digits, `from` for an unknown end and `since` for an open one.
    /// Years before 1000 carry CE or BCE. The same on every machine: no locale is asked.
    public func formatted(in language: DateLanguage) -> String {
        switch language {
        case .english: EnglishDate.text(form)
        }
    }
}

extension Optional where Wrapped == HistoricalDate {
    /// The date as people write it, or the word for none: `undated`.
    public func formatted(in language: DateLanguage) -> String {
        map { $0.formatted(in: language) } ?? "undated"
    }
}
