import Diagnostics
import EDTF
import PlaceIndex
import PlacePack
import Places
import TestSupport
import Testing

extension CuratedTables {
    /// The tables that people edit.
    static func checkedOut() throws -> CuratedTables {
        let folder = "Gazetteer/Data/Tables"
        return CuratedTables(
            try names.map { name in
                let path = "\(folder)/\(name)"
                return File(name: name, path: path, bytes: try Checkout.bytes(path))
            })
    }
}

@Suite("The embedded gazetteer") struct EmbeddedPackTests {
    @Test func `its tables read without an error`() throws {
        let report = try CuratedTables.checkedOut().read().report
        #expect(report.diagnostics.isEmpty, "\(report.diagnostics.prefix(20))")
    }

    /// `Scripts/build-pack` also looks at each reference, in a release build.
    @Test func `is what was written`() throws {
        #expect(PackInfo.embedded == PackFile.embedded.info)
        try PackFile.embedded.verifyChecksums()
    }

    /// GeoNames gives the town this id; both names are in every atlas of the region.
    @Test func `knows a town with two names`() throws {
        let town = try #require(Pack.embedded.place(id: "gn:146970"))
        #expect(
            town.names.contains { $0.text == "Xankəndi" && $0.language.description == "az-Latn" })
        #expect(town.names.contains { $0.text == "Ստեփանակերտ" && $0.kind == .official })
        #expect(town.countryCode == "AZ")
    }

    @Test func `every place has a usual name that may decide`() {
        let without = Pack.embedded.places.filter { place in
            !place.names.contains { $0.isUsual && $0.mayDecide }
        }
        #expect(without.isEmpty, "\(without.map(\.id))")
    }

    @Test func `says its date, its hash and its credits`() {
        let pack = Pack.embedded
        #expect(pack.date.year >= 2026)
        #expect(pack.hash.count == 16)
        #expect(pack.credits.contains { $0.key == "geonames" && $0.credit.contains("CC BY 4.0") })
        #expect(pack.notPlaces.contains { $0.text == "Minsk Group" })
    }

    @Test func `every contested place has two perspectives`() {
        let rows = Dictionary(grouping: Pack.embedded.contested, by: \.placeID)
        let alone = rows.filter { Set($0.value.map(\.perspective)).count < 2 }.keys.sorted()
        #expect(alone.isEmpty, "\(alone)")
    }

    @Test func `roads have a course`() throws {
        let road = try #require(Pack.embedded.place(id: "tp:road-khankendi-aghdam"))
        #expect(road.line.count >= 2)
        #expect(road.kind == .road)
    }
}

@Suite("Curated tables") struct CuratedTablesTests {
    private static let places = """
        # a comment
        id\tkind\tlabel\tlongitude\tlatitude\tuncertainty_m\textent\tperiod\tpopulation\trank\tsource\tcertainty\tnote
        tp:a\ttown\tAville\t1.5\t2.5\t1000\tpoint\t1900/..\t12\t3\ta page\thigh\t

        """
    private static let names = """
        place_id\ttext\tlanguage\tkind\tperspective\tperiod\tusual\tsource\tcertainty\tderived\tnote
        tp:a\tAville\ten-Latn\tofficial\tAA\t1900/..\tusual\ta page\thigh\t\t

        """
    private static let perspectives = """
        perspective\tname\tdefinition\tperiod\tsource
        AA\tA-land\tThe state of A\t\ta page

        """
    private static let pack = "key\tvalue\ndate\t2020-01-02\ntitle\tTest\nversion\t7\n"

    private func read(_ changes: [String: String] = [:]) -> (
        pack: PackContents, report: DiagnosticReport
    ) {
        var tables = [
            "places.tsv": Self.places, "names.tsv": Self.names, "pack.tsv": Self.pack,
            "perspectives.tsv": Self.perspectives,
        ]
        tables.merge(changes) { _, new in new }
        let files = tables.map { CuratedTables.File(name: $0.key, bytes: Array($0.value.utf8)) }
        let (contents, report) = CuratedTables(files).read()
        return (contents, report)
    }

    @Test func `good tables read without a word`() throws {
        let (pack, report) = read()
        #expect(report.diagnostics.isEmpty)
        let place = try #require(pack.places.first { $0.id == "tp:a" })
        #expect(place.names.map(\.text) == ["Aville"])
        #expect(place.names.first?.isUsual == true)
        #expect(place.period?.description == "1900/..")
        #expect(place.population == 12)
        #expect(pack.date.description == "2020-01-02")
        #expect(pack.title == "Test")
        #expect(pack.version == "7")
    }

