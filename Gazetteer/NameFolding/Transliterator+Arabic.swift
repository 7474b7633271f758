/// Arabic and Persian by what the script writes: consonants and long vowels. Short vowels are not
/// written, so this serves for finding alone, with both sides reduced to consonants.
enum ArabicLetters {
    static func latin(_ letter: LetterInContext) -> Piece? {
        let text: String? =
            switch Unicode.Scalar(letter.current) {
            case "ا", "أ", "إ", "آ", "ٱ", "ى": "a"
            case "ب": "b"
            case "پ": "p"
            case "ت", "ط": "t"
            case "ث", "س", "ص": "s"
            case "ج": "j"
            case "چ": "ch"
            case "ح", "ه", "ة", "ۀ", "ە", "ھ": "h"
            case "خ": "kh"
            case "د": "d"
            case "ذ", "ز", "ض", "ظ": "z"
            case "ر": "r"
            case "ژ": "zh"
            case "ش": "sh"
            case "غ": "gh"
            case "ف": "f"
            case "ق": "q"
            case "ك", "ک": "k"
            case "گ": "g"
            case "ل": "l"
            case "م": "m"
            case "ن": "n"
            case "و", "ؤ", "ۆ", "ۋ": "u"
            case "ي", "ی", "ئ", "ې", "ێ": "i"
            case "ع", "ء", "ـ", "\u{200C}": ""
            default: (0x64B...0x670).contains(letter.current) ? "" : nil
            }
        return text.map { Piece($0) }
    }
}
