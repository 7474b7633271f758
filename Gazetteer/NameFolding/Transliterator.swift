/// Writes names of other scripts in Latin letters, by one table per language.
///
/// Tables: Armenian by BGN/PCGN 1981, Russian by BGN/PCGN 1947 with its Ukrainian and Belarusian
/// neighbours' letters, Georgian by the national system of 2002 (BGN/PCGN 2009), each without
/// apostrophes and diacritics, as English text spells names; Azerbaijani Cyrillic of 1958-91 letter by
/// letter into the Latin alphabet of 1991; Arabic and Persian by consonants and long vowels alone.
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
        // U+0370, where Greek and all that follows Latin begins, is CD B0 in UTF-8.
        guard text.utf8.contains(where: { $0 >= 0xCD }) else { return String(text) }
        let scalars = Array(text.unicodeScalars)
        let alphabet = CyrillicAlphabet(language: language, scalars: scalars)
        var latin = ""
        var index = 0
        while index < scalars.count {
            let letter = LetterInContext(scalars, at: index)
            guard let piece = piece(for: letter, in: alphabet) else {
                latin.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            latin += letter.cased(piece.text, dotsI: alphabet == .azerbaijani)
            index += piece.consumed
        }
        return latin
    }

    /// Latin text for the letter, with how many scalars of the name it stands for; nil for a letter or
    /// sign that no table has.
    private static func piece(for letter: LetterInContext, in alphabet: CyrillicAlphabet) -> Piece?
    {
        switch letter.current {
        case 0x300...0x36F where letter.previous >= 0x370: Piece("")
        case 0x400...0x52F:
            switch alphabet {
            case .azerbaijani:
                AzerbaijaniCyrillic.latin(letter) ?? RussianCyrillic.latin(letter)
            case .russian: RussianCyrillic.latin(letter)
            case .ukrainian: UkrainianCyrillic.latin(letter) ?? RussianCyrillic.latin(letter)
            }
        case 0x531...0x587: ArmenianLetters.latin(letter)
        case 0x10D0...0x10FA: GeorgianLetters.latin(letter)
        case 0x620...0x6D5, 0x200C: ArabicLetters.latin(letter)
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
    private var isUpper: Bool
    private var nextIsUpper: Bool

    init(_ scalars: [Unicode.Scalar], at index: Int) {
        previous = index > 0 ? Self.lowered(scalars[index - 1]) : 0
        current = Self.lowered(scalars[index])
        next = index + 1 < scalars.count ? Self.lowered(scalars[index + 1]) : 0
        isUpper = current != scalars[index].value
        nextIsUpper = index + 1 < scalars.count && next != scalars[index + 1].value
    }

    /// Whether no letter stands before it.
    var startsWord: Bool { previous < 0x370 || (0x2000...0x206F).contains(previous) }

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
        case 0x400...0x40F: scalar.value + 0x50
        case 0x410...0x42F: scalar.value + 0x20
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar.value | 1
        case 0x531...0x556: scalar.value + 0x30
        case 0x1C90...0x1CBA: scalar.value - 0xBC0
        default: scalar.value
        }
    }
}
