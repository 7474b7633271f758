/// Dates in English, day before month.
struct EnglishWords: DateWords {
    let undated = "undated"

    func text(_ date: SaidDate, as role: DateRole) -> String {
        let perhaps = date.isUncertain ? "perhaps " : ""
        let about = date.isApproximate ? "c. " : ""
        let article =
            role != .plain && !date.isApproximate && !date.isUncertain
                && Self.takesArticle(date.phrase) ? "the " : ""
        return Self.prefix(role) + article + perhaps + about + phrase(date.phrase)
    }

    func years(_ first: Int, _ last: Int) -> String { "\(first)–\(last)" }

    func months(_ first: Int, _ last: Int, of year: YearPhrase) -> String {
        "\(Self.months[first - 1])–\(phrase(.month(last, year)))"
    }

    func days(
        _ first: (day: Int, month: Int), _ last: (day: Int, month: Int), of year: YearPhrase
    ) -> String {
        "\(first.day) \(Self.months[first.month - 1]) – "
            + phrase(.day("\(last.day)", month: last.month, year))
    }

    func between(_ first: SaidDate, _ last: SaidDate) -> String {
        "between \(text(first, as: .plain)) and \(text(last, as: .plain))"
    }

    func between(_ first: Int, _ last: Int) -> String {
        "between \(numbered(first)) and \(numbered(last))"
    }

    func orEarlier(_ text: String) -> String { "\(text) or earlier" }

    func orLater(_ text: String) -> String { "\(text) or later" }

    func list(_ texts: [String], isChoice: Bool) -> String {
        list(texts, last: isChoice ? "or" : "and")
    }

    // MARK: Phrases

    private func phrase(_ phrase: DatePhrase) -> String {
        switch phrase {
        case .year(let year): self.year(year)
        case .month(let month, let year): "\(Self.months[month - 1])\(of(year))"
        case .day(let days, let month, let year): "\(days) \(Self.months[month - 1])\(of(year))"
        case .season(let season, let year): self.season(season, year)
        case .someDay(let month, let year): "some day of \(Self.months[month - 1])\(of(year))"
        case .someMonth(let year): "some month of \(noun(year))"
        case .someDayOfYear(let year): "some day of \(noun(year))"
        }
    }

    private func season(_ season: SeasonPhrase, _ year: YearPhrase) -> String {
        switch season {
        case .season(let index, let hemisphere):
            let half = hemisphere.map { $0 == .north ? "northern " : "southern " } ?? ""
            return half + ["spring", "summer", "autumn", "winter"][index] + of(year)
        case .quarter(let index):
            return ["first", "second", "third", "fourth"][index] + " quarter of \(noun(year))"
        case .third(let index):
            return ["first", "second", "last"][index] + " third of \(noun(year))"
        case .half(let index): return ["first", "second"][index] + " half of \(noun(year))"
        case .part(let index): return ["early ", "mid-", "late "][index] + self.year(year)
        }
    }

    private func year(_ year: YearPhrase) -> String {
        switch year {
        case .known(let year): numbered(year)
        case .decade(let year): "\(year)s"
        case .between(let first, let last): between(first, last)
        case .unknown: "an unknown year"
        }
    }

    /// A year after a month.
    private func of(_ year: YearPhrase) -> String {
        if case .known = year { return " \(self.year(year))" }
        return " of \(noun(year))"
    }

    /// A year after `of`.
    private func noun(_ year: YearPhrase) -> String {
        switch year {
        case .known, .unknown: self.year(year)
        case .decade: "the \(self.year(year))"
        case .between: "a year \(self.year(year))"
        }
    }

    /// A year of the astronomical count as people number it: 0 is 1 BCE.
    private func numbered(_ year: Int) -> String {
        switch year {
        case ...0: "\(1 - year) BCE"
        case ..<1000: "\(year) CE"
        default: "\(year)"
        }
    }

    /// Whether people say `from the 1990s`, `until the first half of 1991`.
    private static func takesArticle(_ phrase: DatePhrase) -> Bool {
        switch phrase {
        case .year(.decade), .season(.quarter, _), .season(.third, _), .season(.half, _): true
        default: false
        }
    }

    private static func prefix(_ role: DateRole) -> String {
        switch role {
        case .plain: ""
        case .from: "from "
        case .since: "since "
        case .until: "until "
        case .upTo: "up to "
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
