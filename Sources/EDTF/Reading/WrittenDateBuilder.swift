/// Gathers the signs of one date, in whatever order they stand.
struct WrittenDateBuilder {
    /// Whether the order of day and month that was said decided a date.
    private(set) var usedOrder = false

    private let order: DateReadingOptions.NumberOrder?
    private let saysCentury: Bool
    private let mayBeDecade: Bool
    private let isAlone: Bool
    private var written = WrittenDate()
    private var shorts: [(value: Int, width: Int, column: Int)] = []
    /// Which of `shorts` has the word for a year after it.
    private var namedYear: Int?
    /// The number just added, if the last sign was one, and the one before this sign.
    private var number = LastNumber.none
    private var lastNumber = LastNumber.none
    private var isShortDecade = false
    private var hasEra = false
    private var isEraFirst = false
    private var hasContent = false
    private var hasYears = false
    private var seasons: (Int, Int)?

    private enum LastNumber { case none, short, year }

    /// Makes a builder; `saysCentury` when Roman numbers are centuries, `mayBeDecade` when
    /// `years` after a round year means ten years, `isAlone` when there is no other date.
    init(
        order: DateReadingOptions.NumberOrder?, saysCentury: Bool, mayBeDecade: Bool, isAlone: Bool
    ) {
        self.order = order
        self.saysCentury = saysCentury
        self.mayBeDecade = mayBeDecade
        self.isAlone = isAlone
    }

    /// Takes a sign; false when it does not go with the others.
    mutating func add(_ placed: DateSigns.Placed) throws(EDTFError) -> Bool {
        switch placed.sign {
        case .approximate: return doubt(.approximate)
        case .uncertain: return doubt(.uncertain)
        case .comma, .filler: return true
        case .yearWord:
            if number == .short { namedYear = shorts.count - 1 }
            return true
        default:
            lastNumber = number
            number = .none
        }
        if !hasContent { written.column = placed.column }
        hasContent = true
        return try addPart(placed) || addWord(placed.sign)
    }

    private mutating func doubt(_ qualifier: Qualifier) -> Bool {
        if hasContent {
            written.trailing.formUnion(qualifier)
        } else {
            written.leading.formUnion(qualifier)
        }
        return true
    }

    /// Numbers and months.
    private mutating func addPart(_ placed: DateSigns.Placed) throws(EDTFError) -> Bool {
        switch placed.sign {
        case .number(let value, let width) where width == 4:
            number = .year
            return set(\.year, value)
        case .number(let value, let width) where width < 4:
            shorts.append((value, width, placed.column))
            number = .short
            return true
        case .numbers(let first, let second, let year):
            return try set(first, second, year: year, placed.column)
        case .pair(let first, let second):
            return try set(first, second, year: nil, placed.column)
        case .whole(let year, let month, let day):
            let isSet = set(\.year, year) && set(\.month, month)
            return isSet && (day.map { set(\.day, $0) } ?? true)
        case .shortYear(let year): throw .shortYear(year, column: placed.column)
        case .twoCalendars(let old, let new):
            shorts.append((old, 2, placed.column))
            return set(\.newDay, new)
        case .roman(let value):
            guard saysCentury else { return value <= 12 && set(\.month, value) }
            shorts.append((value, 2, placed.column))
            return true
        case .month(let month): return set(\.month, month)
        default: return false
        }
    }

    /// Words that say more about a date.
    private mutating func addWord(_ sign: DateSign) -> Bool {
        switch sign {
        case .season(let season): return set(\.season, season)
        case .seasons(let first, let second):
            seasons = (first, second)
            return true
        case .third(let third): return set(\.third, third)
        case .weekday(let day): return set(\.weekday, day)
        case .someDay: written.isSomeDay = true
        case .someMonth: written.isSomeMonth = true
        case .decade:
            guard lastNumber != .none else { return false }
            written.isDecade = true
            isShortDecade = lastNumber == .short
        case .years: hasYears = true
        case .century: written.isCentury = true
        case .bce, .ce:
            written.isBCE = sign == .bce
            hasEra = true
            isEraFirst = shorts.isEmpty
        default: return false
        }
        return true
    }

    private mutating func set(_ field: WritableKeyPath<WrittenDate, Int?>, _ value: Int) -> Bool {
        guard written[keyPath: field] == nil else { return false }
        written[keyPath: field] = value
        return true
    }

    /// A day and a month in numbers, in the only order that fits or the order that was said.
    private mutating func set(
        _ first: Int, _ second: Int, year: Int?, _ column: Int
    ) throws(EDTFError) -> Bool {
        if let year, !set(\.year, year) { return false }
        let dayFirst = second <= 12
        let monthFirst = first <= 12
        var isDayFirst = dayFirst
        if dayFirst, monthFirst, first != second {
            guard let order else {
                let year = year.map { CalendarDay.padded($0, to: 4) } ?? "XXXX"
                let numbers = [first, second].map { CalendarDay.padded($0, to: 2) }
                throw .orderNotSaid(
                    dayFirst: "\(year)-\(numbers[1])-\(numbers[0])",
                    monthFirst: "\(year)-\(numbers[0])-\(numbers[1])", column: column)
            }
            usedOrder = true
            isDayFirst = order == .dayFirst
        } else if !dayFirst, !monthFirst {
            throw .noSuchMonth(second, column: column)
        }
        return set(\.day, isDayFirst ? first : second) && set(\.month, isDayFirst ? second : first)
    }

    /// The date, or nil when the signs make none.
    mutating func date() throws(EDTFError) -> WrittenDate? {
        if let (first, second) = seasons {
            guard let year = written.year, written.season == nil else { return nil }
            let text = CalendarDay.padded(year, to: 4)
            throw .ambiguous(["\(text)-\(first)", "\(text)-\(second)"], column: written.column)
        }
        if hasEra, written.year == nil, !saysCentury, !shorts.isEmpty {
            // In e.ə. 25–26 fevral 44 the era is that of a year further on.
            if isEraFirst, !isAlone, namedYear == nil, written.month == nil { return nil }
            written.year = shorts.remove(at: namedYear ?? shorts.count - 1).value
        }
        if written.isBCE, written.year == 0 { return nil }
        try refuseShortYear()
        // The 90s of a range, and nothing else beside them.
        if isShortDecade, shorts.count != 1 || written.year != nil || written.month != nil {
            return nil
        }
        guard shorts.count < 2 else { return nil }
        written.short = shorts.first.map { ($0.value, $0.width) }
        if hasYears, mayBeDecade, !written.isDecade, isRoundYear { written.isDecade = true }
        written.settle()
        return written.isEmpty ? nil : written
    }

    private var isRoundYear: Bool {
        written.year?.isMultiple(of: 10) ?? false
    }

    /// `12 July 92` and `Feb 92` do not say which century.
    private func refuseShortYear() throws(EDTFError) {
        guard written.month != nil, written.year == nil, !saysCentury, let last = shorts.last,
            shorts.count == 2 || last.value > 31
        else { return }
        throw .shortYear(last.value, column: last.column)
    }
}
