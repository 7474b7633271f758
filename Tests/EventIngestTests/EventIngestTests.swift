import Diagnostics
import EDTF
import EventIngest
import GeoModel
import PlaceExpressions
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a table given as text.
func read(
    _ text: String, file: String = "events.csv", options: ReadingOptions = ReadingOptions()
) throws -> EventTable {
    try EventTable.read(Array(text.utf8), file: file, options: options)
}

/// The example events of the repository.
enum ExampleTable {
    static func read() throws -> EventTable {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let path = parts.dropLast(3).joined(separator: "/") + "/Gazetteer/Data/Examples/events.csv"
        let data = try #require(FileManager.default.contents(atPath: path))
        return try EventTable.read(Array(data), file: "events.csv")
    }
}

/// Expected values read off the table by eye.
@Suite("The example table") struct ExampleTableTests {
    @Test func `every row is an event`() throws {
        let table = try ExampleTable.read()
        #expect(table.rows == 47)
        #expect(table.events.count == 47 && table.setAside.isEmpty)
        #expect(table.report.diagnostics.isEmpty)
        #expect(table.events.count { $0.places.isEmpty } == 4)
        #expect(Set(table.events.map(\.id)).count == 46)
    }

    @Test func `fields, figures and doubts are kept`() throws {
        let events = try ExampleTable.read().events
        let khojaly = try #require(events.first { $0.id == "E16" })
        #expect(khojaly.date?.description == "1992-02-25/1992-02-26")
        #expect(khojaly.figures.map(\.key).prefix(2) == ["killed", "killed_children"])
        #expect(khojaly.figure("killed") == Figure(613))
        #expect(khojaly.figure("captive") == Figure(1275))
        #expect(khojaly.counted == "people of the town")
        #expect(khojaly.sourceWord == "massacre" && khojaly.category == "attack")
        let displacement = try #require(events.first)
        #expect(displacement.date?.description == "1987~/")
        #expect(displacement.figure("displaced") == Figure(250_000, form: .moreThan))
        #expect(events.first { $0.id == "E22" }?.status == .planned)
    }

    @Test func `places of all kinds are told apart`() throws {
        let events = try ExampleTable.read().events
        let villages = try #require(events.first { $0.id == "E18" }).places
        #expect(villages.count == 6)
        guard case .at(let garadaghli) = villages[4] else {
            Issue.record("no place")
            return
        }
        #expect(garadaghli.name == "Garadaghli" && garadaghli.containers == ["Khojavend district"])
        guard
            case .movement(let from, let to) = events.first(where: { $0.id == "E16b" })?.places
                .first
        else {
            Issue.record("no movement")
            return
        }
        #expect(from.name == "Khojaly" && to.name == "Agdam")
        guard case .at(let askeran) = events.first(where: { $0.id == "E05" })?.places.first else {
            Issue.record("no place")
            return
        }
        guard case .near(let name) = askeran.form else {
            Issue.record("not near")
            return
        }
        #expect(name.text == "Askeran" && askeran.description == "near Askeran")
    }

    @Test func `claims about one event are numbered by reporter`() throws {
        let claims = try ExampleTable.read().events.filter { $0.id == "E27" }
        #expect(claims.map(\.claimIndex) == [1, 2] && claims.map(\.claimCount) == [2, 2])
        #expect(claims[1].figure("killed_armenian_civilians") == Figure(40, form: .fewerThan))
        #expect(claims[1].figure("killed_armenian_servicemen") == Figure(from: 6500, through: 7000))
    }

    @Test func `totals know their parts`() throws {
        let parts = EventParts(try ExampleTable.read().events)
        #expect(parts.isTotal("E28sum") && parts.isTotal("E35") && parts.isTotal("E27"))
        #expect(parts.parts(of: "E28sum") == ["E28", "E29", "E30"])
        #expect(parts.parts(of: "E35") == ["E28sum", "E31", "E32", "E33"])
        #expect(parts.total(of: "E28") == "E28sum" && !parts.isTotal("E16"))
    }

    @Test func `each place points at its own column`() throws {
        let event = try #require(try ExampleTable.read().events.first { $0.id == "E06" })
        guard case .at(let second) = event.places[1] else {
            Issue.record("no place")
            return
        }
        // E06,1988-03,Irevan; Khankendi
        #expect(event.location(of: second).description == "events.csv:7:21")
        #expect(event.location(of: .date).description == "events.csv:7:5")
        #expect(event.location.description == "events.csv:7:1")
    }

