internal import Raster
internal import Scenes
internal import Typesetting
internal import XMLText

extension SVGBody {
    /// Writes text items that follow each other: all halos first, unless the viewer draws the text.
    func write(_ run: [SceneText], to writer: inout XMLWriter) {
        guard !run.isEmpty else { return }
        let drawn = run.filter { mode == .outlines || $0.course != nil }
        let outlines = drawn.map { $0.outline(by: typesetter) }
        for (text, path) in zip(drawn, outlines) {
            guard let halo = text.halo else { continue }
            Self.write(path, halo.stroke.attributes + halo.color.attributes("stroke"), to: &writer)
        }
        for (text, path) in zip(drawn, outlines) {
            let label = XMLAttribute("aria-label", text.line.text)
            Self.write(path, [label] + text.color.attributes("fill"), to: &writer)
        }
        guard mode == .text else { return }
        for text in run where text.course == nil && !text.line.text.isEmpty {
            writer.text("text", text.attributes, text.line.text)
        }
    }
}

/// A text item.
struct SceneText {
    let line: TextLine
    /// Where the baseline starts, or the course that it runs along.
    let origin: SubpixelPoint
    let course: TextCourse?
    let color: Color
    let halo: Halo?

    init?(_ item: SceneItem) {
        switch item {
        case .text(let line, let origin, let color, let halo):
            self.init(line: line, origin: origin, course: nil, color: color, halo: halo)
        case .textAlong(let course, let line, let color, let halo):
            let origin = SubpixelPoint(x: 0, y: 0)
            self.init(line: line, origin: origin, course: course, color: color, halo: halo)
        case .fill, .stroke, .hatch, .picture, .clipped: return nil
        }
    }

    private init(
        line: TextLine, origin: SubpixelPoint, course: TextCourse?, color: Color, halo: Halo?
    ) {
        self.line = line
        self.origin = origin
        self.course = course
        self.color = color
        self.halo = halo
    }

    /// The glyphs' outlines; empty where a course has no room for them.
    func outline(by typesetter: Typesetter) -> Path {
        guard let course else { return typesetter.outline(of: line, at: origin) }
        return typesetter.outline(of: line, along: course) ?? Path([])
    }

    /// What `<text>` needs to stand where the outlines stand.
    var attributes: [XMLAttribute] {
        let style = line.style
        var attributes = [
            XMLAttribute("x", spelled(origin.x)), XMLAttribute("y", spelled(origin.y)),
            XMLAttribute("font-family", families),
            XMLAttribute("font-size", spelled(style.size * 4)),
            // The room that the label was given, also where another font stands in.
            XMLAttribute("textLength", spelled(line.width * 4)),
            XMLAttribute("lengthAdjust", "spacingAndGlyphs"),
        ]
        switch style.fontStyle {
        case .regular: break
        case .bold: attributes.append(XMLAttribute("font-weight", "700"))
        case .italic: attributes.append(XMLAttribute("font-style", "italic"))
        }
        if style.letterSpacing != 0 {
            attributes.append(XMLAttribute("letter-spacing", spelled(style.letterSpacing * 4)))
        }
        if !style.language.isEmpty { attributes.append(XMLAttribute("xml:lang", style.language)) }
        if line.isRightToLeft {
            // The origin is the left end, which is the end of a line from the right.
            attributes.append(XMLAttribute("direction", "rtl"))
            attributes.append(XMLAttribute("text-anchor", "end"))
        }
        attributes += color.attributes("fill")
        if let halo {
            attributes += halo.stroke.lineAttributes + halo.color.attributes("stroke")
            attributes.append(XMLAttribute("paint-order", "stroke"))
        }
        return attributes
    }

    /// The families of the faces used, in order, then any sans-serif.
    private var families: String {
        var families: [String] = []
        for glyph in line.glyphs where Typesetter.faces.indices.contains(glyph.face) {
            let words = Typesetter.faces[glyph.face].name.split(separator: " ")
            let family = words.filter { !["Regular", "Bold", "Italic"].contains($0) }
                .joined(separator: " ")
            if !families.contains(family) { families.append(family) }
        }
        if !families.contains("Noto Sans") { families.append("Noto Sans") }
        return (families + ["sans-serif"]).joined(separator: ", ")
    }
}
