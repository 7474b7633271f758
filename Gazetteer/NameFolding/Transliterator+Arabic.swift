/// Arabic and Persian by what the script writes: consonants and long vowels. Short vowels are not
/// written, so this serves for finding alone, with both sides reduced to consonants.
///
/// Source: the consonants of BGN/PCGN 1958 System for Persian and BGN/PCGN 1956 System for Arabic, without
/// marks; Kurdish ڵ ڕ ڤ ە and Urdu ٹ ڈ ہ ے ں by the Unicode names of the letters.
enum ArabicLetters {
    static func latin(_ letter: LetterInContext, _ habits: ReadingHabits) -> Piece? {
        if habits.contains(.arabLetters), let piece = arab(letter) { return piece }
        if habits.contains(.jimIsG), letter.current == 0x62C { return Piece("g") }
        switch Unicode.Scalar(letter.current) {
        // Silent at the end of a Persian word, where no long vowel stands before: بیله‌سوار.
        case "ه", "ہ", "ھ": return Piece(letter.endsWord && !followsLongVowel(letter) ? "a" : "h")
        default: return simple(letter.current).map { Piece($0) }
        }
    }

    /// Arabic writes ch as تش and v as ف, and has ض for d.
    private static func arab(_ letter: LetterInContext) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "ف": Piece("v")
        case "ض": Piece("d")
        case "ت" where letter.next == 0x634: Piece("ch", consumed: 2)
        default: nil
        }
    }

    private static func followsLongVowel(_ letter: LetterInContext) -> Bool {
        switch Unicode.Scalar(letter.previous) {
        case "ا", "آ", "و", "ي", "ی": true
        default: letter.startsWord
        }
    }

    private static func simple(_ value: UInt32) -> String? {
        switch Unicode.Scalar(value) {
        case "ا", "أ", "إ", "آ", "ٱ", "ى", "ة", "ۀ", "ۃ", "ە": "a"
        case "ب": "b"
        case "پ": "p"
        case "ت", "ط", "ٹ": "t"
        case "ث", "س", "ص": "s"
        case "ج": "j"
        case "چ": "ch"
        case "ح": "h"
        case "خ": "kh"
        case "د", "ڈ": "d"
        case "ذ", "ز", "ض", "ظ": "z"
        case "ر", "ڕ", "ڑ": "r"
        case "ژ": "zh"
        case "ش": "sh"
        case "غ": "gh"
        case "ف": "f"
        case "ق": "q"
        case "ك", "ک": "k"
        case "گ": "g"
        case "ل", "ڵ": "l"
        case "م": "m"
        case "ن", "ں": "n"
        case "ڤ": "v"
        case "و", "ؤ", "ۆ", "ۋ", "ۇ", "ۈ": "u"
        case "ي", "ی", "ئ", "ې", "ێ", "ے": "i"
        case "ع", "ء", "ـ", "\u{200C}": ""
        default: (0x64B...0x670).contains(value) ? "" : nil
        }
    }
}
