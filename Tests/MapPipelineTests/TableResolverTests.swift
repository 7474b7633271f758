import Diagnostics
import EventIngest
import MapPipeline
import PlacePack
import PlaceResolution
import Places
import TabularText
import Testing

/// Identities are those of GeoNames (`gn:`).
@Suite("Tables with places") struct TableResolverTests {
    /// A table resolved: its lines, and the resolver that knows the rest.
    private func resolve(
        _ text: String, file: String = "table.csv", columns: [String] = [],
        decisions: String? = nil
    ) throws -> (lines: [String], resolver: TableResolver) {
        let known = try decisions.map {
            try PlaceDecisions(
                MemoryInput(Array($0.utf8)), file: "decisions.csv",
                resolver: PlaceResolver(pack: .embedded))
        }
        var resolver = TableResolver(pack: .embedded, decisions: known ?? PlaceDecisions())
        var reader = try PlaceTableReader(
            MemoryInput(Array(text.utf8)), file: file, columns: columns)
        var bytes: [UInt8] = []
        try resolver.resolve(&reader) { bytes += $0 }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        return (lines, resolver)
    }

    private func ids(_ text: String, decisions: String? = nil) throws -> [String] {
        try resolve(text, decisions: decisions).lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return String(cells[cells.count - 9])
        }
    }

    @Test func `rows stand as they were, with cells behind them`() throws {
        let lines = try resolve("a,place\n\" x,y \",\"Goris\"\n1.50,  Baku \n").lines
        #expect(lines[1].hasPrefix("\" x,y \",\"Goris\",match,gn:174895,Goris,town,AM,"))
        #expect(lines[2].hasPrefix("1.50,  Baku ,match,gn:587084,"))
    }

    @Test func `one bad row never touches another`() throws {
        let good = ["1,Goris", "2,Kalbajr", "3,Garadaghli"]
        let alone = try good.flatMap { try resolve("n,place\n\($0)\n").lines.dropFirst() }
        let bad = ["1,Goris", "x,y,z,w", "2,Kalbajr", ",", "3,Garadaghli"]
        let together = try resolve("n,place\n\(bad.joined(separator: "\n"))\n").lines
        #expect(Set(alone).isSubset(of: together))
    }

    @Test func `hints of a row decide between namesakes`() throws {
        let table = """
            place,country,admin1,date,longitude,latitude
            Garadaghli,AZ,Khojavend district,,,
            Garadaghli,AZ,XVD,,,
            Garadaghli,Azerbaijan,AZ-XVD,,,
            Garadaghli,,,,46.98,39.80
            Zhdanov,AZ,,1985,,
            Goris,AM,Nowhere,soon,x,1
            """
        #expect(
            try ids(table) == [
                "gn:147928", "gn:147928", "gn:147928", "gn:147928", "gn:148354", "gn:174895",
            ])
        let report = try resolve(table).resolver.report
        #expect(report.diagnostics.map(\.code) == Array(repeating: "unread-hint", count: 3))
        #expect(report.diagnostics.first?.problem == "admin1 \"Nowhere\" is not understood")
    }

    /// Astara is a town of Azerbaijan (gn:148445) and one of Iran (gn:142676), of like size.
    @Test func `the other places of the table speak for a namesake among them`() throws {
        #expect(try resolve("place\nAstara\n").resolver.tally.ambiguous == 1)
        let azerbaijan = ["Lankaran", "Masally", "Lerik", "Yardymli", "Jalilabad", "Bilasuvar"]
        #expect(try ids("place\nAstara\n\(azerbaijan.joined(separator: "\n"))\n")[0] == "gn:148445")
        let iran = ["Ardabil", "Rasht", "Tabriz", "Tehran", "Qazvin", "Zanjan"]
        #expect(try ids("place\n\(iran.joined(separator: "\n"))\nAstara\n")[6] == "gn:142676")
    }

    @Test func `a review holds each doubt once and reads back`() throws {
        let table = "place\nGaradaghli\nGoris\nGaradaghli\nNowheretown\nKalbajr\n"
        let (_, resolver) = try resolve(table)
        let review = resolver.review.text()
        let rows = review.split(separator: "\n")
        #expect(rows.count == 4)
        #expect(rows[1].hasPrefix(",Garadaghli,,,,,,2,1,ambiguous,14 places fit,"))
        let edited = review.replacing("\n,Garadaghli", with: "\ngn:147928,Garadaghli")
            .replacing("\n,Nowheretown", with: "\nnone,Nowheretown")
        #expect(
            try ids(table, decisions: edited)
                == ["gn:147928", "gn:174895", "gn:147928", "", "gn:586268"])
        let left = try resolve(table, decisions: edited).resolver.review
        #expect(left.count == 1)
    }

    @Test func `a decision counts for the columns that its file has`() throws {
        let table = "place,country\nGaradaghli,AZ\nGaradaghli,\n"
        #expect(
            try ids(table, decisions: "decision,place\ngn:147928,Garadaghli\n")
                == ["gn:147928", "gn:147928"])
        #expect(
            try ids(table, decisions: "decision,place,country\ngn:147928,Garadaghli,AZ\n")[1]
                != "gn:147928")
    }

    @Test func `lines of JSON keep their members and their order`() throws {
        let lines = try resolve(
            "{\"n\": 1,\"place\":\"Goris\"}\n{}\n{\"place\":5}\n", file: "table.ndjson"
        ).lines
        #expect(lines[0].hasPrefix("{\"n\": 1,\"place\":\"Goris\",\"match_status\":\"match\","))
        #expect(lines[1].hasPrefix("{\"match_status\":\"none\",\"match_id\":null,"))
        #expect(lines.count == 3)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "no-place-column"), ("place,match_id\nGoris,x\n", "column-exists"),
        ("", "empty-file"),
    ])
    func `a table that cannot be resolved is refused`(text: String, code: String) {
        let fault = #expect(throws: FileFault.self) { try resolve(text) }
        #expect(fault?.diagnostic.code == code)
    }

    @Test(arguments: ["place=", "town=place", "x"])
    func `a column that cannot be said is refused`(column: String) {
        #expect(throws: FileFault.self) { try resolve("place\nGoris\n", columns: [column]) }
    }

    @Test func `many rows that say the same are answered alike`() throws {
        let rows = String(repeating: "Goris\nGaradaghli\n", count: 10_000)
        let (lines, resolver) = try resolve("place\n" + rows)
        #expect(resolver.tally.rows == 20_000)
        #expect(Set(lines).count == 3)
        #expect(resolver.review.count == 1)
    }

    /// Goris is gn:174895, Kapan gn:174875, Khankendi gn:146970.
    @Test(arguments: [
        ("Goris; Kapan", "ambiguous", "gn:174895", "gn:174875"),
        ("Nowheretown; Kapan", "ambiguous", "gn:174875", ""),
        ("Goris and Kapan", "ambiguous", "gn:174895", "gn:174875"),
        ("Горис и Капан", "ambiguous", "gn:174895", "gn:174875"),
        ("Khankendi / Stepanakert", "match", "gn:146970", ""),
        ("Khankendi; Stepanakert;", "match", "gn:146970", ""),
        ("Nowheretown; Qwxzville", "none", "", ""),
        // One of the two is not known as it is spelled: this may be any text.
        ("Goris and Nowheretown", "none", "", ""),
        ("Trinidad and Tobago", "match", "iso:TT", ""),
    ])
    func `of several places in one cell the first is told, and the next beside it`(
        cell: String, status: String, id: String, runnerUp: String
    ) throws {
        let (lines, resolver) = try resolve("place\n\(cell)\n")
        let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect([cells[1], cells[2], cells[10]] == [status[...], id[...], runnerUp[...]])
        let isSaid = resolver.report.diagnostics.map(\.code) == ["several-places"]
        #expect(isSaid == (status == "ambiguous" || cell.hasPrefix("Nowheretown;")))
    }

    @Test func `a decision chooses among several places in one cell`() throws {
        let table = "place\nGoris; Nowheretown; Kapan\n"
        let review = try resolve(table).resolver.review.text().split(separator: "\n")
        #expect(
            review[1].hasPrefix(
                ",Goris; Nowheretown; Kapan,,,,,,1,1,ambiguous,\"3 places in one cell; no place"))
        #expect(review[1].contains("gn:174895 Goris") && review[1].contains(" | gn:174875 Kapan"))
        let edited = "\(review[0])\ngn:174875\(review[1])\n"
        #expect(try ids(table, decisions: edited) == ["gn:174875"])
    }

    @Test func `any number of threads gives the same bytes and findings`() throws {
        var rows = ""
        for (number, place) in Pack.embedded.places.enumerated() where number % 61 == 0 {
            let unit = number % 2 == 0 ? place.firstOrderUnits.first?.targetID ?? "" : "nowhere"
            let name = number % 3 == 0 ? String(place.label.dropFirst()) : place.label
            rows += "\"\(name)\",\(place.countryCode ?? ""),\(unit)\n"
        }
        func resolved(_ threads: Int) throws -> (bytes: [UInt8], resolver: TableResolver) {
            var resolver = TableResolver(pack: .embedded, threads: threads)
            var reader = try PlaceTableReader(
                MemoryInput(Array("place,country,admin1\n\(rows)".utf8)), file: "table.csv")
            var bytes: [UInt8] = []
            try resolver.resolve(&reader) { bytes += $0 }
            return (bytes, resolver)
        }
        let (one, three) = (try resolved(1), try resolved(3))
        #expect(one.bytes == three.bytes)
        #expect(one.resolver.tally == three.resolver.tally)
        #expect(one.resolver.report.diagnostics == three.resolver.report.diagnostics)
        #expect(one.resolver.review.text() == three.resolver.review.text())
    }
}
