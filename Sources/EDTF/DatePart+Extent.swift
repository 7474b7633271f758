extension DatePart {
    /// The first and last day that the date may mean; nil when its year is wholly unknown (`XXXX`).
    package var extent: ClosedRange<CalendarDay>? {
        year.isUnknown ? nil : anyExtent
    }

    /// Whether some day has these digits.
    var hasAnyDay: Bool { anyExtent != nil }

    /// The first and last day with these digits, an unknown year running from 0 to 9999.
    private var anyExtent: ClosedRange<CalendarDay>? {
        let years = yearRange
        if let season { return Self.months(of: season, in: years) }
        guard let first = firstDay, let last = lastDay, first <= last else {
            return nil
        }
        return first...last
    }

    /// The years that the digits and the sign allow.
    var yearRange: ClosedRange<Int> {
        var lower = year.value
        var upper = year.upper
        if let significantDigits {
            let unit = Self.power(of: 10, max(0, "\(year.value)".count - significantDigits))
            lower = year.value / unit * unit
            upper = lower + unit - 1
        }
        return isNegative ? -upper ... -lower : lower...upper
    }

    /// How far an approximate date may be off, as a rule of this module: one unit of its coarsest
    /// approximate part. A year with open digits counts as one unit of its own length.
    func widened(_ extent: ClosedRange<CalendarDay>) -> ClosedRange<CalendarDay> {
        guard qualifier.contains(.approximate) else { return extent }
        let (first, last) = (extent.lowerBound, extent.upperBound)
        if yearQualifier.contains(.approximate) {
            let unit = yearRange.count
            return first.adding(years: -unit)...last.adding(years: unit)
        }
        if monthQualifier.contains(.approximate) {
            let unit = season == nil ? 1 : 3
            return first.adding(months: -unit)...Self.endOfMonth(last.adding(months: unit))
        }
        return first.previous...last.next
    }

    private var firstDay: CalendarDay? {
        for year in outerYears(fromLast: false) {
            for month in 1...12 where self.month?.matches(month) ?? true {
                for day in 1...CalendarDay.days(inMonth: month, of: year)
                where self.day?.matches(day) ?? true {
                    return CalendarDay(year: year, month: month, day: day)
                }
            }
        }
        return nil
    }

    private var lastDay: CalendarDay? {
        for year in outerYears(fromLast: true) {
            for month in (1...12).reversed() where self.month?.matches(month) ?? true {
                for day in (1...CalendarDay.days(inMonth: month, of: year)).reversed()
                where self.day?.matches(day) ?? true {
                    return CalendarDay(year: year, month: month, day: day)
                }
            }
        }
        return nil
    }

    /// The first nine years that the digits and the sign allow, or the last nine, from the outermost.
    ///
    /// Of nine years that fit, one is a leap year if any is; 29 February needs one.
    private func outerYears(fromLast: Bool) -> [Int] {
        if significantDigits != nil {
            let years = yearRange
            return fromLast ? years.suffix(9).reversed() : Array(years.prefix(9))
        }
        let count = year.fillings
        let ranks = 0..<min(9, count)
        // Before year 0 the greater number is the earlier year.
        let years = ranks.map { year.filled(fromLast == isNegative ? $0 : count - 1 - $0) }
        return isNegative ? years.map { -$0 } : years
    }

    /// The days of a season or other grouping (ISO 8601-2:2019 table 1).
    ///
    /// The standard ties 21...24 to no hemisphere; they are read as the northern ones, spring from
    /// March. A season over the turn of the year belongs to the year that it starts in.
    private static func months(
        of season: Int, in years: ClosedRange<Int>
    ) -> ClosedRange<CalendarDay>? {
        guard let (start, count) = groupings[season],
            let first = CalendarDay(year: years.lowerBound, month: start, day: 1),
            let last = CalendarDay(year: years.upperBound, month: start, day: 1)
        else { return nil }
        return first...endOfMonth(last.adding(months: count - 1))
    }

    /// First month and number of months of each grouping.
    private static let groupings: [Int: (start: Int, count: Int)] = [
        21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),  // seasons
        25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),  // of the northern hemisphere
        29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),  // of the southern hemisphere
        33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),  // quarters
        37: (1, 4), 38: (5, 4), 39: (9, 4),  // quadrimesters
        40: (1, 6), 41: (7, 6),  // semesters
    ]

    private static func endOfMonth(_ day: CalendarDay) -> CalendarDay {
        CalendarDay(
            year: day.year, month: day.month,
            day: CalendarDay.days(inMonth: day.month, of: day.year)) ?? day
    }

    private static func power(of base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}
