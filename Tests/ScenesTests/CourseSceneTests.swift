import Raster
import Scenes
import Testing
import Typesetting

@Suite("Text along a course in a scene") struct CourseSceneTests {
    private let typesetter: Typesetter
    private let course = TextCourse(
        [(10, 60), (60, 40), (110, 60)].map {
            SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1)
        })

    init() throws {
        typesetter = try Typesetter()
    }

    private func scene(_ text: String, halo: Halo?) -> Scene {
        var scene = Scene(width: 120, height: 80, background: Color(hex: 0xFFFFFF))
        let line = typesetter.line(text, style: TextStyle(.italic, sizeInPixels: 12))
        scene.items = [.textAlong(course, line, color: Color(hex: 0), halo: halo)]
        return scene
    }

    @Test func `its text form tells the course`() {
        let halo = Halo(color: Color(hex: 0xFFFFFF), radius: 384)
        let lines = scene("Kür", halo: halo).textForm.split(separator: "\n")
        #expect(
            lines.last?.hasPrefix(
                "text \"Kür\" italic 12 #000000 halo 1.5 #ffffff along 10 60 60 40 110 60 width")
                == true)
    }

    @Test func `it is drawn along the course, and not where it does not fit`() {
        let rasterizer = SceneRasterizer(typesetter: typesetter)
        let drawn = rasterizer.draw(scene("Kür", halo: nil))
        let dark = (0..<120 * 80).filter { drawn.bytes[$0 * 4] < 128 }.map { ($0 % 120, $0 / 120) }
        #expect(dark.count > 20)
        // Three letters of 12 pixels about the middle, over the tip of the course.
        #expect(dark.allSatisfy { (44...76).contains($0.0) && (28...50).contains($0.1) })
        let empty = rasterizer.draw(scene("A name far too long for it", halo: nil))
        #expect(empty.bytes.allSatisfy { $0 == 255 })
    }

    @Test func `its halo lies under the glyphs of texts beside it`() {
        var scene = scene("Kür", halo: Halo(color: Color(hex: 0xFFFFFF), radius: 1024))
        let line = typesetter.line("Kür", style: TextStyle(.bold, sizeInPixels: 12))
        let item = SceneItem.text(
            line, origin: SubpixelPoint(xInPixels: 50, yInPixels: 56), color: Color(hex: 0),
            halo: nil)
        let rasterizer = SceneRasterizer(typesetter: typesetter)
        scene.items.insert(item, at: 0)
        let both = rasterizer.draw(scene)
        scene.items.removeLast()
        let first = rasterizer.draw(scene)
        #expect(zip(both.bytes, first.bytes).allSatisfy { $0 <= $1 })
    }
}
