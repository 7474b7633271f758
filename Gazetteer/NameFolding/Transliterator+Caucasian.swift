/// Armenian, Eastern reading.
///
/// Source: BGN/PCGN 1981 System for Armenian, without apostrophes: ու is `u`, և is `ev` (`yev` where a
/// word starts), initial ե is `ye`, initial ո is `vo`. Of the spelling before 1922, եա is `ya`, եօ `yo` and
/// իւ `yu`, by the correspondences of the reform (Council of People's Commissars of Armenia, 4 March 1922).
enum ArmenianLetters {
    static func latin(_ letter: LetterInContext) -> Piece? {
        switch Unicode.Scalar(letter.current) {
        case "ե":
            if letter.next == 0x561 { return Piece("ya", consumed: 2) }  // եա
            if letter.next == 0x585 { return Piece("yo", consumed: 2) }  // եօ
            return Piece(letter.startsWord ? "ye" : "e")
        case "ի" where letter.next == 0x582: return Piece("yu", consumed: 2)  // իւ
        case "և": return Piece(letter.startsWord ? "yev" : "ev")
        case "ո":
            if letter.next == 0x582 { return Piece("u", consumed: 2) }  // ո and ւ
            return Piece(letter.startsWord ? "vo" : "o")
        default: return simple(letter.current).map { Piece($0) }
        }
    }

    private static func simple(_ value: UInt32) -> String? {
        switch Unicode.Scalar(value) {
        case "ա": "a"
        case "բ": "b"
        case "գ": "g"
        case "դ": "d"
        case "զ": "z"
        case "է": "e"
        case "ը": "y"
        case "թ", "տ": "t"
        case "ժ": "zh"
        case "ի": "i"
        case "լ": "l"
        case "խ": "kh"
        case "ծ", "ց": "ts"
        case "կ", "ք": "k"
        case "հ": "h"
        case "ձ": "dz"
        case "ղ": "gh"
        case "ճ", "չ": "ch"
        case "մ": "m"
        case "յ": "y"
        case "ն": "n"
        case "շ": "sh"
        case "պ", "փ": "p"
        case "ջ": "j"
        case "ռ", "ր": "r"
        case "ս": "s"
        case "վ", "ւ": "v"
        case "օ": "o"
        case "ֆ": "f"
        case "՚", "՛", "՜", "՝", "՞", "՟": ""
        default: nil
        }
    }
}

/// Georgian.
///
/// Source: the national system of 2002, which is BGN/PCGN 2009, without apostrophes; the old letters
/// ჱ ჲ ჳ ჴ ჵ by BGN/PCGN 1981.
enum GeorgianLetters {
    static func latin(_ letter: LetterInContext, _ habits: ReadingHabits) -> Piece? {
        let index = Int(letter.current) - 0x10D0
        switch Unicode.Scalar(letter.current) {
        case "ფ" where habits.contains(.pIsF): return Piece("f")
        case "ი" where habits.contains(.withoutNominative) && letter.endsWord && !letter.startsWord:
            return Piece("")
        default: break
        }
        return letters.indices.contains(index) ? Piece(letters[index]) : nil
    }

    /// ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ ჱ ჲ ჳ ჴ ჵ ჶ ჷ ჸ ჹ ჺ, in the
    /// order of the code chart.
    private static let letters = [
        "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s",
        "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h", "ey",
        "y",
        "w", "q", "o", "f", "y", "", "g", "",
    ]
}
