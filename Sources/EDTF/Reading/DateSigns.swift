/// What a piece of a date in words means.
enum DateSign: Hashable {
    // Parts of a date.
    case number(Int, width: Int)
    /// `12.07.2020`: two numbers, a day and a month in some order, and a year.
    case numbers(Int, Int, year: Int)
    /// The year of two digits of `12.07.92`, which no one can complete.
    case shortYear(Int)
    /// The day and the month, in some order, that `12.07` has before a dash.
    case pair(Int, Int)
    /// A date said whole in numbers, year first or month and year.
    case whole(year: Int, month: Int, day: Int?)
    /// `7 (20)` of March 1917: the day of the Julian and of the Gregorian calendar.
    case twoCalendars(old: Int, new: Int)
    case roman(Int)
    case month(Int)
    /// A season, quarter or half by its EDTF number.
    case season(Int)
    /// A word that two languages use for two seasons: `yaz`, spring or summer.
    case seasons(Int, Int)
    /// Early, mid or late: 1, 2 or 3.
    case third(Int)
    /// A day or a month that is not said: `some day of 1999`.
    case someDay
    case someMonth
    case decade
    /// Years in the plural: a decade when one round year stands beside it, `1990-cı illər`.
    case years
    case century
    /// The word that says that a number is a year.
    case yearWord
    case bce
    case ce
    // Doubt.
    case approximate
    case uncertain
    // Limits.
    case before
    case after
    case from
    case since
    case until
    case upTo
    case orEarlier
    case orLater
    case between
    /// The ending or word that means from in languages that put it after: `ildən`, `'den`.
    case ablative
    // What joins.
    case and
    case or
    case dash(isTight: Bool)
    case comma
    // The rest.
    case oldStyle
    case newStyle
    case undated
    /// A word or mark that adds nothing: `of`, `night`
    case filler
    case open
    case close
    /// The day of the week, Monday 0.
    case weekday(Int)
}

/// Tells the meaning of the pieces of a date.
enum DateSigns {
    /// A sign with its column.
    struct Placed: Hashable {
        var sign: DateSign
        var column: Int
    }

    /// The signs in order, without fillers; nil when a piece means nothing in a date.
    static func read(_ tokens: [DateToken]) -> [Placed]? {
        var signs: [Placed] = []
        var position = 0
        while position < tokens.count {
            guard let (count, meanings) = match(tokens, at: position) else { return nil }
            for sign in meanings where sign != .filler {
                signs.append(Placed(sign: sign, column: tokens[position].column))
            }
            position += count
        }
        return signs.enumerated().filter { !joinsThird($0.offset, signs) }.map(\.element)
    }

    /// Whether a sign is the hyphen of `mid-1990s`.
    private static func joinsThird(_ index: Int, _ signs: [Placed]) -> Bool {
        guard index > 0, case .third = signs[index - 1].sign else { return false }
        return signs[index].sign == .dash(isTight: true)
    }

    private static func match(
        _ tokens: [DateToken], at position: Int
    ) -> (count: Int, signs: [DateSign])? {
        if let count = ClockTime.match(tokens, at: position) { return (count, []) }
        if let quarter = quarter(tokens, at: position) { return (2, [.season(32 + quarter)]) }
        if let (count, sign) = NumberPattern.match(tokens, at: position) { return (count, [sign]) }
        let token = tokens[position]
        switch token.kind {
        case .number(let value, let width): return (1, [.number(value, width: width)])
        case .ending(let word): return DateVocabulary.endings[word].map { (1, [$0]) }
        case .word: return DateVocabulary.match(tokens, at: position)
        case .mark(let mark): return sign(of: mark, in: tokens, at: position).map { (1, [$0]) }
        }
    }

    /// The number of `Q2`.
    private static func quarter(_ tokens: [DateToken], at position: Int) -> Int? {
        guard tokens[position].kind == .word("q"), position + 1 < tokens.count,
            case .number(let quarter, width: 1) = tokens[position + 1].kind,
            (1...4).contains(quarter), !tokens[position + 1].followsSpace
        else { return nil }
        return quarter
    }

    private static func sign(
        of mark: Unicode.Scalar, in tokens: [DateToken], at position: Int
    ) -> DateSign? {
        switch mark {
        case ".", "'", "’", "\"", ":", "«", "»", "“", "”", "„": .filler
        case ",": .comma
        case "(", "[": .open
        case ")", "]": .close
        case "~", "≈": .approximate
        case "?": .uncertain
        case "&": .and
        case "-", "–", "/":
            position > 0 && position + 1 < tokens.count
                ? .dash(
                    isTight: !tokens[position].followsSpace && !tokens[position + 1].followsSpace)
                : nil
        default: nil
        }
    }
}
