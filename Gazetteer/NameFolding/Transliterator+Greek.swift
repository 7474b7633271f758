/// Greek.
///
/// Source: ELOT 743 (second edition, 2001), which is ISO 843:1997 type 2, transcription, and was adopted as
/// BGN/PCGN 1996; without its accents. αυ, ευ and ηυ are `av`, `ev`, `iv` before a vowel or a voiced
/// consonant and `af`, `ef`, `if` elsewhere; γγ, γξ, γχ are `ng`, `nx`, `nch`; μπ is `b` where a word starts
/// or ends and `mp` within. A diaeresis, or the stress on the first of two vowels, keeps them apart.
enum GreekLetters {
    static func latin(_ letter: LetterInContext) -> Piece? {
        let (first, second) = (
            OtherLetters.greek(letter.current), OtherLetters.greek(letter.next)
        )
        if let digraph = digraph(first, second, letter) { return Piece(digraph, consumed: 2) }
        return simple(first).map { Piece($0) }
    }

    private static func digraph(
        _ first: UInt32, _ second: UInt32, _ letter: LetterInContext
    ) -> String? {
        switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
        case ("γ", "γ"): return "ng"
        case ("γ", "ξ"): return "nx"
        case ("γ", "χ"): return "nch"
        case ("μ", "π"): return letter.startsWord || letter.afterNext < 0x370 ? "b" : nil
        default: break
        }
        guard second == 0x3C5, !isStressed(letter.current), !hasDiaeresis(letter.next) else {
            return nil
        }
        let isVoiced = isVoiced(OtherLetters.greek(letter.afterNext))
        switch Unicode.Scalar(first) {
        case "α": return isVoiced ? "av" : "af"
        case "ε": return isVoiced ? "ev" : "ef"
        case "η": return isVoiced ? "iv" : "if"
        case "ο": return "ou"
        default: return nil
        }
    }

    private static func isVoiced(_ value: UInt32) -> Bool {
        switch Unicode.Scalar(value) {
        case "α", "ε", "η", "ι", "ο", "υ", "ω", "β", "γ", "δ", "ζ", "λ", "μ", "ν", "ρ": true
        default: false
        }
    }

    private static func isStressed(_ value: UInt32) -> Bool {
        [0x3AC, 0x3AD, 0x3AE, 0x3CC].contains(value)
    }

    private static func hasDiaeresis(_ value: UInt32) -> Bool { value == 0x3CB || value == 0x3B0 }

    private static func simple(_ value: UInt32) -> String? {
        switch Unicode.Scalar(value) {
        case "α": "a"
        case "β": "v"
        case "γ": "g"
        case "δ": "d"
        case "ε": "e"
        case "ζ": "z"
        case "η", "ι": "i"
        case "θ": "th"
        case "κ": "k"
        case "λ": "l"
        case "μ": "m"
        case "ν": "n"
        case "ξ": "x"
        case "ο", "ω": "o"
        case "π": "p"
        case "ρ": "r"
        case "σ": "s"
        case "τ": "t"
        case "υ": "y"
        case "φ": "f"
        case "χ": "ch"
        case "ψ": "ps"
        default: nil
        }
    }
}
