internal import EDTF
internal import TabularText

/// Makes periods of what sources say of time.
enum Periods {
    /// A period in EDTF or in words that `DateReading` knows; nil for words that say there is none.
    static func period(_ text: String) throws(RecordFault) -> HistoricalDate? {
        do throws(EDTFError) {
            return try DateReading.read(text).date
        } catch {
            throw RecordFault(
                code: "bad-period", problem: "\(error) in the period \"\(text.shortened)\"",
                remedy: "write EDTF, such as 1930/1991 or 1991/..")
        }
    }

    /// A period from its two ends, either of which may be empty; nil when both are.
    ///
    /// An end that is itself an interval gives its outer bound.
    static func period(from start: String, to end: String) throws(RecordFault) -> HistoricalDate? {
        guard !start.isEmpty || !end.isEmpty else { return nil }
        let first = start.isEmpty ? ".." : try bound(start, isEnd: false)
        let last = end.isEmpty || isPresent(end) ? ".." : try bound(end, isEnd: true)
        guard first != ".." || last != ".." else { return nil }
        return try period(first == last ? first : "\(first)/\(last)")
    }

    private static func isPresent(_ text: String) -> Bool {
        ["today", "now", "present"].contains(text.lowercased())
    }

    /// One end as EDTF.
    private static func bound(_ text: String, isEnd: Bool) throws(RecordFault) -> String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let part = String(parts.count == 2 ? (isEnd ? parts[1] : parts[0]) : Substring(text))
        return part == ".." ? part : try period(padded(part))?.description ?? ".."
    }

    /// A year before 1000 or before our era in the four digits that EDTF wants; `19240131` with hyphens.
    static func padded(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let body = isNegative ? text.dropFirst() : Substring(text)
        let digits = body.prefix { ("0"..."9").contains($0) }
        if digits.count == 8, digits.count == body.count {
            let (year, rest) = (digits.prefix(4), digits.dropFirst(4))
            return "\(year)-\(rest.prefix(2))-\(rest.suffix(2))"
        }
        guard (1...3).contains(digits.count), isTail(body.dropFirst(digits.count)) else {
            return text
        }
        return (isNegative ? "-" : "") + String(repeating: "0", count: 4 - digits.count) + body
    }

    /// Whether a text may follow the digits of a year.
    private static func isTail(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        return first == "-" || (text.count == 1 && "~?%".contains(first))
    }
}