    @Test func `an event fills its features`() throws {
        let event = try #require(try ExampleTable.read().events.first { $0.id == "E16" })
        let feature = event.feature(placeIndex: 1, placeCount: 1)
        #expect(feature.id == "E16/1" && feature.figure("killed") == Figure(613))
        #expect(feature.counted == event.counted && feature.date == event.date)
    }
}

@Suite("Event tables") struct EventTableTests {
    @Test func `spreadsheet habits are read`() throws {
        let table = try read(
            "\u{FEFF}sep=;\r\n place ; Lat;lng;Title\r\n\"Bakı; \"\"Sahil\"\"\r\nx\";40,4,1;49.8;a\r\n;;;\r\n"
        )
        #expect(table.rows == 1 && table.setAside.count == 1)
        #expect(
            table.report.diagnostics.map(\.code) == [
                "column-read-as", "column-read-as", "column-read-as", "bad-latitude",
            ])
        let latitude = try #require(table.report.diagnostics.last)
        #expect(latitude.location?.description == "events.csv:4:4")
        #expect(latitude.remedy == "write degrees, such as 44.5126 or 44°30'45\"")
    }

    @Test(arguments: ["place,title\nBaku,a\n", "place;title\nBaku;a", "place\ttitle\rBaku\ta\r"])
    func `delimiters and line ends are found out`(text: String) throws {
        let events = try read(text).events
        #expect(events.count == 1 && events.first?.title == "a")
    }

    @Test func `common other headers are recognised and said`() throws {
        let table = try read(
            "event_id_cnty,event_date,type,subtype,location,latitude,longitude,source,notes,fatalities\n"
                + "AZE1,2020-09-27,Battles,Armed clash,Agdam,39.99,46.93,X,n,3\n")
        let event = try #require(table.events.first)
        #expect(event.id == "AZE1" && event.category == "Battles" && event.note == "n")
        #expect(event.figure("fatalities") == Figure(3))
        #expect(event.places.count == 1)
        #expect(table.report.diagnostics.allSatisfy { $0.severity == .note })
        #expect(table.report.count(.note) == 6)
        #expect(
            table.report.diagnostics.first?.description
                == "events.csv:1:1: note: column \"event_id_cnty\" is read as id; name another with --column id=HEADER"
        )
    }

    @Test func `a column can be named outright`() throws {
        var options = ReadingOptions()
        try options.add(columnMapping: "date=when it was")
        try options.add(columnMapping: "place=name")
        let event = try #require(
            try read("name,when it was,date\nBaku,2020,x\n", options: options).events.first)
        #expect(event.date?.description == "2020")
        #expect(event.passedThrough.map(\.key) == ["date"])
        #expect(throws: FileFault.self) { try options.add(columnMapping: "date") }
        #expect(throws: FileFault.self) { try options.add(columnMapping: "dat=x") }
    }

    @Test func `numbers make figure columns and codes do not`() throws {
        let table = try read("place,houses,code,mixed\na,12,007,x\nb,,010,2\nc,many,012,3\n")
        #expect(
            table.columns.filter { $0.meaning == .figure(isNamed: false) }.map(\.header) == [
                "mixed"
            ])
        #expect(table.events[0].passedThrough.map(\.value) == ["12", "007", "x"])
        #expect(table.events[2].figures.map(\.key) == ["mixed"])
    }

    @Test func `rows without an id have one of their cells, whatever the order of columns`() throws
    {
        let first = try read("place,date,x\nBaku,2020,1\n").events
        let second = try read("x,date,place\n1,2020,Baku\n").events
        #expect(first.first?.id == second.first?.id)
        #expect(first.first?.hasOwnID == false)
        #expect(try read("place,date,x\nBaku,2020,2\n").events.first?.id != first.first?.id)
        // FNV-1a of the cells, worked by an independent implementation of the published constants.
        #expect(first.first?.id == "row-9d7c46e78c35a223")
    }

    @Test func `the order of the rows does not change claims`() throws {
        let rows = ["A,Baku,one,s", "A,Baku,two,s", "B,Baku,one,s", "A,Baku,one,t"]
        let header = "id,place,reported_by,source\n"
        let forward = try read(header + rows.joined(separator: "\n")).events
        let backward = try read(header + rows.reversed().joined(separator: "\n")).events
        let numbers = { (events: [Event]) in
            events.map {
                "\($0.id) \($0.reportedBy) \($0.source) \($0.claimIndex)/\($0.claimCount)"
            }.sorted()
        }
        #expect(numbers(forward) == numbers(backward))
        #expect(numbers(forward) == ["A one s 1/3", "A one t 2/3", "A two s 3/3", "B one s 1/1"])
    }

    @Test func `a repeated claim is dropped and told`() throws {
        let table = try read("id,place,source\nA,Baku,s\nA,Ganja,s\nA,Baku,t\n")
        #expect(table.events.map(\.row) == [1, 3] && table.rows == 3)
        #expect(table.setAside.map(\.reason) == [.duplicate])
        #expect(
            table.report.diagnostics.map(\.description) == [
                "events.csv:3:1: warning: the same id, reporter and source as row 1; the first is kept; "
                    + "give another claim its reported_by or source, another event its id"
            ])
    }

    @Test func `part_of rings and unknown totals are told and count for nothing`() throws {
        let table = try read(
            "id,place,part_of\nA,x,B\nB,x,A\nC,x,A\nD,x,D\nE,x,Q\nFirst,x,\nG,x,Frist\n")
        let parts = EventParts(table.events)
        #expect(parts.cyclic == ["A", "B", "D"] && parts.unknownTotals == ["Q", "Frist"])
        #expect(parts.parts(of: "A") == ["C"] && parts.total(of: "A") == nil)
        #expect(
            table.report.diagnostics.map(\.code) == [
                "part-of-itself", "part-of-itself", "part-of-itself", "unknown-total",
                "unknown-total",
            ])
        #expect(table.report.diagnostics.last?.candidates == ["First"])
    }

    @Test func `a header alone is a table without rows`() throws {
        let table = try read("place,date\n")
        #expect(table.rows == 0 && table.events.isEmpty && table.report.diagnostics.isEmpty)
    }

    @Test func `formula cells are text`() throws {
        let event = try #require(
            try read("place,title\nBaku,\"=HYPERLINK(\"\"x\"\")\"\n").events.first)
        #expect(event.title == "=HYPERLINK(\"x\")")
    }
}

