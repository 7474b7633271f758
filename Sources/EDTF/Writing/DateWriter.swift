/// Writes dates for people in the words of one language.
struct DateWriter<Words: DateWords> {
    private let words: Words

    init(_ words: Words) {
        self.words = words
    }

    func text(_ form: HistoricalDate.Form) -> String {
        switch form {
        case .date(let part): text(part)
        case .interval(let start, let end): interval(start, end)
        case .all(let members): list(members, isChoice: false)
        case .oneOf(let members): choice(members)
        }
    }

    // MARK: Intervals and sets

    private func interval(
        _ start: HistoricalDate.Bound, _ end: HistoricalDate.Bound
    ) -> String {
        switch (start, end) {
        case (.date(let first), .date(let last)): span(first, last)
        case (.date(let first), .open): text(first, as: .since)
        case (.date(let first), .unknown): text(first, as: .from)
        case (.open, .date(let last)): text(last, as: .upTo)
        case (.unknown, .date(let last)): text(last, as: .until)
        default: words.undated
        }
    }

    /// Two dates with what they share said once: `25–26 February 1992`, `1991–2020`.
    private func span(_ first: DatePart, _ last: DatePart) -> String {
        shared(first, last) ?? "\(text(first)) – \(text(last))"
    }

    private func shared(_ first: DatePart, _ last: DatePart) -> String? {
        guard first.isPlain, last.isPlain, first.precision == last.precision,
            first.hasBareYear == last.hasBareYear
        else { return nil }
        if first == last { return text(first) }
        let year = yearPhrase(last)
        if first.sharesYear(with: last), let from = first.month, let to = last.month {
            guard let start = first.day, let end = last.day else {
                return words.months(from.value, to.value, of: year)
            }
            guard from != to else {
                let days = "\(start.value)–\(end.value)"
                return words.text(
                    SaidDate(phrase: .day(days, month: to.value, year)), as: .plain)
            }
            return words.days((start.value, from.value), (end.value, to.value), of: year)
        }
        guard first.precision == .year, first.hasBareYear else { return nil }
        return words.years(first.year.value, last.year.value)
    }

    /// One of several: `1667 or 1668`, `between 1991 and 1994`.
    private func choice(_ members: [HistoricalDate.Member]) -> String {
        guard members.count == 1, case .range(.some(let first), .some(let last)) = members[0] else {
            return list(members, isChoice: true)
        }
        if first.isPlain, last.isPlain, first.precision == .year, last.precision == .year {
            return words.between(
                first.yearRange.lowerBound, last.yearRange.lowerBound)
        }
        guard let from = said(first), let to = said(last) else { return span(first, last) }
        return words.between(from, to)
    }

    private func list(_ members: [HistoricalDate.Member], isChoice: Bool) -> String {
        daysOfOneMonth(members, isChoice: isChoice)
            ?? words.list(members.map { text($0) }, isChoice: isChoice)
    }

    /// `4, 11 and 17 October 2020` when all are plain days of one month.
    private func daysOfOneMonth(_ members: [HistoricalDate.Member], isChoice: Bool) -> String? {
        let parts = members.compactMap { member in
            if case .single(let part) = member { part } else { nil }
        }
        guard parts.count == members.count, let first = parts.first, let month = first.month,
            parts.allSatisfy({ part in
                part.isPlain && part.day != nil && part.month == month
                    && part.sharesYear(with: first)
            })
        else { return nil }
        let days = parts.map { "\($0.day?.value ?? 0)" }
        let phrase = DatePhrase.day(
            words.list(days, isChoice: isChoice), month: month.value, yearPhrase(first))
        return words.text(SaidDate(phrase: phrase), as: .plain)
    }

    private func text(_ member: HistoricalDate.Member) -> String {
        switch member {
        case .single(let part): text(part)
        case .range(.some(let first), .some(let last)): span(first, last)
        case .range(.some(let first), nil): words.orLater(text(first))
        case .range(nil, .some(let last)): words.orEarlier(text(last))
        case .range(nil, nil): words.undated
        }
    }

    // MARK: One date

    private func text(_ part: DatePart, as role: DateRole = .plain) -> String {
        if let said = said(part) { return words.text(said, as: role) }
        guard let extent = part.extent else {
            return words.text(SaidDate(phrase: .someDayOfYear(.unknown)), as: role)
        }
        return words.dashed(words.between(day(extent.lowerBound), day(extent.upperBound)), as: role)
    }

    private func day(_ day: CalendarDay) -> SaidDate {
        SaidDate(phrase: .day("\(day.day)", month: day.month, .known(day.year)))
    }

    /// What to say of a date; nil when its digits are too irregular for words.
    private func said(_ part: DatePart) -> SaidDate? {
        let isPartOfYear = part.isPartOfYear
        return phrase(part, isPartOfYear: isPartOfYear).map { phrase in
            SaidDate(
                phrase: phrase,
                isApproximate: part.qualifier.contains(.approximate) && !isPartOfYear,
                isUncertain: part.qualifier.contains(.uncertain))
        }
    }

    private func phrase(_ part: DatePart, isPartOfYear: Bool) -> DatePhrase? {
        let year = yearPhrase(part)
        if let season = part.season {
            return .season(isPartOfYear ? .part(season - 37) : SeasonPhrase(season), year)
        }
        guard let month = part.month else { return .year(year) }
        guard month.isKnown else {
            guard month.isUnknown else { return nil }
            guard let day = part.day else { return .someMonth(year) }
            return day.isUnknown ? .someDayOfYear(year) : nil
        }
        guard let day = part.day else { return .month(month.value, year) }
        if day.isKnown { return .day("\(day.value)", month: month.value, year) }
        return day.isUnknown ? .someDay(month: month.value, year) : nil
    }

    private func yearPhrase(_ part: DatePart) -> YearPhrase {
        if part.year.isUnknown { return .unknown }
        let years = part.yearRange
        if years.count == 1 { return .known(years.lowerBound) }
        let isDecade =
            part.year.openMask == 1 && !part.isNegative && years.lowerBound >= 1000
            && part.significantDigits == nil
        return isDecade
            ? .decade(years.lowerBound) : .between(years.lowerBound, years.upperBound)
    }
}

extension SeasonPhrase {
    /// The grouping of an EDTF number, 21...41.
    fileprivate init(_ number: Int) {
        switch number {
        case 25...28: self = .season(number - 25, .north)
        case 29...32: self = .season(number - 29, .south)
        case 33...36: self = .quarter(number - 33)
        case 37...39: self = .third(number - 37)
        case 40...41: self = .half(number - 40)
        default: self = .season(max(0, min(3, number - 21)), nil)
        }
    }
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

    /// Whether it is an approximate third of a known year, which people call early, mid or late.
    fileprivate var isPartOfYear: Bool {
        (37...39).contains(season ?? 0) && monthQualifier.contains(.approximate)
            && !yearQualifier.contains(.approximate)
    }

    fileprivate func sharesYear(with other: DatePart) -> Bool {
        year == other.year && isNegative == other.isNegative
    }
}
