import Raster
import Testing
import Typesetting

@Suite("Outlines") struct OutlineTests {
    let typesetter = try? Typesetter()
    /// The em at which a design unit is a subpixel: 1000 subpixels are 250/64 pixel.
    let unitStyle = TextStyle(sizeInPixels: 250.0 / 64)

    /// Boxes from the glyf headers of fonts-noto-core 20201225-1, as `hb-shape --show-extents` prints
    /// them: X `<4,714,578,-714>`, Ս `<90,714,545,-724>`, თ `<55,546,771,-556>`.
    @Test(
        .enabled(if: facesArePinned),
        arguments: [
            ("X", Box(minX: 4, minY: -714, maxX: 582, maxY: 0)),
            ("ə", Box(minX: 51, minY: -546, maxX: 509, maxY: 10)),
            ("Ս", Box(minX: 90, minY: -714, maxX: 635, maxY: 10)),
            ("თ", Box(minX: 55, minY: -546, maxX: 826, maxY: 10)),
        ])
    func `contours fill the box that the font states`(text: String, expected: Box) throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line(text, style: unitStyle)
        let path = typesetter.outline(of: line, at: SubpixelPoint(x: 0, y: 0))
        #expect(Box(path) == expected)
    }

    @Test(arguments: [
        "Xankəndi", "İrəvan", "Ստեփանակերտ", "Степанакерт", "Й", "თბილისი", "خانکندی", "שושה",
    ])
    func `outlines lie inside ascent, descent and width`(text: String) throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line(text, style: TextStyle(sizeInPixels: 20))
        let path = typesetter.outline(of: line, at: SubpixelPoint(x: 0, y: 0))
        let box = try #require(Box(path))
        #expect(box.minY >= -line.ascent * 4 && box.maxY <= line.descent * 4)
        #expect(box.minX >= -64 && box.maxX <= line.width * 4 + 64)
        #expect(box.maxX - box.minX > line.width * 5 / 2)
    }

    @Test func `curves stay quadratic and every contour is closed`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line("Şuşa / شوشا", style: unitStyle)
        let elements = typesetter.outline(of: line, at: SubpixelPoint(x: 0, y: 0)).elements
        var moves = 0
        var closes = 0
        var curves = 0
        for element in elements {
            switch element {
            case .move:
                #expect(moves == closes)
                moves += 1
            case .close: closes += 1
            case .quadratic: curves += 1
            case .line: break
            case .cubic: Issue.record("TrueType has no cubic curves")
            }
        }
        #expect(moves == closes)
        #expect(moves > 8 && curves > 8)
    }

    @Test func `a line is its glyphs, moved by whole subpixels`() throws {
        let typesetter = try #require(typesetter)
        let style = TextStyle(.bold, sizeInPixels: 12.3, letterSpacing: 7)
        let line = typesetter.line("Xankəndi / مِ", style: style)
        let origin = SubpixelPoint(x: -1003, y: 777)
        let glyphs = line.glyphs.flatMap { glyph in
            let path = typesetter.outline(
                ofGlyph: glyph.glyph, face: glyph.face, size: style.size)
            return path.elements.map {
                $0.moved(x: origin.x + glyph.x * 4, y: origin.y + glyph.y * 4)
            }
        }
        #expect(typesetter.outline(of: line, at: origin).elements == glyphs)
    }

    @Test func `a space has no outline`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line(" ", style: unitStyle)
        #expect(line.glyphs.count == 1)
        #expect(typesetter.outline(of: line, at: SubpixelPoint(x: 0, y: 0)).elements.isEmpty)
    }

    @Test func `two threads read the same outlines`() async throws {
        let typesetter = try #require(typesetter)
        let texts = ["Xankəndi", "Ստեփանակերտ", "თბილისი", "خانکندی", "Степанакерт"]
        let paths = await withTaskGroup(of: [Path].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    texts.map { text in
                        typesetter.outline(
                            of: typesetter.line(text, style: designStyle()),
                            at: SubpixelPoint(x: 0, y: 0))
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(paths).count == 1)
    }
}

/// The box of a path's points, control points included.
struct Box: Equatable, Sendable {
    var minX: Int32
    var minY: Int32
    var maxX: Int32
    var maxY: Int32
}

extension Box {
    init?(_ path: Path) {
        let points = path.elements.flatMap(\.points)
        guard let minX = points.map(\.x).min(), let minY = points.map(\.y).min(),
            let maxX = points.map(\.x).max(), let maxY = points.map(\.y).max()
        else { return nil }
        self.init(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    }
}

extension Path.Element {
    var points: [SubpixelPoint] {
        switch self {
        case .move(let end), .line(let end): [end]
        case .quadratic(let control, let end): [control, end]
        case .cubic(let first, let second, let end): [first, second, end]
        case .close: []
        }
    }

    func moved(x: Int32, y: Int32) -> Path.Element {
        func moved(_ point: SubpixelPoint) -> SubpixelPoint {
            SubpixelPoint(x: point.x + x, y: point.y + y)
        }
        return switch self {
        case .move(let end): .move(moved(end))
        case .line(let end): .line(moved(end))
        case .quadratic(let control, let end): .quadratic(moved(control), to: moved(end))
        case .cubic(let first, let second, let end):
            .cubic(moved(first), moved(second), to: moved(end))
        case .close: .close
        }
    }
}
