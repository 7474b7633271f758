/// Dates made of numbers with one mark between them.
enum NumberPattern {
    /// How many tokens from a position are one date in numbers, and its meaning.
    ///
    ///     12.07.2020   12/07/2020   12-VII-2020   2020/7/12   07.2020   2020.07   12-Jul-2020
    static func match(_ tokens: [DateToken], at position: Int) -> (count: Int, sign: DateSign)? {
        return three(tokens, at: position) ?? two(tokens, at: position)
            ?? twoCalendars(tokens, at: position)
    }

    private static func three(
        _ tokens: [DateToken], at position: Int
    ) -> (count: Int, sign: DateSign)? {
        guard let mark = separator(tokens, position + 1), separator(tokens, position + 3) == mark,
            let first = number(tokens, position), let last = number(tokens, position + 4)
        else { return nil }
        if let month = month(tokens, position + 2) {
            guard first.width <= 2, last.width == 4 else { return nil }
            return (5, .whole(year: last.value, month: month, day: first.value))
        }
        guard let second = number(tokens, position + 2), second.width <= 2 else { return nil }
        if first.width == 4, last.width <= 2 {
            return (5, .whole(year: first.value, month: second.value, day: last.value))
        }
        guard first.width <= 2, last.width == 4 || last.width == 2 else { return nil }
        return last.width == 4
            ? (5, .numbers(first.value, second.value, year: last.value))
            : (5, .shortYear(last.value))
    }

    private static func two(
        _ tokens: [DateToken], at position: Int
    ) -> (count: Int, sign: DateSign)? {
        guard let mark = separator(tokens, position + 1), let first = number(tokens, position)
        else { return nil }
        if let month = roman(tokens, position), number(tokens, position + 2)?.width == 4 {
            return (3, .whole(year: first.value, month: month, day: nil))
        }
        guard let second = number(tokens, position + 2) else { return nil }
        if first.width <= 2, second.width == 4, first.value <= 12 {
            return (3, .whole(year: second.value, month: first.value, day: nil))
        }
        if mark == ".", first.width == 4, second.width <= 2 {
            return (3, .whole(year: first.value, month: second.value, day: nil))
        }
        let isBeforeDash = isMark(tokens, position + 3, of: "-–")
        guard mark == ".", first.width <= 2, second.width == 2, isBeforeDash else { return nil }
        return (3, .pair(first.value, second.value))
    }

    /// `7 (20)`: a day of the old calendar with that of the new one.
    private static func twoCalendars(
        _ tokens: [DateToken], at position: Int
    ) -> (count: Int, sign: DateSign)? {
        guard let old = number(tokens, position), let new = number(tokens, position + 2),
            old.width <= 2, new.width <= 2, isMark(tokens, position + 1, of: "("),
            isMark(tokens, position + 3, of: ")")
        else { return nil }
        return (4, .twoCalendars(old: old.value, new: new.value))
    }

    // MARK: Tokens

    private static func number(_ tokens: [DateToken], _ index: Int) -> (value: Int, width: Int)? {
        guard tokens.indices.contains(index),
            case .number(let value, let width) = tokens[index].kind
        else { return nil }
        return (value, width)
    }

    private static func isMark(_ tokens: [DateToken], _ index: Int, of marks: String) -> Bool {
        guard tokens.indices.contains(index), case .mark(let mark) = tokens[index].kind else {
            return false
        }
        return marks.unicodeScalars.contains(mark)
    }

    /// The mark between two numbers, with no space beside it (or one after a full stop).
    private static func separator(_ tokens: [DateToken], _ index: Int) -> Unicode.Scalar? {
        guard index + 1 < tokens.count, !tokens[index].followsSpace,
            case .mark(let mark) = tokens[index].kind, "./-".unicodeScalars.contains(mark),
            mark == "." || !tokens[index + 1].followsSpace
        else { return nil }
        return mark
    }

    /// A month as a word or a Roman number.
    private static func month(_ tokens: [DateToken], _ index: Int) -> Int? {
        guard tokens.indices.contains(index), case .word(let word) = tokens[index].kind else {
            return nil
        }
        if case .month(let month)? = DateVocabulary.words[word]?.first { return month }
        return roman(tokens, index)
    }

    private static func roman(_ tokens: [DateToken], _ index: Int) -> Int? {
        guard tokens.indices.contains(index), case .word(let word) = tokens[index].kind,
            let value = DateVocabulary.romans[word], value <= 12
        else { return nil }
        return value
    }
}

/// The time of day that stands after a date, which is dropped.
enum ClockTime {
    /// How many tokens from a position are a time: `14:30`, `2:30:00 pm`, `00:00:00.000 +04:00`.
    static func match(_ tokens: [DateToken], at position: Int) -> Int? {
        guard position > 0, isNumber(tokens, position, upTo: 24) else { return nil }
        var end = position + 1
        var fields = 1
        while fields < 3, isMark(tokens, end, ":"), isNumber(tokens, end + 1, upTo: 60) {
            end += 2
            fields += 1
        }
        guard fields > 1 else { return nil }
        if fields == 3, isMark(tokens, end, "."), isNumber(tokens, end + 1, upTo: .max) { end += 2 }
        if end < tokens.count {
            let isZone =
                switch tokens[end].kind {
                case .word(let word), .ending(let word): ["am", "pm", "z", "utc"].contains(word)
                default: false
                }
            if isZone { return end + 1 - position }
        }
        if isMark(tokens, end, "+"), isNumber(tokens, end + 1, upTo: 1400) {
            end += 2
            if isMark(tokens, end, ":"), isNumber(tokens, end + 1, upTo: 59) { end += 2 }
        }
        return end - position
    }

    private static func isNumber(_ tokens: [DateToken], _ index: Int, upTo limit: Int) -> Bool {
        guard index < tokens.count, case .number(let value, _) = tokens[index].kind else {
            return false
        }
        return value <= limit
    }

    private static func isMark(
        _ tokens: [DateToken], _ index: Int, _ mark: Unicode.Scalar
    ) -> Bool {
        index < tokens.count && tokens[index].kind == .mark(mark)
    }
}
