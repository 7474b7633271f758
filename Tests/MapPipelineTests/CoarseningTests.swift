import Cartography
import Diagnostics
import EventIngest
import FeatureFormats
import GeoJSON
import GeoModel
import PlacePack
import Places
import TabularText
import Testing

@testable import MapPipeline

/// Positions and districts are those of the pack: Shusha lies in Shusha district, Garadaghly (gn:147928)
/// in Khojavend district.
@Suite("Coarse places") struct CoarseningTests {
    private static let table = """
        id,date,place,longitude,latitude,title,note,source,killed,lat_orig,parcel,reported_by
        a,1992,gn:147928,,,"Attack on Garadaghly",quiet words,made for tests,3,39.71234,K-17,X
        ,1992,,46.74987,39.76012,"At 39.76012, 46.74987",x,made for tests,1,39.7,K-18,X
        shusha-fair,1993,Shusha,,,Fair,"Held in Şuşa, by the wall",made for tests,2,,,X
        d,1994,"Shusha -> Garadaghli, Khojavend district",,,March,,made for tests,,,,X
        e,1995,Lachin District,,,March in Lachin,in the hills,made for tests,,,,X
        f,1996,near Shusha,,,March,part,made for tests,,,,X
        """

    private func placed(_ text: String = Self.table) throws -> PlacedEvents {
        EventPlacer(pack: .embedded).place(
            try EventTable.read(Array(text.utf8), file: "events.csv"))
    }

    private func placed(_ bytes: [UInt8], file: String) throws -> PlacedEvents {
        EventPlacer(pack: .embedded).place(try EventTable.read(bytes, file: file))
    }

    private func export(_ placed: PlacedEvents) -> String {
        String(decoding: EventExport(pack: .embedded).geoJSON(placed), as: UTF8.self)
    }

    /// The spellings and digits of the table that tell more than a district, and ids of the gazetteer.
    private static let secrets = [
        "aradagh", "46.74987", "39.76012", "39.71234", "K-17", "K-18",
        "by the wall", "gn:147928", "shusha-fair", "parcel", "lat_orig", "gn:586523",
    ]

