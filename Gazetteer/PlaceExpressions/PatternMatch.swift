/// Fits the words of a text to the elements of a form, step by step.
struct PatternMatch {
    let words: ArraySlice<PlaceWord>
    /// The text that the words are of.
    let text: ArraySlice<Unicode.Scalar>
    private var names: [ArraySlice<Unicode.Scalar>] = []
    private var count: (value: Double, slack: Double)?
    private var metresPerUnit = 1.0
    private var bearing: Bearing?

    init(_ words: ArraySlice<PlaceWord>, of text: ArraySlice<Unicode.Scalar>) {
        self.words = words
        self.text = text
    }

    /// Whether the words from an index on fit the elements, all of both.
    ///
    /// - Complexity: a form has at most two names, so O(*n*²) in the number of words.
    mutating func fits(
        _ elements: ArraySlice<WordPattern.Element>, from index: Int
    ) -> Bool {
        guard let element = elements.first else { return index == words.endIndex }
        let rest = elements.dropFirst()
        guard words.endIndex - index >= elements.count else { return false }
        let word = words[index]
        switch element {
        case .word(let text): return word.small == text && fits(rest, from: index + 1)
        case .road:
            return PatternTable.roadWords.contains(word.small) && fits(rest, from: index + 1)
        case .border:
            return PatternTable.borderWords.contains(word.small) && fits(rest, from: index + 1)
        case .unit:
            guard let metres = LengthWords.metres(word.small) else { return false }
            metresPerUnit = metres
            return fits(rest, from: index + 1)
        case .number:
            guard let count = LengthWords.count(word.number) else { return false }
            self.count = count
            return fits(rest, from: index + 1)
        case .comparative:
            guard let bearing = CompassWords.comparative(word.small) else { return false }
            self.bearing = bearing
            return fits(rest, from: index + 1)
        case .direction: return fitsDirection(rest, from: index)
        case .name(let ending): return fitsName(ending, rest, from: index)
        case .pair: return fitsPair(rest, from: index)
        }
    }

    /// A direction is one word, or two: `north east`.
    private mutating func fitsDirection(
        _ rest: ArraySlice<WordPattern.Element>, from index: Int
    ) -> Bool {
        for length in [2, 1] where index + length <= words.endIndex {
            let text = words[index..<index + length].map(\.small).joined(separator: "-")
            guard let bearing = CompassWords.bearing(text) else { continue }
            self.bearing = bearing
            if fits(rest, from: index + length) { return true }
        }
        return false
    }

    private mutating func fitsName(
        _ ending: String, _ rest: ArraySlice<WordPattern.Element>, from index: Int
    ) -> Bool {
        let known = names
        for end in index + 1..<words.endIndex + 1 {
            guard let name = name(index..<end, ending: ending) else { continue }
            names = known + [name]
            if fits(rest, from: end) { return true }
        }
        names = known
        return false
    }

    /// The scalars of some words, without the ending that the last must have.
    private func name(_ range: Range<Int>, ending: String) -> ArraySlice<Unicode.Scalar>? {
        guard let first = words[range].first, let last = words[range].last else { return nil }
        var scalars = text[first.scalars.startIndex..<last.scalars.endIndex]
        guard let cut = Self.endings[ending] else { return scalars }
        guard
            let found = cut.first(where: { cut in
                last.small.hasSuffix(cut)
                    && last.scalars.count > cut.unicodeScalars.count
            })
        else { return nil }
        scalars.removeLast(found.unicodeScalars.count)
        return scalars
    }

    /// The Azerbaijani ablative; the Armenian one and the genitive.
    private static let endings = ["dan": ["dan", "dən"], "ից": ["ից"], "ի": ["ի"]]

    /// Two names with a dash: one that stands alone between spaces, else the only one there is.
    private mutating func fitsPair(
        _ rest: ArraySlice<WordPattern.Element>, from index: Int
    ) -> Bool {
        let known = names
        for end in index + 1..<words.endIndex + 1 {
            guard let text = name(index..<end, ending: ""), let pair = Self.pair(text) else {
                continue
            }
            names = known + pair
            if fits(rest, from: end) { return true }
        }
        names = known
        return false
    }

    private static func pair(_ text: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>]? {
        let dashes = text.indices.filter {
            "-\u{2010}\u{2013}\u{2014}".unicodeScalars.contains(text[$0])
        }
        let lone = dashes.filter { index in
            index > text.startIndex && index + 1 < text.endIndex
                && text[index - 1].properties.isWhitespace
                && text[index + 1].properties.isWhitespace
        }
        let long = dashes.filter { text[$0] != "-" }
        guard let dash = [lone, long, dashes].first(where: { $0.count == 1 })?.first else {
            return nil
        }
        let sides = [text[..<dash].trimmed, text[(dash + 1)...].trimmed]
        return sides.contains(where: \.isEmpty) ? nil : sides
    }
}

extension PatternMatch {
    /// The expression's form, or nil when a name of it is empty or a distance beyond reach.
    func form(_ meaning: WordPattern.Meaning) -> PlaceExpression.Form? {
        // The containers after the last name are those of all.
        let shared = names.last.map { WrittenName($0).containers } ?? []
        let written = names.enumerated().map { index, scalars in
            let name = WrittenName(scalars)
            return index < names.count - 1 && name.containers.isEmpty && !name.isID
                ? WrittenName(scalars, containers: shared) : name
        }
        guard let first = written.first, let last = written.last,
            written.allSatisfy({ !$0.text.isEmpty })
        else { return nil }
        switch meaning {
        case .near: return .near(first)
        case .outskirts: return .outskirts(first)
        case .away: return offset.map { .away($0, from: first) }
        case .between: return .between(first, last)
        case .road: return .road(first, last)
        case .border: return .border(first, last)
        }
    }

    /// Longer ways, in metres, are no way from a place.
    private static let farthest = 1_000_000.0

    private var offset: Offset? {
        let distance = count.map { $0.value * metresPerUnit }
        guard distance ?? 0 <= Self.farthest else { return nil }
        return Offset(
            distanceInMetres: distance,
            distanceSlackInMetres: (count?.slack ?? 0) * metresPerUnit, bearing: bearing)
    }
}
