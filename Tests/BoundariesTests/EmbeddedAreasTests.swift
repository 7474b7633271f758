import Boundaries
import EDTF
import GeoModel
import TestSupport
import Testing

@Suite("Areas linked into the program") struct EmbeddedAreasTests {
    let store = BoundaryStore.embedded

    /// Positions and admin-1 codes: GeoNames (cities500), codes turned to ISO 3166-2 by hand.
    @Test(arguments: [
        ("Shusha", 46.74989, 39.76006, "iso:AZ-SUS"), ("Khankendi", 46.7528, 39.8177, "iso:AZ-XA"),
        ("Khojaly", 46.79213, 39.91361, "iso:AZ-XCI"), ("Askeran", 46.83161, 39.9391, "iso:AZ-XCI"),
        ("Aghdam", 46.92736, 39.99096, "iso:AZ-AGM"), ("Qubadli", 46.58183, 39.34441, "iso:AZ-QBI"),
        ("Zangilan", 46.65988, 39.08371, "iso:AZ-ZAN"), ("Ganja", 46.36134, 40.68157, "iso:AZ-GA"),
        ("Kalbajar", 46.04446, 40.10984, "iso:AZ-KAL"),
        ("Tartar", 46.93161, 40.34201, "iso:AZ-TAR"),
        ("Barda", 47.12619, 40.37577, "iso:AZ-BAR"), ("Lankaran", 48.85062, 38.75428, "iso:AZ-LA"),
        ("Sheki", 47.17056, 41.19194, "iso:AZ-SA"), ("Yevlakh", 47.15014, 40.61832, "iso:AZ-YE"),
        ("Yerevan", 44.5126, 40.17765, "iso:AM-ER"), ("Goris", 46.34168, 39.51111, "iso:AM-SU"),
        ("Gyumri", 43.84635, 40.79305, "iso:AM-SH"), ("Ijevan", 45.14776, 40.88037, "iso:AM-TV"),
        ("Tbilisi", 44.83412, 41.69143, "iso:GE-TB"), ("Keda", 41.94614, 41.59948, "iso:GE-AJ"),
        ("Ozurgeti", 42.00525, 41.92336, "iso:GE-GU"), ("Zugdidi", 41.86796, 42.5084, "iso:GE-SZ"),
        ("Akhaltsikhe", 42.98604, 41.63952, "iso:GE-SJ"),
        ("Sokhumi", 40.9893, 43.00697, "iso:GE-AB"),
    ])
    func `a town lies in its district and its country`(
        town: String, longitude: Double, latitude: Double, district: AreaID
    ) {
        let position = Coordinate(longitude: longitude, latitude: latitude)
        let found = store.areas(containing: position).map(\.id)
        #expect(found == [district, String(district.prefix(6))], "\(town)")
    }

    /// GeoNames has Lachin at 46.54977, 39.63742, in its own district; Natural Earth's line passes
    /// on the wrong side of the town. Programs take the district from the gazetteer.
    @Test func `Lachin falls in the neighbouring district, a known fault of the source`() {
        let lachin = Coordinate(longitude: 46.54977, latitude: 39.63742)
        #expect(store.areas(containing: lachin).map(\.id) == ["iso:AZ-SUS", "iso:AZ"])
    }

    /// The oblast had its seat at Khankendi and held Shusha, Askeran and Khojaly; Aghdam and Lachin
    /// lay outside ("Nagorno-Karabakh Autonomous Oblast", worldlibrary.org). Positions: GeoNames.
    @Test(arguments: [
        (46.7528, 39.8177, true), (46.74989, 39.76006, true), (46.83161, 39.9391, true),
        (46.79213, 39.91361, true), (46.92736, 39.99096, false), (46.54977, 39.63742, false),
    ])
    func `the former oblast holds its towns and not their neighbours`(
        longitude: Double, latitude: Double, isInside: Bool
    ) throws {
        let position = Coordinate(longitude: longitude, latitude: latitude)
        let found = store.areas(containing: position, asOf: try .init(edtf: "1988")).map(\.id)
        #expect(found.contains("tp:nkao") == isInside)
    }

    /// 4 388 square kilometres ("Nagorno-Karabakh Autonomous Oblast", worldlibrary.org).
    @Test func `the outline of the former oblast has about its published area`() throws {
        let oblast = try #require(store.area(of: "tp:nkao"))
        #expect(oblast.isApproximate)
        #expect(abs(SphericalArea.squareKilometres(oblast.polygons) / 4_388 - 1) < 0.1)
    }

    /// Areas in square kilometres, with inland water: The World Factbook.
    @Test(arguments: [("iso:AZ", 86_600.0), ("iso:AM", 29_743), ("iso:GE", 69_700)])
    func `districts tile their country, which has its published size`(
        country: AreaID, published: Double
    ) throws {
        let whole = SphericalArea.squareKilometres(try #require(store.area(of: country)).polygons)
        let districts = store.ids.filter { $0.hasPrefix(country + "-") }
            .compactMap { store.area(of: $0) }.filter { $0.kind == .district }
        let sum = districts.map { SphericalArea.squareKilometres($0.polygons) }.reduce(0, +)
        #expect(abs(sum / whole - 1) < 1e-6)
        #expect(abs(whole / published - 1) < 0.02)
    }

    /// ISO 3166-2: Azerbaijan has 66 rayons, 11 cities and one autonomous republic, Armenia ten
    /// provinces and a city, Georgia two autonomous republics, a city and nine regions.
    @Test(arguments: [("iso:AZ-", 78), ("iso:AM-", 11), ("iso:GE-", 12)])
    func `every first-order unit has an outline`(prefix: String, count: Int) {
        #expect(store.ids.count { $0.hasPrefix(prefix) } == count)
    }

    @Test func `rings close, and areas lie on the left of them`() {
        for id in store.ids {
            for polygon in store.area(of: id)?.polygons ?? [] {
                #expect(polygon.outer.first == polygon.outer.last && polygon.outer.count >= 4)
                #expect(SphericalArea.steradians(polygon.outer) > 0, "\(id)")
                for hole in polygon.holes {
                    #expect(hole.first == hole.last && hole.count >= 4)
                    #expect(SphericalArea.steradians(hole) < 0, "\(id)")
                }
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a position lies in one country at most, and there in one district`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let position = Coordinate(
            longitude: .random(in: 41...50, using: &random),
            latitude: .random(in: 38.5...43, using: &random))
        let found = store.areas(containing: position)
        let countries = found.filter { $0.kind == .country }
        #expect(countries.count <= 1)
        let hasDistricts = countries.contains { ["iso:AZ", "iso:AM", "iso:GE"].contains($0.id) }
        #expect(found.count { $0.kind == .district } == (hasDistricts ? 1 : 0))
    }

    /// The vertex is a corner of three districts: the ray test must not count it twice.
    @Test func `a corner of a district lies in one district`() throws {
        let district = try #require(store.area(of: "iso:AZ-SUS"))
        for corner in district.polygons[0].outer {
            #expect(store.areas(containing: corner).count { $0.kind == .district } == 1)
        }
    }

    @Test func `a position at sea lies in nothing`() {
        #expect(store.areas(containing: Coordinate(longitude: 51, latitude: 41)).isEmpty)
    }
}
