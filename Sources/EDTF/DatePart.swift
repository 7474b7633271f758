/// A number of a date, some of whose digits the source leaves open: `199X`, `1X`, `06`.
package struct Digits: Hashable, Sendable {
    /// The number with 0 for each open digit; never negative.
    package var value: Int
    /// Bit n is set when the digit of 10ⁿ is open.
    package var openMask: UInt8
    /// How many digits were written.
    package var width: Int

    /// A number without open digits.
    package init(_ value: Int, width: Int) {
        self.init(value: value, openMask: 0, width: width)
    }

    package init(value: Int, openMask: UInt8, width: Int) {
        self.value = value
        self.openMask = openMask
        self.width = width
    }

    /// Whether no digit is open.
    package var isKnown: Bool { openMask == 0 }

    /// Whether every digit is open.
    package var isUnknown: Bool { width < 8 && openMask == (1 << UInt8(width)) - 1 }

    /// The greatest number that the digits allow.
    package var upper: Int { value + openPart }

    /// What the open digits add at most: 9 for `199X`.
    package var openPart: Int {
        var power = 1
        var sum = 0
        for bit in 0..<8 {
            if openMask & (1 << UInt8(bit)) != 0 { sum += 9 * power }
            power *= 10
        }
        return sum
    }

    /// How many numbers the open digits allow.
    package var fillings: Int {
        (0..<openMask.nonzeroBitCount).reduce(1) { count, _ in count * 10 }
    }

    /// The number of a rank among those that the open digits allow, from 0 for the least.
    package func filled(_ rank: Int) -> Int {
        var (number, power, rest) = (value, 1, rank)
        for bit in 0..<8 {
            if openMask & (1 << UInt8(bit)) != 0 {
                number += rest % 10 * power
                rest /= 10
            }
            power *= 10
        }
        return number
    }

    /// Whether a number has these digits.
    package func matches(_ number: Int) -> Bool {
        var (mine, other) = (value, number)
        for bit in 0..<8 {
            if openMask & (1 << UInt8(bit)) == 0, mine % 10 != other % 10 { return false }
            mine /= 10
            other /= 10
        }
        return mine == other
    }

    /// The digits with `X` for the open ones.
    package var text: String {
        var digits = Array(CalendarDay.padded(value, to: width))
        for bit in 0..<min(8, digits.count) where openMask & (1 << UInt8(bit)) != 0 {
            digits[digits.count - 1 - bit] = "X"
        }
        return String(digits)
    }
}

/// What a source leaves in doubt about one part of a date: `?`, `~` or both, `%`.
package struct Qualifier: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// `?`: the source is in doubt.
    package static let uncertain = Qualifier(rawValue: 1)
    /// `~`: an estimate that may be off by a little.
    package static let approximate = Qualifier(rawValue: 2)

    /// `?`, `~`, `%` or nothing.
    package var text: String {
        switch self {
        case []: ""
        case .uncertain: "?"
        case .approximate: "~"
        default: "%"
        }
    }
}

/// One date as written: a year, a month, a day or a season, each perhaps with open digits and doubt.
package struct DatePart: Hashable, Sendable {
    /// The year's digits without its sign.
    package var year: Digits
    /// Whether the year is before year 0 of the astronomical count.
    package var isNegative = false
    /// How many leading digits of the year count (`1950S2`), or nil for all.
    package var significantDigits: Int?
    /// The month, 1...12.
    package var month: Digits?
    /// The season or other grouping of months, 21...41; never together with a month.
    package var season: Int?
    /// The day of the month.
    package var day: Digits?
    /// The doubt of the year.
    package var yearQualifier: Qualifier = []
    /// The doubt of the month or season.
    package var monthQualifier: Qualifier = []
    /// The doubt of the day.
    package var dayQualifier: Qualifier = []

    package init(year: Digits) {
        self.year = year
    }

    /// The doubt of any part.
    package var qualifier: Qualifier { yearQualifier.union(monthQualifier).union(dayQualifier) }

    /// Whether any digit is open.
    package var hasOpenDigits: Bool {
        !year.isKnown || !(month?.isKnown ?? true) || !(day?.isKnown ?? true)
            || significantDigits != nil
    }
}