    @Test func `by district, nothing finer is exported`() throws {
        let (events, tally) = try placed().coarsened(
            to: .district, pack: .embedded, policy: .init())
        let text = export(events)
        for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
        #expect(text.contains("Places are told by district, not where they are"))
        #expect(
            events.features.map { $0.coarsening != nil } == [true, true, true, true, false, true])
        let lines = EventExport(pack: .embedded).geoJSON(events, layout: .lines)
        #expect(String(decoding: lines, as: UTF8.self).contains("\"coarsened\":\"district\""))
        let again = try placed(lines, file: "events.geojsonl")
        #expect(export(again).contains("\"coarsened\":\"district\""))
        #expect(tally.columns == ["lat_orig", "parcel"] && tally.texts == 3)
        #expect(
            tally.diagnostic?.description
                == "note: --coarsen leaves out columns that may tell the place (lat_orig, parcel), and 3 texts that name it"
        )
        for feature in events.features {
            #expect(feature.precision ?? .district >= .district, "\(feature.id)")
        }
        #expect(events.features.map(\.eventID) == ["a", "row-1", "row-2", "d", "e", "f"])
    }

    @Test func `the same as if the table had said the district`() throws {
        let (events, _) = try placed().coarsened(
            to: .district, pack: .embedded, policy: .init())
        let district = try placed("place\nLachin District\n").features[0]
        let kept = try #require(events.features.first { $0.eventID == "e" })
        #expect(kept.geometry == district.geometry && kept.anchor == district.anchor)
        #expect(kept.place?.id == district.place?.id && kept.note == "in the hills")
        #expect(kept.title == "March in Lachin")
        let shusha = try placed("place\nShusha District\n").features[0]
        for id in ["row-2", "f", "row-1"] {
            let feature = try #require(events.features.first { $0.eventID == id })
            #expect(feature.place?.id == shusha.place?.id, "\(id)")
            #expect(feature.geometry == shusha.geometry)
            #expect(feature.uncertaintyInMetres == shusha.uncertaintyInMetres)
        }
    }

    @Test func `by cells, all stand in the middle of theirs`() throws {
        let (events, _) = try placed().coarsened(
            to: .cells(kilometres: 10), pack: .embedded, policy: .init())
        let text = export(events)
        for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
        #expect(!text.contains("Shusha") && !text.contains("Şuşa"))
        #expect(text.contains("Places are moved to the middle of cells of 10 km"))
        let cell = GridCell(
            holding: Coordinate(longitude: 46.74987, latitude: 39.76012), size: 10_000)
        let moved = try #require(events.features.first { $0.eventID == "row-1" })
        #expect(moved.geometry == .point(cell.middle) && moved.anchor == cell.middle)
        #expect(moved.place?.label == "" && moved.place?.id == nil)
        #expect(moved.uncertaintyInMetres == cell.radiusInMetres.rounded(.up))
        // A district is larger than a cell.
        #expect(events.features.first { $0.eventID == "e" }?.precision == .district)
    }

    @Test func `a movement inside one unit is an event in it`() throws {
        let text = "id,place\nm,\"Shusha -> gn:586523\"\n"
        let (events, _) = try placed(text).coarsened(
            to: .cells(kilometres: 1_000), pack: .embedded, policy: .init())
        #expect(events.features.allSatisfy { $0.destination == nil })
    }

    @Test func `the order of rows changes no place and no id`() throws {
        let rows = Self.table.split(separator: "\n")
        let turned = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n")
        let (first, second) = (
            try placed().coarsened(to: .district, pack: .embedded, policy: .init()).events,
            try placed(turned).coarsened(to: .district, pack: .embedded, policy: .init()).events
        )
        #expect(
            first.features.sorted { $0.id < $1.id } == second.features.sorted { $0.id < $1.id })
    }

    @Test func `the map says so, and describes nothing finer`() throws {
        let (events, _) = try placed().coarsened(
            to: .district, pack: .embedded, policy: .init())
        var options = MapOptions()
        (options.width, options.height) = (400, 300)
        options.boundingBox = BoundingBox(west: 46, south: 39, east: 47.5, north: 40.2)
        let map = try MapMaker(pack: .embedded).map(of: events, options: options)
        #expect(map.composed.notes.contains("Places are shown by district, not where they are"))
        let bytes = try map.png()
        let told = map.json.description + String(decoding: bytes, as: UTF8.self)
        for secret in ["aradagh", "46.74987", "39.76012", "by the wall", "shusha-fair"] {
            #expect(!told.contains(secret), "\(secret)")
        }
    }

    @Test(arguments: [
        ("Attack near Qaradağlı", true), ("12.3456", true), ("39,76012 46,74", true),
        ("40° N", true), ("1992-02-25", false), ("1.250 people", true), ("12500 people", false),
        ("on page 3.14", false), ("", false), ("Garabagh", false),
    ])
    func `texts tell by a name or a position`(text: String, isTold: Bool) {
        var telling = TellingText()
        telling.add(names: ["Qaradağlı", "Q"])
        telling.add(written: "near Askeran, Khojaly district")
        #expect(telling.isTold(by: text) == isTold)
        #expect(telling.isTold(by: "The Askeran road") && !telling.isTold(by: "Khojaly"))
    }

    @Test func `what cannot be a size is none`() {
        #expect(Coarsening("district") == .district)
        #expect(Coarsening("25km") == .cells(kilometres: 25))
        for text in ["", "km", "0km", "1001km", "10", "10 km", "-5km", "+5km", "1.5km", "village"] {
            #expect(Coarsening(text) == nil, "\(text)")
        }
    }
}
