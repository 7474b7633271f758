import Diagnostics
import EventIngest
import GeoJSON
import GeoModel
import MapPipeline
import TestSupport
import Testing

/// A check that holds the table and one that does not: each is the other's judge.
@Suite("Checks of tables of any size") struct StreamedCheckTests {
    private func whole(_ text: String) throws -> PlacedEvents {
        Sample.placer.check(try EventTable.read(Array(text.utf8), file: "events.csv"))
    }

    private func streamed(_ text: String, size: Int = 1 << 16) throws -> PlacedEvents {
        try Sample.placer.check(PiecewiseInput(Array(text.utf8), size: size), file: "events.csv")
    }

    private func expectAlike(_ text: String) throws {
        let (whole, streamed) = (try whole(text), try streamed(text, size: 50))
        let lines = [whole, streamed].map { $0.report.diagnostics.map(\.description).sorted() }
        #expect(lines[0].difference(from: lines[1]).map { "\($0)" } == [])
        #expect(CheckDocument(whole).summary == CheckDocument(streamed).summary)
    }

    @Test func `the example is checked the same as a whole and a row at a time`() throws {
        let bytes = try Checkout.bytes("Gazetteer/Data/Examples/events.csv")
        try expectAlike(String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `any table is checked the same as a whole and a row at a time`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let columns: [(String, [String])] = [
            ("id", ["", "A", "B", "C", "D", "E", "F"]),
            ("part_of", ["", "", "", "A", "B", "Bx", "Q"]),
            ("date", ["", "2001-05-01", "2001-05-02", "2001-05", "2001-02-30", "1992"]),
            (
                "place",
                ["Ganja", "Gəncə", "Barda", "Munich", "Qwxz", "", "near Ganja", "Ganja; Barda"]
            ),
            ("reported_by", ["", "X", "Y"]), ("killed", ["", "3", "~5", "9"]),
        ]
        var text = columns.map(\.0).joined(separator: ",") + "\n"
        for _ in 0..<30 {
            text +=
                columns.map { $0.1[Int.random(in: 0..<$0.1.count, using: &random)] }
                .joined(separator: ",") + "\n"
        }
        try expectAlike(text)
    }

    @Test func `findings beyond a thousand of a kind are counted`() throws {
        let rows = (1...1_005).map { "\($0),2001-05-01,Ganja,\($0)\n" }.joined()
        let placed = try streamed("id,date,place,killed\n" + rows)
        let counted = Dictionary(
            uniqueKeysWithValues: placed.report.counted.map { ($0.code, $0.count) })
        #expect(counted == ["figure-uncounted": 5, "possible-duplicate": 4])
        let document = CheckDocument(placed)
        #expect(document.text.contains("figure-uncounted: 1005 notes\n"))
        #expect(document.text.contains("\nand 995 more\n"))
        #expect(document.json["not_listed"]?["figure-uncounted"] == .integer(5))
    }

    /// Each name means another place before and after its turning days; the answers of one day must
    /// not be given for another. 1 January 1988 and the like are far from one another.
    @Test func `a name means on each day what it means on that day alone`() throws {
        let days = (0..<160).map { "\(1860 + $0)-0\(1 + $0 % 9)-1\($0 % 9)" }
        for name in ["Kirovabad", "Leninakan", "Elisabethpol", "Stepanakert", "Ganja", "Shaumyan"] {
            let rows = days.enumerated().map { "\($0),\($1),\(name)\n" }.joined()
            let together = try Sample.placed("id,date,place\n" + rows).features.map(\.place?.id)
            let alone = try days.flatMap { day in
                try Sample.placed("id,date,place\n1,\(day),\(name)\n").features.map(\.place?.id)
            }
            #expect(together == alone, "\(name)")
        }
    }
}

/// Positions by GeoNames; exchanged, Yerevan lies 600 km away beside the Caspian Sea, Baku in the
/// steppe of the Don.
@Suite("Exchanged axes") struct ExchangedAxesTests {
    private func findings(_ table: String) throws -> [String] {
        let placed = Sample.placer.check(
            try EventTable.read(Array(table.utf8), file: "events.csv"))
        return placed.report.diagnostics.filter { $0.code == "axes-exchanged" }.map(\.description)
    }

    @Test func `a position is held against the place that its row names`() throws {
        let table = "id,place,longitude,latitude\n"
        let good = "1,Baku,49.89,40.38\n2,Ganja,46.36,40.68\n3,Yerevan,44.51,40.18\n"
        #expect(try findings(table + good).isEmpty)
        #expect(
            try findings(table + good + "4,Yerevan,40.18,44.51\n") == [
                "events.csv:5:11: warning: longitude and latitude are 599 km from \"Yerevan\", and at it with the two exchanged; check whether longitude and latitude are exchanged"
            ])
        #expect(try findings(table + good + "4,Yerevan,2.35,48.86\n").isEmpty, "another place")
        let all = "1,Baku,40.38,49.89\n2,Ganja,40.68,46.36\n3,Yerevan,40.18,44.51\n"
        let found = try findings(table + all)
        #expect(found.count == 1)
        #expect(found.first?.contains(", as in 3 of the 3 rows that tell; check") == true)
    }

    @Test func `a position is held against the country of its row`() throws {
        let table =
            "id,country,longitude,latitude\n1,Azerbaijan,49.89,40.38\n2,Azerbaijan,40.38,49.89\n"
        let found = try findings(table)
        #expect(found.count == 1)
        #expect(
            found.first?.contains("outside \"Azerbaijan\", and inside with the two exchanged")
                == true)
    }

    @Test func `the coordinates are left as they are`() throws {
        let table = "id,place,longitude,latitude\n4,Yerevan,40.18,44.51\n"
        let features = try Sample.placed(table).features
        #expect(features.map(\.anchor) == [Coordinate(longitude: 40.18, latitude: 44.51)])
    }

    @Test func `a position far from all others is asked for its axes`() throws {
        let rows = (1...6).map { "\($0),4\($0).5,-10\n" }.joined()
        let table = "id,longitude,latitude\n" + rows + "7,-10,43.5\n8,-70,43.5\n"
        let placed = Sample.placer.check(
            try EventTable.read(Array(table.utf8), file: "events.csv"))
        let far = placed.report.diagnostics.filter { $0.code == "far-from-the-rest" }
        #expect(
            far.map(\.remedy) == [
                "check whether longitude and latitude are exchanged",
                "check the place, if that is not meant",
            ])
    }
}
