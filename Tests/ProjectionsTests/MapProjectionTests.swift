import GeoModel
import Projections
import TestSupport
import Testing

@Suite("Map projections") struct MapProjectionTests {
    /// Expected: EPSG Guidance Note 7-2, method 1024, worked example (metres).
    @Test func `Web Mercator gives the worked example of EPSG`() throws {
        let place = Coordinate(
            longitude: -(100 + 20.0 / 60), latitude: 24 + 22.0 / 60 + 54.433 / 3600)
        let point = try #require(WebMercator().project(place))
        #expect(abs(point.x - -11_169_055.58) < 0.01)
        #expect(abs(point.y - 2_800_000.00) < 0.01)
    }

    /// Expected: EPSG Guidance Note 7-2, method 9802, worked example: NAD27 / Texas South Central on
    /// Clarke 1866, in US survey feet, less the false easting of 2 000 000 feet.
    @Test func `Lambert gives the worked example of EPSG`() throws {
        let clarke1866 = Ellipsoid(
            semiMajorAxis: 6_378_206.4 * 39.37 / 12, inverseFlattening: 294.978_698_2)
        let projection = LambertConformalConic(
            standardParallels: (28 + 23.0 / 60, 30 + 17.0 / 60),
            origin: Coordinate(longitude: -99, latitude: 27 + 50.0 / 60), ellipsoid: clarke1866)
        let point = try #require(
            projection.project(Coordinate(longitude: -96, latitude: 28.5)))
        #expect(abs(point.x - (2_963_503.91 - 2_000_000)) < 0.01)
        #expect(abs(point.y - 254_759.80) < 0.01)
    }

    /// Expected: Snyder (1987), page 296: Clarke 1866, metres.
    @Test func `Lambert gives the worked example of Snyder`() throws {
        let clarke1866 = Ellipsoid(
            semiMajorAxis: 6_378_206.4, inverseFlattening: 294.978_698_2)
        let projection = LambertConformalConic(
            standardParallels: (33, 45), origin: Coordinate(longitude: -96, latitude: 23),
            ellipsoid: clarke1866)
        let point = try #require(projection.project(Coordinate(longitude: -75, latitude: 35)))
        #expect(abs(point.x - 1_894_410.9) < 0.1)
        #expect(abs(point.y - 1_564_649.5) < 0.1)
    }

    /// Expected: PROJ 9.1.1, `proj +proj=… +ellps=WGS84 -f %.4f` (metres).
    @Test(arguments: [
        ("lambert 39 41 40 47", 46.75, 39.82, -21_401.2463, -19_952.9112),
        ("lambert -33 -45 -39 -70", -71, -41, -83_721.0087, -221_356.7752),
        ("lambert 64 66 65 -19", -21.2, 64.1, -107_240.2268, -98_459.8593),
        ("equal-earth", 46.75, 39.82, 3_977_026.4073, 4_900_920.5439),
        ("equal-earth", -120, -60, -8_670_154.0327, -6_924_035.1376),
        ("equal-earth", 0, 90, 0, 8_392_927.5985),
        ("equal-earth", 179, 12, 16_970_413.4488, 1_536_193.4705),
        ("mercator", 46.75, 39.82, 5_204_186.1946, 4_839_819.5432),
        ("mercator", -71.06, -42.36, -7_910_363.0158, -5_215_059.1746),
        ("plate-carree", 46.75, 39.82, 3_986_637.9153, 4_432_742.1234),
    ])
    func `projects as PROJ does`(
        projection: String, longitude: Double, latitude: Double, x: Double, y: Double
    ) throws {
        let point = try #require(
            try Self.projection(projection).project(
                Coordinate(longitude: longitude, latitude: latitude)))
        #expect(abs(point.x - x) < 0.001)
        #expect(abs(point.y - y) < 0.001)
    }

    @Test(arguments: ["lambert 39 41 40 47", "equal-earth", "mercator", "plate-carree"])
    func `unprojecting undoes projecting`(name: String) throws {
        let projection = try Self.projection(name)
        var random = SplitMix64(seed: 1)
        for _ in 0..<200 {
            let place = Coordinate(
                longitude: .random(in: -132...180, using: &random),
                latitude: .random(in: -74...85, using: &random))
            let point = try #require(projection.project(place))
            let back = try #require(projection.unproject(x: point.x, y: point.y))
            #expect(abs(back.longitude - place.longitude) < 1e-11, "\(place)")
            #expect(abs(back.latitude - place.latitude) < 1e-11, "\(place)")
        }
    }

    @Test(arguments: [
        "lambert 39 41 40 47", "lambert -33 -45 -39 -70", "equal-earth", "mercator",
        "plate-carree",
    ])
    func `the ends of the image have positions`(name: String) throws {
        let projection = try Self.projection(name)
        for latitude in [projection.latitudes.lowerBound, projection.latitudes.upperBound] {
            for offset in [-179.9, -133, -45, 0, 1, 90, 179.9] {
                let place = Coordinate(
                    longitude: projection.centralLongitude + offset, latitude: latitude)
                let point = try #require(projection.project(place))
                let back = try #require(projection.unproject(x: point.x, y: point.y), "\(place)")
                #expect(abs(back.latitude - latitude) < 1e-11, "\(place)")
            }
        }
    }

    @Test func `gives nothing where there is no image`() {
        #expect(WebMercator().project(Coordinate(longitude: 0, latitude: 86)) == nil)
        #expect(WebMercator().unproject(x: 0, y: 2.1e7) == nil)
        #expect(EqualEarth().unproject(x: 1.8e7, y: 0) == nil)
        #expect(EqualEarth().unproject(x: 0, y: 8.5e6) == nil)
        #expect(PlateCarree().unproject(x: 0, y: 1.1e7) == nil)
    }

    @Test func `a conic refuses the equator`() {
        let equator = BoundingBox(west: 10, south: -5, east: 20, north: 6)
        #expect(LambertConformalConic(for: equator) == nil)
        #expect(
            ProjectionChoice.lambert.projection(for: equator).name == "mercator",
            "its limit stands in")
    }

    private static func projection(_ text: String) throws -> any MapProjection {
        let words = text.split(separator: " ")
        let numbers = words.dropFirst().compactMap { Double($0) }
        switch words[0] {
        case "lambert":
            return LambertConformalConic(
                standardParallels: (numbers[0], numbers[1]),
                origin: Coordinate(longitude: numbers[3], latitude: numbers[2]))
        case "equal-earth": return EqualEarth()
        case "plate-carree": return PlateCarree(trueLatitude: 40)
        default: return WebMercator()
        }
    }
}

