/// Dates in Azerbaijani. Patterns and months are those of Unicode CLDR 41 `az`: `d MMMM y`, `MMMM y`,
/// `y`, the era first (`G d MMM y`); where a noun takes a case, the year stands before it
/// (`1992-ci ilin fevralından`).
struct AzerbaijaniWords: DateWords {
    let undated = "tarixsiz"

    /// A noun that belongs to something (`fevralı`), with the vowel of its endings.
    private struct Noun: Hashable {
        let possessive: String
        let vowel: Character

        init(_ possessive: String, _ vowel: Character) {
            self.possessive = possessive
            self.vowel = vowel
        }

        /// The noun in a role, its endings joined by the n of the possessive.
        func text(as role: DateRole) -> String {
            switch role {
            case .plain: possessive
            case .from: "\(possessive)nd\(vowel)n"
            case .since: "\(possessive)nd\(vowel)n bəri"
            case .until: "\(possessive)n\(vowel)dək"
            case .upTo: "\(possessive)n\(vowel) qədər"
            }
        }
    }

    func text(_ date: SaidDate, as role: DateRole) -> String {
        (date.isUncertain ? "ehtimal ki, " : "") + (date.isApproximate ? "təxminən " : "")
            + phrase(date.phrase, role)
    }

    func years(_ first: Int, _ last: Int) -> String { "\(first)–\(last)" }

    func months(_ first: Int, _ last: Int, of year: YearPhrase) -> String {
        era(year) + "\(Self.names[first - 1])–\(Self.names[last - 1])" + after(year)
    }

    func days(
        _ first: (day: Int, month: Int), _ last: (day: Int, month: Int), of year: YearPhrase
    ) -> String {
        era(year) + "\(first.day) \(Self.names[first.month - 1]) – "
            + "\(last.day) \(Self.names[last.month - 1])" + after(year)
    }

    func between(_ first: SaidDate, _ last: SaidDate) -> String {
        "\(text(first, as: .plain)) ilə \(text(last, as: .plain)) arasında"
    }

    func between(_ first: Int, _ last: Int) -> String {
        "\(era(.known(first)))\(numbered(first)) ilə \(era(.known(last)))\(numbered(last)) arasında"
    }

    func orEarlier(_ text: String) -> String { "\(text) yaxud daha əvvəl" }

    func orLater(_ text: String) -> String { "\(text) yaxud daha sonra" }

    func list(_ texts: [String], isChoice: Bool) -> String {
        list(texts, last: isChoice ? "yaxud" : "və")
    }

    // MARK: Phrases

    private func phrase(_ phrase: DatePhrase, _ role: DateRole) -> String {
        switch phrase {
        case .year(let year): return self.year(year, role)
        case .month(let month, let year):
            if role == .plain, !year.isDecade {
                return era(year) + Self.names[month - 1] + after(year)
            }
            return of(year, Self.months[month - 1], role)
        case .day(let days, let month, let year):
            let day = era(year) + "\(days) \(Self.names[month - 1])"
            guard case .known(let number) = year, role != .plain else {
                return dashed(day + after(year), as: role)
            }
            return "\(day) \(inYear(number, role))"
        case .season(let season, let year): return self.season(season, year, role)
        case .someDay(let month, let year):
            let noun = Self.months[month - 1]
            let day = "\(noun.possessive)n\(Self.genitive[month - 1])n bir günü"
            return of(year, Noun(day, "ə"), role)
        case .someMonth(let year): return of(year, Noun("bir ayı", "a"), role)
        case .someDayOfYear(let year): return of(year, Noun("bir günü", "ə"), role)
        }
    }

    private func season(_ season: SeasonPhrase, _ year: YearPhrase, _ role: DateRole) -> String {
        switch season {
        case .season(let index, let hemisphere):
            let half = hemisphere.map {
                $0 == .north ? " (şimal yarımkürəsi)" : " (cənub yarımkürəsi)"
            }
            let noun = Noun(["yazı", "yayı", "payızı", "qışı"][index], "a")
            return of(year, noun, role) + (half ?? "")
        case .quarter(let index):
            let ordinal = Self.ordinal(index + 1)
            return of(year, Noun("\(ordinal) kvartalı", "a"), role)
        case .third(let index):
            let which = ["birinci", "ikinci", "sonuncu"][index]
            return of(year, Noun("\(which) üçdə biri", "ə"), role)
        case .half(let index):
            return of(year, Noun(["birinci", "ikinci"][index] + " yarısı", "a"), role)
        case .part(let index):
            let parts = [Noun("əvvəli", "ə"), Noun("ortası", "a"), Noun("sonu", "a")]
            return of(year, parts[index], role)
        }
    }

