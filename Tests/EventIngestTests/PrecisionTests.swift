import Diagnostics
import EDTF
import EventIngest
import GeoModel
import Testing

/// What the codes mean is said in the ACLED and UCDP GED codebooks, as the manual of the R package
/// mapme.biodiversity digests them (`calc_fatalities_acled`, `calc_fatalities_ucdp`).
@Suite("How closely published tables know") struct PrecisionTests {
    private func acled(_ rows: [String]) throws -> EventTable {
        let header =
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,location,latitude,longitude,geo_precision,fatalities"
        return try read(([header] + rows).map { $0 + "\n" }.joined())
    }

    private func ged(_ rows: [String]) throws -> EventTable {
        let header =
            "id,type_of_violence,where_coordinates,latitude,longitude,where_prec,date_prec,date_start,date_end,best,high,low"
        return try read(([header] + rows).map { $0 + "\n" }.joined())
    }

    @Test func `ACLED tells towns, their surroundings and regions`() throws {
        let table = try acled(
            ["1", "2", "3", "4", ""].map { "A\($0),2020-09-27,1,Battles,x,Agdam,40,47,\($0),3" })
        #expect(table.events.map(\.precision) == [.settlement, .near, .region, nil, nil])
        #expect(table.events.map(\.uncertaintyInMetres) == [5_000, 25_000, 100_000, nil, nil])
        #expect(
            table.report.diagnostics.map(\.description).last
                == "events.csv:5:39: warning: no place precision of ACLED has the code \"4\"; the coordinates are taken as exact; look the code up in the codebook, or leave it empty"
        )
    }

    @Test func `UCDP tells places, divisions, countries and waters`() throws {
        let table = try ged(
            (1...7).map { "\($0),1,Agdam,40,47,\($0),1,1992-07-01,1992-07-01,5,5,5" })
        #expect(
            table.events.map(\.precision) == [
                .settlement, .near, .district, .region, .region, .country, .region,
            ])
        #expect(table.events[1].uncertaintyInMetres == 25_000)
        let metres = table.events.compactMap(\.uncertaintyInMetres)
        #expect(metres.count == 7 && metres.prefix(6) == metres.prefix(6).sorted()[...])
    }

    @Test(arguments: [
        ("1", "2020-09-27"), ("2", "2020-09-27~"), ("3", "2020-09~"), ("", "2020-09-27"),
        ("9", "2020-09-27"),
    ])
    func `a day that stands for a week or a month is no day`(code: String, expected: String) throws
    {
        for day in ["2020-09-27", "27 September 2020"] {
            let table = try acled(["A1,\(day),\(code),Battles,x,Agdam,40,47,1,3"])
            #expect(table.events.map(\.date?.description) == [expected])
        }
    }

    @Test(arguments: [
        ("1", "1992-07-01/1992-07-06"), ("2", "[1992-07-01..1992-07-06]"),
        ("5", "[1992-07-01..1992-07-06]"), ("", "1992-07-01/1992-07-06"),
    ])
    func `days of which one is meant are no interval`(code: String, expected: String) throws {
        let table = try ged(["1,1,Agdam,40,47,1,\(code),1992-07-01,1992-07-06,5,5,5"])
        #expect(table.events.map(\.date?.description) == [expected])
    }

    @Test(arguments: [
        ("5,9,3", "5 (3-9)"), ("5,5,5", "5"), ("0,4,0", "0 (0-4)"), ("5,4,6", "5"), ("5,,3", "5"),
    ])
    func `the best estimate carries its bounds`(cells: String, expected: String) throws {
        let table = try ged(["1,1,Agdam,40,47,1,1,1992-07-01,1992-07-01,\(cells)"])
        #expect(table.events.first?.figure("best")?.description == expected)
    }

    @Test func `codes are no figures`() throws {
        let table = try ged(["1,1,Agdam,40,47,2,1,1992-07-01,1992-07-01,5,9,3"])
        #expect(table.events.first?.figures.map(\.key) == ["best", "high", "low"])
        #expect(table.events.first?.passedThrough.map(\.key).contains("where_prec") == true)
    }

    @Test func `a table may say in words how closely it knows`() throws {
        let table = try read(
            "longitude,latitude,precision,uncertainty_m\n47,40,District,20000\n47,40,high,-3\n47,40,,\n"
        )
        #expect(table.events.map(\.precision) == [.district, nil, nil])
        #expect(table.events.map(\.uncertaintyInMetres) == [20_000, nil, nil])
        #expect(table.events[1].passedThrough.map(\.value) == ["high", "-3"])
        #expect(
            table.report.diagnostics.map(\.description) == [
                "events.csv:3:7: warning: \"high\" is no precision; it is passed through as text; write point, near, settlement, district, region, country",
                "events.csv:3:12: warning: \"-3\" is no uncertainty_m; it is passed through as text; write metres, such as 5000",
            ])
    }
}
