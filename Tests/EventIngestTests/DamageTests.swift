import Diagnostics
import EDTF
import EventIngest
import GeoModel
import TabularText
import Testing

/// One kind of damage to a row: a table with the damaged row second of three, and what is said.
struct RowDamage: CustomTestStringConvertible, Sendable {
    var header: String
    var row: String
    var message: String
    var testDescription: String { row }

    init(_ header: String, _ row: String, _ message: String) {
        self.header = header
        self.row = row
        self.message = message
    }
}

/// Each message is where, what was seen and what to do, as the house style has it.
@Suite("Damaged rows") struct DamagedRowTests {
    static let setAside: [RowDamage] = [
        .init(
            "date,place", "1992-02-30,x",
            #"3:9: error: no such day as 1992-02-30 in the date "1992-02-30"; write a day from 01 to 29, or the month alone"#
        ),
        .init(
            "date,place", "02/03/1988,x",
            #"3:1: error: 1988-03-02 or 1988-02-03, as day or month comes first in the date "02/03/1988"; write "1988-03-02" or "1988-02-03", or say the order of all with --date-order dmy or mdy"#
        ),
        .init(
            "date,place", "30 Feb 1992,x",
            #"3:1: error: no such day as 1992-02-30 in the date "30 Feb 1992"; write a day from 01 to 29, or the month alone"#
        ),
        .init(
            "date,place", "12.03.92,x",
            #"3:1: error: the year 92 of any century in the date "12.03.92"; write the year with four digits"#
        ),
        .init(
            "date,place", "44024,x",
            #"3:1: error: the number 44024, perhaps the day 2020-07-12 of a spreadsheet in the date "44024"; write "2020-07-12", or say --excel-dates 1900 if all such numbers are days"#
        ),
        .init(
            "date,place", "2001/02,x",
            #"3:1: error: 2001-02 or 2001/2002 in the date "2001/02"; write "2001-02" or "2001/2002""#
        ),
        .init(
            "date,place", "\"Monday, 25 February 1992\",x",
            #"3:2: error: 1992-02-25 is another day of the week in the date "Monday, 25 February 1992"; write "1992-02-25""#
        ),
        .init(
            "date,place", "winter 1917 O.S.,x",
            #"3:1: error: a Julian date that has no days to convert in the date "winter 1917 O.S."; write the days of the Gregorian calendar"#
        ),
        .init(
            "date,place", "7 (21) March 1917,x",
            #"3:1: error: the Julian day is 1917-03-20, not the day beside it in the date "7 (21) March 1917"; write "1917-03-20""#
        ),
        .init(
            "date,place", "1871-13,x",
            #"3:6: error: month 13; months run 01...12, seasons 21...41 in the date "1871-13"; write EDTF, such as 1992-02-25, 2020-10, 1993~ or 1987/, or leave it empty"#
        ),
        .init(
            "date,place", "2020/2019,x",
            #"3:6: error: the interval ends before it starts in the date "2020/2019"; write the earlier date first"#
        ),
        .init(
            "date,place", "soon,x",
            #"3:1: error: "s" where a year of four digits should be in the date "soon"; write EDTF, such as 1992-02-25, 2020-10, 1993~ or 1987/, or leave it empty"#
        ),
        .init(
            "longitude,latitude", "46.5,91",
            #"3:6: error: latitude 91; it runs from -90 to 90; check whether longitude and latitude are exchanged"#
        ),
        .init(
            "longitude,latitude", "-181,40",
            #"3:1: error: longitude -181; it runs from -180 to 180; write degrees, not metres or minutes"#
        ),
        .init(
            "longitude,latitude", "46.5,4400123",
            #"3:6: error: latitude 4400123; it runs from -90 to 90; write degrees, not metres or minutes"#
        ),
        .init(
            "longitude,latitude", "1e1,40",
            #"3:1: error: "1e1" where the longitude should be; write degrees, such as 44.5126 or 44°30'45""#
        ),
        .init(
            "longitude,latitude", "nan,40",
            #"3:1: error: "nan" where the longitude should be; write degrees, such as 44.5126 or 44°30'45""#
        ),
        .init(
            "longitude,latitude", "46.5,",
            #"3:1: error: a longitude without latitude; give both, or neither"#),
        .init(
            "longitude,latitude", ",40",
            #"3:2: error: a latitude without longitude; give both, or neither"#),
        .init(
            "place,status", "x,planed",
            #"3:3: error: no status is called "planed"; write reported, planned, alleged, disputed, or leave it empty for reported"#
        ),
        .init(
            "place,killed", "x,about 30",
            #"3:3: error: "a" where a number should be in the figure "about 30" of killed; write "~30""#
        ),
        .init(
            "place,killed", "x,\"6,500\"",
            #"3:4: error: "," where the end of the figure should be in the figure "6,500" of killed; write "6500" or "6.500""#
        ),
        .init(
            "place,killed", "x,10 to 12",
            #"3:3: error: "t" where the end of the figure should be in the figure "10 to 12" of killed; write "10-12""#
        ),
        .init(
            "place,killed", "x,7-5",
            #"3:3: error: a range from more to less in the figure "7-5" of killed; write 613, ~500, >250000, <40 or 6500-7000, or leave it empty"#
        ),
        .init(
            "place,killed", "x,-3",
            #"3:3: error: "-" where a number should be in the figure "-3" of killed; write 613, ~500, >250000, <40 or 6500-7000, or leave it empty"#
        ),
        .init(
            "place,killed", "x,unknown",
            #"3:3: error: "u" where a number should be in the figure "unknown" of killed; write 613, ~500, >250000, <40 or 6500-7000, or leave it empty"#
        ),
        .init(
            "place,title", "x -> ,t",
            #"3:5: error: no name where a place should be; write PLACE, or FROM -> TO"#),
        .init(
            "place,title", "a -> b -> c,t",
            #"3:10: error: a movement with more than one arrow; write one movement as FROM -> TO, several with ; between them"#
        ),
        .init(
            "place,title", "\"39.8, 46.7\",t",
            #"3:2: error: only a number, "39.8, 46.7", where a place should be; put coordinates into the columns longitude and latitude"#
        ),
        .init(
            "place,title", "Agdam, Karabakh,t",
            #"3:17: error: 3 cells where the header has 2; put cells that hold the delimiter in quotes"#
        ),
        .init(
            "place,title", String(repeating: "x;", count: 200) + "x,t",
            #"3:1: error: more than 200 places in one row; spread them over several rows"#),
    ]

    /// A row between two good ones, which must be kept.
    private func table(_ damage: RowDamage) throws -> EventTable {
        let good =
            damage.header.hasPrefix("longitude")
            ? "46,40" : damage.header.hasPrefix("date") ? "1992,x" : "Baku,"
        return try read(
            "\(damage.header)\n\(good)\n\(damage.row)\n\(good.replacing("40", with: "41").replacing("x", with: "y").replacing("Baku", with: "Ganja"))\n"
        )
    }

    @Test(arguments: setAside)
    func `set the row aside and keep the rest`(damage: RowDamage) throws {
        let table = try table(damage)
        #expect(table.report.diagnostics.map(\.description) == ["events.csv:" + damage.message])
        #expect(table.report.diagnostics.map(\.row) == [2])
        #expect(table.events.map(\.row) == [1, 3])
        #expect(table.setAside.map(\.row) == [2] && table.setAside.map(\.reason) == [.fault])
        #expect(table.rows == 3)
    }

    static let kept: [RowDamage] = [
        .init(
            "place,title", "x",
            #"3:1: warning: 1 cells where the header has 2; check that no cell is missing; the last ones are taken as empty"#
        ),
        .init(
            "longitude,latitude", "0,0",
            #"3:1: warning: longitude 0 and latitude 0; leave both cells empty if the place is not known"#
        ),
        .init(
            "longitude,latitude", "\"46,5\",40",
            #"3:2: note: "46,5" and coordinates like it are read with a decimal comma; write a point if that is not meant"#
        ),
        .init(
            "longitude,latitude", "46.5E,40",
            #"3:1: note: "46.5E" and coordinates like it are read as degrees, minutes and seconds; write decimal degrees if that is not meant"#
        ),
        .init(
            "longitude,latitude", "46°30',40",
            #"3:1: note: "46°30'" and coordinates like it are read as degrees, minutes and seconds; write decimal degrees if that is not meant"#
        ),
        .init(
            "date,place", "1918-21,x",
            #"3:1: warning: read "1918-21" as spring 1918; for the years write 1918/1921"#),
        .init(
            "place,place_basis", "x,sourced",
            #"3:3: warning: no place basis is called "sourced"; it is kept as it stands; write stated, inferred, subject, institution"#
        ),
        .init(
            "place,title", "x;,t",
            #"3:1: warning: nothing stands beside a ; of the place; take the ; away, or write the place that is missing"#
        ),
    ]

    @Test(arguments: kept)
    func `that can still be read are kept, and that is said`(damage: RowDamage) throws {
        let table = try table(damage)
        #expect(table.report.diagnostics.map(\.description) == ["events.csv:" + damage.message])
        #expect(table.events.count == 3 && table.setAside.isEmpty)
    }

    @Test(arguments: [
        ("13.02.1988", "1988-02-13"), ("12 July 2020", "2020-07-12"), ("Feb 1992", "1992-02"),
        ("c. 1993", "1993~"), ("1990s", "199X"), ("1992-1994", "1992/1994"),
        ("1992-2-3", "1992-02-03"), ("25 февраля 1992 г.", "1992-02-25"),
    ])
    func `dates in words are read with a note`(cell: String, expected: String) throws {
        let table = try read("date,place\n\(cell),x\n")
        #expect(table.events.map(\.date?.description) == [expected])
        #expect(
            table.report.diagnostics.map(\.description)
                == ["events.csv:2:1: note: read \"\(cell)\" as \(expected)"])
    }

    @Test func `what is said about dates in numbers is used`() throws {
        var options = ReadingOptions()
        options.dates.order = .dayFirst
        options.dates.spreadsheetDays = .from1900
        let table = try read("date,place\n02/03/1988,x\n44024,y\n", options: options)
        #expect(table.events.map(\.date?.description) == ["1988-03-02", "2020-07-12"])
        #expect(table.report.count(.note) == 2)
    }

    @Test func `a word among the numbers of a column is kept as text`() throws {
        let table = try read("place,houses\na,1\nb,2\nc,many\n")
        #expect(table.events[2].passedThrough.map(\.value) == ["many"])
        #expect(table.events[2].figures.isEmpty)
        #expect(
            table.report.diagnostics.map(\.description) == [
                #"events.csv:4:3: warning: "m" where a number should be in the figure "many" of houses; it is passed through as text; write 613, ~500, >250000, <40 or 6500-7000, or leave it empty"#
            ])
    }

    @Test func `all errors of a row are told at once`() throws {
        let table = try read("place,date,killed,status\nx,soon,many,odd\n")
        #expect(table.report.diagnostics.map(\.code) == ["bad-date", "bad-figure", "bad-status"])
        #expect(table.setAside.count == 1)
    }

    @Test func `an unknown column is offered the field it is nearly spelled like`() throws {
        let table = try read("place,reportd_by,sorce\nx,y,z\n")
        #expect(
            table.report.diagnostics.map(\.description) == [
                #"events.csv:1:7: warning: column "reportd_by" has no meaning here and is passed through; if "reported_by" is meant, say --column reported_by=reportd_by"#,
                #"events.csv:1:18: warning: column "sorce" has no meaning here and is passed through; if "source" is meant, say --column source=sorce"#,
            ])
        #expect(table.events.first?.passedThrough.map(\.value) == ["y", "z"])
    }
}

@Suite("Damaged files") struct DamagedFileTests {
    @Test(arguments: [
        ("", "a: error: the file is empty; give a table with a header line and a column place"),
        (
            "\u{FEFF}\r\n \n",
            "a: error: the file is empty; give a table with a header line and a column place"
        ),
        (
            "date,title\n1992,a\n",
            #"a:1:1: error: no column place, nor longitude and latitude, among "date", "title"; add one, or say which it is with --column place=HEADER"#
        ),
        (
            "date,plase\n1992,a\n",
            #"a:1:1: error: no column place, nor longitude and latitude, among "date", "plase"; add one, or say which it is with --column place=plase"#
        ),
        (
            "date,name,longitude\n1992,a,4\n",
            #"a:1:1: error: no column place, nor longitude and latitude, among "date", "name", "longitude"; add one, or say which it is with --column place=name"#
        ),
        (
            "place\n\"Baku\n",
            #"a:2:1: error: a quote opens here and is not closed; close it, and write a quote inside a cell twice ("")"#
        ),
        (
            "place,x\n\"Ba\"ku,y\n",
            #"a:2:5: error: text stands after the closing quote of a cell; write a quote inside a cell twice ("")"#
        ),
        (
            "place\nBa\0ku\n",
            "a:2:3: error: a NUL byte, which no text has; check that the file is a table saved as text"
        ),
        ("place,date,date\nx,1,2\n", #"a:1:12: error: a second column "date"; rename one of them"#),
        (
            "PK\u{3}\u{4}",
            "a: error: the file is an archive or a spreadsheet, not text; save it as CSV, UTF-8"
        ),
        (
            "{\"features\":[{]}",
            "a:1:15: error: \"]\" where a key in quotes should be; mend the JSON text here"
        ),
        ("[1,2] x", "a:1:7: error: \"x\" where the end should be; mend the JSON text here"),
    ])
    func `are refused as a whole`(text: String, message: String) {
        let fault = #expect(throws: FileFault.self) { try read(text, file: "a") }
        #expect(fault?.description == message)
    }

    @Test(
        arguments: [
            (
                [0x70, 0x6C, 0x61, 0x63, 0x65, 0x0A, 0x42, 0x81, 0x0A],
                "a.csv:2:2: error: the byte 0x81 here is not UTF-8; save the file as UTF-8, or say what it is with --encoding"
            ),
            (
                // "Bakı" in UTF-8, then a letter that lost its second byte.
                Array("place\nBakı\nŞ".utf8.dropLast()),
                "a.csv:3:1: error: the byte 0xC5 here is not UTF-8; save the file as UTF-8, or say what it is with --encoding"
            ),
            (
                [0x1F, 0x8B, 0x08],
                "a.csv: error: the bytes are packed with gzip; unpack them first"
            ),
        ] as [([UInt8], String)])
    func `that are no UTF-8 are told with the byte`(bytes: [UInt8], message: String) {
        let fault = #expect(throws: FileFault.self) { try EventTable.read(bytes, file: "a.csv") }
        #expect(fault?.description == message)
    }

    @Test func `what goes beyond the limits is refused`() {
        var options = ReadingOptions()
        options.limits.columns = 3
        options.limits.rowBytes = 20
        options.limits.rows = 2
        for (text, code) in [
            ("place,a,b,c\n", "too-many-columns"),
            ("place\n\(String(repeating: "x", count: 30))\n", "row-too-long"),
            ("place\n\"\(String(repeating: "x", count: 30))", "broken-quoting"),
            ("place\na\nb\nc\n", "too-many-rows"),
            ("{\"place\":1,\"a\":2,\"b\":3,\"c\":4}", "too-many-columns"),
            ("[{},{},{}]", "too-many-rows"),
        ] {
            let fault = #expect(throws: FileFault.self) {
                try read(text, file: "a", options: options)
            }
            #expect(fault?.diagnostic.code == code)
        }
    }

    @Test func `a column that was named and is not there is told with near ones`() throws {
        var options = ReadingOptions()
        try options.add(columnMapping: "place=vilage")
        let fault = #expect(throws: FileFault.self) {
            try read("village,date\nx,1992\n", options: options)
        }
        #expect(fault?.diagnostic.candidates == ["village"])
    }
}

@Suite("Half coordinates") struct HalfCoordinateTests {
    @Test func `a lone x is a column like any other`() throws {
        let table = try read("place,x\nBaku,left\n")
        #expect(table.report.diagnostics.isEmpty)
        #expect(table.events.first?.passedThrough.map(\.key) == ["x"])
        #expect(try read("x,y\n46.5,39.5\n").events.first?.places.count == 1)
    }

    @Test func `a longitude column without latitude is told once and the places are used`() throws {
        let table = try read("place,lon\nBaku,49.8\nGanja,46.3\n")
        #expect(table.events.count == 2)
        #expect(
            table.report.diagnostics.map(\.code) == ["column-read-as", "half-a-coordinate"])
    }
}
