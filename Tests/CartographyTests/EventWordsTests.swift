import GeoModel
import Testing

@testable import Cartography

@Suite("Event words") struct EventWordsTests {
    private let words = EventWords(
        phrases: EnglishPhrases(), sizeBy: "killed", usualReporter: "A paper, day not stated")

    /// Expected: the spelling of the event table, thousands set apart from five digits on (ISO 80000-1).
    @Test(arguments: [
        (Figure(613), "613"), (Figure(250_000, form: .moreThan), ">250\u{202F}000"),
        (Figure(40, form: .fewerThan), "<40"), (Figure(from: 6500, through: 7000), "6500–7000"),
        (Figure(500, form: .about), "~500"), (Figure(1275), "1275"),
    ])
    func `figures keep their bounds`(figure: Figure, expected: String) {
        #expect(words.spelled(figure) == expected)
    }

    @Test(arguments: [
        ("visitors", "2400 visitors"), ("children", "2400 visitors: children"),
    ])
    func `whom a figure counts is said once`(counted: String, expected: String) {
        var feature = Feature(eventID: "a", placeIndex: 1, placeCount: 1)
        feature.counted = counted
        feature.figures = [.init(key: "visitors", figure: Figure(2400))]
        let words = EventWords(phrases: EnglishPhrases(), sizeBy: "visitors", usualReporter: "")
        #expect(words.figureAndCounted(EventAtPlace(feature)) == expected)
    }

    @Test func `who reports is said where it is not the usual reporter`() {
        var feature = Feature(eventID: "a", placeIndex: 1, placeCount: 1)
        feature.reportedBy = "A paper, day not stated"
        #expect(words.reporter(of: feature) == nil)
        feature.reportedBy = "A paper, day not stated; quoting a speech"
        #expect(words.reporter(of: feature) == "quoting a speech")
        feature.reportedBy = "An office"
        #expect(words.reporter(of: feature) == "An office")
    }

    @Test func `the usual reporter is that of most events, ties by name`() {
        let features = ["b", "a", "b", "a", ""].enumerated().map { index, who in
            var feature = Feature(eventID: "\(index)", placeIndex: 1, placeCount: 1)
            feature.reportedBy = who
            return feature
        }
        #expect(EventWords.usualReporter(of: features) == "a")
    }
}
