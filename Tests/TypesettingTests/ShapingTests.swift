import Testing
import Typesetting

/// Expected glyphs and advances from HarfBuzz 6.0.0 and fonts-noto-core 20201225-1, face by face:
/// `hb-shape --no-glyph-names --no-clusters --remove-default-ignorables FACE.ttf TEXT
/// --language=…`; pieces of one text by hand with `--direction` and `--script`.
@Suite("Shaping", .enabled(if: facesArePinned)) struct ShapingTests {
    let typesetter = try? Typesetter()

    @Test(arguments: [
        ("Xankəndi", "az-Latn", "59+586|68+561|81+618|78+534|1051+564|81+618|71+615|76+258"),
        ("İrəvan", "az-Latn", "242+339|85+413|1051+564|89+508|68+561|81+618"),
        (
            "Ստեփանակերտ", "hy",
            "37+725|86+931|59+597|90+931|55+920|76+599|55+920|69+597|59+597|87+597|86+931"
        ),
        (
            "Степанакерт", "ru",
            "442+632|475+466|462+564|472+624|457+561|470+637|457+561|467+509|462+564|473+605|475+476"
        ),
        ("თბილისი", "ka", "199+881|118+606|155+574|169+1089|155+574|194+605|155+574"),
        ("خانکندی", "fa", "1493+760|215+532|835+343|621+508|833+269|47+291|645+589"),
        ("שושה", "he", "42+627|96+730|124+301|96+730"),
        ("AVATO", "", "36+599|57+560|36+569|55+536|50+781"),
        ("B\u{304}", "", "37+650|3002@-329,178+0"),
        ("گُ", "fa", "235@405,230+0|361+877"),
        ("مِ", "", "608@118,0+0|769+484"),
        ("می‌خواهم", "fa", "770+562|481+574|46+238|1468+472|645+589|1494+736|771+525"),
    ])
    func `shapes as HarfBuzz does`(text: String, language: String, expected: String) throws {
        let line = try #require(typesetter).line(text, style: designStyle(language: language))
        #expect(ShapedText(line) == ShapedText(hbShape: expected))
        #expect(line.missing.isEmpty)
        #expect(line.text == text)
    }

    @Test func `bold and italic have their own faces`() throws {
        let typesetter = try #require(typesetter)
        let bold = typesetter.line("خانکندی", style: designStyle(.bold, language: "fa"))
        #expect(
            ShapedText(bold)
                == ShapedText(hbShape: "1493+821|215+571|835+384|621+508|833+317|47+318|645+629"))
        let italic = typesetter.line("Kür", style: designStyle(.italic))
        #expect(ShapedText(italic) == ShapedText(hbShape: "46+562|190+579|85+398"))
    }

    @Test func `dotted and dotless i are four letters`() throws {
        let typesetter = try #require(typesetter)
        let glyphs = ["ı", "i", "İ", "I"].map { letter in
            typesetter.line(letter, style: designStyle(language: "az-Latn")).glyphs.map(\.glyph)
        }
        #expect(glyphs == [[2081], [76], [242], [44]])
    }

    @Test func `sets mixed directions in visual order`() throws {
        let line = try #require(typesetter).line("Şuşa / شوشا", style: designStyle())
        let expected = ShapedText(
            hbShape: "287+549|88+618|288+479|68+561|3+260|18+372|3+260",
            "47+291|1169+784|1468+472|1169+784")
        #expect(ShapedText(line) == expected)
        #expect(!line.isRightToLeft)
    }

    /// The space of the Arabic face: `hb-shape NotoSansArabic-Regular.ttf 'شوشا '`.
    @Test func `a line that begins with Arabic runs from right to left`() throws {
        let line = try #require(typesetter).line("شوشا / Şuşa", style: designStyle())
        let expected = ShapedText(
            hbShape: "287+549|88+618|288+479|68+561", "3+260", "18+372",
            "3+260|47+291|1169+784|1468+472|1169+784")
        #expect(ShapedText(line) == expected)
        #expect(line.isRightToLeft)
    }

    /// `hb-shape NotoSans-Regular.ttf '(' --direction=rtl --script=arab` prints glyph 12, which is
    /// the closing bracket of left-to-right text.
    @Test func `brackets are mirrored between right-to-left letters`() throws {
        let line = try #require(typesetter).line("(شوشا)", style: designStyle())
        #expect(
            ShapedText(line)
                == ShapedText(hbShape: "11+300|47+291|1169+784|1468+472|1169+784|12+300"))
    }

    @Test func `figures run from left to right between right-to-left letters`() throws {
        // hb-shape NotoSansArabic-Regular.ttf 1992 --script=arab --direction=ltr
        let line = try #require(typesetter).line("شوشا 1992", style: designStyle())
        let expected = ShapedText(
            hbShape: "907+572|827+572|827+572|1380+572", "3+260|47+291|1169+784|1468+472|1169+784")
        #expect(ShapedText(line) == expected)
    }

    @Test func `letter spacing stands between letters and parts ligatures`() throws {
        let typesetter = try #require(typesetter)
        // hb-shape NotoSans-Regular.ttf office --features=-liga,-clig, 50 units after each but the last
        let spaced = typesetter.line("office", style: designStyle(letterSpacing: 50))
        #expect(
            ShapedText(spaced)
                == ShapedText(hbShape: "82+655|73+394|73+394|76+308|70+530|72+564"))
        let tight = typesetter.line("office", style: designStyle())
        #expect(ShapedText(tight) == ShapedText(hbShape: "82+605|1969+946|70+480|72+564"))
    }

    @Test func `letters that join are not spaced`() throws {
        let typesetter = try #require(typesetter)
        let spaced = typesetter.line("خانکندی", style: designStyle(letterSpacing: 50))
        let tight = typesetter.line("خانکندی", style: designStyle())
        #expect(ShapedText(spaced) == ShapedText(tight))
    }

    @Test func `positions scale with the size and are rounded once a run`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line("Xankəndi", style: TextStyle(sizeInPixels: 12.5))
        // 800/1000 of the design units above, summed: 586, 1147, 1765, 2299, 2863, 3481, 4096, 4354.
        #expect(line.glyphs.map(\.x) == [0, 469, 918, 1412, 1839, 2290, 2785, 3277])
        #expect(line.width == 3483)
    }

    @Test func `the same text is the same line on many threads`() async throws {
        let typesetter = try #require(typesetter)
        let texts = ["Xankəndi", "Ստեփանակերտ", "თბილისი", "خانکندی", "Şuşa / شوشا", "Степанакерт"]
        let alone = texts.map { typesetter.line($0, style: designStyle()) }
        try await withThrowingTaskGroup(of: [TextLine].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let fresh = try Typesetter()
                    return texts.map { text in
                        let line = fresh.line(text, style: designStyle())
                        _ = typesetter.line(text, style: designStyle(letterSpacing: 1))
                        return line
                    }
                }
            }
            for try await lines in group { #expect(lines == alone) }
        }
    }
}
