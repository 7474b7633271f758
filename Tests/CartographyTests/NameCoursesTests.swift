import Projections
import Raster
import Testing
import Typesetting

@testable import Cartography

@Suite("Names along lines") struct NameCoursesTests {
    private static let frame = PixelFrame(x: 0, y: 0, width: 600, height: 400)

    private static func courses(
        _ corners: [(Double, Double)], name: String = "The long walk"
    ) throws -> [TextCourse] {
        let typesetter = try SharedComposer.get().typesetter
        let line = typesetter.line(name, style: TextStyle(sizeInPixels: 10))
        return NameCourses(name: line, typesetter: typesetter, offset: 6, frame: frame)
            .along([corners.map { PixelPoint(x: $0.0, y: $0.1) }])
    }

    /// Expected: 6 pixels over the line, in its middle, read from left to right.
    @Test(arguments: [[(50.0, 200.0), (550, 200)], [(550, 200), (50, 200)]])
    func `a name stands over the middle of a straight line, whichever way that runs`(
        corners: [(Double, Double)]
    ) throws {
        let points = try #require(Self.courses(corners).first).points
        #expect(points.allSatisfy { $0.y == 194 * 256 })
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
        let middle = (try #require(points.first).x + (try #require(points.last)).x) / 2
        #expect(abs(middle - 300 * 256) < 15 * 256)
    }

    @Test func `a name runs upwards, not downwards, on an upright line`() throws {
        let points = try #require(Self.courses([(300, 50), (300, 350)]).first).points
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.y > $1.y && $0.x == 294 * 256 })
    }

    @Test func `a line that is too short, winds or leaves the frame has no name on it`() throws {
        #expect(try Self.courses([(50, 200), (90, 200)]).isEmpty)
        #expect(try Self.courses([(50, 5), (550, 5)]).isEmpty)
        let winding = (0..<40).map { (50 + 4 * Double($0), $0.isMultiple(of: 2) ? 185.0 : 215) }
        #expect(try Self.courses(winding).isEmpty)
        #expect(try Self.courses([]).isEmpty)
    }

    @Test func `a name takes the straight part of a line`() throws {
        let bow = (0...20).map { step -> (Double, Double) in
            let x = Double(step) * 8 + 60
            return (x, step.isMultiple(of: 2) ? 320 : 360)
        }
        let points = try #require(Self.courses(bow + [(220, 200), (560, 200)]).first).points
        #expect(points.allSatisfy { $0.x > 210 * 256 })
    }

    @Test func `a name along a line stands on it, others keep off`() throws {
        let courses = try Self.courses([(50, 200), (550, 200)])
        let line = LabelPlacerTests.line("The long walk", width: 66, height: 13)
        let way = LabelObstacle.course(
            SubpixelPoint(xInPixels: 50, yInPixels: 200),
            SubpixelPoint(xInPixels: 550, yInPixels: 200), halfWidth: 512)
        let placer = LabelPlacer(frame: SubpixelBounds(Self.frame), obstacles: [way])
        func places(_ anchor: LabelRequest.Anchor) -> LabelLayout {
            placer.place([LabelRequest(id: "a", priority: 1, lines: [line], anchor: anchor)])
        }
        #expect(places(.along(courses)).placements.first?.course == courses.first)
        let middle = SubpixelPoint(xInPixels: 300, yInPixels: 200)
        #expect(places(.centred([middle])).dropped == ["a"])
    }
}
