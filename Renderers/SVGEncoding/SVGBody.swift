internal import PNGEncoding
internal import Raster
internal import Scenes
internal import Typesetting
internal import XMLText

/// The items of a scene as SVG elements.
struct SVGBody {
    let typesetter: Typesetter
    let mode: SVGEncoder.TextMode
    private var clips: [SubpixelBounds: String] = [:]
    private var clipCount = 0

    init(typesetter: Typesetter, mode: SVGEncoder.TextMode) {
        self.typesetter = typesetter
        self.mode = mode
    }

    /// Writes items in drawing order; a run of text items has all its halos first.
    ///
    /// - Throws: `PNGEncodingError` when libpng has no memory for a picture.
    mutating func write(
        _ items: [SceneItem], to writer: inout XMLWriter
    ) throws(PNGEncodingError) {
        var run: [SceneText] = []
        for item in items {
            if let text = SceneText(item) {
                run.append(text)
            } else {
                write(run, to: &writer)
                run = []
                try write(item, to: &writer)
            }
        }
        write(run, to: &writer)
    }

    private mutating func write(
        _ item: SceneItem, to writer: inout XMLWriter
    ) throws(PNGEncodingError) {
        switch item {
        case .fill(let path, let rule, let color):
            var attributes = color.attributes("fill")
            if rule == .evenOdd { attributes.append(XMLAttribute("fill-rule", "evenodd")) }
            Self.write(path, attributes, to: &writer)
        case .stroke(let path, let stroke, let color):
            Self.write(path, stroke.attributes + color.attributes("stroke"), to: &writer)
        case .hatch(let path, let pattern, let color):
            hatch(path, pattern, color, to: &writer)
        case .picture(let picture, let path, let area):
            try self.picture(picture, path, area, to: &writer)
        case .text, .textAlong: break
        case .clipped(let bounds, let items):
            let id = clip(bounds, to: &writer)
            try writer.element("g", [XMLAttribute("clip-path", "url(#\(id))")]) {
                writer throws(PNGEncodingError) in
                try write(items, to: &writer)
            }
        }
    }

    /// The picture as PNG in the file itself, cut to the outline by the viewer.
    private mutating func picture(
        _ picture: IndexedPicture, _ path: Path, _ area: SubpixelBounds,
        to writer: inout XMLWriter
    ) throws(PNGEncodingError) {
        let id = nextClip()
        writer.element("clipPath", [XMLAttribute("id", id)]) { writer in
            Self.write(path, [XMLAttribute("clip-rule", "evenodd")], to: &writer)
        }
        let file = try PNGEncoder.encode(PNGPixels(picture))
        writer.empty(
            "image",
            area.attributes + [
                XMLAttribute("preserveAspectRatio", "none"),
                XMLAttribute("clip-path", "url(#\(id))"),
                XMLAttribute("xlink:href", "data:image/png;base64,\(file.base64)"),
            ])
    }

    static func write(
        _ path: Path, _ attributes: [XMLAttribute], to writer: inout XMLWriter
    ) {
        guard !path.elements.isEmpty else { return }
        writer.empty("path", attributes + [XMLAttribute("d", path.svgData)])
    }

    /// The lines over all of the area's bounds, cut to the area by the viewer.
    private mutating func hatch(
        _ area: Path, _ pattern: Hatch, _ color: Color, to writer: inout XMLWriter
    ) {
        guard let bounds = area.bounds else { return }
        let id = nextClip()
        writer.element("clipPath", [XMLAttribute("id", id)]) { writer in
            Self.write(area, [XMLAttribute("clip-rule", "evenodd")], to: &writer)
        }
        let attributes = [XMLAttribute("clip-path", "url(#\(id))")] + color.attributes("fill")
        Self.write(pattern.lines().path(covering: bounds.pixels), attributes, to: &writer)
    }

    /// The id of a rectangular clip, defined where it is first used.
    private mutating func clip(_ bounds: SubpixelBounds, to writer: inout XMLWriter) -> String {
        if let id = clips[bounds] { return id }
        let id = nextClip()
        clips[bounds] = id
        writer.element("clipPath", [XMLAttribute("id", id)]) { writer in
            writer.empty("rect", bounds.attributes)
        }
        return id
    }

    private mutating func nextClip() -> String {
        clipCount += 1
        return "clip\(clipCount)"
    }
}

extension Halo {
    /// The line around the glyphs.
    var stroke: Stroke {
        var stroke = Stroke(widthInPixels: 0, join: .round, cap: .round)
        stroke.width = 2 * radius
        return stroke
    }
}

extension SubpixelBounds {
    /// Where it stands and how large it is.
    fileprivate var attributes: [XMLAttribute] {
        [
            XMLAttribute("x", spelled(minX)), XMLAttribute("y", spelled(minY)),
            XMLAttribute("width", spelled(width)), XMLAttribute("height", spelled(height)),
        ]
    }
}

extension Color {
    /// The colour as an attribute, and its opacity where it is not full.
    func attributes(_ name: String) -> [XMLAttribute] {
        let digits = [red, green, blue].map { channel in
            (channel < 16 ? "0" : "") + String(channel, radix: 16)
        }
        let color = XMLAttribute(name, "#" + digits.joined())
        guard alpha < 255 else { return [color] }
        let thousandths = (Int(alpha) * 1000 + 127) / 255
        let decimals = String(thousandths + 1000).dropFirst()
        return [color, XMLAttribute("\(name)-opacity", ".\(decimals)")]
    }
}

extension Stroke {
    /// Everything but the colour, for an element that is not filled.
    var attributes: [XMLAttribute] { [XMLAttribute("fill", "none")] + lineAttributes }

    /// Width, joins, caps and dashes; SVG's defaults are left out. Its miter limit is 4 as ours is.
    var lineAttributes: [XMLAttribute] {
        var attributes = [XMLAttribute("stroke-width", spelled(width))]
        if join != .miter { attributes.append(XMLAttribute("stroke-linejoin", "\(join)")) }
        if cap != .butt { attributes.append(XMLAttribute("stroke-linecap", "\(cap)")) }
        if !dashes.isEmpty {
            let lengths = dashes.map { spelled($0) }.joined(separator: " ")
            attributes.append(XMLAttribute("stroke-dasharray", lengths))
            attributes.append(XMLAttribute("stroke-dashoffset", spelled(dashPhase)))
        }
        return attributes
    }
}
