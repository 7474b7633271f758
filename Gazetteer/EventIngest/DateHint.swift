internal import EDTF

/// Guesses what a text that is no EDTF date may mean, to offer it and never to take it.
enum DateHint {
    /// Spellings that would be read, the likeliest first; empty when nothing comes to mind.
    static func suggestions(for text: String) -> [String] {
        let words = pieces(text.lowercased())
        let about =
            words.contains { ["c", "ca", "circa", "about", "approx"].contains($0) } ? "~" : ""
        let rest = words.filter { !["c", "ca", "circa", "about", "approx", "year"].contains($0) }
        return spellings(rest).map { $0 + about }.filter { (try? HistoricalDate(edtf: $0)) != nil }
    }

    private static func spellings(_ words: [String]) -> [String] {
        let numbers = words.map { Int($0) }
        if words.count == 3, let first = numbers[0], let third = numbers[2] {
            guard let second = numbers[1] else {
                guard let month = month(words[1]) else { return [] }
                return words[0].count == 4
                    ? [date(first, month, third)] : [date(third, month, first)]
            }
            if words[0].count == 4 { return [date(first, second, third)] }
            guard words[2].count == 4 else { return [] }
            return first == second
                ? [date(third, second, first)]
                : [date(third, second, first), date(third, first, second)]
        }
        if words.count == 3, let month = month(words[0]), let day = numbers[1],
            let year = numbers[2]
        {
            return [date(year, month, day)]
        }
        if words.count == 2 { return pair(words, numbers) }
        if words.count == 1, words[0].count == 5, words[0].hasSuffix("0s") {
            return ["\(words[0].prefix(3))X"]
        }
        return words.count == 1 ? [words[0]] : []
    }

    private static func pair(_ words: [String], _ numbers: [Int?]) -> [String] {
        if let month = month(words[0]), let year = numbers[1] { return [date(year, month, nil)] }
        guard let first = numbers[0], let second = numbers[1] else { return [] }
        if words[0].count == 4, words[1].count == 4 { return ["\(words[0])/\(words[1])"] }
        if words[1].count == 4 { return [date(second, first, nil)] }
        return words[0].count == 4 ? [date(first, second, nil)] : []
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int?) -> String {
        let parts = [CalendarDay.padded(year, to: 4), CalendarDay.padded(month, to: 2)]
        return (parts + (day.map { [CalendarDay.padded($0, to: 2)] } ?? [])).joined(separator: "-")
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    /// Runs of letters and digits of a short text.
    private static func pieces(_ text: String) -> [String] {
        guard text.utf8.count <= 40 else { return [] }
        return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
}
