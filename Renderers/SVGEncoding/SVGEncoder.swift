public import PNGEncoding
internal import Raster
public import Scenes
public import Typesetting
internal import XMLText

/// Spells scenes as SVG 1.1, as every browser and drawing program reads it.
///
/// Coordinates are those of the scene, in pixels, rounded to 1/100. Equal scenes give equal bytes.
/// Viewers mix translucent colours in sRGB where our pixels mix them in linear light, so they look a
/// little stronger here.
public struct SVGEncoder: Sendable {
    /// How text is written.
    public enum TextMode: Hashable, Sendable {
        /// As outlines: the same picture everywhere, with no font installed.
        case outlines
        /// As text in the Noto fonts, to be edited; the widths measured here are kept. Text along a
        /// course is outlines even so, since few programs bend text alike.
        case text
    }

    private let typesetter: Typesetter

    /// Makes an encoder that takes glyph outlines from a typesetter.
    public init(typesetter: Typesetter) {
        self.typesetter = typesetter
    }

    /// The whole file, in UTF-8.
    ///
    /// - Parameters:
    ///   - scene: What to draw.
    ///   - metadata: Title, description, credits: escaped here, written as given.
    ///   - text: How text is written.
    /// - Returns: Well-formed XML.
    /// - Throws: `PNGEncodingError` when libpng has no memory for a picture of the scene.
    public func encode(
        _ scene: Scene, metadata: SVGMetadata = SVGMetadata(), text: TextMode = .outlines
    ) throws(PNGEncodingError) -> [UInt8] {
        var writer = XMLWriter()
        try writer.element("svg", Self.rootAttributes(scene, metadata)) {
            writer throws(PNGEncodingError) in
            Self.write(metadata, to: &writer)
            if scene.background.alpha > 0 {
                let size = [
                    XMLAttribute("width", "\(scene.width)"),
                    XMLAttribute("height", "\(scene.height)"),
                ]
                writer.empty("rect", size + scene.background.attributes("fill"))
            }
            var body = SVGBody(typesetter: typesetter, mode: text)
            try body.write(scene.items, to: &writer)
        }
        return writer.bytes
    }

    private static func rootAttributes(_ scene: Scene, _ metadata: SVGMetadata) -> [XMLAttribute] {
        var attributes = [
            XMLAttribute("xmlns", "http://www.w3.org/2000/svg")
        ]
        if scene.items.contains(where: \.holdsPicture) {
            attributes.append(XMLAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink"))
        }
        attributes += [
            XMLAttribute("width", "\(scene.width)"), XMLAttribute("height", "\(scene.height)"),
            XMLAttribute("viewBox", "0 0 \(scene.width) \(scene.height)"),
            XMLAttribute("role", "img"),
        ]
        let labels = [(metadata.title, "title"), (metadata.description, "description")]
            .filter { !$0.0.isEmpty }.map(\.1)
        if !labels.isEmpty {
            attributes.append(XMLAttribute("aria-labelledby", labels.joined(separator: " ")))
        }
        if !metadata.language.isEmpty {
            attributes.append(XMLAttribute("xml:lang", metadata.language))
        }
        return attributes
    }

    /// Title and description as SVG has them, and all of it as Dublin Core in RDF.
    private static func write(_ metadata: SVGMetadata, to writer: inout XMLWriter) {
        if !metadata.title.isEmpty {
            writer.text("title", [XMLAttribute("id", "title")], metadata.title)
        }
        if !metadata.description.isEmpty {
            writer.text("desc", [XMLAttribute("id", "description")], metadata.description)
        }
        let entries =
            [
                ("dc:title", metadata.title), ("dc:description", metadata.description),
                ("dc:language", metadata.language), ("dc:creator", metadata.creator),
                ("dc:format", "image/svg+xml"),
            ] + metadata.rights.map { ("dc:rights", $0) }
            + metadata.sources.map { ("dc:source", $0) }
            + metadata.facts.map { ("toponym:\($0.name)", $0.value) }
        let own = metadata.facts.isEmpty ? [] : [SVGMetadata.Fact.namespace]
        let namespaces = [
            XMLAttribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ]
        writer.element("metadata") { writer in
            writer.element("rdf:RDF", namespaces + own) { writer in
                writer.element("rdf:Description", [XMLAttribute("rdf:about", "")]) { writer in
                    for (name, value) in entries where !value.isEmpty {
                        writer.text(name, value)
                    }
                }
            }
        }
    }
}

extension SceneItem {
    /// Whether it is a picture, or has one inside.
    fileprivate var holdsPicture: Bool {
        switch self {
        case .picture: true
        case .clipped(_, let items): items.contains(where: \.holdsPicture)
        case .fill, .stroke, .hatch, .text, .textAlong: false
        }
    }
}

extension XMLWriter {
    fileprivate mutating func text(_ name: String, _ text: String) {
        self.text(name, [], text)
    }
}
