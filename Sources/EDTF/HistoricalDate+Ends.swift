extension HistoricalDate {
    /// The first and the last day, month or year of the date, no closer than it is written: `1992`,
    /// `1992-02` or `1992-02-25`, as XML Schema's `gYear`, `gYearMonth` and `date` spell them.
    ///
    /// Nil where an end is open or unknown, and outside the years 1 to 9999, which versions of XML Schema
    /// count in two ways. Doubt and open digits are left out: `199X` runs from `1990` to `1999`.
    package var reducedEnds: (first: String?, last: String?) {
        let ends = form.ends
        return (
            earliest.flatMap { day in
                ends.compactMap(\.first.part).first { $0.extent?.lowerBound == day }?.reduced(day)
            },
            latest.flatMap { day in
                ends.compactMap(\.last.part).first { $0.extent?.upperBound == day }?.reduced(day)
            }
        )
    }
}

extension DatePart {
    /// A day of the date, as closely as the date is written.
    fileprivate func reduced(_ day: CalendarDay) -> String? {
        guard (1...9999).contains(day.year) else { return nil }
        if let written = self.day, !written.isUnknown { return day.description }
        let hasMonth = season != nil || !(month?.isUnknown ?? true)
        return String(day.description.prefix(hasMonth ? 7 : 4))
    }
}
