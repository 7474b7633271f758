/// One form that places are written in: words and slots in a row.
struct WordPattern {
    /// What the form says of the names in it.
    enum Meaning {
        case near
        case outskirts
        case away
        case between
        case road
        case border
    }

    /// One step of a form.
    enum Element: Hashable {
        case word(String)
        /// A name of one word or more, with the ending that its last word has to have.
        case name(ending: String)
        /// Two names with a dash between them.
        case pair
        case number
        case unit
        case direction
        case comparative
        case road
        case border
    }

    let meaning: Meaning
    let elements: [Element]
    /// The words of the form that stand for themselves: a text without one of them does not fit.
    let words: [String]

    init(_ meaning: Meaning, _ row: Substring) {
        self.meaning = meaning
        elements = row.split(separator: " ").map { Element(String($0)) }
        words = elements.compactMap { element in
            if case .word(let word) = element { word } else { nil }
        }
    }

    /// Longer texts are prose: they are not looked through.
    static let longest = 24

    /// Every form, in the order of the table.
    static let all: [WordPattern] = PatternTable.rows.flatMap { meaning, text in
        text.split { $0 == "|" || $0 == "\n" }.map { WordPattern(meaning, $0) }
    }

    /// The form that a text has, or nil when it is a plain name.
    static func form(of scalars: ArraySlice<Unicode.Scalar>) -> PlaceExpression.Form? {
        guard scalars.contains(where: \.isSpace) else { return nil }
        var words = PlaceWord.words(of: scalars)[...]
        guard words.count <= longest, words.contains(where: { tellingWords.contains($0.small) })
        else { return nil }
        if PatternTable.openingWords.contains(words.first?.small ?? "") {
            words = words.drop { PatternTable.openingWords.contains($0.small) }
            if words.first?.small == "the" { words.removeFirst() }
        }
        while words.count > 1 {
            // First, since `around 10 km …` is not around anything.
            if isAboutCount(words) { words.removeFirst() }
            for pattern in all where pattern.words.allSatisfy({ isAmong(words, $0) }) {
                var match = PatternMatch(words, of: scalars)
                if match.fits(pattern.elements[...], from: words.startIndex),
                    let form = match.form(pattern.meaning)
                {
                    return form
                }
            }
            guard PatternTable.leadingWords.contains(words.removeFirst().small) else { return nil }
        }
        return nil
    }

    private static func isAmong(_ words: ArraySlice<PlaceWord>, _ sought: String) -> Bool {
        words.contains { $0.small == sought }
    }

    /// Whether the words start with one that says that the number after it is about so.
    private static func isAboutCount(_ words: ArraySlice<PlaceWord>) -> Bool {
        guard let first = words.first, let next = words.dropFirst().first else { return false }
        return PatternTable.aboutWords.contains(first.small)
            && LengthWords.count(next.number) != nil
    }

    /// Words that hint at a form: most names have none such, and are done.
    private static let tellingWords: Set<String> =
        Set(all.flatMap(\.words)).subtracting(PatternTable.joiningWords)
        .union(PatternTable.roadWords).union(PatternTable.borderWords)
        .union(CompassWords.all).union(LengthWords.all)
}

extension WordPattern.Element {
    /// Reads a word of the table.
    init(_ text: String) {
        switch text {
        case "XY": self = .pair
        case "N": self = .number
        case "U": self = .unit
        case "D": self = .direction
        case "C": self = .comparative
        case "R": self = .road
        case "B": self = .border
        default:
            if let first = text.first, first == "X" || first == "Y" {
                self = .name(ending: String(text.dropFirst()))
            } else {
                self = .word(text)
            }
        }
    }
}

/// A word of a text, with where it stands.
struct PlaceWord {
    /// The scalars, as indices of the cell.
    let scalars: ArraySlice<Unicode.Scalar>
    /// The word in small letters.
    let small: String

    /// The word as a number: with a point for its decimal comma, without `~`.
    var number: String {
        String(small.drop { $0 == "~" }.map { $0 == "," ? "." : $0 })
    }

    private init(_ scalars: ArraySlice<Unicode.Scalar>) {
        self.scalars = scalars
        small = String(scalars).lowercased()
    }

    /// The words of a text; a unit written on to its number (`10km`) is a word of its own.
    static func words(of scalars: ArraySlice<Unicode.Scalar>) -> [PlaceWord] {
        scalars.split(whereSeparator: \.isSpace).flatMap { word in
            guard let first = word.first, ("0"..."9").contains(first) else {
                return [PlaceWord(word)]
            }
            let digits = word.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
            let unit = word[digits.endIndex...]
            guard !unit.isEmpty, LengthWords.metres(String(unit).lowercased()) != nil
            else { return [PlaceWord(word)] }
            return [PlaceWord(digits), PlaceWord(unit)]
        }
    }
}
