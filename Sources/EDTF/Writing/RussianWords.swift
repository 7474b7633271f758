/// Dates in Russian. Patterns and months are those of Unicode CLDR 41 `ru`: `d MMMM y 'г'.`,
/// `LLLL y 'г'.`, ranges of years `y–y 'гг'.`
struct RussianWords: DateWords {
    let undated = "без даты"

    private enum Case: Int { case nominative, genitive, accusative }

    /// A noun in its cases.
    private typealias Noun = (nominative: String, genitive: String, accusative: String)

    func text(_ date: SaidDate, as role: DateRole) -> String {
        let perhaps = date.isUncertain ? "возможно, " : ""
        guard role != .plain else {
            return perhaps
                + (date.isApproximate
                    ? "ок. \(phrase(date.phrase, .genitive))" : phrase(date.phrase, .nominative))
        }
        return perhaps + (date.isApproximate ? "примерно " : "") + limit(date.phrase, role)
    }

    private func limit(_ phrase: DatePhrase, _ role: DateRole) -> String {
        let genitive = self.phrase(phrase, .genitive)
        return switch role {
        case .plain: self.phrase(phrase, .nominative)
        case .from: "\(Self.with(genitive)) \(genitive)"
        case .since: "\(Self.with(genitive)) \(genitive) и далее"
        case .until: "по \(self.phrase(phrase, .accusative))"
        case .upTo: "вплоть до \(genitive)"
        }
    }

    /// `со` before the second of anything, else `с`.
    private static func with(_ text: String) -> String {
        ["2 ", "2-го", "второ"].contains(where: text.hasPrefix) ? "со" : "с"
    }

    func years(_ first: Int, _ last: Int) -> String { "\(first)–\(last) гг." }

    func months(_ first: Int, _ last: Int, of year: YearPhrase) -> String {
        "\(Self.months[first - 1].nominative)–\(phrase(.month(last, year), .nominative))"
    }

    func days(
        _ first: (day: Int, month: Int), _ last: (day: Int, month: Int), of year: YearPhrase
    ) -> String {
        "\(first.day) \(Self.months[first.month - 1].genitive) – "
            + phrase(.day("\(last.day)", month: last.month, year), .genitive)
    }

    func between(_ first: SaidDate, _ last: SaidDate) -> String {
        let (from, to) = (said(first), said(last))
        return "не ранее \(from) и не позднее \(to)"
    }

    func between(_ first: Int, _ last: Int) -> String {
        guard first >= 1000 else {
            return "не ранее \(numbered(first)) и не позднее \(numbered(last))"
        }
        return "между \(first) и \(last) гг."
    }

    private func said(_ date: SaidDate) -> String {
        (date.isUncertain ? "возможно, " : "") + (date.isApproximate ? "ок. " : "")
            + phrase(date.phrase, .genitive)
    }

    func orEarlier(_ text: String) -> String { "\(text) или ранее" }

    func orLater(_ text: String) -> String { "\(text) или позднее" }

    func list(_ texts: [String], isChoice: Bool) -> String {
        list(texts, last: isChoice ? "или" : "и")
    }

    // MARK: Phrases

    private func phrase(_ phrase: DatePhrase, _ form: Case) -> String {
        switch phrase {
        case .year(let year): self.year(year, form)
        case .month(let month, let year): "\(pick(Self.months[month - 1], form)) \(of(year))"
        case .day(let days, let month, let year):
            "\(days) \(Self.months[month - 1].genitive) \(of(year))"
        case .season(let season, let year): self.season(season, year, form)
        case .someDay(let month, let year):
            "\(pick(Self.one, form)) из дней \(Self.months[month - 1].genitive) \(of(year))"
        case .someMonth(let year): "\(pick(Self.one, form)) из месяцев \(of(year))"
        case .someDayOfYear(let year): "\(pick(Self.one, form)) из дней \(of(year))"
        }
    }

    private func season(_ season: SeasonPhrase, _ year: YearPhrase, _ form: Case) -> String {
        switch season {
        case .season(let index, let hemisphere):
            let where_ = hemisphere.map {
                $0 == .north ? " (северное полушарие)" : " (южное полушарие)"
            }
            return "\(pick(Self.seasons[index], form)) \(of(year))" + (where_ ?? "")
        case .quarter(let index):
            let quarter = form == .genitive ? "го квартала" : "й квартал"
            return "\(index + 1)-\(quarter) \(of(year))"
        case .third(let index): return "\(pick(Self.thirds[index], form)) \(of(year))"
        case .half(let index): return "\(pick(Self.halves[index], form)) \(of(year))"
        case .part(let index): return "\(pick(Self.parts[index], form)) \(of(year))"
        }
    }

    private func year(_ year: YearPhrase, _ form: Case) -> String {
        switch year {
        case .known(let year): numbered(year)
        case .decade(let year): "\(year)-\(form == .genitive ? "х" : "е") гг."
        case .between(let first, let last) where form == .nominative: between(first, last)
        case .between: "\(pick(Self.one, form)) из \(span(year))"
        case .unknown: form == .genitive ? "неизвестного года" : "неизвестный год"
        }
    }

    /// A year that something belongs to.
    private func of(_ year: YearPhrase) -> String { self.year(year, .genitive) }

    private func span(_ year: YearPhrase) -> String {
        guard case .between(let first, let last) = year else { return "" }
        return first >= 1000
            ? years(first, last) : "\(numbered(first)) – \(numbered(last))"
    }

    /// A year of the astronomical count as people number it: 0 is 1 BCE (CLDR: `y 'г'. G`).
    private func numbered(_ year: Int) -> String {
        switch year {
        case ...0: "\(1 - year) г. до н. э."
        case ..<1000: "\(year) г. н. э."
        default: "\(year) г."
        }
    }

    private func pick(_ noun: Noun, _ form: Case) -> String {
        switch form {
        case .nominative: noun.nominative
        case .genitive: noun.genitive
        case .accusative: noun.accusative
        }
    }

    private static let one: Noun = ("один", "одного", "один")

    private static let months: [Noun] = [
        ("январь", "января", "январь"), ("февраль", "февраля", "февраль"),
        ("март", "марта", "март"), ("апрель", "апреля", "апрель"), ("май", "мая", "май"),
        ("июнь", "июня", "июнь"), ("июль", "июля", "июль"), ("август", "августа", "август"),
        ("сентябрь", "сентября", "сентябрь"), ("октябрь", "октября", "октябрь"),
        ("ноябрь", "ноября", "ноябрь"), ("декабрь", "декабря", "декабрь"),
    ]

    private static let seasons: [Noun] = [
        ("весна", "весны", "весну"), ("лето", "лета", "лето"), ("осень", "осени", "осень"),
        ("зима", "зимы", "зиму"),
    ]

    private static let thirds: [Noun] = [
        ("первая треть", "первой трети", "первую треть"),
        ("вторая треть", "второй трети", "вторую треть"),
        ("последняя треть", "последней трети", "последнюю треть"),
    ]

    private static let halves: [Noun] = [
        ("первая половина", "первой половины", "первую половину"),
        ("вторая половина", "второй половины", "вторую половину"),
    ]

    private static let parts: [Noun] = [
        ("начало", "начала", "начало"), ("середина", "середины", "середину"),
        ("конец", "конца", "конец"),
    ]
}
