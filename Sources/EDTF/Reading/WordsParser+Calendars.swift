extension WordsParser {
    /// Reads a day that is given in both calendars, each with its month: `25 октября (7 ноября) 1917`,
    /// `7 November (25 October O.S.) 1917`, `25 декабря 1917 (7 января 1918)`.
    ///
    /// Which of the two is Julian need not be said: the other has to be its Gregorian day.
    ///
    /// - Throws: `EDTFError.otherDay` when neither is that of the other.
    mutating func dayOfTwoCalendars() throws(EDTFError) -> DatePart? {
        let brackets = signs.indices.filter { [.open, .close].contains(signs[$0].sign) }
        guard brackets.count == 2, signs[brackets[0]].sign == .open,
            signs[brackets[1]].sign == .close
        else { return nil }
        let styles: Set<DateSign> = [.oldStyle, .newStyle]
        let inner = signs[(brackets[0] + 1)..<brackets[1]].filter { !styles.contains($0.sign) }
        let outer = (signs[..<brackets[0]] + signs[(brackets[1] + 1)...])
            .filter { !styles.contains($0.sign) }
        guard inner.contains(where: \.sign.isMonth), outer.contains(where: \.sign.isMonth),
            var first = try written(outer, mayBeDecade: false),
            var second = try written(inner, mayBeDecade: false)
        else { return nil }
        let isYearShared = first.year == nil || second.year == nil
        first.complete(from: second)
        second.complete(from: first)
        first.settle()
        second.settle()
        guard let one = CalendarPair.Day(first), let other = CalendarPair.Day(second) else {
            return nil
        }
        let pair = CalendarPair(one, other, isYearShared: isYearShared)
        guard let day = pair.gregorian else {
            guard let expected = one.gregorianOfJulian else { return nil }
            throw .otherDay(expected.description, column: first.column)
        }
        remark += ", from the Julian calendar"
        var part = DatePart(day)
        part.qualify(first.qualifier.union(second.qualifier))
        return part
    }
}

/// Two days of which one is the Julian name of the other.
private struct CalendarPair {
    /// A day of a calendar that is not said.
    struct Day {
        var year: Int
        var month: Int
        var day: Int

        init?(_ date: WrittenDate) {
            guard let year = date.year, let month = date.month, let day = date.day,
                !date.isDecade, !date.isCentury, date.season == nil, date.third == nil
            else { return nil }
            (self.year, self.month, self.day) = (date.isBCE ? 1 - year : year, month, day)
        }

        /// Its Gregorian name, if it is Julian.
        var gregorianOfJulian: CalendarDay? {
            JulianCalendar.day(year: year, month: month, day: day)
        }

        var asGregorian: CalendarDay? { CalendarDay(year: year, month: month, day: day) }
    }

    private let one: Day
    private let other: Day
    /// Whether the year stands once: then the day of January has it, or that of December.
    private let isYearShared: Bool

    init(_ one: Day, _ other: Day, isYearShared: Bool) {
        (self.one, self.other, self.isYearShared) = (one, other, isYearShared)
    }

    /// The Gregorian day of the two; nil when they do not go together.
    var gregorian: CalendarDay? {
        for (julian, gregorian) in [(one, other), (other, one)] {
            guard let day = gregorian.asGregorian else { continue }
            if julian.gregorianOfJulian == day { return day }
        }
        return isYearShared ? atTurnOfYear : nil
    }

    /// `19 декабря (1 января) 1900`: the year is that of January; the days lie a year apart as read.
    private var atTurnOfYear: CalendarDay? {
        for (julian, gregorian) in [(one, other), (other, one)] {
            var earlier = julian
            earlier.year -= 1
            guard julian.month == 12, gregorian.month == 1, let day = gregorian.asGregorian else {
                continue
            }
            if earlier.gregorianOfJulian == day { return day }
        }
        return nil
    }
}

extension DateSign {
    /// Whether it says a month.
    fileprivate var isMonth: Bool {
        switch self {
        case .month, .roman, .whole, .numbers: true
        default: false
        }
    }
}
