import Boundaries
import EDTF
import GeoModel
import Testing

@testable import Basemap

@Suite("Base map layers") struct BasemapLayersTests {
    static let karabakh = BoundingBox(west: 45.5, south: 38.8, east: 48, north: 40.8)

    func layers(
        _ date: String?, in box: BoundingBox = karabakh, perspective: String? = nil
    ) throws -> BasemapLayers {
        BasemapStore.embedded.layers(
            in: BasemapFrame(box: box, detailInMetres: 100),
            asOf: try date.map { try HistoricalDate(edtf: $0) }, perspective: perspective)
    }

    @Test func `a box has its land, districts, lakes and lines`() throws {
        let layers = try layers("2015")
        #expect(layers.land.map(\.id) == ["iso:AM", "iso:AZ", "iso:IR"])
        #expect(layers.districts.map(\.id).contains("iso:AZ-SUS"))
        #expect(!layers.districts.map(\.id).contains("iso:AZ-NX"))
        #expect(!layers.districts.map(\.id).contains("iso:GE-AJ"))
        // Lake Sevan and the Mingachevir reservoir, by their records in Natural Earth's 1:10m lakes.
        #expect(layers.lakes.map(\.id) == ["ne-lakes-10m:1039", "ne-lakes-10m:588"])
        #expect(Set(layers.lines.map(\.kind)) == [.country, .district, .lineOfContact])
        #expect(layers.lines.allSatisfy { !$0.isNearestKnown })
    }

    /// Filling began in 1953 ("Mingachevir Reservoir", lakesineurope.com).
    @Test func `a reservoir is not there before it was filled`() throws {
        #expect(try layers("1930").lakes.map(\.id) == ["ne-lakes-10m:588"])
    }

    @Test func `the former oblast is drawn in 1990 and the Line of Contact in 2000`() throws {
        let kinds1990 = try layers("1990").lines.map(\.kind)
        #expect(kinds1990.count { $0 == .formerOblast } == 1)
        #expect(!kinds1990.contains(.lineOfContact))
        let kinds2000 = try layers("2000").lines.map(\.kind)
        #expect(kinds2000.count { $0 == .lineOfContact } == 1)
        #expect(!kinds2000.contains(.formerOblast))
    }

    @Test(
        arguments: [
            (
                "1988",
                [
                    .nearestKnown(.states, times: years("2022"), asked: years("1988").first),
                    .nearestKnown(.districts, times: years("2019"), asked: years("1988").first),
                    .approximate([.formerOblast]),
                ]
            ),
            ("2015", [.approximate([.lineOfContact])]),
            ("2021", []),
            ("2024", [.nearestKnown(.districts, times: years("2019"), asked: years("2024").first)]),
            (nil, [.nearestKnown(.districts, times: years("2019"), asked: nil)]),
        ] as [(String?, [BorderNote])])
    func `the notes say of what time the borders are`(date: String?, notes: [BorderNote]) throws {
        #expect(try layers(date).notes == notes)
    }

    private static func years(_ text: String) -> [HistoricalDate] {
        [try? HistoricalDate(edtf: text)].compactMap(\.self)
    }

    /// France, Spain and their neighbours: none of their borders has a recorded beginning.
    @Test func `borders without a recorded time are no claim about an earlier map`() throws {
        let pyrenees = BoundingBox(west: -2, south: 41, east: 4, north: 44)
        #expect(
            try layers("1950", in: pyrenees).notes == [
                .undated(times: Self.years("2022"))
            ])
        #expect(try layers(nil, in: pyrenees).notes == [])
    }

    @Test func `what only another perspective asserts is left out`() throws {
        let soviet = try layers("1990", perspective: "SU").lines.map(\.kind)
        let other = try layers("1990", perspective: "AZ").lines.map(\.kind)
        #expect(soviet.contains(.formerOblast))
        #expect(!other.contains(.formerOblast))
    }

    @Test(arguments: [
        BoundingBox(west: -10, south: 35, east: 30, north: 60),
        BoundingBox(west: 170, south: -50, east: -170, north: 70),
        BoundingBox(west: -180, south: -90, east: 180, north: 90),
        BoundingBox(west: 139, south: 35, east: 140, north: 36),
    ])
    func `any frame with land on Earth shows land`(box: BoundingBox) throws {
        #expect(try !layers(nil, in: box).land.isEmpty)
    }

    @Test func `the Caspian is sea: no land and no lake`() throws {
        let caspian = BoundingBox(west: 50.6, south: 38.5, east: 51.5, north: 39.5)
        let layers = try layers(nil, in: caspian)
        #expect(layers.lakes.isEmpty)
        #expect(layers.lines.isEmpty)
    }

    @Test func `whom to name is said once each`() throws {
        #expect(
            try layers(nil).credits == [
                "Borders: Natural Earth 5.1, German point of view", "Made with Natural Earth",
            ])
    }

    @Test func `the same question has the same answer`() throws {
        #expect(try layers("1990") == layers("1990"))
    }

    /// Zoom 0 has 256 pixels round the equator of 40 075 017 m; half of one is 78 272 m.
    @Test(arguments: [
        (100_000.0, 0), (78_272, 0), (78_000, 1), (39_200, 1), (305, 9), (20, 12), (0.1, 12),
    ])
    func `the zoom is the first that is near enough`(detail: Double, zoom: Int) {
        #expect(BasemapFrame(box: Self.karabakh, detailInMetres: detail).zoom == zoom)
    }

    @Test func `without a file of rivers there are none, and nobody is named for them`() throws {
        let layers = try layers(nil)
        #expect(layers.rivers.isEmpty)
        #expect(!layers.credits.contains { $0.contains("GSHHG") })
    }
}
