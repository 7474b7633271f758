/// One date in words, as far as the words say it: in `25–26 February 1992` the first lacks all but
/// the day, and takes the rest from its neighbour.
struct WrittenDate: Hashable {
    var year: Int?
    var isBCE = false
    var month: Int?
    var day: Int?
    var season: Int?
    /// Early, mid or late: 1, 2 or 3.
    var third: Int?
    /// Whether a day or a month is meant that is not said.
    var isSomeDay = false
    var isSomeMonth = false
    var isDecade = false
    var isCentury = false
    /// A number of one to three digits that may yet be a day, a century or a short year.
    var short: (value: Int, width: Int)? {
        get { shortValue.map { ($0, shortWidth) } }
        set { (shortValue, shortWidth) = (newValue?.value, newValue?.width ?? 0) }
    }
    private var shortValue: Int?
    private var shortWidth = 0
    /// The day of the Gregorian calendar beside `day` of the Julian one.
    var newDay: Int?
    var weekday: Int?
    /// Doubt said before the date, which may be meant for a whole range.
    var leading: Qualifier = []
    /// Doubt said after it.
    var trailing: Qualifier = []
    /// Where it starts, in Unicode scalars from 1.
    var column = 1

    /// All doubt.
    var qualifier: Qualifier { leading.union(trailing) }

    /// Whether a year, a month or a season is said and not only a number.
    var isWhole: Bool { year != nil }

    /// Whether nothing is said.
    var isEmpty: Bool {
        year == nil && month == nil && day == nil && season == nil && short == nil && third == nil
            && !isCentury
    }

    /// Whether the year alone is said.
    var isBareYear: Bool {
        year != nil && month == nil && season == nil && third == nil && short == nil && !isDecade
            && !isCentury
    }

    /// Takes what is missing from a neighbour.
    mutating func complete(from other: WrittenDate) {
        // The 90s are no day of a month.
        if isDecade, short != nil { return }
        if year == nil, !isCentury {
            if other.isCentury, month == nil, short != nil || third == nil {
                isCentury = true
                if short == nil { short = other.short }
            } else {
                year = other.year
                isBCE = isBCE || other.isBCE
            }
        }
        if isCentury, short != nil { isBCE = isBCE || other.isBCE }
        if month == nil, season == nil, short != nil, !isCentury { month = other.month }
    }

    /// Makes the short number the day when a month is there.
    mutating func settle() {
        guard month != nil, day == nil, let short else { return }
        day = short.value
        self.short = nil
    }
}

/// What a written date means: one date, or one of several, with the date that holds them all.
struct DateMeaning: Hashable {
    /// One date; for a choice, a coarser one that is no more certain.
    var part: DatePart
    /// The dates of which one is meant; empty when it is `part`.
    var choices: [HistoricalDate.Member] = []

    /// As entries of a set.
    var members: [HistoricalDate.Member] { choices.isEmpty ? [.single(part)] : choices }

    /// As a date of its own.
    var form: HistoricalDate.Form { choices.isEmpty ? .date(part) : .oneOf(choices) }
}

extension WrittenDate {
    /// What it means in the Gregorian calendar; nil when the parts make no date.
    func meaning() throws(EDTFError) -> DateMeaning? {
        if isCentury { return centuryMeaning() }
        guard let year, short == nil else { return nil }
        var part = DatePart(astronomicalYear: isBCE ? 1 - year : year)
        if isDecade {
            guard !isBCE, year.isMultiple(of: 10) else { return nil }
            guard third == nil || month == nil && season == nil else { return nil }
            // The 1900s are ten years to one and a hundred to another.
            let isHundred = year.isMultiple(of: 100) && third == nil
            part.year.openMask = isHundred ? 3 : 1
            if let third {
                return spread(part, years: [0...3, 4...6, 7...9][third - 1], from: year)
            }
        }
        if let season { return seasonMeaning(season, part) }
        let isOpen = isSomeDay || isSomeMonth
        guard let month else {
            guard day == nil else { return nil }
            if isOpen {
                part.month = .open
                if isSomeDay { part.day = .open }
            }
            guard let third, !isOpen else { return DateMeaning(part: qualified(part)) }
            return DateMeaning(part: grouped(36 + third, part))
        }
        guard (1...12).contains(month) else { throw .noSuchMonth(month, column: column) }
        part.month = Digits(month, width: 2)
        if let third { return day == nil ? thirdOfMonth(third, part) : nil }
        guard let day else {
            if isSomeDay { part.day = .open }
            return DateMeaning(part: qualified(part))
        }
        part.day = Digits(day, width: 2)
        guard let found = part.extent?.lowerBound else {
            throw .noSuchDay(year: year, month: month, day: day, column: column)
        }
        if let weekday, weekday != DayCount.weekday(found) {
            throw .otherWeekday(found.description, column: column)
        }
        return DateMeaning(part: qualified(part))
    }

