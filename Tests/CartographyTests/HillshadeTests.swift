import Basemap
import GeoModel
import Projections
import Raster
import TestSupport
import Testing
import Typesetting

@testable import Cartography

@Suite("Hillshade") struct HillshadeTests {
    static let theme = Theme.light

    static func viewport(
        west: Double = 43, south: Double = 39, east: Double = 46, north: Double = 41,
        width: Int = 200, height: Int = 160, projection: ProjectionChoice = .lambert
    ) -> Viewport {
        Viewport(
            fitting: BoundingBox(west: west, south: south, east: east, north: north),
            in: PixelFrame(width: width, height: height), minimumSpan: 0.001,
            projection: projection)
    }

    static func picture(_ viewport: Viewport, density: Int = 1, threads: Int = 1) -> IndexedPicture?
    {
        Hillshade(terrain: .embedded, density: density, threads: threads)
            .picture(viewport, theme: theme)
    }

    /// By the cosine law: the side that faces the light is light, the other dark, flat land is neither.
    @Test func `light comes from the upper left`() {
        func tone(east: Float, north: Float, clarity: Float = 1) -> Int {
            var slope = Slope(north: (0, 0, 0), own: (0, 0), south: (0, 0, 0), spacing: 1)
            (slope.east, slope.north) = (east, north)
            return Int(ReliefLight.tone(slope, factor: 1, clarity: clarity))
        }
        #expect(tone(east: 0, north: 0) == ReliefLight.flat)
        #expect(tone(east: 0.5, north: -0.5) > ReliefLight.flat + 60)
        #expect(tone(east: -0.5, north: 0.5) < ReliefLight.flat - 60)
        #expect(tone(east: -40, north: 60) == 0 + Int((127 * 0.02).rounded()))
        #expect(tone(east: -0.5, north: 0.5, clarity: 0) == ReliefLight.flat)
        #expect(tone(east: 0.004, north: -0.004) == ReliefLight.flat)
    }

    /// A plane that rises by 3 m a metre to the east and falls by 1 to the north.
    @Test func `the slope of a plane is its own`() {
        let slope = Slope(
            north: (-7, -1, 5), own: (-6, 6), south: (-5, 1, 7), spacing: 2)
        #expect(slope.east == 3)
        #expect(slope.north == -0.5)
    }

    @Test(arguments: [2, 3, 5])
    func `any number of threads gives the same picture`(threads: Int) {
        let viewport = Self.viewport()
        let (several, one) = (Self.picture(viewport, threads: threads), Self.picture(viewport))
        let isSame = several == one
        #expect(isSame)
    }

    @Test(arguments: [ProjectionChoice.lambert, .mercator])
    func `a frame is a part of a larger one`(choice: ProjectionChoice) throws {
        let whole = Self.viewport(projection: choice)
        let part = Viewport(
            projection: whole.projection, centre: whole.centre,
            pixelsPerMetre: whole.pixelsPerMetre, frame: PixelFrame(width: 75, height: 90))
        let (all, some) = (
            try #require(Self.picture(whole)), try #require(Self.picture(part))
        )
        let (dx, dy) = (
            part.worldOrigin.x - whole.worldOrigin.x, part.worldOrigin.y - whole.worldOrigin.y
        )
        let cut = (0..<some.height).flatMap { y in
            (0..<some.width).map { x in all.indices[(y + dy) * all.width + x + dx] }
        }
        let isSame = some.indices == cut
        #expect(isSame)
    }

    /// Ararat rises 4 000 m over its plain; north of the Black Sea's coast there is water, which is flat.
    @Test func `mountains have tones and the sea has none`() throws {
        let ararat = try #require(
            Self.picture(Self.viewport(west: 44, south: 39.5, east: 44.6, north: 39.9)))
        #expect((ararat.indices.min() ?? 127) < 60)
        #expect((ararat.indices.max() ?? 127) > 180)
        let sea = try #require(
            Self.picture(Self.viewport(west: 38.5, south: 42.8, east: 39.5, north: 43.2)))
        let isFlat = sea.indices.allSatisfy { $0 == 127 }
        #expect(isFlat)
    }

    @Test func `a finer picture shows the same land`() throws {
        let (plain, fine) = (
            try #require(Self.picture(Self.viewport())),
            try #require(Self.picture(Self.viewport(), density: 2))
        )
        #expect((fine.width, fine.height) == (2 * plain.width, 2 * plain.height))
        let differences = (0..<plain.height).flatMap { y in
            (0..<plain.width).map { x in
                abs(
                    Int(plain.indices[y * plain.width + x])
                        - Int(fine.indices[2 * y * fine.width + 2 * x]))
            }
        }
        #expect(differences.reduce(0, +) < 30 * differences.count)
    }

    @Test func `nothing is shaded where the data are too coarse`() {
        let close = Self.viewport(west: 44, south: 40, east: 44.01, north: 40.005)
        let isShaded = Self.picture(close) != nil
        #expect(!isShaded)
        #expect(Hillshade(terrain: .embedded).credits(close).isEmpty)
    }

    @Test(arguments: [(-180.0, -85.0, 180.0, 85.0), (170, 50, -165, 70), (-180, 70, 180, 90)])
    func `the whole world, its ends and its poles are shaded`(
        west: Double, south: Double, east: Double, north: Double
    ) throws {
        for choice in ProjectionChoice.allCases {
            let viewport = Self.viewport(
                west: west, south: south, east: east, north: north, projection: choice)
            let picture = try #require(Self.picture(viewport))
            #expect(picture.indices.min() != 127, "\(choice)")
        }
    }
}
