import Diagnostics
import EventIngest
import GeoJSON
import MapPipeline
import TestSupport
import Testing

/// Rows of published tables that programs write are copied, the others read: each way is the judge of
/// the other, see `StreamingTests`.
@Suite("Plain rows") struct PlainRowTests {
    /// The columns of UCDP GED that cells depend on one another by; the first cells are the usual ones.
    private static let ged: [(header: String, cells: [String])] = [
        ("id", ["7", "8", "9", "10", "a\"b", ""]),
        ("type_of_violence", ["1", "2", "3", "x"]),
        ("dyad_name", ["One - Two", "\"One\" - Two", "\"\"", "a \"\" b", "'=x"]),
        ("source_office", ["An agency", "The \"Agency\"", "An agency", ""]),
        ("source_article", ["\"An agency,1992-02-26,A headline\"", "\"", "x", ""]),
        ("where_coordinates", ["Ağdam", "Գորիս", "A; B", "\"Baku\"", "near Baku", ""]),
        ("where_description", ["Ağdam town", "\"quoted\"\nlines", "x\u{2028}y", ""]),
        ("where_prec", ["1", "2", "3", "4", "5", "6", "7", "8", "12", ""]),
        ("latitude", ["39.990000", "40", "39.123456", "40.5", "91", "0"]),
        ("longitude", ["46.930000", "46", "-46.1234565", "180", "146.5", "0"]),
        (
            "date_start",
            ["1992-02-25 00:00:00.000", "1992-02-25", "1992-02-25T00:00:00Z", "1992-02-30", ""]
        ),
        (
            "date_end",
            [
                "1992-02-25 00:00:00.000", "1992-02-27 00:00:00.000", "1992-02-26", "",
                "1991-01-01",
                "1992-02-27 10:00:00",
            ]
        ),
        ("date_prec", ["1", "2", "3", "4", "5", "", "x"]),
        ("best", ["5", "0", "12.50", "9", "~5", "005", ""]),
        ("low", ["3", "0", "5", "9", ""]),
        ("high", ["9", "5", "12.5", "1000", "<7", ""]),
        ("deaths_a", ["0", "1", "", "many"]),
    ]

    /// The columns of ACLED, likewise.
    private static let acled: [(header: String, cells: [String])] = [
        ("event_id_cnty", ["AZE1", "AZE2", "ARM3", "ARM4", ""]),
        ("event_date", ["2020-10-04", "2020-10-04", "4 October 2020", "2020-10", ""]),
        ("time_precision", ["1", "2", "3", "1", "7", ""]),
        ("event_type", ["Battles", "Explosions/Remote violence", ""]),
        ("sub_event_type", ["Armed clash", "Shelling/artillery/missile attack"]),
        ("location", ["Ganja", "Gəncə", "Ganja - Kapaz", "A -> B", ""]),
        ("geo_precision", ["1", "2", "3", "4", ""]),
        ("latitude", ["40.6828", "40.68", "40.682812", ""]),
        ("longitude", ["46.3606", "46.36", "46.360612", "-0.00004"]),
        ("source", ["An agency", "An agency; \"Another\"", ""]),
        ("notes", ["On 4 October, \"rockets\" hit.", "é", "=1+1", ""]),
        ("fatalities", ["0", "3", "10", "~5"]),
    ]

    private func table(_ columns: [(header: String, cells: [String])], seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        var text = columns.map(\.header).joined(separator: ",") + "\n"
        for _ in 0..<40 {
            let reach = Bool.random(using: &random) ? 3 : 12
            let row = columns.map { _, cells -> String in
                let cell = cells[Int.random(in: 0..<min(reach, cells.count), using: &random)]
                let isQuoted = cell.contains { ",\"\n".contains($0) }
                return isQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }
            text += row.joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `tables of UCDP GED are exported the same as a whole and a row at a time`(
        seed: UInt64
    ) throws {
        let table = table(Self.ged, seed: seed)
        #expect(try Exported.streamed(table, "x.csv", size: 90) == Exported.whole(table, "x.csv"))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `tables of ACLED are exported the same as a whole and a row at a time`(
        seed: UInt64
    ) throws {
        let table = table(Self.acled, seed: seed)
        #expect(try Exported.streamed(table, "x.csv", size: 90) == Exported.whole(table, "x.csv"))
    }

    /// Text between the values that programs write, and values that are not of one kind.
    private static let values = [
        "\"a\"", "\"b c\"", "\" c \"", "null", "1", "2.5", "true", "\"\\u0041\"", "-3", "1e3", "[]",
        "\"é\"", "\"\"",
    ]

    private func collection(seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        func value(_ reach: Int) -> String {
            Self.values[Int.random(in: 0..<reach, using: &random)]
        }
        func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
        let features = (0..<40).map { number -> String in
            let reach = oneIn(2) ? 7 : Self.values.count
            let space = oneIn(9) ? " " : ""
            let x = ["46.5", "-0.25", "1.50", "46"][Int.random(in: 0..<4, using: &random)]
            let height = oneIn(9) ? ",120" : ""
            let point = "{\"type\":\"Point\",\"coordinates\":[\(x),\(space)40.1\(height)]}"
            var members = ["\"type\":\"Feature\""]
            if oneIn(6) { members.append("\"id\":\(value(reach))") }
            members.append("\"geometry\":\(oneIn(9) ? "null" : point)")
            var properties = ["\"id\":\(number)", "\"place\":\"Baku\"", "\"kind\":\(value(reach))"]
            if !oneIn(5) { properties.append("\"nothing\":null") }
            properties.append("\"note\":\(value(reach))")
            if oneIn(9) { properties.append("\"longitude\":46,\"latitude\":40") }
            if oneIn(12) { properties.swapAt(0, 2) }
            members.append("\"properties\":{\(properties.joined(separator: "," + space))}")
            return "{\(members.joined(separator: ","))}"
        }
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":["
            + features.joined(separator: ",\n") + "]}"
        return Array(text.utf8)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `collections are exported the same as a whole and a row at a time`(seed: UInt64) throws {
        let collection = collection(seed: seed)
        let whole = try Exported.whole(collection, "x.geojson")
        #expect(try Exported.streamed(collection, "x.geojson", size: 300) == whole)
        #expect(try Exported.streamed(collection, "x.geojson", size: 1 << 16) == whole)
    }

    @Test func `a quote that is doubled in a cell comes out as one`() throws {
        let table = Array("id,longitude,latitude,note\n7,46.5,40.1,\"say \"\"no\"\"\"\n".utf8)
        let text = String(decoding: try Exported.streamed(table, "x.csv").bytes, as: UTF8.self)
        #expect(text.contains(#""note":"say \"no\"""#))
        let csv = String(decoding: try Exported.streamed(table, "x.csv", .csv).bytes, as: UTF8.self)
        #expect(csv == "id,longitude,latitude,note\n7,46.5,40.1,\"say \"\"no\"\"\"\n")
    }
}
