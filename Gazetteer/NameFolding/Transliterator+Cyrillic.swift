/// Which reading of Cyrillic a name needs.
enum CyrillicAlphabet {
    case russian
    case ukrainian
    case azerbaijani

    init(language: String?, scalars: [Unicode.Scalar]) {
        switch language?.prefix(while: { $0 != "-" }) {
        case "az": self = .azerbaijani
        case "uk": self = .ukrainian
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

/// Ukrainian letters that do not sound as the Russian ones of the same shape.
///
/// Source: BGN/PCGN 2019 System for Ukrainian.
enum UkrainianCyrillic {
    static func latin(_ letter: LetterInContext) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "г": Piece("h")
        case "и": Piece("y")
        case "е": Piece("e")
        default: nil
        }
    }
}

/// Russian, and the letters of its neighbours.
///
/// Source: BGN/PCGN 1947 System for Russian; ё as `yo`, or `e` after ж ч ш щ, as English text has it.
enum RussianCyrillic {
    static func latin(_ letter: LetterInContext) -> Piece? {
        let isOpen = letter.startsWord || followsVowelOrSign(letter)
        switch Unicode.Scalar(letter.current) {
        case "е":
            // NFD writes ё as е and U+0308.
            guard letter.next == 0x308 else { return Piece(isOpen ? "ye" : "e") }
            return Piece(followsSibilant(letter) ? "e" : "yo", consumed: 2)
        case "ё": return Piece(followsSibilant(letter) ? "e" : "yo")
        default: return simple(letter.current).map { Piece($0) }
        }
    }

    private static func simple(_ value: UInt32) -> String? {
        switch Unicode.Scalar(value) {
        case "а": "a"
        case "б": "b"
        case "в": "v"
        case "г", "ґ", "ғ", "ҕ", "ӷ": "g"
        case "д", "ԁ": "d"
        case "ж": "zh"
        case "з", "ӡ", "ҙ": "z"
        case "и", "і": "i"
        case "й", "ы", "ј": "y"
        case "к", "қ", "ҡ", "ҟ", "ҝ": "k"
        case "л": "l"
        case "м": "m"
        case "н", "ң", "ҥ": "n"
        case "о", "ө": "o"
        case "п", "ԥ", "ҧ": "p"
        case "р": "r"
        case "с", "ҫ": "s"
        case "т", "ҭ": "t"
        case "у", "ү", "ұ": "u"
        case "ф": "f"
        case "х", "ҳ": "kh"
        case "ц", "ҵ": "ts"
        case "ч", "ҷ", "ҽ", "ҿ": "ch"
        case "ш": "sh"
        case "щ": "shch"
        case "ъ", "ь", "ӏ": ""
        case "э", "ӓ", "ә": "e"
        case "ю": "yu"
        case "я": "ya"
        case "є": "ye"
        case "ї": "yi"
        case "ў": "w"
        case "һ": "h"
        case "ӕ": "a"
        case "ҹ", "ӂ", "џ": "j"
        case "ђ", "ѓ": "dj"
        case "ќ": "kj"
        case "љ": "lj"
        case "њ": "nj"
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
