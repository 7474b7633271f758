import PNGEncoding
import Raster
import Scenes
import TestSupport
import Testing
import Typesetting

@testable import SVGEncoding

@Suite("SVG") struct SVGEncoderTests {
    private let typesetter: Typesetter
    private let encoder: SVGEncoder

    init() throws {
        typesetter = try Typesetter()
        encoder = SVGEncoder(typesetter: typesetter)
    }

    private static let metadata = SVGMetadata(
        title: "Places & \"names\" <1991>", description: "Two lines,\nwith a \u{1} in between",
        creator: "Toponym", rights: ["Borders: Natural Earth, public domain", "Names: CC BY 4.0"],
        sources: ["events.csv"])

    @Test func `text as text is what the golden file says`() throws {
        let bytes = try encoder.encode(scene, metadata: Self.metadata, text: .text)
        Golden.expect(String(decoding: bytes, as: UTF8.self), named: "SVGEncoding/text.svg")
    }

    @Test(.enabled(if: Typesetter.isPinned, "golden outlines hold for the pinned fonts"))
    func `text as outlines is what the golden file says`() throws {
        var short = scene
        short.items = short.items.filter { item in
            if case .text(let line, _, _, _) = item { line.text == "Şuşa" } else { true }
        }
        let bytes = try encoder.encode(short, metadata: Self.metadata)
        Golden.expect(String(decoding: bytes, as: UTF8.self), named: "SVGEncoding/outlines.svg")
    }

    @Test(arguments: [SVGEncoder.TextMode.outlines, .text])
    func `is well-formed XML with a title and a description`(mode: SVGEncoder.TextMode) throws {
        let document = try #require(
            XMLOutline(try encoder.encode(scene, metadata: Self.metadata, text: mode)))
        #expect(document.elements.first == "svg")
        #expect(document.text(of: "title") == Self.metadata.title)
        #expect(document.text(of: "desc") == "Two lines,\nwith a \u{FFFD} in between")
        #expect(document.texts["dc:rights"] == Self.metadata.rights)
        #expect(document.texts["dc:source"] == ["events.csv"])
    }

    @Test func `what metadata leaves empty is not written`() throws {
        let document = try #require(
            XMLOutline(try encoder.encode(Scene(width: 1, height: 1, background: .init(hex: 0)))))
        #expect(!document.elements.contains("title"))
        #expect(!document.elements.contains("dc:rights"))
    }

    @Test func `hostile text stays text`() throws {
        let nasty = "</text><script>alert('1' & \"2\")</script>\u{FFFE}\u{0}]]>"
        var scene = Scene(width: 50, height: 50, background: .init(hex: 0xFFFFFF))
        scene.items = [text(nasty, x: 1, y: 20)]
        for mode in [SVGEncoder.TextMode.outlines, .text] {
            let bytes = try encoder.encode(
                scene, metadata: SVGMetadata(title: nasty, language: nasty, rights: [nasty]),
                text: mode)
            let document = try #require(XMLOutline(bytes))
            #expect(!document.elements.contains("script"))
            #expect(document.text(of: "title").hasPrefix("</text><script>"))
        }
    }

    @Test func `text in outlines can still be read and searched`() throws {
        let document = try #require(XMLOutline(try encoder.encode(scene)))
        #expect(document.labels.contains("Ստեփանակերտ"))
    }

    /// The PNG in the file decodes to the picture; expected Base64 from RFC 4648, section 10.
    @Test func `a picture is held as PNG, cut to its outline`() throws {
        #expect(
            ["", "f", "fo", "foo", "foob"].map { Array($0.utf8).base64 }
                == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="])
        let picture = IndexedPicture(
            width: 3, height: 2,
            colors: [Color(hex: 0x6F685D).opacity(0.5), Color(hex: 0xFFFFFF).opacity(0)],
            indices: [0, 1, 0, 1, 0, 1])
        var scene = scene
        let area = SubpixelBounds(minX: 2560, minY: 2560, maxX: 25_600, maxY: 17_920)
        scene.items = [.clipped(area, [.picture(picture, inside: .rectangle(area), over: area)])]
        let bytes = try encoder.encode(scene)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(XMLOutline(bytes)?.elements.contains("image") == true)
        let png = try PNGEncoder.encode(PNGPixels(picture))
        #expect(text.contains("xlink:href=\"data:image/png;base64,\(png.base64)\""))
        #expect(text.contains("xmlns:xlink"))
        #expect(text.contains("x=\"10\" y=\"10\" width=\"90\" height=\"60\""))
        #expect(try PNGDecoder.decode(png) == picture.pixels)
    }

    @Test(arguments: [SVGEncoder.TextMode.outlines, .text])
    func `text along a course is outlines that can be read`(mode: SVGEncoder.TextMode) throws {
        var scene = Scene(width: 200, height: 60, background: Color(hex: 0xFFFFFF))
        let course = TextCourse(
            [(0, 40), (100, 30), (200, 40)].map {
                SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1)
            })
        let line = typesetter.line("Kür", style: TextStyle(.italic, sizeInPixels: 12))
        scene.items = [.textAlong(course, line, color: Color(hex: 0x4A7A96), halo: nil)]
        let document = try #require(XMLOutline(try encoder.encode(scene, text: mode)))
        #expect(document.labels == ["Kür"])
        #expect(!document.elements.contains("text"))
    }

    @Test func `equal scenes give equal bytes`() throws {
        let again = SVGEncoder(typesetter: try Typesetter())
        #expect(try encoder.encode(scene) == again.encode(scene))
    }

    /// A fill, a hatch in nested clips, dashes, and labels left to right and right to left.
    private var scene: Scene {
        var scene = Scene(width: 120, height: 80, background: Color(hex: 0xD7E3EA))
        var area = Path()
        area.addPolygon(
            [(10.0, 10.0), (100.125, 8), (110, 70), (12, 60)].map {
                SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1)
            })
        var line = Path()
        line.addLine([SubpixelPoint(x: 0, y: 10_240), SubpixelPoint(x: 30_720, y: 11_000)])
        let frame = SubpixelBounds(minX: 1280, minY: 1280, maxX: 29_440, maxY: 19_200)
        scene.items = [
            .fill(area, rule: .evenOdd, color: Color(hex: 0xF4F1EA)),
            .clipped(
                frame,
                [
                    .hatch(
                        area, pattern: Hatch(angle: 90, spacing: 5120, width: 256),
                        color: Color(hex: 0xB03A2E).opacity(0.5)),
                    .stroke(
                        line,
                        stroke: Stroke(
                            widthInPixels: 1.25, cap: .butt, dashesInPixels: [4, 3],
                            dashPhaseInPixels: 2), color: Color(hex: 0x555555)),
                ]),
            .clipped(
                frame,
                [
                    .fill(
                        .circle(center: SubpixelPoint(x: 9000, y: 9000), radius: 1024),
                        rule: .nonZero, color: Color(hex: 0xC0392B))
                ]),
            text("Şuşa", style: .bold, x: 40, y: 30),
            text("Ստեփանակերտ", x: 12, y: 50),
            text("خانکندی", x: 60, y: 65),
        ]
        return scene
    }

    private func text(
        _ text: String, style: FontStyle = .regular, x: Double, y: Double
    ) -> SceneItem {
        .text(
            typesetter.line(text, style: TextStyle(style, sizeInPixels: 12)),
            origin: SubpixelPoint(xInPixels: x, yInPixels: y), color: Color(hex: 0x222222),
            halo: Halo(color: Color(hex: 0xF4F1EA).opacity(0.9), radius: 384))
    }
}
