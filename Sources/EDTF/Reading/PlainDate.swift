/// Dates as most tables have them, read without a scanner: `2020-07-12`, `2020-07-12/2020-07-15`,
/// `12 July 2020`, `July 2020`.
///
/// What is given is what the parsers make of the same text, which tests hold it to; nil leaves the
/// text to them. They took 3 to 10 microseconds for what is done here in half of one.
enum PlainDate {
    /// A day, or an interval from one to a later or the same.
    static func edtf(_ text: String) -> HistoricalDate? {
        let bytes = text.utf8
        guard bytes.count == 10 || bytes.count == 21 else { return nil }
        var rest = Substring(text).utf8
        guard let first = day(rest) else { return nil }
        guard bytes.count == 21 else { return HistoricalDate(plain: first, spelled: text) }
        rest.removeFirst(10)
        guard rest.popFirst() == UInt8(ascii: "/"), let last = day(rest), first <= last else {
            return nil
        }
        return HistoricalDate(plain: first, through: last, spelled: text)
    }

    /// The day that a text begins with as `2020-07-12`.
    private static func day(_ bytes: Substring.UTF8View) -> CalendarDay? {
        var bytes = bytes
        guard let year = number(&bytes, digits: 4), bytes.popFirst() == UInt8(ascii: "-"),
            let month = number(&bytes, digits: 2), bytes.popFirst() == UInt8(ascii: "-"),
            let day = number(&bytes, digits: 2), year >= 1000
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// A day or a month of a year of four digits in words whose letters are ASCII.
    static func inWords(_ text: String) -> HistoricalDate? {
        var bytes = Substring(text).utf8
        guard (8...24).contains(bytes.count) else { return nil }
        var day: Int?
        if let first = bytes.first, first.isDigit {
            day = number(&bytes, digits: bytes.dropFirst().first?.isDigit == true ? 2 : 1)
            guard bytes.popFirst() == 0x20 else { return nil }
        }
        guard let month = month(&bytes), bytes.popFirst() == 0x20,
            let year = number(&bytes, digits: 4), bytes.isEmpty, year >= 1000
        else { return nil }
        if let day {
            return CalendarDay(year: year, month: month, day: day).map {
                HistoricalDate(plain: $0, spelled: $0.plainDescription)
            }
        }
        var part = DatePart(year: Digits(year, width: 4))
        part.month = Digits(month, width: 2)
        return HistoricalDate(.date(part))
    }

    /// The month that a word is, in any language of the vocabulary.
    private static func month(_ bytes: inout Substring.UTF8View) -> Int? {
        var word = ""
        while let byte = bytes.first, byte | 0x20 >= UInt8(ascii: "a"),
            byte | 0x20 <= UInt8(ascii: "z")
        {
            word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            bytes.removeFirst()
        }
        guard let signs = DateVocabulary.words[word], signs.count == 1,
            case .month(let month) = signs[0]
        else { return nil }
        return month
    }

    private static func number(_ bytes: inout Substring.UTF8View, digits: Int) -> Int? {
        var number = 0
        for _ in 0..<digits {
            guard let byte = bytes.popFirst(), byte.isDigit else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 0x30 <= 9 }
}

extension CalendarDay {
    /// `YYYY-MM-DD` of a year of four digits.
    fileprivate var plainDescription: String {
        var text = ""
        for digit in [
            year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1, month / 10, month % 10, -1,
            day / 10, day % 10,
        ] {
            text.unicodeScalars.append(
                digit < 0 ? "-" : Unicode.Scalar(0x30 + UInt8(truncatingIfNeeded: digit)))
        }
        return text
    }

    /// The day as a date is made of it.
    fileprivate var plainPart: DatePart {
        var part = DatePart(year: Digits(year, width: 4))
        part.month = Digits(month, width: 2)
        part.day = Digits(day, width: 2)
        return part
    }
}

extension HistoricalDate {
    /// A day of a year of four digits, with its spelling.
    fileprivate init(plain day: CalendarDay, spelled text: String) {
        self.init(.date(day.plainPart), spelled: text, from: day, through: day)
    }

    /// All days from one to another, with their spelling.
    fileprivate init(plain first: CalendarDay, through last: CalendarDay, spelled text: String) {
        self.init(
            .interval(start: .date(first.plainPart), end: .date(last.plainPart)), spelled: text,
            from: first, through: last)
    }
}
