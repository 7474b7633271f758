import Raster
import Testing
import Typesetting

@Suite("Text along a course") struct CourseTests {
    let typesetter: Typesetter
    private let style = TextStyle(sizeInPixels: 14)

    init() throws {
        typesetter = try Typesetter()
    }

    private func course(_ points: (Double, Double)...) -> TextCourse {
        TextCourse(points.map { SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1) })
    }

    /// How far the points of two outlines of equal steps are apart, at most.
    private func distance(_ one: Path, _ other: Path) -> Int32? {
        let pairs = zip(one.elements, other.elements)
        guard one.elements.count == other.elements.count,
            pairs.allSatisfy({ $0.points.count == $1.points.count })
        else { return nil }
        return pairs.flatMap { zip($0.points, $1.points) }
            .map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }.max()
    }

    private static let texts = [
        "Xankəndi", "Թարթառ գետ", "მტკვარი", "نهر کُر", "Кура́", "office", "Qarabağ / שושה",
    ]

    @Test(arguments: texts)
    func `on a straight course text stands as on a line, in the middle`(text: String) throws {
        let line = typesetter.line(text, style: style)
        let path = try #require(typesetter.outline(of: line, along: course((0, 40), (300, 40))))
        let start = (300 * 256 - line.width * 4) / 2
        let straight = typesetter.outline(of: line, at: SubpixelPoint(x: start, y: 40 * 256))
        #expect(try #require(distance(path, straight)) <= 2)
    }

    @Test(arguments: texts)
    func `text runs to the right whichever way the course was drawn`(text: String) throws {
        let line = typesetter.line(text, style: style)
        let there = course((0, 40), (100, 44), (200, 30))
        let back = course((200, 30), (100, 44), (0, 40))
        let path = try #require(typesetter.outline(of: line, along: there))
        let other = try #require(typesetter.outline(of: line, along: back))
        #expect(try #require(distance(path, other)) <= 1)
    }

    @Test func `an upright course is read upwards, turned by a quarter`() throws {
        let line = typesetter.line("Kura", style: style)
        let path = try #require(typesetter.outline(of: line, along: course((50, 0), (50, 200))))
        // A quarter to the left: what lies right on a line lies up, what lies up lies left.
        let width = line.width * 4
        let straight = typesetter.outline(of: line, at: SubpixelPoint(x: 0, y: 0))
        let turned = straight.transformed(
            AffineTransform(
                a: 0, b: -1, c: 1, d: 0, tx: 50 * 256, ty: Double(100 * 256 + width / 2)))
        #expect(try #require(distance(path, turned)) <= 2)
    }

    @Test func `letters turn with the course and their marks with them`() throws {
        // A tent of 1 : 4 on both sides: the halves rise and fall by 14°.
        let tent = course((0, 50), (100, 25), (200, 50))
        let line = typesetter.line("Ǵ̣ura Kur̂a", style: style)
        let path = try #require(typesetter.outline(of: line, along: tent))
        let box = try #require(Box(path))
        let flat = try #require(Box(typesetter.outline(of: line, at: SubpixelPoint(x: 0, y: 0))))
        #expect(box.maxY - box.minY > flat.maxY - flat.minY + 256)
        // Letters of 10 pixels that lean by 14° reach 2.5 pixels farther out at both ends.
        #expect(box.maxX - box.minX < flat.maxX - flat.minX + 5 * 256)
        #expect(
            path.elements.count
                == typesetter.outline(
                    of: line, at: SubpixelPoint(x: 0, y: 0)
                ).elements.count)
    }

    @Test func `a course too short or too sharp takes no text`() {
        let line = typesetter.line("Khankendi", style: style)
        #expect(typesetter.outline(of: line, along: course((0, 0), (30, 0))) == nil)
        #expect(typesetter.outline(of: line, along: course((0, 0))) == nil)
        #expect(typesetter.outline(of: line, along: course((5, 5), (5, 5))) == nil)
        let hairpin = course((0, 50), (100, 0), (110, 50), (0, 60))
        #expect(typesetter.outline(of: line, along: hairpin) == nil)
    }

    @Test func `letter spacing holds along a course too`() throws {
        let wide = TextStyle(sizeInPixels: 14, letterSpacing: 128)
        let line = typesetter.line("Kura", style: wide)
        let path = try #require(typesetter.outline(of: line, along: course((0, 40), (300, 40))))
        let start = (300 * 256 - line.width * 4) / 2
        let straight = typesetter.outline(of: line, at: SubpixelPoint(x: start, y: 40 * 256))
        #expect(try #require(distance(path, straight)) <= 2)
    }
}
