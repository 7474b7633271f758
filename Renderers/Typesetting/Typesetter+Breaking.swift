extension Typesetter {
    /// Breaks a text at spaces into lines of about the same width, for labels and legends.
    ///
    /// As few lines as fit `maxWidth`, at most `maxLines`; of the ways to break into so many, the one
    /// whose widest line is narrowest. No text is left out: a word wider than `maxWidth`, or more
    /// words than the lines hold, makes wider lines. A line never begins with a word of signs alone
    /// (`/`, `–`, `→`), nor ends with an opening bracket. All lines take the direction of the whole
    /// text.
    ///
    /// Words are measured apart, so kerning across a space is not counted.
    ///
    /// - Parameters:
    ///   - text: The text; runs of spaces count as one, a no-break space holds words together.
    ///   - style: How it is set.
    ///   - maxWidth: The width to keep to, in 1/64 pixel.
    ///   - maxLines: The most lines, at least one.
    /// - Returns: One line or more; an empty text is one empty line.
    /// - Complexity: O(*w*² *n*) for *w* words in *n* lines, and a shaping of each word.
    public func lines(
        breaking text: String, style: TextStyle, maxWidth: Int32, maxLines: Int
    ) -> [TextLine] {
        precondition(maxLines > 0, "a text needs a line")
        let whole = line(text, style: style)
        let words = Self.words(of: text)
        guard whole.width > maxWidth, words.count > 1, maxLines > 1 else { return [whole] }
        let direction: ParagraphDirection = whole.isRightToLeft ? .rightToLeft : .leftToRight
        func width(_ text: String) -> Int {
            Int(line(text, style: style, direction: direction).width)
        }
        let breaker = LineBreaker(
            widths: words.map(width), space: width(" ") + 2 * Int(style.letterSpacing))
        return breaker.lines(maxWidth: Int(maxWidth), maxLines: maxLines).map { range in
            line(words[range].joined(separator: " "), style: style, direction: direction)
        }
    }

    /// What a line break may stand between: words at spaces, with signs kept to their word.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        for word in text.split(whereSeparator: \.isBreakingSpace).map(String.init) {
            if let last = words.last, word.isClosing || last.last?.isOpening == true {
                words[words.count - 1] = last + " " + word
            } else {
                words.append(word)
            }
        }
        return words
    }
}

/// Finds the breaks that make lines even, by dynamic programming over the widths of words.
struct LineBreaker {
    /// Where each word would begin if all stood on one line and, last, where one more would.
    private let starts: [Int]
    private let space: Int
    private var wordCount: Int { starts.count - 1 }

    /// Takes the widths of the words and of a space between them, in 1/64 pixel.
    init(widths: [Int], space: Int) {
        starts = widths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1 + space) }
        self.space = space
    }

    /// A way to set the first words: its cost and where its last line begins.
    private struct Way {
        var widest: Int
        /// The sum of the squares of all widths: the least where lines are most even.
        var unevenness: Int
        var start: Int

        func isBetter(than other: Way) -> Bool {
            (widest, unevenness, start) < (other.widest, other.unevenness, other.start)
        }
    }

    /// The words of each line.
    func lines(maxWidth: Int, maxLines: Int) -> [Range<Int>] {
        // ways[l][w]: the best way to set the first w words in l + 1 lines.
        var ways = [firstLines()]
        while ways.count < min(maxLines, wordCount),
            let last = ways[ways.count - 1][wordCount], last.widest > maxWidth
        {
            ways.append(
                ways[ways.count - 1].indices.map { way(to: $0, after: ways[ways.count - 1]) })
        }
        return ranges(of: ways)
    }

    private func firstLines() -> [Way?] {
        [nil]
            + (1...wordCount).map { end in
                let width = self.width(of: 0..<end)
                return Way(widest: width, unevenness: width * width, start: 0)
            }
    }

    /// The best way to set the first `end` words with one line more than `shorter` has.
    private func way(to end: Int, after shorter: [Way?]) -> Way? {
        var best: Way?
        for start in 0..<end {
            guard let before = shorter[start] else { continue }
            let width = self.width(of: start..<end)
            let way = Way(
                widest: max(before.widest, width),
                unevenness: before.unevenness + width * width, start: start)
            if best.map({ way.isBetter(than: $0) }) ?? true { best = way }
        }
        return best
    }

    private func ranges(of ways: [[Way?]]) -> [Range<Int>] {
        var end = wordCount
        var ranges: [Range<Int>] = []
        for line in ways.reversed() {
            let start = line[end]?.start ?? 0
            ranges.append(start..<end)
            end = start
        }
        return ranges.reversed()
    }

    private func width(of range: Range<Int>) -> Int {
        starts[range.upperBound] - starts[range.lowerBound] - space
    }
}

extension Character {
    fileprivate var isBreakingSpace: Bool {
        isWhitespace && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}"
    }

    fileprivate var isOpening: Bool {
        unicodeScalars.first?.properties.generalCategory == .openPunctuation
    }
}

extension String {
    /// Whether the word is of signs alone that belong to the word before.
    fileprivate var isClosing: Bool {
        allSatisfy { !$0.isLetter && !$0.isNumber } && last?.isOpening == false
    }
}
