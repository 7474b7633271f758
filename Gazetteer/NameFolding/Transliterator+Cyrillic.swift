/// Which reading of Cyrillic a name needs.
enum CyrillicAlphabet {
    case russian
    case ukrainian
    case belarusian
    case bulgarian
    case ossetic
    case azerbaijani

    init(language: String?, scalars: [Unicode.Scalar]) {
        switch language?.prefix(while: { $0 != "-" }) {
        case "az": self = .azerbaijani
        case "uk": self = .ukrainian
        case "be": self = .belarusian
        case "bg": self = .bulgarian
        case "os": self = .ossetic
        case nil, "und":
            self = scalars.contains(where: Self.isAzerbaijani) ? .azerbaijani : .russian
        default: self = .russian
        }
    }

    private static func isAzerbaijani(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "ә", "Ә", "ғ", "Ғ", "ҝ", "Ҝ", "ө", "Ө", "ү", "Ү", "һ", "Һ", "ҹ", "Ҹ", "ј", "Ј": true
        default: false
        }
    }

    /// A letter in Latin; those that an alphabet lacks are Russian.
    func latin(_ letter: LetterInContext, _ habits: ReadingHabits) -> Piece? {
        let own: Piece? =
            switch self {
            case .russian: nil
            case .azerbaijani: AzerbaijaniCyrillic.latin(letter)
            case .ukrainian: UkrainianCyrillic.latin(letter, habits)
            case .belarusian: BelarusianCyrillic.latin(letter, habits)
            case .bulgarian: BulgarianCyrillic.latin(letter)
            case .ossetic: letter.isHardX ? Piece("q", consumed: 2) : nil
            }
        return own ?? RussianCyrillic.latin(letter, habits)
    }
}

/// Azerbaijani Cyrillic as written from 1958 to 1991, into the Latin alphabet of 1991.
///
/// Source: BGN/PCGN, "Azerbaijani (Cyrillic): Table of Correspondences".
enum AzerbaijaniCyrillic {
    /// The Latin letter, or nil for one that this alphabet lacks (я ю е in foreign names are Russian).
    static func latin(_ letter: LetterInContext) -> Piece? {
        let text: String? =
            switch Unicode.Scalar(letter.current) {
            case "а": "a"
            case "б": "b"
            case "в": "v"
            case "г": "q"
            case "ғ": "ğ"
            case "д": "d"
            case "е": "e"
            case "ә": "ə"
            case "ж": "j"
            case "з": "z"
            case "и": "i"
            case "ы": "ı"
            case "ј": "y"
            case "к": "k"
            case "ҝ": "g"
            case "л": "l"
            case "м": "m"
            case "н": "n"
            case "о": "o"
            case "ө": "ö"
            case "п": "p"
            case "р": "r"
            case "с": "s"
            case "т": "t"
            case "у": "u"
            case "ү": "ü"
            case "ф": "f"
            case "х": "x"
            case "һ": "h"
            case "ч": "ç"
            case "ҹ": "c"
            case "ш": "ş"
            default: nil
            }
        return text.map { Piece($0) }
    }
}

/// Belarusian letters that do not sound as the Russian ones of the same shape.
///
/// Source: BGN/PCGN 1979 System for Belarusian.
enum BelarusianCyrillic {
    static func latin(_ letter: LetterInContext, _ habits: ReadingHabits) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "г": Piece(habits.contains(.plainG) ? "g" : "h")
        case "е" where letter.next != 0x308: Piece("ye")
        default: nil
        }
    }
}

/// Bulgarian letters that do not sound as the Russian ones of the same shape.
///
/// Source: BGN/PCGN 2013 Agreement for Bulgarian, after the Bulgarian law on transliteration of 2009.
enum BulgarianCyrillic {
    static func latin(_ letter: LetterInContext) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "щ": Piece("sht")
        case "ъ": Piece("a")
        case "х": Piece("h")
        case "е": Piece("e")
        default: nil
        }
    }
}

/// Ukrainian letters that do not sound as the Russian ones of the same shape.
///
/// Source: BGN/PCGN 2019 System for Ukrainian.
enum UkrainianCyrillic {
    static func latin(_ letter: LetterInContext, _ habits: ReadingHabits) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "г": Piece(habits.contains(.plainG) ? "g" : "h")
        case "и": Piece("y")
        case "е": Piece("e")
        default: nil
        }
    }
}

