internal import EDTF
internal import GeoModel

/// When events happened: how many in each stretch of time, surely or perhaps.
struct Timeline: Hashable, Sendable {
    /// How long a stretch is.
    enum Unit: Hashable, Sendable {
        case day
        case month
        /// So many years, from a year that is a multiple of them.
        case years(Int)
    }

    /// A stretch of time.
    struct Bin: Hashable, Sendable {
        var date: HistoricalDate
        /// How many events surely fell into it, or went on in it.
        var certain = 0
        /// How many may have: their dates are not known so closely.
        var possible = 0

        var count: Int { certain + possible }
    }

    let unit: Unit
    private(set) var bins: [Bin]
    /// How many events have no date.
    let undatedCount: Int

    /// More stretches than these are too thin to be seen in a column of a legend.
    static let mostBins = 72
    /// Fewer events are told one by one.
    static let leastEvents = 5

    /// The most events of one stretch.
    var greatestCount: Int { bins.map(\.count).max() ?? 0 }

    /// Counts each event once, in the finest stretches of which not too many lie between the first day
    /// and the last. Nil for a handful of events, and where all fall into one stretch.
    init?(_ features: [Feature]) {
        var seen: Set<String> = []
        let events = features.filter { seen.insert($0.eventID).inserted }
        let dates = events.compactMap(\.date)
        let days = dates.flatMap { [$0.earliest, $0.latest].compactMap(\.self) }
        guard dates.count >= Self.leastEvents, let first = days.min(), let last = days.max(),
            let unit = Self.unit(from: first, through: last)
        else { return nil }
        self.unit = unit
        undatedCount = events.count - dates.count
        bins = Self.bins(unit, from: first, through: last)
        guard bins.count > 1 else { return nil }
        for date in dates { count(date) }
    }

    private mutating func count(_ date: HistoricalDate) {
        for index in bins.indices {
            let bin = bins[index].date
            // What ends before the stretch or starts after it needs no closer look.
            if let latest = date.latest, let start = bin.earliest, latest < start { return }
            if let earliest = date.earliest, let end = bin.latest, end < earliest { continue }
            switch date.overlaps(bin) {
            case .certainly: bins[index].certain += 1
            case .possibly: bins[index].possible += 1
            case .not: break
            }
        }
    }

    // MARK: Stretches

    private static func unit(from first: CalendarDay, through last: CalendarDay) -> Unit? {
        let years = last.year - first.year + 1
        let months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months <= 3, days(from: first, through: last).count <= mostBins { return .day }
        if months <= mostBins { return .month }
        var step = 1
        // 1, 2, 5, 10, 20, 50…
        for factor in sequence(first: 1, next: { $0 < 1_000_000_000_000 ? $0 * 10 : nil }) {
            for digit in [1, 2, 5] {
                step = digit * factor
                if years / step + 2 <= mostBins { return .years(step) }
            }
        }
        return nil
    }

    private static func bins(
        _ unit: Unit, from first: CalendarDay, through last: CalendarDay
    ) -> [Bin] {
        switch unit {
        case .day: return days(from: first, through: last).map { Bin(date: HistoricalDate($0)) }
        case .month:
            let start = first.year * 12 + first.month - 1
            return (start...(last.year * 12 + last.month - 1)).compactMap { month in
                bin(
                    Self.year(floor(month, by: 12)) + "-"
                        + twoDigits(month - floor(month, by: 12) * 12 + 1))
            }
        case .years(let step):
            return stride(
                from: floor(first.year, by: step) * step, through: last.year, by: step
            ).compactMap { year in
                step == 1
                    ? bin(Self.year(year)) : bin("\(Self.year(year))/\(Self.year(year + step - 1))")
            }
        }
    }

    private static func bin(_ text: String) -> Bin? {
        (try? HistoricalDate(edtf: text)).map { Bin(date: $0) }
    }

    private static func days(
        from first: CalendarDay, through last: CalendarDay
    ) -> [CalendarDay] {
        var days = [first]
        while let day = days.last, day < last, days.count <= mostBins { days.append(day.next) }
        return days
    }

    private static func floor(_ number: Int, by divisor: Int) -> Int {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// A year as EDTF spells it: four digits or more.
    private static func year(_ year: Int) -> String {
        let digits = "\(year.magnitude)"
        let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        let prefix = digits.utf8.count > 4 ? "Y" : ""
        return prefix + (year < 0 ? "-" : "") + padded
    }
}
