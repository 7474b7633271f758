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
        "\(figure) \(key.replacing("_", with: " "))"
    }
    var notSaidWhom: String { "not said whom" }
    func reported(by who: String) -> String { "reported by \(who)" }
    func reportedUnlessSaid(by who: String) -> String {
        "Reported by \(who), unless said otherwise"
    }
    func oneFigure(forPlaces count: Int) -> String { "one figure for \(count) places" }
    func claims(_ count: Int) -> String { "\(count) claims" }

    // Legend.

    var whatHappened: String { "What happened" }
    func others(_ count: Int) -> String { "other (\(count) kinds)" }
    func area(of key: String) -> String { "Area shows \(key.replacing("_", with: " "))" }
    func areaShort(of key: String) -> String { "area: \(key.replacing("_", with: " "))" }
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
    var range: String { "range or bound: as spelled" }

    // Lists.

    func events(_ count: Int, from first: Int?, to last: Int?) -> String {
        let events = count == 1 ? "1 event" : "\(count) events"
        guard let first, let last else { return events }
        return first == last ? "\(events), \(first)" : "\(events), \(first)–\(last)"
    }
    var countryOnly: String { "known by country only" }

    func largestFigures(_ key: String) -> String {
        "Figures, largest first: \(key.replacing("_", with: " "))"
    }
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
    func credits(_ credits: String) -> String { "Data: \(credits)" }
    var formerOblast: String { "Former oblast 1923–1991, approximate" }
    var lineOfContact: String { "Line of contact 1994" }
    var enlargementTag: String { "A" }
    func enlarged(factor: Double) -> String {
        let isWhole = factor == factor.rounded()
        return "\(enlargementTag)  Enlarged \(isWhole ? "\(Int(factor))" : "\(factor)") times"
    }
}
