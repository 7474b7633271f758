/// One day of the proleptic Gregorian calendar.
///
/// Years are astronomical (0 is 1 BC), as ISO 8601-1 counts them.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The astronomical year.
    public let year: Int
    /// The month, 1...12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Makes a day, or nil when the calendar has none such.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// How many days a month (1...12) of a year has.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
                ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `YYYY-MM-DD` as ISO 8601 writes it.
    public var description: String {
        "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    /// Digits with leading zeros, the sign kept in front.
    package static func padded(_ number: Int, to width: Int) -> String {
        let digits = "\(number.magnitude)"
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
            + digits
    }

    /// The calendar's order.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
