/// Reads EDTF expressions (ISO 8601-2:2019, levels 0, 1 and 2) by recursive descent.
///
///     expression = set | interval | date
///     interval   = bound "/" bound
///     bound      = date | ".." | ""
///     date       = year ["-" month ["-" day ["T" time]]]
struct DateParser {
    private var scanner: DateScanner

    init(_ text: String) throws(EDTFError) {
        scanner = try DateScanner(text, limit: HistoricalDate.greatestLength)
    }

    mutating func parse() throws(EDTFError) -> HistoricalDate.Form {
        let form =
            switch scanner.next {
            case "{": HistoricalDate.Form.all(try members(until: "}"))
            case "[": HistoricalDate.Form.oneOf(try members(until: "]"))
            default: try dateOrInterval()
            }
        guard scanner.isAtEnd else { throw scanner.unexpected("the end of the date") }
        return form
    }

    private mutating func dateOrInterval() throws(EDTFError) -> HistoricalDate.Form {
        let first = try bound(isStart: true)
        guard scanner.take("/") else {
            guard case .date(let part) = first else {
                throw scanner.unexpected("/ and the other end of the interval")
            }
            return .date(part)
        }
        let column = scanner.column
        let second = try bound(isStart: false)
        let extents = (first.part?.extent, second.part?.extent)
        if let start = extents.0, let end = extents.1, end.upperBound < start.lowerBound {
            throw .endsBeforeStart(column: column)
        }
        guard first.part != nil || second.part != nil else {
            throw scanner.unexpected("a date on one side of the interval")
        }
        return .interval(start: first, end: second)
    }

    private mutating func bound(isStart: Bool) throws(EDTFError) -> HistoricalDate.Bound {
        if scanner.takeDots() || scanner.takeWord("open") { return .open }
        if scanner.takeWord("unknown") { return .unknown }
        if isStart ? scanner.next == "/" : scanner.isAtEnd { return .unknown }
        return .date(try datePart())
    }

    private mutating func members(
        until close: Unicode.Scalar
    ) throws(EDTFError) -> [HistoricalDate.Member] {
        _ = scanner.take("{") || scanner.take("[")
        var members: [HistoricalDate.Member] = []
        repeat {
            while scanner.take(" ") {}
            members.append(try member(until: close))
            while scanner.take(" ") {}
        } while scanner.take(",")
        guard scanner.take(close) else { throw scanner.unexpected(", or \(close)") }
        return members
    }

    private mutating func member(
        until close: Unicode.Scalar
    ) throws(EDTFError) -> HistoricalDate.Member {
        let column = scanner.column
        if scanner.takeDots() { return .range(from: nil, through: try datePart()) }
        let first = try datePart()
        guard scanner.takeDots() else { return .single(first) }
        guard scanner.next != close, scanner.next != "," else {
            return .range(from: first, through: nil)
        }
        let last = try datePart()
        if let start = first.extent, let end = last.extent, end.upperBound < start.lowerBound {
            throw .endsBeforeStart(column: column)
        }
        return .range(from: first, through: last)
    }

    // MARK: One date

    private mutating func datePart() throws(EDTFError) -> DatePart {
        var before = scanner.qualifier()
        var part = try year()
        var after = scanner.qualifier()
        part.yearQualifier = before.union(after)

        guard scanner.take("-") else { return part }
        before = scanner.qualifier()
        try month(into: &part)
        after = scanner.qualifier()
        part.monthQualifier = before.union(after)
        part.yearQualifier.formUnion(after)

        guard part.season == nil, scanner.take("-") else { return part }
        before = scanner.qualifier()
        try day(into: &part)
        if scanner.take("T") { try time() }
        after = scanner.qualifier()
        part.dayQualifier = before.union(after)
        part.monthQualifier.formUnion(after)
        part.yearQualifier.formUnion(after)
        return part
    }

    private mutating func year() throws(EDTFError) -> DatePart {
        let column = scanner.column
        let isLong = scanner.take("Y") || scanner.take("y")
        let isNegative = scanner.take("-")
        var part = DatePart(
            year: isLong ? try longYear(column) : try scanner.digits(4, "a year of four digits"))
        if !isLong, scanner.digitRun > 0 {
            throw scanner.unexpected("- or the end (a year beyond 9999 opens with Y)")
        }
        part.isNegative = isNegative && part.year != Digits(0, width: 4)
        if scanner.take("S") {
            let digits = "\(part.year.value)".count
            let count = try scanner.number(upTo: digits, "how many digits are significant")
            guard let count, count > 0, part.year.isKnown else {
                throw .unexpected("S", column: scanner.column, expected: "1...\(digits) digits")
            }
            part.significantDigits = count == digits ? nil : count
        }
        return part
    }

    /// The digits after `Y`, with an exponent if it has one: `17E7` is 170 000 000.
    private mutating func longYear(_ column: Int) throws(EDTFError) -> Digits {
        let limit = HistoricalDate.greatestYear
        let start = scanner.column
        guard var value = try scanner.number(upTo: limit, "the digits of a year") else {
            throw .yearTooFar(column: column)
        }
        let written = scanner.column - start
        let hasExponent = scanner.take("E") || scanner.take("e")
        if hasExponent {
            let exponent = try scanner.number(upTo: 12, "an exponent")
            for _ in 0..<(exponent ?? 99) {
                value *= 10
                guard value <= limit else { throw .yearTooFar(column: column) }
                if value == 0 { break }
            }
        }
        guard hasExponent || written > 4 else {
            throw scanner.unexpected("a year of five digits or more (after Y)")
        }
        return Digits(value, width: max(4, "\(value)".count))
    }

    private mutating func month(into part: inout DatePart) throws(EDTFError) {
        let column = scanner.column
        let digits = try scanner.digits(2, "a month of two digits")
        if digits.isKnown, (21...41).contains(digits.value) {
            part.season = digits.value
            return
        }
        guard (1...12).contains(where: digits.matches) else {
            throw .noSuchMonth(digits.value, column: column)
        }
        part.month = digits
    }

    private mutating func day(into part: inout DatePart) throws(EDTFError) {
        let column = scanner.column
        let digits = try scanner.digits(2, "a day of two digits")
        part.day = digits
        guard part.hasAnyDay else {
            let year = part.isNegative ? -part.year.value : part.year.value
            throw .noSuchDay(
                year: year, month: part.month?.value ?? 0, day: digits.value, column: column)
        }
    }

    /// Reads and drops `hh:mm:ss` with its zone: a date knows no time of day.
    private mutating func time() throws(EDTFError) {
        try clockNumber(upTo: 24, "an hour of two digits")
        guard scanner.take(":") else { throw scanner.unexpected(": and the minutes") }
        try clockNumber(upTo: 59, "minutes of two digits")
        if scanner.take(":") {
            try clockNumber(upTo: 60, "seconds of two digits")
            if scanner.take(".") { _ = try scanner.number(upTo: 1, "a part of a second") }
        }
        if scanner.take("Z") { return }
        guard scanner.take("+") || scanner.take("-") else { return }
        try clockNumber(upTo: 24, "hours of two digits")
        if scanner.take(":") { try clockNumber(upTo: 59, "minutes of two digits") }
    }

    private mutating func clockNumber(upTo limit: Int, _ expected: String) throws(EDTFError) {
        let column = scanner.column
        let digits = try scanner.digits(2, expected)
        guard digits.isKnown, digits.value <= limit else {
            let first = Character("\(digits.value / 10 % 10)")
            throw .unexpected(first, column: column, expected: expected)
        }
    }
}
