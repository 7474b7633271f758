import EDTF
import GeoModel
import Testing

@testable import Cartography

@Suite("When events happened") struct TimelineTests {
    private static func timeline(_ dates: [String?]) throws -> Timeline? {
        Timeline(
            try dates.enumerated().map { number, date in
                var feature = SampleEvents.homeless("e\(number)")
                feature.date = try date.map { try HistoricalDate(edtf: $0) }
                return feature
            })
    }

    @Test(arguments: [
        (
            ["2020-10-01", "2020-10-03", "2020-10-03", "2020-10-04", "2020-10-09"],
            Timeline.Unit.day, 9
        ),
        (["2020-07", "2020-10-03", "2020-10-03", "2020-10-04", "2021-02-03"], .month, 8),
        (["1988", "1990", "1992-02", "2016", "2020-10-04"], .years(1), 33),
        (["1905", "1918", "1920", "1988", "2020"], .years(2), 59),
        (["-0044", "0476", "1453", "1914", "2020"], .years(50), 42),
    ])
    func `stretches are as short as a strip can show`(
        dates: [String], unit: Timeline.Unit, count: Int
    ) throws {
        let timeline = try #require(try Self.timeline(dates))
        #expect(timeline.unit == unit && timeline.bins.count == count)
        #expect(timeline.bins.count <= Timeline.mostBins)
    }

    @Test func `what goes on in a stretch counts surely, what may have fallen into it pale`() throws
    {
        let timeline = try #require(
            try Self.timeline([
                "2020-09-27/2020-11-10", "2020-10-04", "2020-10-11", "2020-12", "2020-1X",
            ]))
        #expect(timeline.unit == .month)
        #expect(
            timeline.bins.map(\.date.description) == ["2020-09", "2020-10", "2020-11", "2020-12"])
        #expect(timeline.bins.map(\.certain) == [1, 3, 1, 1])
        #expect(timeline.bins.map(\.possible) == [0, 1, 1, 1])
        #expect(timeline.greatestCount == 4)
    }

    @Test func `an event counts once, however many places it has`() throws {
        var features = (0..<6).map { SampleEvents.homeless("e\($0 / 2)") }
        for index in features.indices {
            features[index].date = try HistoricalDate(edtf: "202\(index / 2)")
        }
        #expect(Timeline(features) == nil)
        let two = try #require(
            try Self.timeline(["1990", "1990", "1995", "2000", "2001", nil, nil]))
        #expect(two.bins.first?.certain == 2 && two.bins.first?.possible == 0)
        #expect(two.undatedCount == 2)
    }

    @Test func `a handful of events, or one day for all, needs no strip`() throws {
        #expect(try Self.timeline(["1990", "1995", "2000", "2001"]) == nil)
        #expect(try Self.timeline(Array(repeating: "2020-10-04", count: 9)) == nil)
        #expect(try Self.timeline(Array(repeating: nil, count: 9)) == nil)
    }

    @Test func `ends that are open or far away keep to the strip`() throws {
        let timeline = try #require(
            try Self.timeline(["1990/..", "../1992", "1991", "1991", "Y-999999999999", "2020"]))
        #expect(timeline.bins.count <= Timeline.mostBins)
    }

    @Test func `the legend shows it with its first year and its last`() throws {
        let features = try (0..<8).map { number in
            var event = SampleEvents.event(
                "e\(number)", longitude: 12 + Double(number) / 2, latitude: 42)
            event.date = try HistoricalDate(edtf: "\(1990 + 4 * number)")
            return event
        }
        let legend = try SharedComposer.get().compose(SampleEvents.request(features)).description
            .legend
        #expect(legend.contains("When") && legend.contains("1990") && legend.contains("2018"))
        #expect(legend.contains("events a year, at most 1; pale: not dated so closely"))
    }
}
