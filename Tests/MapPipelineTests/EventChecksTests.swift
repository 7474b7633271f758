import Diagnostics
import EventIngest
import GeoJSON
import GeoModel
import MapPipeline
import PlacePack
import Testing

@Suite("What a check finds") struct EventChecksTests {
    /// The findings of one code, in short: `row: problem`.
    private func findings(_ code: String, in table: String) throws -> [String] {
        try check(table).report.diagnostics.filter { $0.code == code }.map {
            "\($0.row.map { "\($0): " } ?? "")\($0.problem)"
        }
    }

    private func check(_ table: String) throws -> PlacedEvents {
        let table = try EventTable.read(Array(table.utf8), file: "events.csv")
        return EventPlacer(pack: .embedded).check(table)
    }

    @Test func `a table that says all has no notes`() throws {
        let placed = try check(
            """
            id,date,place,killed,counted,reported_by,source
            1,2001-05-01,Ganja,3,people,A,a page
            2,2001-05-02,Ganja,,,A,a page

            """)
        #expect(placed.report.diagnostics.isEmpty)
    }

    @Test func `drawing a table adds no notes of the check`() throws {
        let table = "id,date,place,killed\n1,2001,Ganja,3\n2,2001,Ganja,\n"
        #expect(try Sample.placed(table).report.diagnostics.isEmpty)
        #expect(try check(table).report.count(.note) > 0)
    }

    @Test func `figures have to say whom they count`() throws {
        let table =
            "id,killed,wounded,missing,captive,counted,place\n1,3,~5,1,2,,Ganja\n2,3,,,,people,Ganja\n"
        #expect(
            try findings("figure-uncounted", in: table) == [
                "1: killed 3, wounded ~5, missing 1 and 1 more, and nobody says of whom"
            ])
    }

    @Test func `rows without a source are counted once for the table`() throws {
        let table = "id,place,reported_by,source\n1,Ganja,A,\n2,Ganja,,\n3,Ganja,A,a page\n"
        #expect(
            try findings("no-source", in: table) == [
                "of 3 events 1 without reported_by, 2 without source"
            ])
        let note = try #require(check(table).report.diagnostics.first { $0.code == "no-source" })
        #expect(note.location?.description == "events.csv" && note.severity == .note)
    }

    @Test func `a part lies within the dates of its total`() throws {
        let table = """
            id,date,part_of,place
            T,2020-09-27/2020-11-10,,Ganja
            in,2020-10-04,T,Ganja
            edge,2020-11,T,Ganja
            out,2020-12-01,T,Ganja
            none,,T,Ganja

            """
        #expect(
            try findings("part-outside-total", in: table) == [
                "4: dated 2020-12-01, outside 2020-09-27/2020-11-10 of its total \"T\" in row 1"
            ])
    }

    @Test func `claims about one event that differ in date or place are told`() throws {
        let table = """
            id,date,place,reported_by
            E,2020-10-04,Ganja,A
            E,2020-10-05,Ganja,B
            E,2020-10-04,Barda; Ganja,C
            F,2020-10-04,Ganja,A
            F,,,B
            G,2020-10-06,Gəncə,A
            G,2020-10-06,Ganja,B

            """
        #expect(
            try findings("claims-differ", in: table) == [
                "2: \"E\" is dated 2020-10-05 here and 2020-10-04 in row 1",
                "3: \"E\" is at \"Barda\", \"Ganja\" here and at \"Ganja\" in row 1",
            ])
    }

    @Test func `two ids at one place on one date may be one event`() throws {
        let table = """
            id,date,place,part_of
            1,2020-10-04,Ganja,
            2,2020-10-04,Gəncə,
            3,2020-10-05,Ganja,
            4,2020-10-04,Ganja -> Barda,
            5,2020-10-04,Barda,
            6,2020-10-04,Barda,5
            7,2020-10-04,Armenia,
            8,2020-10-04,Armenia,
            9,1992,Barda,
            10,1992,Barda,

            """
        #expect(
            try findings("possible-duplicate", in: table) == [
                "2: the place and date of \"1\" in row 1"
            ])
        #expect(
            try findings(
                "possible-duplicate", in: "date,place,x\n2001-05-01,Ganja,1\n2001-05-01,Ganja,2\n")
                == ["2: the place and date of row 1"])
    }

    /// By the spherical law of cosines Munich is 2,857 km from Ganja.
    @Test func `a place far from all others is told when it is alone`() throws {
        let near = (1...5).map { "\($0),2001-05-0\($0),Ganja" } + ["6,2002,Baku"]
        func table(_ rows: [String]) -> String {
            (["id,date,place"] + near + rows).map { $0 + "\n" }.joined()
        }
        let found = try findings("far-from-the-rest", in: table(["7,2003,Munich"]))
        #expect(found.count == 1 && found[0].hasPrefix("7: \"Munich\" is 2857"), "\(found)")
        #expect(found[0].hasSuffix(" km from the middle of all events, and alone"))
        #expect(
            try findings("far-from-the-rest", in: table(["7,2003,Munich", "8,2004,Munich"]))
                .isEmpty)
        #expect(try findings("far-from-the-rest", in: table(["7,2003,USSR"])).isEmpty)
        #expect(
            try findings("far-from-the-rest", in: table(["7,2003,Munich; Munich"])).count == 2,
            "an event is no company for itself")
        #expect(try findings("far-from-the-rest", in: "id,place\n1,Ganja\n2,Munich\n").isEmpty)
    }

    /// Both sides of the antimeridian are one region: Fiji's islands lie across it.
    @Test func `the middle of all knows no edge of the map`() throws {
        let rows = (1...6).map { "\($0),\($0.isMultiple(of: 2) ? -179.5 : 179.5),-17" }
        let table = (["id,longitude,latitude"] + rows + ["7,0,50"]).map { $0 + "\n" }.joined()
        let found = try findings("far-from-the-rest", in: table)
        #expect(found.count == 1 && found[0].hasPrefix("7: "))
    }

    @Test func `findings stand in the order of the table`() throws {
        let table =
            "id,date,place,killed\n1,2001-05-01,Ganja,3\n2,2001-05-01,Ganja,4\n3,2001,Qwxzville,1\n"
        let lines = try check(table).report.diagnostics.map { $0.location?.line ?? 0 }
        #expect(lines == lines.sorted() && lines.count > 4)
    }
}

