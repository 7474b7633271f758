/// A language that dates are written in for people.
public enum DateLanguage: String, Hashable, Sendable, CaseIterable {
    /// English, day before month: `25–26 February 1992`.
    case english
    /// Azerbaijani in Latin letters: `25–26 fevral 1992`.
    case azerbaijani
    /// Armenian, year first: `1992 թ. փետրվարի 25–26`.
    case armenian
    /// Russian: `25–26 февраля 1992 г.`
    case russian

    /// The BCP 47 tag: `en`.
    public var tag: String {
        switch self {
        case .english: "en"
        case .azerbaijani: "az"
        case .armenian: "hy"
        case .russian: "ru"
        }
    }

    /// The language of a BCP 47 tag (`az`, `hy-AM`), or nil when dates are not written in it.
    public init?(tag: String) {
        let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        switch parts.first {
        case "en": self = .english
        case "az" where !parts.contains("cyrl") && !parts.contains("arab"): self = .azerbaijani
        case "hy": self = .armenian
        case "ru": self = .russian
        default: return nil
        }
    }
}

extension HistoricalDate {
    /// The date as people write it: `25–26 February 1992`, `October 2020`, `c. 1993`, `from 1987`.
    ///
    /// Every doubt is kept: `c.` for approximate, `perhaps` for uncertain, `some day of` and
    /// `between … and …` for open digits, `from` for an unknown end and `since` for an open one.
    /// Years before 1000 carry CE or BCE. The same on every machine: no locale is asked.
    public func formatted(in language: DateLanguage) -> String {
        switch language {
        case .english: DateWriter(EnglishWords()).text(form)
        case .azerbaijani: DateWriter(AzerbaijaniWords()).text(form)
        case .armenian: DateWriter(ArmenianWords()).text(form)
        case .russian: DateWriter(RussianWords()).text(form)
        }
    }
}

extension Optional where Wrapped == HistoricalDate {
    /// The date as people write it, or the word for none: `undated`.
    public func formatted(in language: DateLanguage) -> String {
        if let date = self { return date.formatted(in: language) }
        return switch language {
        case .english: EnglishWords().undated
        case .azerbaijani: AzerbaijaniWords().undated
        case .armenian: ArmenianWords().undated
        case .russian: RussianWords().undated
        }
    }
}
