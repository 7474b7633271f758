import NameFolding
import Testing

/// Case and form by the Unicode Character Database, as the standard library holds it.
@Suite("Properties of the fold") struct FoldPropertyTests {
    /// Greek vowels with an iota below: capitals write it beside them, ᾳ ΑΙ.
    private static func hasIotaBelow(_ value: UInt32) -> Bool {
        switch value {
        case 0x1F80...0x1FAF, 0x1FB2...0x1FB4, 0x1FB7, 0x1FBC, 0x1FC2...0x1FC4, 0x1FC7, 0x1FCC,
            0x1FF2...0x1FF4, 0x1FF7, 0x1FFC, 0x345, 0x37A, 0x1FBE:
            true
        default: false
        }
    }

    private static let letters = (0..<0x2_0000 as Range<UInt32>)
        .compactMap { Unicode.Scalar($0) }.filter {
            $0.properties.isAlphabetic && !isIdeograph($0.value)
        }

    /// Ideographs and Hangul, which have neither case nor marks: 100,000 letters alike.
    private static func isIdeograph(_ value: UInt32) -> Bool {
        (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value)
            || (0x1_7000...0x1_8CFF).contains(value)
    }

    @Test func `case never matters to any letter of Unicode`() {
        var differ: [String] = []
        for letter in Self.letters
        where letter.properties.isCased && !Self.hasIotaBelow(letter.value) {
            let fold = NameFolder.fold(String(letter))
            let properties = letter.properties
            let cases = [
                properties.uppercaseMapping, properties.titlecaseMapping,
                properties.lowercaseMapping,
            ]
            if cases.contains(where: { NameFolder.fold($0) != fold }) {
                differ.append("\(letter) U+\(String(letter.value, radix: 16))")
            }
        }
        #expect(differ.isEmpty, "\(differ.count): \(differ.prefix(60))")
    }

    /// The special casing of the Unicode Character Database for Turkish and Azerbaijani (i İ, ı I) and
    /// for Lithuanian (a dot is kept under accents).
    @Test(arguments: [
        ("i", ["I", "İ", "ı", "I\u{307}", "i\u{307}"]), ("ı", ["I", "i"]), ("I", ["i", "ı"]),
        ("İ", ["i", "i\u{307}", "I", "ı"]), ("ì", ["i\u{307}\u{300}", "Ì"]),
        ("į", ["į\u{307}", "Į"]), ("j", ["J", "j\u{307}"]),
    ])
    func `the four i fold alike under the case of every locale`(letter: String, cased: [String]) {
        for other in cased { #expect(NameFolder.fold(other) == NameFolder.fold(letter)) }
    }

    @Test func `the fold of any letter folds to itself`() {
        var moves: [Unicode.Scalar] = []
        for letter in Self.letters {
            let fold = NameFolder.foldedText("a\(letter)b\(letter)")
            if NameFolder.foldedText(fold) != fold { moves.append(letter) }
        }
        #expect(moves.isEmpty, "\(moves.count): \(moves.prefix(60))")
    }

    @Test func `a fold is at most three times as long as its text`() {
        for letter in Self.letters {
            let text = String(letter)
            #expect(NameFolder.fold(text).count <= 3 * text.utf8.count)
        }
    }

    /// The forms of U+FB00...U+FEFC by their compatibility decompositions in the Unicode Character
    /// Database.
    @Test(arguments: [
        ("ﬁeld", "field"), ("Suﬃeld", "suffield"), ("ﬂoﬀ", "floff"), ("ﬆ", "st"),
        ("Երևան", "երեվան"), ("Երեւան", "երեվան"), ("ԵՐԵՎԱՆ", "երեվան"), ("ԵՐԵՒԱՆ", "երեվան"),
        ("ﬓﬔﬕﬖﬗ", "մնմեմիվնմխ"), ("ﺍﻷﺭﺩﻥ", "الاردن"), ("ﭘﮊﮔﭼ", "پژگچ"), ("Ⴇⴁილისი", "თბილისი"),
        ("Ἀθῆναι", "αθηναι"), ("Sant Marcel·lí", "sant marcelli"), ("Ƣarabaƣ", "garabag"),
        ("۲۰۲۴ ٢", "2024 2"), ("Ꞌa", "a"), ("Ⅻ", "xii"), ("СТО\u{488}", "сто"),
    ])
    func `ligatures and old forms are the letters they stand for`(name: String, folded: String) {
        #expect(NameFolder.foldedText(name) == folded)
    }

    /// A hundred thousand bytes each; what is read more than once a text shows here as minutes.
    @Test(arguments: [
        "aә", "\u{301}", "\u{0}", "\u{202E}", "rayon ", "г.", "ի", "г", "ё", "ა", "ب", "c\u{30C}",
        "И\u{306}", "- ", "𐐀", "ﷺ",
    ])
    func `a flood folds in bounded time`(unit: String) {
        let flood = "a" + String(repeating: unit, count: 100_000 / unit.utf8.count)
        #expect(NameFolder.fold(flood).count <= 3 * flood.utf8.count)
        #expect(TransliterationKey.key(flood).count <= 4 * flood.utf8.count)
        #expect(TransliterationKey.otherReadings(of: flood).count <= 4)
        _ = GenericWords.split(flood)
        _ = ScriptDetector.dominant(in: flood)
    }
}
