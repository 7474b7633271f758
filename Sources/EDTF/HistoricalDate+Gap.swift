extension HistoricalDate {
    /// How far two dates lie apart, in days of a calendar of 31-day months; 0 where they may share one.
    ///
    /// For telling which of several is the nearest, not for telling people.
    package func gap(to other: HistoricalDate) -> Int {
        if let start = earliest, let end = other.latest, end < start {
            return start.ordinal - end.ordinal
        }
        if let end = latest, let start = other.earliest, end < start {
            return start.ordinal - end.ordinal
        }
        return 0
    }
}

extension CalendarDay {
    /// The number of the day in a calendar of 31-day months: it grows with the day.
    package var ordinal: Int { (year * 12 + month) * 31 + day }
}