/// Russian, and the letters of its neighbours.
///
/// Source: BGN/PCGN 1947 System for Russian; ё as `yo`, or `e` after ж ч ш щ, as English text has it. The
/// letters of the languages of the Caucasus and Central Asia by BGN/PCGN (Chechen 2008, Ossetic 2009,
/// Tajik 1994, Kazakh 1979), without marks.
enum RussianCyrillic {
    static func latin(_ letter: LetterInContext, _ habits: ReadingHabits) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "е":
            // NFD writes ё as е and U+0308.
            let isYo = letter.next == 0x308
            if isYo, !habits.contains(.yoIsYe) {
                return Piece(followsSibilant(letter) ? "e" : "yo", consumed: 2)
            }
            let isOpen = letter.startsWord || followsVowelOrSign(letter)
            return Piece(isOpen ? "ye" : "e", consumed: isYo ? 2 : 1)
        case "ё":
            if habits.contains(.yoIsYe) {
                return Piece(letter.startsWord || followsVowelOrSign(letter) ? "ye" : "e")
            }
            return Piece(followsSibilant(letter) ? "e" : "yo")
        case "г" where habits.contains(.gIsH): return Piece("h")
        case "г" where habits.contains(.firstGIsH) && letter.offset == 0: return Piece("h")
        // Kumyk and Kabardian хъ is q; at the end of a word it is the old Russian ъ.
        case "х" where letter.isHardX && !letter.isBeforeLast && !letter.startsWord:
            return Piece("q", consumed: 2)
        case "х" where letter.next == 0x4CF: return Piece("h", consumed: 2)  // Chechen хӏ
        case "г" where letter.next == 0x4CF: return Piece("gh", consumed: 2)
        case "і" where letter.isUpper && isPalochka(letter): return Piece("")
        case "ў": return Piece(followsVowelOrSign(letter) ? "w" : "o")
        default: return simple(letter.current).map { Piece($0) }
        }
    }

    /// Keyboards without Ӏ write І: a capital after a letter and before a small one.
    private static func isPalochka(_ letter: LetterInContext) -> Bool {
        !letter.startsWord && !letter.nextIsUpper
    }

    private static func simple(_ value: UInt32) -> String? {
        switch Unicode.Scalar(value) {
        case "а", "ӑ": "a"
        case "б": "b"
        case "в": "v"
        case "г", "ґ", "ғ", "ҕ", "ӷ": "g"
        case "д", "ԁ": "d"
        case "ж": "zh"
        case "з", "ӡ", "ҙ": "z"
        case "и", "і", "ӣ", "ӥ": "i"
        case "й", "ы", "ј": "y"
        case "к", "қ", "ҡ", "ҟ", "ҝ": "k"
        case "л": "l"
        case "м": "m"
        case "н", "ң", "ҥ": "n"
        case "о", "ө", "ӧ", "ӫ": "o"
        case "п", "ԥ", "ҧ": "p"
        case "р": "r"
        case "с", "ҫ": "s"
        case "т", "ҭ": "t"
        case "у", "ү", "ұ", "ӯ", "ӱ", "ӳ": "u"
        case "ф": "f"
        case "х", "ҳ": "kh"
        case "ц", "ҵ": "ts"
        case "ч", "ҽ", "ҿ", "ӵ": "ch"
        case "ш": "sh"
        case "щ": "shch"
        case "ъ", "ь", "ӏ": ""
        case "э", "ӓ", "ә", "ӗ": "e"
        case "ю": "yu"
        case "я": "ya"
        case "є": "ye"
        case "ї": "yi"
        case "һ": "h"
        case "ӕ": "a"
        case "ҹ", "ӂ", "џ", "җ", "ҷ", "ӝ": "j"
        case "ђ", "ѓ": "dj"
        case "ќ": "kj"
        case "љ": "l"
        case "њ": "n"
        case "ћ": "c"
        default: nil
        }
    }

    private static func followsVowelOrSign(_ letter: LetterInContext) -> Bool {
        switch Unicode.Scalar(letter.previous) {
        case "а", "е", "ё", "и", "о", "у", "ы", "э", "ю", "я", "й", "ъ", "ь", "і", "ї", "є": true
        default: false
        }
    }

    private static func followsSibilant(_ letter: LetterInContext) -> Bool {
        switch Unicode.Scalar(letter.previous) {
        case "ж", "ч", "ш", "щ": true
        default: false
        }
    }
}