@Suite("The report for people") struct CheckTextTests {
    /// Ten findings of a kind are written out; the summary is the last line.
    @Test func `findings of one kind stand together, the rest is counted`() throws {
        let rows =
            (1...12).map { "\($0),Qwxzville,\n" }.joined() + "13,Sumqayid,\n14,Garadaghli,x\n"
        let placed = try Sample.placed("id,place,wounded\n" + rows)
        let lines = CheckDocument(placed).text.split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "unknown-place: 12 errors")
        #expect(lines[1].hasPrefix("events.csv:2:3: error: no place is called \"Qwxzville\""))
        #expect(lines[10].hasPrefix("events.csv:11:4: error: "))
        #expect(lines[11] == "and 2 more" && lines[12].isEmpty)
        #expect(lines.suffix(2).first?.hasPrefix("events.csv: 14 rows: 1 placed") == true)
        let heads = lines.filter { !$0.contains("events.csv") && $0.contains(": ") }
        #expect(heads.dropLast().allSatisfy { $0.contains("error") }, "errors come first")
        #expect(heads.last == "place-with-slip: 1 warning")
        guard case .array(let all) = CheckDocument(placed).json["diagnostics"] else {
            Issue.record("no list")
            return
        }
        #expect(all.count == placed.report.diagnostics.count, "the JSON lists all")
    }

    @Test func `a table without findings is its summary`() throws {
        let text = CheckDocument(try Sample.placed("place\nGanja\n")).text
        #expect(text.split(separator: "\n").count == 1)
    }
}
