import Foundation
import NameFolding
import Testing

@Suite("Folding") struct NameFolderTests {
    /// Azerbaijani case pairs by the alphabet law of 1991: İ/i and I/ı. Both end as one letter.
    @Test(arguments: ["İ", "I", "ı", "i", "i\u{307}", "I\u{307}"])
    func `all four i fold to one`(letter: String) {
        #expect(NameFolder.foldedText(letter) == "i")
    }

    /// The letters named in Unicode's confusables for U+0259: Latin schwa, Cyrillic schwa, turned e.
    @Test(arguments: ["Xankəndi", "XANKƏNDİ", "xankǝndi", "Xankәndi", "XANKӘNDI"])
    func `every code point of schwa folds to e in a Latin name`(name: String) {
        #expect(NameFolder.foldedText(name) == "xankendi")
    }

    @Test(arguments: [
        ("Ağdam", "agdam"), ("Göyçay", "goycay"), ("Şuşa", "susa"), ("Łódź", "lodz"),
        ("Đà Nẵng", "da nang"), ("Ísafjörður", "isafjordur"), ("Straße", "strasse"),
        ("Færøerne", "faeroerne"), ("Œuilly", "oeuilly"), ("Ālāt", "alat"),
        ("Ējmiatsin", "ejmiatsin"),
    ])
    func `Latin letters lose their marks`(name: String, folded: String) {
        #expect(NameFolder.foldedText(name) == folded)
    }

    @Test(arguments: [
        ("Hadrut'", "hadrut"), ("Hadrutʻ", "hadrut"), ("Hadrut’", "hadrut"),
        ("Nagorno-Karabakh", "nagorno karabakh"), ("Nagorno–Karabakh", "nagorno karabakh"),
        ("Khojavend/Martuni", "khojavend martuni"), ("  New\t York  ", "new york"), ("", ""),
        ("-", ""),
    ])
    func `apostrophes fall away and hyphens become spaces`(name: String, folded: String) {
        #expect(NameFolder.foldedText(name) == folded)
    }

    /// Case pairs of the Unicode Character Database; ё and е, й and и are one letter for finding.
    @Test(arguments: [
        ("СТЕПАНАКЕРТ", "степанакерт"), ("Ильичёвск", "ильичевск"), ("Ҝәнҹә", "ҝәнҹә"),
        ("ԵՐԵՎԱՆ", "երեվան"), ("Երևան", "երեվան"), ("თბილისი", "თბილისი"), ("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"),
        ("Αθήνα", "αθηνα"), ("گنجه", "گنجه"), ("كربلاء", "کربلا"),
    ])
    func `other scripts lose case and marks and stay what they are`(name: String, folded: String) {
        #expect(NameFolder.foldedText(name) == folded)
    }

    /// NFC and NFD spellings by the canonical decompositions of the Unicode Character Database.
    @Test(arguments: [
        ("Şuşa", "S\u{327}us\u{327}a"), ("Göyçay", "Go\u{308}yc\u{327}ay"),
        ("Ильичёвск", "Ильиче\u{308}вск"), ("Сумгайыт", "Сумгаи\u{306}ыт"),
        ("ḯ", "i\u{308}\u{301}"), ("Αθήνα", "Αθη\u{301}να"), ("Εύβοια", "Ευ\u{301}βοια"),
        ("ゲレンジーク", "ケ\u{3099}レンシ\u{3099}ーク"), ("ぱりヷ", "は\u{309A}りワ\u{3099}"),
        ("서울", "\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}"),
    ])
    func `composed and decomposed names fold alike`(composed: String, decomposed: String) {
        #expect(NameFolder.fold(composed) == NameFolder.fold(decomposed))
        #expect(TransliterationKey.key(composed) == TransliterationKey.key(decomposed))
    }

    /// Found by fuzzing: marks that fall away, letters without a small pair in the table.
    @Test(arguments: [
        "\u{4DA}A\u{771}", "s\u{72A}\u{618}\u{4D8}\u{4D8}", "\u{24A}", "\u{212A}\u{4D8}",
    ])
    func `a fold folds to itself`(text: String) {
        let fold = NameFolder.foldedText(text)
        #expect(NameFolder.foldedText(fold) == fold)
    }

    /// Half-width forms by Unicode's compatibility decompositions, as Foundation has them.
    @Test func `kana of half width fold as wide ones`() {
        for value in UInt32(0xFF65)...0xFF9F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "タ\(scalar)タ"
            let wide = text.precomposedStringWithCompatibilityMapping
            #expect(NameFolder.foldedText(text) == NameFolder.foldedText(wide), "\(text)")
        }
        #expect(NameFolder.foldedText("ﾊﾞｸｰ") == NameFolder.foldedText("バクー"))
        #expect(NameFolder.foldedText("ﾄｳｷｮｳ") != NameFolder.foldedText("トウキヨウ"))
    }

    @Test func `hostile text folds in bounded space`() {
        let flood = "a" + String(repeating: "\u{301}", count: 10_000) + "\u{0}\u{202E}b"
        #expect(NameFolder.foldedText(flood) == "ab")
        let spaces = String(repeating: " -", count: 1_000)
        #expect(NameFolder.fold(spaces).isEmpty)
    }
}

@Suite("Scripts") struct ScriptDetectorTests {
    @Test(arguments: [
        ("Xankəndi", Script.latin), ("Степанакерт", .cyrillic), ("Ստեփանակերտ", .armenian),
        ("ხანქენდი", .georgian), ("خانکندی", .arabic), ("Αθήνα", .greek), ("北京", .other),
        ("Xankәndi", .latin),
    ])
    func `the script of most letters wins`(name: String, script: Script) {
        #expect(ScriptDetector.dominant(in: name) == script)
    }

    @Test func `a text without letters has no script`() {
        #expect(ScriptDetector.dominant(in: "1988-02-22") == nil)
    }
}

@Suite("Edit distance") struct EditDistanceTests {
    /// Worked by hand from the recurrence of Wagner and Lowrance (1975), one edit a stretch.
    @Test(arguments: [
        ("stepanakert", "stepankert", 1), ("kalbajar", "kalbajr", 1), ("ca", "abc", 3),
        ("lachin", "lahcin", 1), ("", "abc", 3), ("gori", "goris", 1), ("baku", "baku", 0),
    ])
    func `counts slips, a swap as one`(left: String, right: String, distance: Int) {
        let found = EditDistance.alignment(Array(left.utf8), Array(right.utf8), limit: 9)
        #expect(found == distance)
    }

    @Test func `more than the limit is nothing`() {
        #expect(
            EditDistance.alignment(Array("kitten".utf8), Array("sitting".utf8), limit: 2) == nil)
        #expect(EditDistance.alignment(Array("kitten".utf8), Array("sitting".utf8), limit: 3) == 3)
    }

    @Test(arguments: [(3, 0), (4, 1), (6, 1), (7, 2), (40, 2)])
    func `short names allow no slip`(letters: Int, slips: Int) {
        #expect(EditDistance.allowance(letters: letters) == slips)
    }

    /// The limit only cuts off: below it the answer is the same as without.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a limit never changes an answer within it`(seed: UInt64) {
        var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        func word() -> [UInt8] {
            (0..<8).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(97 + state >> 60 % 3)
            }
        }
        for _ in 0..<50 {
            let (left, right) = (word(), word())
            let free = EditDistance.alignment(left, right, limit: 100)
            let bound = EditDistance.alignment(left, right, limit: 2)
            #expect(bound == ((free ?? 100) <= 2 ? free : nil))
        }
    }
}
