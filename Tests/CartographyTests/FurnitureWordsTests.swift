import Basemap
import EDTF
import GeoModel
import Testing

@testable import Cartography

@Suite("What stands beside the map") struct FurnitureWordsTests {
    private static func said(_ change: (inout MapRequest) -> Void) throws -> MapDescription {
        var request = SampleEvents.request([
            SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(7)),
            SampleEvents.event("b", longitude: 16, latitude: 44),
        ])
        change(&request)
        return try SharedComposer.get().compose(request).description
    }

    @Test func `the foot says each date once`() throws {
        let notes = try Self.said { $0.nameRule = "Names: as spelled" }.notes
        #expect(notes.contains("Names: as spelled; as of 1 January 2000, the gazetteer's date"))
        let date = try HistoricalDate(edtf: "1990")
        let other = try Self.said {
            $0.nameRule = "Names: as spelled"
            $0.asOf = date
        }.notes
        #expect(other.contains("Names: as spelled; as of 1990 · gazetteer of 1 January 2000"))
    }

    @Test func `places that cannot be told are not called events`() throws {
        var request = SampleEvents.request([])
        request.notShown = [.init(count: 2, reason: .wantedPlaceUnknown)]
        let notes = try SharedComposer.get().compose(request).description.notes
        #expect(notes.contains("2 places not shown: none bears the name, or several do"))
    }

    /// A reader must not take a cell's middle for where something happened.
    @Test(arguments: DateLanguage.allCases)
    func `places that are not where they seem are said to be so`(language: DateLanguage) throws {
        for coarsening in [Coarsening.district, .cells(kilometres: 25)] {
            let words = PhraseBook.phrases(in: language).coarsened(to: coarsening)
            let notes = try Self.said {
                $0.coarsening = coarsening
                $0.language = language
            }.notes
            #expect(notes.contains(words))
            #expect(words.contains("25") == (coarsening != .district))
        }
    }

    @Test func `a map of no events says so, a map of places does not`() throws {
        var request = SampleEvents.request([])
        #expect(try SharedComposer.get().compose(request).title.isEmpty)
        request.isOfEvents = true
        let map = try SharedComposer.get().compose(request)
        #expect(map.title == "No events" && map.description.notes.first == "No events")
        #expect(map.altText.contains("No events"))
    }

    @Test func `a credit that another contains is said once`() throws {
        let notes = try Self.said { $0.credits = ["Outlines: Made up", "Made up"] }.notes
        #expect(notes.contains("Data: Outlines: Made up"))
    }

    @Test func `an event without a title is told by its kind`() throws {
        let legend = try Self.said { request in
            var event = SampleEvents.national("n")
            event.title = ""
            request.features.append(event)
        }.legend
        #expect(legend.contains("Country: attack, closer, 2 May 1999"))
    }

    @Test func `a dated line is in the legend when it is drawn`() throws {
        let text = "line of contact 1994–2020"
        #expect(try !Self.said { _ in }.legend.contains(text))
        let legend = try Self.said { request in
            var layers = SampleEvents.land
            layers.lines = [
                BasemapLine(
                    kind: .lineOfContact, isNearestKnown: false,
                    parts: [
                        [
                            Coordinate(longitude: 12, latitude: 42),
                            Coordinate(longitude: 14, latitude: 44),
                        ]
                    ])
            ]
            let base = layers
            request.basemap = { _ in base }
        }.legend
        #expect(legend.contains(text))
    }

    @Test func `events known by country are listed as far as the height allows`() throws {
        let legend = try Self.said { request in
            request.features += (0..<9).map { SampleEvents.national("n\($0)") }
        }.legend
        let listed = legend.filter { $0.hasPrefix("Country: Event n") }
        #expect(listed.count == 9)
        #expect(!legend.contains { $0.hasPrefix("and ") && $0.hasSuffix(" more") })
    }

    @Test func `an arrow says what moved and when, if there is room`() throws {
        let labels = try Self.said { request in
            var feature = SampleEvents.event("m", longitude: 13, latitude: 43)
            feature.geometry = .lineString([
                Coordinate(longitude: 13, latitude: 43), Coordinate(longitude: 15, latitude: 43.5),
            ])
            feature.destination = feature.place
            request.features.append(feature)
        }.labels
        let label = try #require(labels.first { $0.id == "event:m/1" })
        #expect(label.box != nil)
        #expect(label.lines.joined(separator: " ") == "attack, closer, 2 May 1999")
    }

    @Test func `the ground of an enlargement says where it is enlarged`() throws {
        let crowd = (0..<9).map { index in
            SampleEvents.event(
                "c\(index)", longitude: 12 + Double(index % 3) * 0.05,
                latitude: 44 + Double(index / 3) * 0.04)
        }
        let rest = [(10.5, 41.0), (18.0, 45.0), (15.0, 41.0)].enumerated().map { index, at in
            SampleEvents.event("r\(index)", longitude: at.0, latitude: at.1)
        }
        let said = try SharedComposer.get().compose(SampleEvents.request(crowd + rest)).description
        let label = try #require(said.labels.first { $0.id == "enlargement" })
        #expect(label.box != nil)
        #expect(["A, enlarged at right", "A, enlarged at left"].contains(label.lines.joined()))
    }
}
