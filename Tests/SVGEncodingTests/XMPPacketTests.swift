import SVGEncoding
import Testing

@Suite("XMP packets") struct XMPPacketTests {
    private let metadata = SVGMetadata(
        title: "Places & \"names\" <1991>", description: "Two lines,\nwith a \u{1} in between",
        creator: "Toponym", rights: ["Borders: Natural Earth, public domain", "Names: CC BY 4.0"])

    /// Vocabulary and structure: ISO 16684-1:2019, sections 7.3.2 and 8.3.
    @Test func `an XMP packet says what the picture says of itself`() throws {
        let packet = XMPPacket(metadata).text
        #expect(packet.hasPrefix("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"))
        #expect(packet.hasSuffix("<?xpacket end=\"r\"?>"))
        let document = try #require(XMLOutline(Array(packet.utf8)))
        #expect(document.elements.prefix(3) == ["x:xmpmeta", "rdf:RDF", "rdf:Description"])
        #expect(document.texts["xmp:CreatorTool"] == ["Toponym"])
        #expect(
            document.texts["rdf:li"] == [
                metadata.title, "Two lines,\nwith a \u{FFFD} in between", "en",
                metadata.rights.joined(separator: "\n"),
            ])
    }

    /// A vocabulary of our own may stand beside others (section 6.2).
    @Test func `facts stand in a namespace of their own, which is there when they are`() throws {
        var metadata = metadata
        #expect(!XMPPacket(metadata).text.contains("toponym:"))
        metadata.facts = [.init("ThemeHash", "0123"), .init("Theme", "")]
        let packet = XMPPacket(metadata).text
        let document = try #require(XMLOutline(Array(packet.utf8)))
        #expect(document.texts["toponym:ThemeHash"] == ["0123"])
        #expect(document.texts["toponym:Theme"] == nil)
        #expect(packet.contains("xmlns:toponym=\"urn:x-toponym:map#\""))
    }
}