/// The grammar of the event table's contract.
@Suite("Cells of places") struct PlaceCellTests {
    private func places(_ cell: String) throws -> [EventPlace] {
        let quoted = cell.replacing("\"", with: "\"\"")
        return try #require(try read("place\n\"\(quoted)\"\n").events.first).places
    }

    private func text(_ place: EventPlace) -> String {
        func text(_ place: PlaceExpression) -> String {
            let near = if case .near = place.form { "near " } else { "" }
            let id = place.names.first?.isID == true ? "#" : ""
            return near + id + ([place.name] + place.containers).joined(separator: "|")
        }
        return switch place {
        case .at(let place): text(place)
        case .movement(let from, let to): "\(text(from))>\(text(to))"
        case .coordinate: "coordinate"
        }
    }

    @Test(arguments: [
        ("gn:147928", ["#gn:147928"]), ("iso:AM-ER", ["#iso:AM-ER"]), ("Baku", ["Baku"]),
        ("A, B district , C", ["A|B district|C"]), ("near Askeran", ["near Askeran"]),
        ("Near\u{A0}gn:1", ["near #gn:1"]), ("nearby", ["nearby"]), ("near", ["near"]),
        ("A; B;C", ["A", "B", "C"]), ("A -> B", ["A>B"]),
        ("A→B; near C, D -> E", ["A>B", "near C|D>E"]),
        ("Fizuli-Shusha road -> B", ["Fizuli>B"]), ("Note: x", ["Note: x"]), ("gn:", ["gn:"]),
        ("Village 5", ["Village 5"]), ("A,", ["A"]), ("gn:1, B", ["gn:1|B"]),
        ("A;;B;", ["A", "B"]),
    ])
    func `are taken apart`(cell: String, expected: [String]) throws {
        #expect(try places(cell).map(text) == expected)
    }

    @Test func `are read outside of tables too`() throws {
        #expect(
            try EventPlace.list(parsing: "Shusha; near Agdam").map(text) == [
                "Shusha", "near Agdam",
            ])
        #expect(try EventPlace.list(parsing: " ").isEmpty)
        #expect(throws: PlaceError.noName(column: 1)) { try EventPlace.list(parsing: "-> B") }
        #expect(throws: PlaceError.severalArrows(column: 10)) {
            try EventPlace.list(parsing: "A -> B ->C")
        }
    }

    @Test func `coordinates stand with a name or without`() throws {
        let events = try read("place,longitude,latitude\nA,46.5,39.5\n,46.5,39.5\nA;B,46.5,39.5\n")
            .events
        let position = Coordinate(longitude: 46.5, latitude: 39.5)
        #expect(events[1].places == [.coordinate(position, name: nil)])
        guard case .coordinate(position, .some(let name)) = events[0].places.first else {
            Issue.record("no coordinate")
            return
        }
        #expect(name.name == "A" && events[2].places.count == 2)
    }
}
