internal import XMLText

/// What a picture says about itself as an XMP packet, which PNG keeps in a text of its own: what photograph
/// managers and archives read.
///
/// Source: ISO 16684-1:2019 (XMP), sections 7.3.2 and 8.3 (Dublin Core); Adobe, "XMP Specification
/// Part 3: Storage in Files" (2020), PNG.
public struct XMPPacket: Hashable, Sendable {
    /// What a PNG file keeps the packet under.
    public static let keyword = "XML:com.adobe.xmp"

    /// The packet; that it is read only and has no room to grow stands at its end.
    public let text: String

    /// Makes a packet; what is empty is left out.
    public init(_ metadata: SVGMetadata) {
        var writer = XMLWriter(prolog: Self.start)
        let own = metadata.facts.isEmpty ? [] : [SVGMetadata.Fact.namespace]
        let namespaces = [XMLAttribute("xmlns:x", "adobe:ns:meta/")]
        writer.element("x:xmpmeta", namespaces) { writer in
            writer.element("rdf:RDF", Self.vocabularies + own) { writer in
                writer.element("rdf:Description", [XMLAttribute("rdf:about", "")]) { writer in
                    Self.write(metadata, to: &writer)
                }
            }
        }
        text = String(decoding: writer.bytes, as: UTF8.self) + Self.end
    }

    private static let start =
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    private static let end = "<?xpacket end=\"r\"?>"
    private static let vocabularies = [
        XMLAttribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        XMLAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        XMLAttribute("xmlns:xmp", "http://ns.adobe.com/xap/1.0/"),
    ]

    private static func write(_ metadata: SVGMetadata, to writer: inout XMLWriter) {
        list("dc:title", "rdf:Alt", [metadata.title], to: &writer)
        list("dc:description", "rdf:Alt", [metadata.description], to: &writer)
        list("dc:language", "rdf:Bag", [metadata.language], to: &writer)
        list("dc:rights", "rdf:Alt", [metadata.rights.joined(separator: "\n")], to: &writer)
        let notes = metadata.sources.joined(separator: "\n")
        if !notes.isEmpty { writer.text("dc:source", [], notes) }
        if !metadata.creator.isEmpty { writer.text("xmp:CreatorTool", [], metadata.creator) }
        for fact in metadata.facts where !fact.value.isEmpty {
            writer.text("toponym:\(fact.name)", [], fact.value)
        }
    }

    /// Entries without those that are empty; of alternatives by language the default alone.
    private static func list(
        _ name: String, _ kind: String, _ entries: [String], to writer: inout XMLWriter
    ) {
        let entries = entries.filter { !$0.isEmpty }
        guard !entries.isEmpty else { return }
        let language = kind == "rdf:Alt" ? [XMLAttribute("xml:lang", "x-default")] : []
        writer.element(name) { writer in
            writer.element(kind) { writer in
                for entry in entries { writer.text("rdf:li", language, entry) }
            }
        }
    }
}
