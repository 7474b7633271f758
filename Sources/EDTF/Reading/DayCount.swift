/// Counts days from one to the next, so that calendars can be changed.
///
/// Source: E. G. Richards, "Calendars", in S. E. Urban and P. K. Seidelmann (eds), Explanatory
/// Supplement to the Astronomical Almanac, 3rd ed. (2013), section 15.11.3, algorithms 3 and 4 with
/// the parameters of its table 15.14.
enum DayCount {
    // y, j, m, n, r, p, v, u, s, w, B and C of the table.
    private static let (years, days, marchShift, months) = (4_716, 1_401, 2, 12)
    private static let (leap, cycle, cycleShift) = (4, 1_461, 3)
    private static let (groups, groupDays, groupShift) = (5, 153, 2)
    private static let (centuryShift, dayShift, offset) = (184, 274_277, -38)

    /// The Julian day number that starts at noon of a day of the Gregorian calendar; a multiple of
    /// seven is a Monday.
    static func gregorian(_ day: CalendarDay) -> Int {
        let (count, g) = count(year: day.year, month: day.month, day: day.day)
        return count - floor(floor(g + centuryShift, 100) * 3, 4) - offset
    }

    /// The day of the week of a Gregorian day, Monday 0.
    static func weekday(_ day: CalendarDay) -> Int {
        let count = gregorian(day)
        return count - floor(count, 7) * 7
    }

    /// The Julian day number of a day of the Julian calendar, whose year is astronomical.
    static func julian(year: Int, month: Int, day: Int) -> Int {
        count(year: year, month: month, day: day).count
    }

    private static func count(year: Int, month: Int, day: Int) -> (count: Int, g: Int) {
        let h = month - marchShift
        let g = year + years - floor(months - h, months)
        let f = (h - 1 + months) % months
        let e = floor(cycle * g, leap) + day - 1 - days
        return (e + floor(groupDays * f + groupShift, groups), g)
    }

    /// The Gregorian day of a Julian day number.
    static func day(_ count: Int) -> CalendarDay? {
        let f = count + days + floor(floor(4 * count + dayShift, 146_097) * 3, 4) + offset
        let e = leap * f + cycleShift
        let g = floor(e - floor(e, cycle) * cycle, leap)
        let h = groups * g + groupShift
        let month = (floor(h, groupDays) + marchShift) % months + 1
        let year = floor(e, cycle) - years + floor(months + marchShift - month, months)
        return CalendarDay(
            year: year, month: month, day: floor(h - floor(h, groupDays) * groupDays, groups) + 1)
    }

    /// The quotient rounded down.
    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }
}

/// The calendar of before 1582 and, in Russia, of before 1918.
enum JulianCalendar {
    /// The Gregorian day of a Julian one; nil when there is no such day.
    static func day(year: Int, month: Int, day: Int) -> CalendarDay? {
        guard (1...12).contains(month), (1...days(inMonth: month, of: year)).contains(day) else {
            return nil
        }
        return DayCount.day(DayCount.julian(year: year, month: month, day: day))
    }

    /// How many days a month has; every fourth year is a leap year.
    static func days(inMonth month: Int, of year: Int) -> Int {
        month == 2
            ? year.isMultiple(of: 4) ? 29 : 28 : CalendarDay.days(inMonth: month, of: year)
    }
}

extension WrittenDate {
    /// What it means as a date of the Julian calendar, in the Gregorian one.
    ///
    /// A month or a year is one of the days from its first to its last.
    func julianMeaning() throws(EDTFError) -> DateMeaning? {
        guard let written = year, short == nil else { return nil }
        guard !isDecade, !isCentury, season == nil, third == nil else {
            throw .noJulianDate(column: column)
        }
        let year = isBCE ? 1 - written : written
        guard let month else {
            return try span(from: (year, 1, 1), through: (year, 12, 31))
        }
        guard (1...12).contains(month) else { throw .noSuchMonth(month, column: column) }
        let length = JulianCalendar.days(inMonth: month, of: year)
        guard let day else {
            return try span(from: (year, month, 1), through: (year, month, length))
        }
        let meaning = try span(from: (year, month, day), through: (year, month, day))
        let found = meaning.part.extent?.lowerBound
        if let newDay, newDay != found?.day {
            throw .otherDay(found?.description ?? "", column: column)
        }
        if let weekday, let found, weekday != DayCount.weekday(found) {
            throw .otherWeekday(found.description, column: column)
        }
        return meaning
    }

    private typealias Day = (year: Int, month: Int, day: Int)

    private func span(from first: Day, through last: Day) throws(EDTFError) -> DateMeaning {
        var parts: [DatePart] = []
        for day in [first, last] {
            guard
                let found = JulianCalendar.day(year: day.year, month: day.month, day: day.day)
            else {
                throw .noSuchDay(year: day.year, month: day.month, day: day.day, column: column)
            }
            var part = DatePart(found)
            part.qualify(qualifier)
            parts.append(part)
        }
        if parts[0] == parts[1] { return DateMeaning(part: parts[0]) }
        return DateMeaning(part: parts[0], choices: [.range(from: parts[0], through: parts[1])])
    }
}
