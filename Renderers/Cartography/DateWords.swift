internal import EDTF

/// Dates as a map spells them: `25–26 Feb 1992`, `from c. 1987`, `4, 11 and 17 Oct 2020`.
///
/// What it cannot spell it leaves in EDTF, so that no date is ever changed.
struct DateWords {
    let phrases: Phrases

    /// The date in words; "undated" for none.
    func words(_ date: HistoricalDate?) -> String {
        guard let date else { return phrases.undated }
        return words(edtf: date.description)
    }

    /// The words of a canonical EDTF expression.
    func words(edtf text: String) -> String {
        if let list = members(of: text) { return joined(list) ?? text }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { return Moment(text).map(spell) ?? text }
        return interval(from: ends[0], to: ends[1]) ?? text
    }

    /// One date of up to three parts.
    private struct Moment: Equatable {
        var year: String
        var month: Int?
        var day: Int?
        var isApproximate: Bool
        var isUncertain: Bool

        init?(_ text: String) {
            isApproximate = text.contains { $0 == "~" || $0 == "%" }
            isUncertain = text.contains { $0 == "?" || $0 == "%" }
            let plain = String(text.filter { !"~?%".contains($0) })
            let parts = plain.split(separator: "-", omittingEmptySubsequences: true)
            guard !plain.hasPrefix("-"), !plain.contains("X"), !parts.isEmpty, parts.count <= 3,
                parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
            else { return nil }
            year = String(parts[0])
            month = parts.count > 1 ? Int(parts[1]) : nil
            day = parts.count > 2 ? Int(parts[2]) : nil
        }
    }

    private func spell(_ moment: Moment) -> String {
        mark(moment, [day(moment), month(moment), moment.year].compactMap(\.self))
    }

    /// The parts with their doubt.
    private func mark(_ moment: Moment, _ parts: [String]) -> String {
        (moment.isApproximate ? phrases.circa : "") + parts.joined(separator: " ")
            + (moment.isUncertain ? "?" : "")
    }

    private func day(_ moment: Moment) -> String? { moment.day.map { "\($0)" } }

    private func month(_ moment: Moment) -> String? {
        guard let month = moment.month else { return nil }
        if (1...12).contains(month) { return phrases.months[month - 1] }
        return (21...24).contains(month) ? phrases.seasons[month - 21] : "\(month)"
    }

    private func interval(from start: String, to end: String) -> String? {
        let isOpenStart = start.isEmpty || start == ".."
        let isOpenEnd = end.isEmpty || end == ".."
        switch (Moment(start), Moment(end)) {
        case (let first?, let last?): return spell(first, last)
        case (let first?, nil) where isOpenEnd: return phrases.from(spell(first))
        case (nil, let last?) where isOpenStart: return phrases.until(spell(last))
        default: return nil
        }
    }

    /// From one date to another, what they share said once.
    private func spell(_ first: Moment, _ last: Moment) -> String {
        let isPlain = ![first, last].contains { $0.isApproximate || $0.isUncertain }
        guard isPlain, first.year == last.year, let from = month(first), let to = month(last),
            let start = first.day, let end = last.day
        else { return "\(spell(first)) – \(spell(last))" }
        return from == to
            ? "\(start)–\(end) \(from) \(first.year)"
            : "\(start) \(from) – \(end) \(to) \(first.year)"
    }

    /// The members of `{a,b,c}` (all of them) or `[a,b]` (one of them).
    private func members(of text: String) -> [String]? {
        guard let open = text.first, let close = text.last,
            open == "{" && close == "}" || open == "[" && close == "]"
        else { return nil }
        return text.dropFirst().dropLast().split(separator: ",").map(String.init)
    }

    private func joined(_ members: [String]) -> String? {
        let moments = members.compactMap(Moment.init)
        guard moments.count == members.count, let first = moments.first else { return nil }
        let sharesMonth = moments.allSatisfy {
            $0.year == first.year && $0.month == first.month && $0.day != nil && !$0.isApproximate
                && !$0.isUncertain
        }
        guard sharesMonth, let month = month(first) else { return list(moments.map(spell)) }
        return "\(list(moments.compactMap(day))) \(month) \(first.year)"
    }

    private func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(phrases.and) \(last)"
    }
}
