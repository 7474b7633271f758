extension CalendarDay {
    /// The day some years later (or earlier), the 29th of February becoming the 28th where it must.
    package func adding(years: Int) -> CalendarDay {
        let target = year + years
        return CalendarDay(
            year: target, month: month, day: min(day, Self.days(inMonth: month, of: target)))
            ?? self
    }

    /// The day some months later (or earlier), kept within the month it falls in.
    package func adding(months: Int) -> CalendarDay {
        let count = year * 12 + (month - 1) + months
        let index = ((count % 12) + 12) % 12
        let target = (count - index) / 12
        let last = Self.days(inMonth: index + 1, of: target)
        return CalendarDay(year: target, month: index + 1, day: min(day, last)) ?? self
    }

    /// The next day.
    package var next: CalendarDay {
        CalendarDay(year: year, month: month, day: day + 1)
            ?? CalendarDay(year: year, month: month + 1, day: 1)
            ?? CalendarDay(year: year + 1, month: 1, day: 1) ?? self
    }

    /// The day before.
    package var previous: CalendarDay {
        if let sameMonth = CalendarDay(year: year, month: month, day: day - 1) { return sameMonth }
        let last = month == 1 ? 31 : Self.days(inMonth: month - 1, of: year)
        return CalendarDay(year: year, month: month - 1, day: last)
            ?? CalendarDay(year: year - 1, month: 12, day: 31) ?? self
    }
}
