internal import Basemap
internal import EDTF
internal import GeoModel

/// The words of the furniture in one language.
///
/// One type a language, so that a translation is one reviewed table, a phrase that is missing does not
/// compile, and nothing is put together from halves of sentences where a language would turn them round.
/// What the event table says (categories, whom figures count, titles) stays as the table has it.
protocol Phrases: Sendable {
    /// How dates are written.
    var dates: DateLanguage { get }

    // Figures.

    /// What a column of figures counts, as people say it beside a number.
    func words(ofColumn key: String) -> String
    /// `613 killed`.
    func figure(_ figure: String, of key: String) -> String
    var notSaidWhom: String { get }
    func reported(by who: String) -> String
    func reportedUnlessSaid(by who: String) -> String
    func oneFigure(forPlaces count: Int) -> String
    func claims(_ count: Int) -> String
    func claim(_ number: Int, of count: Int) -> String

    // Legend.

    var whatHappened: String { get }
    func others(_ count: Int) -> String
    func area(of key: String) -> String
    func areaShort(of key: String) -> String
    var areaNote: String { get }
    var noFigure: String { get }
    var zero: String { get }
    var howSure: String { get }
    var nearKnown: String { get }
    var districtKnown: String { get }
    var regionKnown: String { get }
    var notReported: String { get }
    var competing: String { get }
    var partTicks: String { get }
    var movement: String { get }
    var road: String { get }
    var autonomousOblastDated: String { get }
    var lineOfContactDated: String { get }
    var range: String { get }
    var ownLayers: String { get }
    var when: String { get }
    /// What the bars of the timeline count, and how many events the highest has.
    func timeline(_ unit: Timeline.Unit, most: Int) -> String
    func undated(_ count: Int) -> String

    // Lists.

    /// `46 events`.
    func events(_ count: Int) -> String
    /// The title of a map of an empty table.
    var noEvents: String { get }
    var countryOnly: String { get }
    func largestFigures(_ columns: [String]) -> String
    func moreFigures(_ count: Int) -> String
    var total: String { get }
    var competingClaims: String { get }
    var noFigures: String { get }
    var withoutPlace: String { get }
    var outsideFrame: String { get }
    func countryLevel(_ count: Int) -> String
    func more(_ count: Int) -> String

    // Notes.

    func oneSource(_ who: String) -> String
    func notShown(_ count: Int, why: String) -> String
    /// Places that the map was to be about.
    func placesNotShown(_ count: Int) -> String
    var allShown: String { get }
    /// That places are not shown where they are.
    func coarsened(to coarsening: Coarsening) -> String
    /// Why some are not shown, in a few words that follow their number.
    func words(_ reason: MapRequest.NotShown.Reason) -> String
    /// The rule of names and the date that it speaks of.
    func names(_ rule: String, asOf date: String) -> String
    func gazetteer(of date: String) -> String
    /// What follows the date of names where it is that of the gazetteer.
    var dateOfGazetteer: String { get }
    func credits(_ credits: String) -> String
    /// What is said of borders, without a full stop.
    func note(_ note: BorderNote) -> String
    var autonomousOblast: String { get }
    var lineOfContact: String { get }
    var metre: String { get }
    var kilometre: String { get }
    /// What degrees are followed by.
    var compass: Compass { get }
    var enlargementTag: String { get }
    func enlargedElsewhere(isAtRight: Bool) -> String
    func enlarged(factor: Double) -> String

    // The map in words.

    func map(_ title: String) -> String
    func drawn(_ drawn: Int, of count: Int) -> String
    func places(_ names: [String]) -> String
    /// A sentence out of its words: with the full stop of the language.
    func sentence(_ words: String) -> String
}

/// The languages that maps speak.
enum PhraseBook {
    /// The phrases of a language.
    static func phrases(in language: DateLanguage) -> any Phrases {
        switch language {
        case .english: EnglishPhrases()
        case .azerbaijani: AzerbaijaniPhrases()
        case .armenian: ArmenianPhrases()
        case .russian: RussianPhrases()
        }
    }
}

extension Phrases {
    func figure(_ figure: String, of key: String) -> String {
        "\(figure) \(words(ofColumn: key))"
    }

    func sentence(_ words: String) -> String { "\(words)." }

    /// `46 events, 1987–2021`.
    func events(_ count: Int, from first: Int?, to last: Int?) -> String {
        guard let first, let last else { return events(count) }
        return first == last
            ? "\(events(count)), \(first)" : "\(events(count)), \(first)–\(last)"
    }

    /// A factor, with the decimal sign of most languages here.
    func number(_ factor: Double, decimalSign: String = ",") -> String {
        factor == factor.rounded()
            ? "\(Int(factor))" : "\(factor)".replacing(".", with: decimalSign)
    }

    /// The dates that lines depict, each once.
    func list(_ dates: [HistoricalDate]) -> String {
        dates.map { $0.formatted(in: self.dates) }.joined(separator: ", ")
    }
}
