/// A piece of a date in words: a number, a word or a mark.
struct DateToken: Hashable {
    enum Kind: Hashable {
        case number(Int, width: Int)
        /// A folded word.
        case word(String)
        /// A folded word that hangs on a number: `th` of `12th`, `ci` of `1992-ci`.
        case ending(String)
        case mark(Unicode.Scalar)
    }

    let kind: Kind
    /// Where it starts, in Unicode scalars from 1.
    let column: Int
    /// Whether a space stands before it.
    let followsSpace: Bool
}

/// Splits a date in words into its pieces.
enum DateTokens {
    /// The pieces; nil when the text is longer than `limit` scalars or has a number too long for a date.
    static func split(_ text: String, limit: Int) -> [DateToken]? {
        let scalars = Array(text.unicodeScalars.prefix(limit + 1))
        guard scalars.count <= limit else { return nil }
        var tokens: [DateToken] = []
        var position = 0
        var followsSpace = false
        while position < scalars.count {
            let start = position
            let scalar = scalars[position]
            let kind: DateToken.Kind
            if scalar.properties.isWhitespace {
                followsSpace = true
                position += 1
                continue
            } else if DateScanner.isDigit(scalar) {
                let digits = run(scalars, from: &position, while: DateScanner.isDigit)
                guard let value = Int(digits), digits.utf8.count <= 7 else { return nil }
                kind = .number(value, width: digits.utf8.count)
            } else if isLetter(scalar) {
                kind = .word(fold(run(scalars, from: &position, while: isLetter)))
            } else {
                position += 1
                kind = .mark(plain(scalar))
            }
            tokens.append(DateToken(kind: kind, column: start + 1, followsSpace: followsSpace))
            followsSpace = false
            if let ending = ending(of: kind, scalars, from: &position) { tokens.append(ending) }
        }
        return tokens
    }

    /// The letters that hang on a number, or on a word by an apostrophe: `12th`, `Mayıs'ta`.
    ///
    /// Only the endings known are taken, for in `12-July-2020` the hyphen joins no ending.
    private static func ending(
        of kind: DateToken.Kind, _ scalars: [Unicode.Scalar], from position: inout Int
    ) -> DateToken? {
        var joins = "'’"
        if case .mark = kind { return nil }
        if case .number = kind { joins = "-'’‑" }
        // The case of թ., the year, hangs on its hyphen.
        if kind == .word("թ") { joins += "-‑" }
        var end = position
        let isJoined = end < scalars.count && joins.unicodeScalars.contains(scalars[end])
        if isJoined { end += 1 }
        let start = end
        let word = fold(run(scalars, from: &end, while: isLetter))
        // `1990a` is a mark of bibliographers and no ending.
        let isEnding = isJoined || word.utf8.count > 1 || word == "s"
        guard isEnding, DateVocabulary.endings[word] != nil else { return nil }
        position = end
        return DateToken(kind: .ending(word), column: start + 1, followsSpace: false)
    }

    private static func run(
        _ scalars: [Unicode.Scalar], from position: inout Int,
        while belongs: (Unicode.Scalar) -> Bool
    ) -> String {
        let start = position
        while position < scalars.count, belongs(scalars[position]) { position += 1 }
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    /// One scalar for the marks that mean the same.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "–", "—", "‒", "−", "‐", "‑": "–"
        case "\u{2024}", "։": "."
        case "՞": "?"
        default: scalar
        }
    }

    /// Lower case, with the letters made one that a keyboard or a locale makes two: dotted and
    /// dotless i, `ё` and `е`, `եւ` and `և`.
    static func fold(_ word: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "ı": folded.append("i")
            case "\u{0307}": continue
            case "ё": folded.append("е")
            default: folded.append(scalar)
            }
        }
        return String(folded).replacing("եւ", with: "և")
    }
}
