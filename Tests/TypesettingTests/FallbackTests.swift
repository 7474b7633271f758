import Testing
import Typesetting

@Suite("Fallback") struct FallbackTests {
    let typesetter = try? Typesetter()

    /// If this fails, the fonts of the machine are not those of Debian 12: expected glyph numbers
    /// and golden pictures do not hold, and the tests of them are skipped.
    @Test func `the linked faces are the pinned ones`() {
        for face in Typesetter.faces {
            #expect(face.isPinned, "\(face.name) \(face.version)")
        }
    }

    @Test func `the libraries are the pinned ones`() {
        #expect(Typesetter.libraries == ["FreeType 2.12.1", "FriBidi 1.0.8", "HarfBuzz 6.0.0"])
        #expect(Typesetter.isPinned == facesArePinned)
    }

    /// From the name tables of fonts-noto-core 20201225-1.
    @Test func `faces say their name, version and licence`() throws {
        let names = Typesetter.faces.map(\.name)
        #expect(names.count == 12)
        #expect(names.first == "Noto Sans Regular")
        #expect(names.contains("Noto Sans Armenian Bold"))
        let first = try #require(Typesetter.faces.first)
        #expect(first.version.hasPrefix("Version 2."))
        #expect(first.copyright.contains("Google"))
        #expect(first.license.contains("SIL Open Font License, Version 1.1"))
    }

    @Test(arguments: [
        ("Şuşa", FontStyle.regular, ["Noto Sans Regular"]),
        ("Şuşa", .bold, ["Noto Sans Bold"]),
        ("Şuşa", .italic, ["Noto Sans Italic"]),
        ("Ստեփանակերտ", .bold, ["Noto Sans Armenian Bold"]),
        ("Ստեփանակերտ", .italic, ["Noto Sans Armenian Regular"]),
        ("თბილისი (Tiflis)", .regular, ["Noto Sans Georgian Regular", "Noto Sans Regular"]),
        ("شوشا ۱۹۹۲", .regular, ["Noto Sans Arabic Regular"]),
        ("A → B", .bold, ["Noto Sans Bold", "Noto Sans Math Regular"]),
        ("Αθήνα", .regular, ["Noto Sans Regular"]),
    ])
    func `each cluster takes the face that has it`(
        text: String, style: FontStyle, expected: [String]
    ) throws {
        let line = try #require(typesetter).line(text, style: designStyle(style))
        #expect(Set(line.glyphs.map { Typesetter.faces[$0.face].name }) == Set(expected))
        #expect(line.missing.isEmpty)
        #expect(!line.glyphs.contains { $0.glyph == 0 })
    }

    @Test func `what no face holds is reported once and left out`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line("Şu漢şa 漢字", style: designStyle())
        #expect(line.missing == ["漢", "字"])
        let rest = typesetter.line("Şuşa ", style: designStyle())
        #expect(line.glyphs == rest.glyphs)
        #expect(line.width == rest.width)
    }

    @Test func `a mark goes with the letter that is missing`() throws {
        let line = try #require(typesetter).line("漢\u{301}", style: designStyle())
        #expect(line.glyphs.isEmpty)
        #expect(line.missing == ["漢", "\u{301}"])
    }

    @Test func `a letter stays when its mark is missing`() throws {
        // U+1E000, a Glagolitic mark that no linked face holds.
        let line = try #require(typesetter).line("a\u{1E000}", style: designStyle())
        #expect(line.glyphs.count == 1)
        #expect(line.missing == ["\u{1E000}"])
    }

    @Test func `control characters are reported, breaks and tabs are spaces`() throws {
        let typesetter = try #require(typesetter)
        #expect(typesetter.line("a\u{1}b", style: designStyle()).missing == ["\u{1}"])
        let spaced = typesetter.line("a b c d", style: designStyle())
        #expect(typesetter.line("a\nb\tc\u{2029}d", style: designStyle()).glyphs == spaced.glyphs)
    }

    @Test func `joiners and direction marks are not seen`() throws {
        let typesetter = try #require(typesetter)
        let plain = typesetter.line("ab", style: designStyle())
        let marked = typesetter.line(
            "\u{200E}a\u{200D}\u{2068}b\u{2069}\u{FEFF}", style: designStyle())
        #expect(marked.glyphs == plain.glyphs)
        #expect(marked.missing.isEmpty)
        #expect(typesetter.line("\u{200F}", style: designStyle()).glyphs.isEmpty)
    }

    @Test func `equal spellings look the same, and each line keeps its own`() throws {
        let typesetter = try #require(typesetter)
        let composed = typesetter.line("\u{130}r\u{E9}", style: designStyle())
        let decomposed = typesetter.line("I\u{307}re\u{301}", style: designStyle())
        #expect(composed.glyphs == decomposed.glyphs)
        #expect(composed.text.unicodeScalars.count == 3)
        #expect(decomposed.text.unicodeScalars.count == 5)
    }

    /// OS/2 sCapHeight of Noto Sans: 714, the height of its X.
    @Test(arguments: ["Şuşa", "شوشا", ""])
    func `capitals are those of the style's first face`(text: String) throws {
        let line = try #require(typesetter).line(text, style: designStyle(.bold))
        #expect(line.capHeight == 714)
    }

    /// hhea of Noto Sans 1069 and -293, of Noto Sans Arabic 1374 and -738.
    @Test func `a line is as high as the highest face used`() throws {
        let typesetter = try #require(typesetter)
        let latin = typesetter.line("Şuşa", style: designStyle())
        #expect((latin.ascent, latin.descent) == (1069, 293))
        let mixed = typesetter.line("Şuşa شوشا", style: designStyle())
        #expect((mixed.ascent, mixed.descent) == (1374, 738))
        let empty = typesetter.line("", style: designStyle())
        #expect((empty.ascent, empty.descent, empty.width) == (1069, 293, 0))
        #expect(empty.glyphs.isEmpty)
    }
}
