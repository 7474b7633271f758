/// Writes dates in English.
enum EnglishDate {
    static func text(_ form: HistoricalDate.Form) -> String {
        switch form {
        case .date(let part): text(part)
        case .interval(let start, let end): interval(start, end)
        case .all(let members): list(members, last: "and")
        case .oneOf(let members): list(members, last: "or")
        }
    }

    // MARK: Intervals and sets

    private static func interval(
        _ start: HistoricalDate.Bound, _ end: HistoricalDate.Bound
    ) -> String {
        switch (start, end) {
        case (.date(let first), .date(let last)): span(first, last)
        case (.date(let first), .open): "since \(text(first))"
        case (.date(let first), .unknown): "from \(text(first))"
        case (.open, .date(let last)): "up to \(text(last))"
        case (.unknown, .date(let last)): "until \(text(last))"
        default: "undated"
        }
    }

    /// Two dates with what they share said once: `25–26 February 1992`, `1991–2020`.
    private static func span(_ first: DatePart, _ last: DatePart) -> String {
        guard first.isPlain, last.isPlain, first.precision == last.precision,
            first.hasBareYear == last.hasBareYear
        else { return "\(text(first)) – \(text(last))" }
        if first == last { return text(first) }
        let sharesYear = first.sharesYear(with: last)
        if let start = first.day, let end = last.day, sharesYear, first.month == last.month {
            return "\(start.value)–\(end.value) \(monthAndYear(last))"
        }
        if let day = first.day, let month = first.month, sharesYear {
            return "\(day.value) \(name(month)) – \(text(last))"
        }
        if first.day == nil, let month = first.month, sharesYear {
            return "\(name(month))–\(text(last))"
        }
        if first.precision == .year, first.hasBareYear {
            return "\(first.year.value)–\(last.year.value)"
        }
        return "\(text(first)) – \(text(last))"
    }

    private static func list(_ members: [HistoricalDate.Member], last word: String) -> String {
        let texts = daysOfOneMonth(members) ?? members.map { text($0) }
        guard let final = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " \(word) " + final
    }

    /// `4`, `11`, `17 October 2020` when all are plain days of one month.
    private static func daysOfOneMonth(_ members: [HistoricalDate.Member]) -> [String]? {
        let parts = members.compactMap { member in
            if case .single(let part) = member { part } else { nil }
        }
        guard parts.count == members.count, let first = parts.first, let last = parts.last,
            parts.allSatisfy({ part in
                part.isPlain && part.day != nil && part.month == first.month
                    && part.sharesYear(with: first)
            })
        else { return nil }
        return parts.dropLast().map { "\($0.day?.value ?? 0)" } + [text(last)]
    }

    private static func text(_ member: HistoricalDate.Member) -> String {
        switch member {
        case .single(let part): text(part)
        case .range(.some(let first), .some(let last)): span(first, last)
        case .range(.some(let first), nil): "\(text(first)) or later"
        case .range(nil, .some(let last)): "\(text(last)) or earlier"
        case .range(nil, nil): "undated"
        }
    }

    // MARK: One date

    private static func text(_ part: DatePart) -> String {
        let perhaps = part.qualifier.contains(.uncertain) ? "perhaps " : ""
        let about = part.qualifier.contains(.approximate) ? "c. " : ""
        return perhaps + about + plain(part)
    }

    private static func plain(_ part: DatePart) -> String {
        if let season = part.season { return "\(seasons[season] ?? "part of") \(year(part))" }
        guard let month = part.month else { return year(part) }
        guard month.isKnown else {
            guard part.day != nil, month.isUnknown else {
                return part.day == nil && month.isUnknown
                    ? "some month of \(year(part))" : between(part)
            }
            return part.day?.isUnknown == true ? "some day of \(year(part))" : between(part)
        }
        guard let day = part.day else { return monthAndYear(part) }
        if day.isKnown { return "\(day.value) \(monthAndYear(part))" }
        return day.isUnknown ? "some day of \(monthAndYear(part))" : between(part)
    }

    private static func monthAndYear(_ part: DatePart) -> String {
        let month = part.month.map(name) ?? ""
        return part.year.isUnknown ? "\(month) of an unknown year" : "\(month) \(year(part))"
    }

    private static func year(_ part: DatePart) -> String {
        if part.year.isUnknown { return "an unknown year" }
        let years = part.yearRange
        if years.count == 1 { return numbered(years.lowerBound) }
        let isDecade = part.year.openMask == 1 && !part.isNegative && years.lowerBound >= 1000
        if isDecade { return "\(years.lowerBound)s" }
        return "between \(numbered(years.lowerBound)) and \(numbered(years.upperBound))"
    }

    /// A year of the astronomical count as people number it: 0 is 1 BCE.
    private static func numbered(_ year: Int) -> String {
        switch year {
        case ...0: "\(1 - year) BCE"
        case ..<1000: "\(year) CE"
        default: "\(year)"
        }
    }

    /// The days that digits too irregular for words allow.
    private static func between(_ part: DatePart) -> String {
        guard let extent = part.extent else { return "a day of an unknown year" }
        let ends = [extent.lowerBound, extent.upperBound].map { day in
            "\(day.day) \(months[day.month - 1]) \(numbered(day.year))"
        }
        return "between \(ends[0]) and \(ends[1])"
    }

    private static func name(_ month: Digits) -> String {
        months.indices.contains(month.value - 1) ? months[month.value - 1] : ""
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static let seasons: [Int: String] = [
        21: "spring", 22: "summer", 23: "autumn", 24: "winter",
        25: "northern spring", 26: "northern summer", 27: "northern autumn", 28: "northern winter",
        29: "southern spring", 30: "southern summer", 31: "southern autumn", 32: "southern winter",
        33: "first quarter of", 34: "second quarter of", 35: "third quarter of",
        36: "fourth quarter of", 37: "first third of", 38: "second third of", 39: "last third of",
        40: "first half of", 41: "second half of",
    ]
}

extension DatePart {
    fileprivate enum Precision: Hashable { case year, season, month, day }

    fileprivate var precision: Precision {
        if season != nil { return .season }
        return day != nil ? .day : month != nil ? .month : .year
    }

    /// Whether there is no doubt and no open digit.
    fileprivate var isPlain: Bool { qualifier.isEmpty && !hasOpenDigits }

    /// Whether the year is written without CE or BCE.
    fileprivate var hasBareYear: Bool { !isNegative && year.value >= 1000 }

    fileprivate func sharesYear(with other: DatePart) -> Bool {
        year == other.year && isNegative == other.isNegative
    }
}