    /// A noun of a year: `1992-ci ilin fevralı`.
    private func of(_ year: YearPhrase, _ noun: Noun, _ role: DateRole) -> String {
        let owner =
            switch year {
            case .known(let year): "\(Self.ordinal(Self.count(year))) ilin"
            case .decade(let year): "\(Self.ordinal(year)) illərin"
            case .between(let first, let last):
                "\(numbered(first))–\(Self.ordinal(Self.count(last))) illərdən birinin"
            case .unknown: "naməlum ilin"
            }
        return "\(era(year))\(owner) \(noun.text(as: role))"
    }

    private func year(_ year: YearPhrase, _ role: DateRole) -> String {
        switch year {
        case .known(let number):
            return era(year) + (role == .plain ? numbered(number) : inYear(number, role))
        case .decade(let number):
            let plural = [
                DateRole.plain: "illər", .from: "illərdən", .since: "illərdən bəri",
                .until: "illərədək", .upTo: "illərə qədər",
            ]
            return "\(Self.ordinal(number)) \(plural[role] ?? "")"
        case .between(let first, let last): return dashed(between(first, last), as: role)
        case .unknown: return dashed("naməlum il", as: role)
        }
    }

    /// The year in a role, without its era: `1987-ci ildən`.
    private func inYear(_ year: Int, _ role: DateRole) -> String {
        let noun = [
            DateRole.plain: "il", .from: "ildən", .since: "ildən bəri", .until: "ilədək",
            .upTo: "ilə qədər",
        ]
        return "\(Self.ordinal(Self.count(year))) \(noun[role] ?? "")"
    }

    /// The year after a month, without its era.
    private func after(_ year: YearPhrase) -> String {
        switch year {
        case .known(let year): " \(numbered(year))"
        case .decade(let year): ", \(Self.ordinal(year)) illər"
        case .between(let first, let last):
            ", \(numbered(first))–\(Self.ordinal(Self.count(last))) illərdən biri"
        case .unknown: ", il naməlum"
        }
    }

    private func era(_ year: YearPhrase) -> String {
        guard case .known(let year) = year else { return "" }
        return switch year {
        case ...0: "e.ə. "
        case ..<1000: "y.e. "
        default: ""
        }
    }

    private func numbered(_ year: Int) -> String { "\(Self.count(year))" }

    /// The year's number in its era: 0 is 1 BCE.
    private static func count(_ year: Int) -> Int { year > 0 ? year : 1 - year }

    /// A number with the ending of its last spoken word: `1992-ci`, `1999-cu`, `1990-cı`.
    private static func ordinal(_ number: Int) -> String {
        let endings =
            number % 10 != 0
            ? ["", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu"][number % 10]
            : number % 100 != 0
                ? ["", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı"][number / 10 % 10]
                : number % 1000 != 0 ? "cü" : "ci"
        return "\(number)-\(endings)"
    }

    private static let names = [
        "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr",
        "noyabr", "dekabr",
    ]

    private static let months = [
        Noun("yanvarı", "a"), Noun("fevralı", "a"), Noun("martı", "a"), Noun("apreli", "ə"),
        Noun("mayı", "a"), Noun("iyunu", "a"), Noun("iyulu", "a"), Noun("avqustu", "a"),
        Noun("sentyabrı", "a"), Noun("oktyabrı", "a"), Noun("noyabrı", "a"), Noun("dekabrı", "a"),
    ]

    /// The vowel of the genitive of each month.
    private static let genitive = ["ı", "ı", "ı", "i", "ı", "u", "u", "u", "ı", "ı", "ı", "ı"]
}

extension YearPhrase {
    fileprivate var isDecade: Bool {
        if case .decade = self { true } else { false }
    }
}
