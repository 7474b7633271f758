import Diagnostics
import EDTF
import EventIngest
import GeoModel
import Testing

/// Coordinates as people write them. Values by hand: degrees + minutes / 60 + seconds / 3600.
@Suite("Messy tables") struct MessyTableTests {
    private func position(_ longitude: String, _ latitude: String) throws -> Coordinate? {
        let cells = [longitude, latitude].map { "\"\($0.replacing("\"", with: "\"\""))\"" }
        let table = try read("longitude,latitude\n\(cells.joined(separator: ","))\n")
        guard case .coordinate(let position, _) = table.events.first?.places.first else {
            return nil
        }
        return position
    }

    @Test(arguments: [
        ("46.5", "40.25", 46.5, 40.25), ("46,5", "40,25", 46.5, 40.25),
        ("46°30'", "40°15'", 46.5, 40.25), ("46°30′00″E", "40°15′00″N", 46.5, 40.25),
        ("E 46 30", "N40 15 0", 46.5, 40.25), ("46º30'0\"", "40˚15'", 46.5, 40.25),
        ("71°30'W", "10°15'S", -71.5, -10.25), ("-71°30'", "\u{2212}10,25", -71.5, -10.25),
        ("46.5e", "40.25n", 46.5, 40.25), ("46° 30.0' E", "40:15:0 N", 46.5, 40.25),
    ])
    func `coordinates are read in degrees, minutes and seconds`(
        longitude: String, latitude: String, x: Double, y: Double
    ) throws {
        let position = try #require(try position(longitude, latitude))
        #expect(position == Coordinate(longitude: x, latitude: y))
    }

    @Test(arguments: [
        "46 30", "46°60'", "46°30.5'10\"", "46°30'N", "-46°W", "46''30°", "46,5,1", "46°°", "E", "",
        "46°1'1\"1", "4 6°", "46°30'EE", "1 2 3 4E",
    ])
    func `what is no longitude is none`(text: String) throws {
        #expect(try position(text, "40") == nil)
    }

    @Test func `exchanged axes are told and not mended`() throws {
        let table = try read("longitude,latitude\n40°15'N,46°30'E\n46,40\n")
        #expect(table.events.map(\.row) == [2])
        #expect(
            table.report.diagnostics.map(\.remedy)
                == Array(repeating: "check whether longitude and latitude are exchanged", count: 2))
    }

    @Test func `the habit of a column is told once`() throws {
        let table = try read("longitude;latitude\n46,5;40,5\n47,5;41,5\n")
        #expect(table.events.count == 2)
        #expect(table.report.diagnostics.map(\.code) == ["decimal-comma"])
    }

    @Test func `columns of UCDP GED make an interval of two days`() throws {
        let header =
            "id,type_of_violence,dyad_name,where_coordinates,latitude,longitude,date_start,date_end,best,high,low"
        let table = try read(
            header
                + "\n7,1,A - B,Agdam,39.99,46.93,1992-07-01 00:00:00.000,1992-07-03 00:00:00.000,5,9,3"
                + "\n8,1,A - B,Agdam,39.99,46.93,1992-07-01,1992-07-01,5,9,3\n")
        #expect(table.events.map(\.date?.description) == ["1992-07-01/1992-07-03", "1992-07-01"])
        #expect(table.events.first?.title == "A - B")
        #expect(table.events.first?.figure("best") == Figure(5, from: 3, through: 9))
        #expect(
            table.report.diagnostics.map(\.description) == [
                "events.csv:1:1: note: the columns are those of UCDP GED and are read so; say another sense with --column FIELD=HEADER"
            ])
    }

    @Test func `a preset that is said needs no more than its columns`() throws {
        var options = ReadingOptions()
        options.preset = .acled
        let table = try read(
            "event_id_cnty,event_date,location,notes\nAZE1,2020-09-27,Agdam,n\n", options: options)
        #expect(table.events.first?.id == "AZE1" && table.events.first?.note == "n")
        #expect(table.report.diagnostics.isEmpty)
    }

    @Test func `records of a text sequence may span lines`() throws {
        let table = try read(
            "\u{1E}{\n\"place\":\"x\"\n}\n\u{1E}{\"place\":\n\"y\"}\n", file: "a.geojsons")
        #expect(table.events.count == 2)
    }

    @Test func `a flood of marks sets its row aside`() throws {
        let flood = "e" + String(repeating: "\u{301}", count: 31)
        let few = "e" + String(repeating: "\u{301}", count: 30)
        let table = try read("place,title\nx,ab\(flood)\ny,\(few)\n")
        #expect(table.events.map(\.row) == [2])
        #expect(
            table.report.diagnostics.map(\.description) == [
                "events.csv:2:5: error: a letter with more than 30 marks on it; take the marks away"
            ])
    }

    @Test func `a formula is text, and its guard is taken away`() throws {
        let table = try read("place,title\nx,=1+1\ny,'=1+1\nz,''=1\nw,'t\nv,'-5\n")
        #expect(table.events.map(\.title) == ["=1+1", "=1+1", "'=1", "'t", "'-5"])
    }
}