    // MARK: Parts of years, decades and centuries

    /// `19th century` is `18XX`, as the examples of EDTF have it.
    private func centuryMeaning() -> DateMeaning? {
        guard let century = short?.value, (1...99).contains(century), year == nil, month == nil,
            season == nil
        else { return nil }
        var part = DatePart(
            year: Digits(value: (century - 1) * 100, openMask: 3, width: 4))
        part.isNegative = isBCE
        guard let third else { return DateMeaning(part: qualified(part)) }
        guard !isBCE else { return nil }
        return spread(part, years: [0...33, 33...66, 66...99][third - 1], from: part.year.value)
    }

    /// One of some years of a decade or century, about where they begin and end.
    private func spread(_ part: DatePart, years: ClosedRange<Int>, from first: Int) -> DateMeaning {
        func year(_ offset: Int) -> DatePart {
            var year = qualified(DatePart(astronomicalYear: first + offset))
            year.yearQualifier.formUnion(.approximate)
            return year
        }
        var coarse = qualified(part)
        coarse.yearQualifier.formUnion(.approximate)
        return DateMeaning(
            part: coarse,
            choices: [.range(from: year(years.lowerBound), through: year(years.upperBound))])
    }

    /// The winter of a year is the one that starts in it or the one that ends in it.
    private func seasonMeaning(_ season: Int, _ part: DatePart) -> DateMeaning? {
        guard month == nil, day == nil, short == nil else { return nil }
        let own = third == nil ? qualified(part, season: season) : grouped(season, part)
        guard season == 24, part.year.isKnown, !part.isNegative, part.year.value > 0 else {
            return DateMeaning(part: own)
        }
        var before = own
        before.year.value -= 1
        var coarse = own
        coarse.yearQualifier.formUnion(.approximate)
        return DateMeaning(part: coarse, choices: [.single(before), .single(own)])
    }

    /// The winter that starts in this year, of `winter 1991–92`.
    func winterMeaning() -> DateMeaning? {
        guard season == 24, let year, third == nil else { return nil }
        return DateMeaning(part: qualified(DatePart(astronomicalYear: year), season: 24))
    }

    /// A third of a year is a group of four months, about.
    private func grouped(_ group: Int, _ part: DatePart) -> DatePart {
        var part = qualified(part, season: group)
        part.monthQualifier.formUnion(.approximate)
        return part
    }

    /// The first, second or last ten days of a month, about.
    private func thirdOfMonth(_ third: Int, _ part: DatePart) -> DateMeaning? {
        guard let last = part.extent?.upperBound.day else { return nil }
        func day(_ day: Int) -> DatePart {
            var part = part
            part.day = Digits(day, width: 2)
            part = qualified(part)
            part.dayQualifier.formUnion(.approximate)
            return part
        }
        let days = [1...10, 11...20, 21...last][third - 1]
        var coarse = qualified(part)
        coarse.monthQualifier.formUnion(.approximate)
        return DateMeaning(
            part: coarse,
            choices: [.range(from: day(days.lowerBound), through: day(days.upperBound))])
    }

    /// With the doubt said of the date in all its parts.
    private func qualified(_ part: DatePart, season: Int? = nil) -> DatePart {
        var part = part
        part.season = season ?? part.season
        part.qualify(qualifier)
        return part
    }
}

extension Digits {
    /// The two open digits of a month or a day.
    fileprivate static let open = Digits(value: 0, openMask: 3, width: 2)
}

extension DatePart {
    /// A year of the astronomical count: 0 is 1 BCE.
    init(astronomicalYear year: Int) {
        self.init(year: Digits(abs(year), width: max(4, "\(abs(year))".count)))
        isNegative = year < 0
    }

    /// One day.
    init(_ day: CalendarDay) {
        self.init(astronomicalYear: day.year)
        month = Digits(day.month, width: 2)
        self.day = Digits(day.day, width: 2)
    }

    /// Adds doubt to all that is said.
    mutating func qualify(_ qualifier: Qualifier) {
        yearQualifier.formUnion(qualifier)
        if month != nil || season != nil { monthQualifier.formUnion(qualifier) }
        if day != nil { dayQualifier.formUnion(qualifier) }
    }
}
