/// Puts the signs of a date in words together: one date, a limit, a range or a list.
///
/// Words may stand in any order within one date, so that one parser serves languages that put the
/// year first or last and their prepositions before or after.
struct WordsParser {
    /// What came of it.
    enum Outcome: Hashable {
        /// The text is no date in words.
        case notUnderstood
        /// The text says that there is no date.
        case noDate
        case date(HistoricalDate.Form)
    }

    /// What else there is to say about how it was read, to follow the date.
    var remark = ""

    var signs: [DateSigns.Placed]
    private let options: DateReadingOptions
    private var isJulian = false

    init(_ signs: [DateSigns.Placed], _ options: DateReadingOptions) {
        self.signs = signs
        self.options = options
    }

    mutating func parse() throws(EDTFError) -> Outcome {
        let all = signs.map(\.sign)
        if !all.isEmpty, all.allSatisfy({ $0 == .undated || $0 == .uncertain }) { return .noDate }
        if let day = try dayOfTwoCalendars() { return .date(.date(day)) }
        takeCalendar()
        let groups = DateGroups(signs)
        guard let groups else { return .notUnderstood }
        let form: HistoricalDate.Form? =
            switch groups.kind {
            case .one: try one(groups)
            case .range: try range(groups)
            case .between: try between(groups)
            case .list(let isChoice): try list(groups, isChoice: isChoice)
            }
        guard let form else { return .notUnderstood }
        if isJulian { remark += ", from the Julian calendar" }
        return .date(form)
    }

    /// Takes the marks of calendars away; one of the old style holds for the whole text.
    private mutating func takeCalendar() {
        let isOld = signs.contains { placed in
            if case .twoCalendars = placed.sign { true } else { placed.sign == .oldStyle }
        }
        isJulian = isOld
        signs.removeAll { [.oldStyle, .newStyle, .open, .close].contains($0.sign) }
    }

    // MARK: Forms

    private mutating func one(_ groups: DateGroups) throws(EDTFError) -> HistoricalDate.Form? {
        guard let limit = groups.limit,
            let date = try written(groups.chunks[0], mayBeDecade: true, isAlone: true),
            let meaning = try meaning(date)
        else { return nil }
        return limit.form(of: meaning)
    }

    private mutating func range(_ groups: DateGroups) throws(EDTFError) -> HistoricalDate.Form? {
        guard var dates = try pair(groups) else { return nil }
        if let form = try consecutive(&dates, isTight: groups.isTight) { return form }
        guard let (first, last) = try ends(of: dates, isTight: groups.isTight) else { return nil }
        return .interval(start: .date(first), end: .date(last))
    }

    private mutating func between(_ groups: DateGroups) throws(EDTFError) -> HistoricalDate.Form? {
        guard var dates = try pair(groups) else { return nil }
        _ = try consecutive(&dates, isTight: false)
        // A doubt said before "between" is a doubt of both.
        let doubt = signs.firstIndex { $0.sign == .approximate || $0.sign == .uncertain }
        let word = signs.firstIndex { $0.sign == .between }
        let isOfBoth = doubt.flatMap { doubt in word.map { $0 == doubt + 1 } } ?? false
        guard let (first, last) = try ends(of: dates, isTight: groups.isTight || isOfBoth)
        else { return nil }
        return .oneOf([.range(from: first, through: last)])
    }

    private mutating func list(
        _ groups: DateGroups, isChoice: Bool
    ) throws(EDTFError) -> HistoricalDate.Form? {
        var dates: [WrittenDate] = []
        for chunk in groups.chunks {
            guard let date = try written(chunk, mayBeDecade: true) else { return nil }
            dates.append(date)
        }
        for index in dates.indices.dropLast().reversed() {
            dates[index].complete(from: dates[index + 1])
        }
        for index in dates.indices.dropFirst() { dates[index].complete(from: dates[index - 1]) }
        var members: [HistoricalDate.Member] = []
        for index in dates.indices {
            dates[index].settle()
            guard let meaning = try meaning(dates[index]) else { return nil }
            guard isChoice || meaning.choices.isEmpty else { return nil }
            members += meaning.members
        }
        return isChoice ? .oneOf(members) : .all(members)
    }

