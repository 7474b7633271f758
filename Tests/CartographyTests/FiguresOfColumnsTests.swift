import GeoModel
import Testing

@testable import Cartography

/// The columns are made up, after the pattern `killed_WHOM` that event tables use.
@Suite("Figures of narrower columns") struct FiguresOfColumnsTests {
    private let words = EventWords(
        phrases: EnglishPhrases(), sizeBy: "killed", usualReporter: "A paper")

    /// One claim with nothing, one of another reporter with two columns.
    private static var claims: [Feature] {
        let first = SampleEvents.event("war", longitude: 12, latitude: 42, place: "Valley")
        var second = first
        second.claimIndex = 2
        second.id = "war/1/2"
        second.reportedBy = "A paper; quoting a speech"
        second.figures = [
            .init(key: "killed_british_civilians", figure: Figure(40, form: .fewerThan)),
            .init(key: "killed_british_sailors", figure: Figure(from: 6500, through: 7000)),
            .init(key: "wounded_sailors", figure: Figure(9000)),
        ]
        return [first, second]
    }

    private static var event: EventAtPlace { EventAtPlace(claims[0], [claims[1]]) }

    /// Expected: English writes adjectives of nations with a capital.
    @Test(arguments: [
        ("killed_armenian_civilians", "killed Armenian civilians"),
        ("killed_azerbaijani_soldiers", "killed Azerbaijani soldiers"), ("wounded", "wounded"),
        ("houses_damaged", "houses damaged"),
    ])
    func `columns are read as words`(column: String, expected: String) {
        #expect(EnglishPhrases().words(ofColumn: column) == expected)
    }

    @Test func `a claim without the figure tells those of narrower columns, the largest first`() {
        #expect(
            words.narrower(Self.claims[1]).map(\.whom) == ["British sailors", "British civilians"])
        #expect(
            words.narrowerFigures(Self.event)
                == "6500–7000 British sailors, <40 British civilians killed, quoting a speech")
        #expect(
            words.figureAndCounted(Self.event)
                == "6500–7000 killed: British sailors; <40: British civilians"
                + " (claim 2 of 2: quoting a speech)")
        #expect(words.largest(Self.event) == 6500)
    }

    @Test func `a claim with the figure itself is not told by its parts`() {
        var feature = SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(9))
        feature.figures.append(.init(key: "killed_children", figure: Figure(4)))
        #expect(words.narrower(feature).isEmpty)
        #expect(words.largest(EventAtPlace(feature)) == 9)
    }

    @Test func `the list ranks them, says the columns and what the rest is`() throws {
        let others = (1...9).map {
            SampleEvents.event(
                "e\($0)", longitude: 12 + Double($0) / 2, latitude: 43, killed: Figure(Double($0)))
        }
        let said = try SharedComposer.get().compose(SampleEvents.request(Self.claims + others))
            .description
        let heading = try #require(
            said.legend.firstIndex(
                of:
                    "Figures, largest first: killed, killed British civilians, killed British sailors"
            ))
        let figures = said.legend[heading...].filter { $0.contains("killed: ") }
        #expect(figures.first?.hasPrefix("6500–7000 killed: British sailors; <40: ") == true)
        #expect(said.legend.contains { $0.hasSuffix(" more with smaller figures") })
    }
}
