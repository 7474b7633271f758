import Diagnostics
import EventIngest
import FeatureFormats
import GeoJSON
import GeoModel
import MapPipeline
import Testing

@Suite("Places that a table knows vaguely") struct PrecisionRoundTripTests {
    private static let table = """
        event_id_cnty,event_date,time_precision,event_type,sub_event_type,location,latitude,longitude,geo_precision,fatalities
        A1,2020-09-27,1,Battles,x,Agdam,39.99,46.93,1,3
        A2,2020-09-27,2,Battles,x,Agdam,39.99,46.93,2,0
        A3,2020-09-27,3,Battles,x,,39.5,46.5,3,1
        A4,2020-09-27,1,Battles,x,Agdam,39.99,46.93,,1

        """

    /// A district is not a pin: the doubt of the table reaches the features.
    @Test func `are placed as closely as the table knows them`() throws {
        let placed = try Sample.placed(Self.table)
        #expect(placed.features.map(\.precision) == [.settlement, .near, .region, .point])
        #expect(placed.features.map(\.uncertaintyInMetres) == [5_000, 25_000, 100_000, nil])
        #expect(placed.placed == 4 && placed.countryLevel == 0)
    }

    @Test func `known by country alone count so`() throws {
        let placed = try Sample.placed("longitude,latitude,precision\n47.5,40.3,country\n")
        #expect(placed.countryLevel == 1 && placed.placed == 0)
    }

    @Test func `are no closer than the gazetteer knows them`() throws {
        let placed = try Sample.placed("place,precision\nGanja,region\nArmenia,point\n")
        #expect(placed.features.map(\.precision) == [.region, .country])
    }

    @Test(arguments: [
        (ExportFormat.geoJSON(.collection), "x.geojson"), (.geoJSON(.lines), "x.geojsonl"),
        (.csv, "x.csv"),
    ])
    func `come back from an export as vague as they were`(
        format: ExportFormat, name: String
    ) throws {
        let first = try Exported.streamed(Array(Self.table.utf8), "events.csv")
        let between = try Exported.streamed(Array(Self.table.utf8), "events.csv", format)
        let again = try Exported.streamed(between.bytes, name)
        #expect(
            String(decoding: again.bytes, as: UTF8.self)
                == String(decoding: first.bytes, as: UTF8.self))
    }
}