@Suite("Choice of projection") struct ProjectionChoiceTests {
    private static let karabakh = BoundingBox(west: 45.5, south: 39, east: 48, north: 40.7)

    @Test func `goes by the frame`() {
        func name(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
            let box = BoundingBox(west: west, south: south, east: east, north: north)
            return ProjectionChoice.auto.projection(for: box).name
        }
        #expect(ProjectionChoice.auto.projection(for: Self.karabakh).name == "lambert")
        #expect(name(-75, -52, -65, -20) == "lambert")
        #expect(name(170, -48, -175, -33) == "lambert")
        #expect(name(30, -5, 42, 5) == "mercator")
        #expect(name(-170, -60, 170, 80) == "equal-earth")
    }

    @Test func `finds a projection by its name`() throws {
        #expect(try ProjectionChoice(named: "Equal-Earth") == .equalEarth)
        #expect(try ProjectionChoice(named: "lambert") == .lambert)
    }

    @Test func `an unknown name is answered with the nearest, or with all`() {
        let near = #expect(throws: ProjectionError.self) {
            try ProjectionChoice(named: "mercatr")
        }
        #expect(near?.description == #"unknown projection "mercatr"; did you mean "mercator"?"#)
        let far = #expect(throws: ProjectionError.self) { try ProjectionChoice(named: "x") }
        #expect(
            far?.description == #"unknown projection "x"; write one of "#
                + "auto, mercator, lambert, equal-earth, plate-carree")
    }

    @Test func `central meridians of Mercator keep tiles on whole pixels`() {
        let fiji = BoundingBox(west: 176, south: -20, east: -178, north: -12)
        #expect(ProjectionChoice.mercator.projection(for: fiji).centralLongitude == 180)
        #expect(ProjectionChoice.mercator.projection(for: Self.karabakh).centralLongitude == 0)
    }
}

@Suite("Tiles") struct TileIDTests {
    /// Expected: mercantile's documentation, `mercantile.ul(486, 332, 10)`, whose answer is the north
    /// western corner (-9.140625, 53.33087298301705); the place lies just inside it.
    @Test func `finds the tile of a place`() {
        let place = Coordinate(longitude: -9.1406, latitude: 53.3308)
        #expect(TileID(containing: place, zoom: 10)?.description == "10/486/332")
        #expect(TileID(containing: place, zoom: 9)?.description == "9/243/166")
        #expect(TileID(containing: place, zoom: 0)?.description == "0/0/0")
    }

    @Test func `refuses what does not exist`() {
        #expect(TileID(z: 0, x: 1, y: 0) == nil)
        #expect(TileID(z: 3, x: 0, y: 8) == nil)
        #expect(TileID(z: -1, x: 0, y: 0) == nil)
        #expect(TileID(z: 29, x: 0, y: 0) == nil)
        #expect(TileID(containing: Coordinate(longitude: .nan, latitude: 0), zoom: 3) == nil)
    }

    @Test func `edges of the world fall into edge tiles`() {
        let northEast = Coordinate(longitude: 180, latitude: 90)
        #expect(TileID(containing: northEast, zoom: 4)?.description == "4/15/0")
        let southWest = Coordinate(longitude: -180, latitude: -90)
        #expect(TileID(containing: southWest, zoom: 4)?.description == "4/0/15")
    }

    @Test func `children have their parent`() throws {
        let tile = try #require(TileID(z: 5, x: 20, y: 11))
        #expect(tile.children.count == 4)
        #expect(tile.children.allSatisfy { $0.parent == tile })
        #expect(tile.children == tile.children.sorted())
    }
}