    @Test func `tables of a later folder add rows and change none`() throws {
        let later = [
            "places.tsv": Self.places.replacing("Aville", with: "Other")
                + "tp:b\ttown\tB\t1\t2\t\t\t\t\t\tp\thigh\t\n",
            "names.tsv": Self.names.replacing("Aville", with: "Beville"),
        ]
        let files = [("places.tsv", Self.places), ("names.tsv", Self.names)]
        let tables = CuratedTables(
            ([("pack.tsv", Self.pack), ("perspectives.tsv", Self.perspectives)] + files
                + later.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
                .map { .init(name: $0.0, path: "x/\($0.0)", bytes: Array($0.1.utf8)) })
        let (contents, report) = tables.read()
        #expect(report.diagnostics.isEmpty)
        #expect(contents.places.map(\.label) == ["Aville", "B"])
        #expect(contents.places[0].names.map(\.text) == ["Aville", "Beville"])
        #expect(contents.recipe == "tables: 6 files, FNV-1a \(tables.hash)")
    }

    /// Each broken row, with the message that must name file, line and column.
    @Test(arguments: [
        (
            "names.tsv", "tp:b\tX\ten-Latn\tofficial\t\t\t\tp\thigh\t\t",
            "names.tsv:4:1: error: no place has the id \"tp:b\"; add it to places.tsv"
        ),
        (
            "names.tsv", "tp:a\tX\ten Latn\tofficial\t\t\t\tp\thigh\t\t",
            "names.tsv:4:8: error: \"en Latn\" is no language tag; write a language and script such as az-Latn"
        ),
        (
            "names.tsv", "tp:a\tX\ten-Latn\tofficial\tZZ\t\t\tp\thigh\t\t",
            "names.tsv:4:25: error: no perspective has the key \"ZZ\"; add it to perspectives.tsv"
        ),
        (
            "names.tsv", "tp:a\tX\ten-Latn",
            "names.tsv:4: error: the row has 3 cells, the header 11;"
                + " write one tab between cells, also where they are empty"
        ),
        (
            "names.tsv", "tp:a\tƏ\ten-Latn\tbest\t\t\t\tp\thigh\t\t",
            "names.tsv:4:16: error: \"best\" is no kind; write one of official, local, alternate,"
                + " historical, exonym, transliteration, colloquial, code"
        ),
        (
            "places.tsv", "tp:b\ttown\tB\t1\t91\t\tpoint\t\t\t\tp\thigh\t",
            "places.tsv:5:13: error: \"1\", \"91\" is no position;"
                + " write degrees, longitude within 180, latitude within 90"
        ),
        (
            "places.tsv", "tp:a\ttown\tB\t1\t9\t\tpoint\t\t\t\tp\thigh\t",
            "places.tsv:5:1: error: a row above has the id \"tp:a\"; give each place one row"
        ),
    ])
    func `a broken row is set aside and the rest stands`(
        file: String, row: String, message: String
    ) {
        let whole = file == "names.tsv" ? Self.names : Self.places
        let (pack, report) = read([file: whole + "\n" + row + "\n"])
        #expect(report.diagnostics.map(\.description) == [message])
        #expect(pack.places.count == 1)
        #expect(pack.places.first?.names.count == 1)
    }

    @Test func `a table in another encoding is refused as a whole`() {
        let tables = CuratedTables([.init(name: "pack.tsv", bytes: [0x6B, 0xFF, 0x0A])])
        let report = tables.read().report
        #expect(report.diagnostics.first?.code == "not-utf8")
    }

    @Test func `a header without a needed column is refused as a whole`() {
        let (pack, report) = read(["places.tsv": "id\tkind\ntp:a\ttown\n", "names.tsv": ""])
        #expect(pack.places.isEmpty)
        #expect(
            report.diagnostics.first?.description
                == "places.tsv: error: the header lacks label, longitude, latitude, source, certainty;"
                + " name the columns id, kind, label, longitude, latitude, source, certainty")
    }

    @Test func `line ends of Windows and a byte order mark change nothing`() {
        let windows = "\u{FEFF}" + Self.names.replacing("\n", with: "\r\n")
        #expect(read(["names.tsv": windows]).pack.places == read().pack.places)
    }

    /// FNV-1a of no bytes is its offset basis (draft-eastlake-fnv, section 5).
    @Test func `the hash is that of the standard and changes with any byte`() {
        #expect(CuratedTables([]).hash == "cbf29ce484222325")
        let one = CuratedTables([.init(name: "a", bytes: [1]), .init(name: "b", bytes: [2])])
        let swapped = CuratedTables([.init(name: "b", bytes: [2]), .init(name: "a", bytes: [1])])
        let other = CuratedTables([.init(name: "a", bytes: [1]), .init(name: "b", bytes: [3])])
        #expect(one.hash == swapped.hash)
        #expect(one.hash != other.hash)
    }
}
