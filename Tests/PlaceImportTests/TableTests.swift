import Diagnostics
import EDTF
import GeoModel
import PlaceImport
import Places
import TabularText
import Testing

@Suite("Plain tables of places") struct TablePlacesTests {
    private func read(_ text: String) throws -> (places: [Place], log: ImportLog) {
        var importer = try TablePlaces(
            MemoryInput(Array(text.utf8)), file: "a.csv", source: ImportSource(key: "mine"))
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    @Test func `documented columns are read`() throws {
        let (places, log) = try read(
            """
            id,name,language,name_kind,perspective,name_period,kind,longitude,latitude,country,admin1,period,population,source,certainty,note,usual
            1,Daşlı,az,official,AZ,1991/..,village,47.2,40.1,az,AZ-XCI,1850/..,300,"Atlas, p. 3",high,by the river,yes
            1,Дашлы,ru,historical,SU,1930/1991,village,47.2,40.1,,,,,,,,
            """)
        #expect(places.map(\.id) == ["mine:1", "mine:1"])
        #expect(places.map(\.names[0].language.description) == ["az-Latn", "ru-Cyrl"])
        #expect(places.map(\.names[0].kind) == [.official, .historical])
        #expect(places.map(\.names[0].period?.description) == ["1991/..", "1930/1991"])
        #expect(places.map(\.names[0].source) == ["Atlas, p. 3", "mine"])
        #expect(places[0].memberships.map(\.targetID) == ["iso:AZ", "iso:AZ-XCI"])
        #expect(places[0].kind == .village)
        #expect(places[0].population == 300)
        #expect(log.passedOver == 0)
        #expect(log.report.diagnostics == [])
    }

    /// The digits that a program writes of a `Double`: 17 of them, and one more than they mean.
    @Test(arguments: ["46.712345678901234", "46.7123456789012345678", "+46.712345678901234"])
    func `more digits than a number has are read`(text: String) throws {
        let (places, log) = try read("name,lon,lat\nA,\(text),39.5\n")
        #expect(places.map(\.coordinate.longitude) == [46.712345678901234])
        #expect(log.report.diagnostics == [])
    }

    @Test func `common other headers and delimiters are read`() throws {
        let (places, _) = try read("Title;Lon;Lat;Type\nA;1.5;2;river\n")
        #expect(places.map(\.kind) == [.water])
        #expect(places[0].coordinate.longitude == 1.5)
    }

    @Test(arguments: [
        ("name,lon\nA,1\n", "a.csv:1:1: error: no column latitude"),
        ("lon,lat\n1,1\n", "a.csv:1:1: error: no column name"),
        ("", "a.csv: error: the file is empty"),
    ])
    func `a table without what is needed is refused`(text: String, message: String) {
        let fault = #expect(throws: FileFault.self) { try read(text) }
        #expect(fault?.description.hasPrefix(message) == true)
    }
}

/// Columns of LP-TSV v0.5, https://github.com/LinkedPasts/linked-places-format.
@Suite("LP-TSV") struct LinkedPlacesTableTests {
    private func read(_ text: String) throws -> (places: [Place], log: ImportLog) {
        var importer = try LinkedPlacesTable(
            MemoryInput(Array(text.utf8)), file: "a.tsv", source: ImportSource(key: "whg"))
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    @Test func `fields of the specification are read`() throws {
        let header =
            "id\ttitle\ttitle_source\tfclasses\taat_types\tstart\tend\tccodes\tvariants\tparent_name\tparent_id\tlon\tlat\tgeowkt\n"
        let (places, log) = try read(
            header
                + "5\tShusha\tAn Atlas (1901)\tP\t300008375\t1752\t1930\tAZ;AM\tШуша@ru;Shushi@hy-Latn\tUyezd\thttp://x.org/9\t46.7\t39.7\t\n"
                + "6\tSite\t\tS\t\t-320\t\t\t\t\t\t1\t1\tPOINT(2 3)\n")
        #expect(places.map(\.id) == ["whg:5", "whg:6"])
        #expect(places.map(\.kind) == [.town, .site])
        #expect(places.map(\.period?.description) == ["1752/1930", "-0320/.."])
        #expect(places[0].names.map(\.text) == ["Shusha", "Шуша", "Shushi"])
        #expect(
            places[0].names.map(\.language.description) == ["und-Latn", "ru-Cyrl", "hy-Latn"])
        #expect(places[0].names[0].source == "whg: An Atlas (1901)")
        #expect(places[0].memberships.map(\.targetID) == ["iso:AZ", "iso:AM", "http://x.org/9"])
        #expect(places[1].coordinate.longitude == 2)
        #expect(log.report.diagnostics == [])
    }
}
