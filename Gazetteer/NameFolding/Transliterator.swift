/// Writes names of other scripts in Latin letters, by one table per language.
///
/// | script | table |
/// | --- | --- |
/// | Armenian | BGN/PCGN 1981, with եա, եօ and իւ of the spelling before 1922 |
/// | Greek | ELOT 743, which is ISO 843:1997 type 2 and BGN/PCGN 1996 |
/// | Georgian | the national system of 2002, which is BGN/PCGN 2009 |
/// | Cyrillic, Azerbaijani | letter by letter into the Latin alphabet of 1991, by the BGN/PCGN table |
/// | Cyrillic, Russian | BGN/PCGN 1947 |
/// | Cyrillic, Ukrainian | BGN/PCGN 2019 (the resolution of the Cabinet of Ministers of 2010) |
/// | Cyrillic, Belarusian | BGN/PCGN 1979 |
/// | Cyrillic, Bulgarian | BGN/PCGN 2013 (the law of 2009) |
/// | Arabic, Persian | BGN/PCGN 1956 and 1958, consonants and long vowels alone |
///
/// All without apostrophes and marks, as English text spells names, and with the dot of BGN/PCGN where
/// two letters would be read as one (սհ is `s·h`). Spellings by other standards (GOST, ISO 9, passports)
/// meet these by `TransliterationKey`.
public enum Transliterator {
    /// The name in Latin letters. Latin letters, digits and punctuation stay as they are.
    ///
    /// - Parameters:
    ///   - text: the name, in one script or several.
    ///   - language: its BCP 47 tag where known. Cyrillic is read as Azerbaijani when the tag says so or,
    ///     without a tag, when a letter of that alphabet occurs (ә ғ ҝ ө ү һ ҹ ј).
    /// - Returns: the name with every letter that a table has written in Latin.
    /// - Complexity: O(*n*) in the length of the text.
    public static func latin(_ text: some StringProtocol, language: String? = nil) -> String {
        latin(text, language: language, habits: [])
    }

    static func latin(
        _ text: some StringProtocol, language: String?, habits: ReadingHabits
    ) -> String {
        // U+0370, where Greek and all that follows Latin begins, is CD B0 in UTF-8.
        guard text.utf8.contains(where: { $0 >= 0xCD }) else { return String(text) }
        let scalars = Array(text.unicodeScalars)
        let alphabet = CyrillicAlphabet(language: language, scalars: scalars)
        var latin = ""
        var index = 0
        while index < scalars.count {
            let letter = LetterInContext(scalars, at: index)
            guard let piece = piece(for: letter, in: alphabet, habits) else {
                latin.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            if wouldBeOneSound(latin.utf8.last, piece.text) { latin += "·" }
            latin += letter.cased(piece.text, dotsI: alphabet == .azerbaijani)
            index += piece.consumed
        }
        return latin
    }

    /// Whether a piece would be read together with the letter before it: s and h, k and h, t and sh.
    private static func wouldBeOneSound(_ last: UInt8?, _ piece: String) -> Bool {
        guard let last, let first = piece.utf8.first else { return false }
        switch (last | 0x20, first) {
        case (UInt8(ascii: "s"), UInt8(ascii: "h")), (UInt8(ascii: "z"), UInt8(ascii: "h")),
            (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "g"), UInt8(ascii: "h")),
            (UInt8(ascii: "c"), UInt8(ascii: "h")), (UInt8(ascii: "p"), UInt8(ascii: "h")),
            (UInt8(ascii: "h"), UInt8(ascii: "h")):
            return true
        case (UInt8(ascii: "t"), UInt8(ascii: "s")): return piece == "sh"
        default: return false
        }
    }

    /// Latin text for the letter, with how many scalars of the name it stands for; nil for a letter or
    /// sign that no table has.
    private static func piece(
        for letter: LetterInContext, in alphabet: CyrillicAlphabet, _ habits: ReadingHabits
    ) -> Piece? {
        switch letter.current {
        case 0x300...0x36F where letter.previous >= 0x370: Piece("")
        case 0x370...0x3FF, 0x1F00...0x1FFF: GreekLetters.latin(letter)
        case 0x400...0x52F: alphabet.latin(letter, habits)
        case 0x531...0x587: ArmenianLetters.latin(letter)
        case 0x10D0...0x10FA: GeorgianLetters.latin(letter, habits)
        case 0x620...0x6D5, 0x200C: ArabicLetters.latin(letter, habits)
        default: nil
        }
    }
}

/// What a letter, or several read together, is written as.
struct Piece {
    /// Lower-case Latin letters, or none.
    var text: String
    /// How many scalars of the name it stands for.
    var consumed: Int

    init(_ text: String, consumed: Int = 1) {
        self.text = text
        self.consumed = consumed
    }
}

/// A letter of a name with its neighbours, all in lower case; 0 where a word ends.
struct LetterInContext {
    var previous: UInt32
    var current: UInt32
    var next: UInt32
    /// The letter after the next; accents that stand alone are passed over.
    let afterNext: UInt32
    let isUpper: Bool
    let nextIsUpper: Bool
    /// How many scalars of the name stand before it.
    let offset: Int
    /// Whether the next letter is the last of its word.
    let isBeforeLast: Bool

    init(_ scalars: [Unicode.Scalar], at index: Int) {
        offset = index
        isBeforeLast = index + 2 >= scalars.count || scalars[index + 2].value < 0x370
        previous = index > 0 ? Self.lowered(scalars[index - 1]) : 0
        current = Self.lowered(scalars[index])
        next = index + 1 < scalars.count ? Self.lowered(scalars[index + 1]) : 0
        let after = index + 2 < scalars.count ? Self.lowered(scalars[index + 2]) : 0
        let isMark = (0x300...0x36F).contains(after) && index + 3 < scalars.count
        afterNext = isMark ? Self.lowered(scalars[index + 3]) : after
        isUpper = current != scalars[index].value
        nextIsUpper = index + 1 < scalars.count && next != scalars[index + 1].value
    }

    /// Whether no letter stands before it.
    var startsWord: Bool { previous < 0x370 || (0x2000...0x206F).contains(previous) }

    /// Whether no letter stands after it.
    var endsWord: Bool { next < 0x370 || (0x2000...0x206F).contains(next) }

    /// Whether it is х before ъ, one letter in Ossetic and its neighbours.
    var isHardX: Bool { current == 0x445 && next == 0x44A }

    /// The piece in the case of the letter: `Sh` before a small letter, `SH` before a capital one.
    func cased(_ piece: String, dotsI: Bool) -> String {
        guard isUpper else { return piece }
        var cased = ""
        for (offset, scalar) in piece.unicodeScalars.enumerated() {
            if offset > 0, !nextIsUpper {
                cased.unicodeScalars.append(scalar)
            } else {
                cased += scalar == "i" && dotsI ? "İ" : scalar.properties.uppercaseMapping
            }
        }
        return cased
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x386: 0x3AC
        case 0x388...0x38A: scalar.value + 0x25
        case 0x38C: 0x3CC
        case 0x38E, 0x38F: scalar.value + 0x3F
        case 0x391...0x3AB: scalar.value + 0x20
        case 0x400...0x40F: scalar.value + 0x50
        case 0x410...0x42F: scalar.value + 0x20
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar.value | 1
        case 0x4C0: 0x4CF
        case 0x4C1...0x4CE: scalar.value & 1 == 1 ? scalar.value + 1 : scalar.value
        case 0x531...0x556: scalar.value + 0x30
        case 0x1C90...0x1CBA: scalar.value - 0xBC0
        default: scalar.value
        }
    }
}
