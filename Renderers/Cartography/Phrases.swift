internal import EDTF

/// The words of the furniture in one language.
///
/// One value a language, so that a translation is one reviewed table and nothing is put together
/// from halves of sentences where a language would turn them round.
struct Phrases: Hashable, Sendable {
    /// How dates are written.
    let dates: DateLanguage

    /// Phrases of a language; English where there are none. Dates come in more languages than words.
    static func of(_ language: String) -> Phrases {
        Phrases(dates: DateLanguage(tag: language) ?? .english)
    }

    static let english = Phrases(dates: .english)

    // Figures.

    /// `613 killed`; the key is a column of the table, its underscores read as spaces.
    func figure(_ figure: String, of key: String) -> String {
        "\(figure) \(words(ofColumn: key))"
    }

    /// `killed_armenian_civilians` reads "killed Armenian civilians".
    func words(ofColumn key: String) -> String {
        key.split(separator: "_").map { word in
            Self.properAdjectives.contains(word)
                ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
        }.joined(separator: " ")
    }

    /// Words that English writes with a capital wherever they stand.
    private static let properAdjectives: Set<Substring> = [
        "abkhaz", "afghan", "american", "arab", "armenian", "azerbaijani", "british", "chechen",
        "chinese", "french", "georgian", "german", "greek", "indian", "iranian", "iraqi", "israeli",
        "italian", "kurdish", "ossetian", "pakistani", "palestinian", "polish", "romanian",
        "russian", "serbian", "soviet", "syrian", "talysh", "turkish", "ukrainian", "yazidi",
    ]
    var notSaidWhom: String { "not said whom" }
    func reported(by who: String) -> String { "reported by \(who)" }
    func reportedUnlessSaid(by who: String) -> String {
        "Reported by \(who), unless said otherwise"
    }
    func oneFigure(forPlaces count: Int) -> String { "one figure for \(count) places" }
    func claims(_ count: Int) -> String { "\(count) claims" }
    func claim(_ number: Int, of count: Int) -> String { "claim \(number) of \(count)" }

    // Legend.

    var whatHappened: String { "What happened" }
    func others(_ count: Int) -> String { "other (\(count) kinds)" }
    func area(of key: String) -> String { "Area shows \(words(ofColumn: key))" }
    func areaShort(of key: String) -> String { "area: \(words(ofColumn: key))" }
    var areaNote: String { "as reported; the label says whom it counts" }
    var noFigure: String { "no figure given: one size" }
    var zero: String { "zero" }
    var howSure: String { "How sure" }
    var nearKnown: String { "near the place" }
    var districtKnown: String { "district only" }
    var regionKnown: String { "region only" }
    var notReported: String { "planned, alleged or disputed" }
    var competing: String { "competing claims: how many" }
    var partTicks: String { "tick: part of a total" }
    var movement: String { "movement" }
    var road: String { "road; dashed: course not known" }
    var autonomousOblastDated: String { "autonomous oblast 1923–1991, outline approximate" }
    var lineOfContactDated: String { "line of contact 1994–2020" }
    var range: String { "range or bound: as spelled" }

    // Lists.

    func events(_ count: Int, from first: Int?, to last: Int?) -> String {
        let events = count == 1 ? "1 event" : "\(count) events"
        guard let first, let last else { return events }
        return first == last ? "\(events), \(first)" : "\(events), \(first)–\(last)"
    }
    var countryOnly: String { "known by country only" }

    func largestFigures(_ columns: [String]) -> String {
        "Figures, largest first: \(columns.map(words).joined(separator: ", "))"
    }
    func moreFigures(_ count: Int) -> String { "and \(count) more with smaller figures" }
    var total: String { "total, its parts are drawn" }
    var competingClaims: String { "Competing claims" }
    var noFigures: String { "no figure" }
    var withoutPlace: String { "no place given" }
    var outsideFrame: String { "outside the frame" }
    func countryLevel(_ count: Int) -> String {
        count == 1 ? "Country level: 1 event" : "Country level: \(count) events"
    }
    func more(_ count: Int) -> String { "and \(count) more" }

    // Notes.

    func oneSource(_ who: String) -> String {
        "All events from one source: \(who); others may differ"
    }
    func notShown(_ count: Int, why: String) -> String {
        count == 1 ? "1 event not shown: \(why)" : "\(count) events not shown: \(why)"
    }
    var allShown: String { "Every event is shown" }
    var countryLevelReason: String { "known by country only" }
    var totalReason: String { "totals stated in the list" }
    func asOf(_ date: String) -> String { "borders as of \(date)" }
    func data(_ date: String) -> String { "gazetteer of \(date)" }
    var dataOfThatDate: String { "the gazetteer's date" }
    func credits(_ credits: String) -> String { "Data: \(credits)" }
    var autonomousOblast: String { "Autonomous oblast, outline approximate" }
    var lineOfContact: String { "Line of contact 1994–2020" }
    var enlargementTag: String { "A" }
    func enlargedElsewhere(isAtRight: Bool) -> String {
        "\(enlargementTag), enlarged at \(isAtRight ? "right" : "left")"
    }
    func enlarged(factor: Double) -> String {
        let isWhole = factor == factor.rounded()
        return "\(enlargementTag)  Enlarged \(isWhole ? "\(Int(factor))" : "\(factor)") times"
    }
}
