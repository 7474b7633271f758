/// Dates in Armenian, the year first as in the full pattern of Unicode CLDR 41 `hy`: `y թ. MMMM d`,
/// `y թ. LLLL`, ranges of years `y–y թթ.`
struct ArmenianWords: DateWords {
    let undated = "առանց ամսաթվի"

    /// A noun as it is named, as something starts from it, and with the article.
    private struct Noun: Hashable {
        let plain: String
        let ablative: String
        let definite: String

        init(_ plain: String, _ ablative: String, _ definite: String) {
            self.plain = plain
            self.ablative = ablative
            self.definite = definite
        }

        /// A noun whose stem does not change.
        init(_ plain: String) {
            self.init(plain, plain + "ից", plain + "ը")
        }
    }

    func text(_ date: SaidDate, as role: DateRole) -> String {
        let perhaps = date.isUncertain ? "գուցե " : ""
        let about = date.isApproximate ? "մոտ " : ""
        let (owner, noun) = parts(date.phrase)
        let text =
            switch role {
            case .plain: about + owner + noun.plain
            case .from: about + owner + noun.ablative
            case .since: about + owner + noun.ablative + " ի վեր"
            case .until: "մինչև " + about + owner + noun.definite
            case .upTo: "ընդհուպ մինչև " + about + owner + noun.definite
            }
        return perhaps + text
    }

    func years(_ first: Int, _ last: Int) -> String { "\(first)–\(last) թթ." }

    func months(_ first: Int, _ last: Int, of year: YearPhrase) -> String {
        "\(of(year))\(Self.months[first - 1])–\(Self.months[last - 1])"
    }

    func days(
        _ first: (day: Int, month: Int), _ last: (day: Int, month: Int), of year: YearPhrase
    ) -> String {
        "\(of(year))\(Self.months[first.month - 1])ի \(first.day) – "
            + "\(Self.months[last.month - 1])ի \(last.day)"
    }

    func between(_ first: SaidDate, _ last: SaidDate) -> String {
        "ոչ շուտ, քան \(text(first, as: .plain)), և ոչ ուշ, քան \(text(last, as: .plain))"
    }

    func between(_ first: Int, _ last: Int) -> String {
        "\(era(first))\(Self.count(first)) և \(era(last))\(Self.count(last)) թվականների միջև"
    }

    func orEarlier(_ text: String) -> String { "\(text) կամ ավելի վաղ" }

    func orLater(_ text: String) -> String { "\(text) կամ ավելի ուշ" }

    func list(_ texts: [String], isChoice: Bool) -> String {
        list(texts, last: isChoice ? "կամ" : "և")
    }

    // MARK: Phrases

    /// What a phrase belongs to, and its noun: `1992 թ. ` and `փետրվար`.
    private func parts(_ phrase: DatePhrase) -> (owner: String, noun: Noun) {
        switch phrase {
        case .year(let year): ("", self.year(year))
        case .month(let month, let year): (of(year), Noun(Self.months[month - 1]))
        case .day(let days, let month, let year):
            (
                "\(of(year))\(Self.months[month - 1])ի ",
                Noun(days, "\(days)-ից", "\(days)-ը")
            )
        case .season(let season, let year): self.season(season, year)
        case .someDay(let month, let year):
            ("\(of(year))\(Self.months[month - 1])ի ", Noun("որևէ օր"))
        case .someMonth(let year): (of(year), Noun("որևէ ամիս", "որևէ ամսից", "որևէ ամիսը"))
        case .someDayOfYear(let year): (of(year), Noun("որևէ օր"))
        }
    }

    private func season(
        _ season: SeasonPhrase, _ year: YearPhrase
    ) -> (owner: String, noun: Noun) {
        switch season {
        case .season(let index, let hemisphere):
            let half = hemisphere.map {
                $0 == .north ? "հյուսիսային կիսագնդի " : "հարավային կիսագնդի "
            }
            return (of(year) + (half ?? ""), Self.seasons[index])
        case .quarter(let index):
            return (of(year), Noun("\(index + 1)-\(index == 0 ? "ին" : "րդ") եռամսյակ"))
        case .third(let index):
            return (of(year), Noun(["առաջին", "երկրորդ", "վերջին"][index] + " երրորդ"))
        case .half(let index): return (of(year), Noun(["առաջին", "երկրորդ"][index] + " կես"))
        case .part(let index): return (of(year), Self.parts[index])
        }
    }

    private func year(_ year: YearPhrase) -> Noun {
        switch year {
        case .known(let year):
            let number = "\(era(year))\(Self.count(year))"
            return Noun("\(number) թ.", "\(number) թվականից", "\(number) թ.")
        case .decade(let year):
            let decade = "\(year)-ական"
            return Noun(
                "\(decade) թթ.", "\(decade) թվականներից", "\(decade) թթ.")
        case .between(let first, let last):
            let years = "\(era(first))\(Self.count(first))–\(era(last))\(Self.count(last)) թթ."
            return Noun(
                between(first, last), "\(years) որևէ տարուց", "\(years) որևէ տարի")
        case .unknown: return Noun("անհայտ տարի", "անհայտ տարուց", "անհայտ տարի")
        }
    }

    /// The year before what belongs to it.
    private func of(_ year: YearPhrase) -> String {
        switch year {
        case .known, .decade: "\(self.year(year).plain) "
        case .between(let first, let last):
            "\(era(first))\(Self.count(first))–\(era(last))\(Self.count(last)) թթ. որևէ տարվա "
        case .unknown: "անհայտ տարվա "
        }
    }

    private func era(_ year: Int) -> String {
        switch year {
        case ...0: "մ.թ.ա. "
        case ..<1000: "մ.թ. "
        default: ""
        }
    }

    /// The year's number in its era: 0 is 1 BCE.
    private static func count(_ year: Int) -> Int { year > 0 ? year : 1 - year }

    private static let months = [
        "հունվար", "փետրվար", "մարտ", "ապրիլ", "մայիս", "հունիս", "հուլիս", "օգոստոս",
        "սեպտեմբեր", "հոկտեմբեր", "նոյեմբեր", "դեկտեմբեր",
    ]

    private static let seasons = [
        Noun("գարուն", "գարնանից", "գարունը"), Noun("ամառ", "ամռանից", "ամառը"),
        Noun("աշուն", "աշնանից", "աշունը"), Noun("ձմեռ", "ձմռանից", "ձմեռը"),
    ]

    private static let parts = [
        Noun("սկիզբ", "սկզբից", "սկիզբը"), Noun("կեսեր", "կեսերից", "կեսերը"),
        Noun("վերջ", "վերջից", "վերջը"),
    ]
}