    // MARK: Ranges

    private mutating func pair(_ groups: DateGroups) throws(EDTFError) -> [WrittenDate]? {
        guard groups.chunks.count == 2,
            let first = try written(groups.chunks[0], mayBeDecade: true),
            // In 1984–1990-cı illər the word is for both years.
            let last = try written(
                groups.chunks[1], mayBeDecade: !groups.isTight || first.isDecade)
        else { return nil }
        return [first, last]
    }

    /// Reads what follows a year alone: the short year of `1991–94`, the month of `2020/07`, the
    /// winter of `1991–92`. A number that can be both is refused.
    private func consecutive(
        _ dates: inout [WrittenDate], isTight: Bool
    ) throws(EDTFError) -> HistoricalDate.Form? {
        if dates[0].season == 24, let year = dates[0].year, dates[1].isBareYear,
            dates[1].year == year + 1
        {
            return dates[0].winterMeaning()?.form
        }
        guard let year = dates[0].year, let short = dates[1].short, dates[1].isShort,
            short.width <= 2, !dates[0].isBCE
        else { return nil }
        let unit = short.width == 1 ? 10 : 100
        let second = year / unit * unit + short.value
        if dates[1].isDecade, dates[0].isDecade || dates[0].isBareYear {
            dates[1].year = second
            dates[1].short = nil
        } else if dates[0].season == 24, second == year + 1 {
            return dates[0].winterMeaning()?.form
        } else if dates[0].isBareYear {
            let month =
                "\(CalendarDay.padded(year, to: 4))-\(CalendarDay.padded(short.value, to: 2))"
            guard (1...12).contains(short.value) else {
                guard second > year else { return nil }
                dates[1].year = second
                dates[1].short = nil
                return nil
            }
            guard second <= year else {
                throw .ambiguous([month, "\(year)/\(second)"], column: dates[0].column)
            }
            guard isTight else { return nil }
            dates[0].month = short.value
            dates[0].trailing.formUnion(dates[1].qualifier)
            return try meaning(dates[0])?.form
        }
        return nil
    }

    /// The two ends, each completed from the other.
    private func ends(
        of dates: [WrittenDate], isTight: Bool
    ) throws(EDTFError) -> (DatePart, DatePart)? {
        var (first, last) = (dates[0], dates[1])
        // A doubt said once before or after `1991–94` is a doubt of both; with spaces about the dash
        // it is that of the date beside it.
        if isTight || !first.isWhole || !last.isWhole {
            let (leading, trailing) = (first.leading, last.trailing)
            last.trailing.formUnion(leading)
            first.trailing.formUnion(trailing)
        }
        first.complete(from: last)
        last.complete(from: first)
        first.settle()
        last.settle()
        guard let start = try meaning(first), let end = try meaning(last) else { return nil }
        if isJulian, !start.choices.isEmpty || !end.choices.isEmpty {
            throw .noJulianDate(column: first.column)
        }
        if let from = start.part.extent, let to = end.part.extent, to.upperBound < from.lowerBound {
            throw .endsBeforeStart(column: last.column)
        }
        return (start.part, end.part)
    }

    private func meaning(_ date: WrittenDate) throws(EDTFError) -> DateMeaning? {
        isJulian ? try date.julianMeaning() : try date.meaning()
    }

    // MARK: One date

    mutating func written(
        _ chunk: [DateSigns.Placed], mayBeDecade: Bool, isAlone: Bool = false
    ) throws(EDTFError) -> WrittenDate? {
        let saysCentury = signs.contains { $0.sign == .century }
        var builder = WrittenDateBuilder(
            order: options.order, saysCentury: saysCentury, mayBeDecade: mayBeDecade,
            isAlone: isAlone)
        for placed in chunk {
            guard try builder.add(placed) else { return nil }
        }
        guard let date = try builder.date() else { return nil }
        if builder.usedOrder {
            let word = options.order == .monthFirst ? "month" : "day"
            remark = ", the \(word) first"
        }
        return date
    }
}

extension WrittenDate {
    /// Whether a short number is all that is said.
    fileprivate var isShort: Bool {
        short != nil && year == nil && month == nil && season == nil && third == nil && !isCentury
    }
}
