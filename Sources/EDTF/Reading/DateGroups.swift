/// The signs of a text in groups of one date each, with what joins or limits them.
struct DateGroups {
    /// How the groups stand together.
    enum Kind: Hashable {
        case one
        case range
        case between
        case list(isChoice: Bool)
    }

    let kind: Kind
    let chunks: [[DateSigns.Placed]]
    /// Whether the dash of a range has no space about it.
    var isTight = false
    /// The limit of one date; nil when limits contradict each other.
    var limit: DateLimit?

    private static let limits: Set<DateSign> = [
        .before, .after, .from, .since, .until, .upTo, .orEarlier, .orLater, .ablative,
    ]

    /// Groups signs; nil when they do not go together.
    init?(_ signs: [DateSigns.Placed]) {
        let said = signs.map(\.sign).filter(Self.limits.contains)
        let isLimited = said == [.orLater, .orEarlier]
        let isBetween = signs.contains { $0.sign == .between } || isLimited
        let bare = signs.filter { !Self.limits.contains($0.sign) && $0.sign != .between }
        let joins = bare.filter { $0.sign == .or || $0.sign == .and }
        let dashes = bare.compactMap { placed -> Bool? in
            if case .dash(let isTight) = placed.sign { isTight } else { nil }
        }
        if isBetween {
            guard joins.count + dashes.count == 1, said.isEmpty || isLimited else { return nil }
            self.init(.between, Self.split(bare, where: \.isJoin), isTight: dashes.first ?? false)
        } else if !joins.isEmpty {
            guard said.isEmpty, dashes.isEmpty, Set(joins.map(\.sign)).count == 1 else {
                return nil
            }
            self.init(.list(isChoice: joins[0].sign == .or), Self.listed(bare))
        } else if dashes.count == 1 {
            guard Self.goWithRange(said) else { return nil }
            self.init(.range, Self.split(bare, where: \.isJoin), isTight: dashes[0])
        } else if dashes.isEmpty, let chunks = Self.fromUntil(signs), Self.goWithRange(said) {
            self.init(.range, chunks)
        } else if dashes.isEmpty {
            self.init(.one, [bare])
            limit = DateLimit(said)
        } else {
            return nil
        }
    }

    private init?(_ kind: Kind, _ chunks: [[DateSigns.Placed]], isTight: Bool = false) {
        guard chunks.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.kind = kind
        self.chunks = chunks
        self.isTight = isTight
    }

    private static func goWithRange(_ limits: [DateSign]) -> Bool {
        limits.allSatisfy { [.from, .ablative, .until, .upTo].contains($0) }
    }

    /// The halves of `from 1988 until 1991` and of `1988-ci ildən 1991-ci ilə qədər`.
    private static func fromUntil(_ signs: [DateSigns.Placed]) -> [[DateSigns.Placed]]? {
        func halves(at index: Int) -> [[DateSigns.Placed]]? {
            let halves = [signs[..<index], signs[(index + 1)...]].map { half in
                half.filter { !limits.contains($0.sign) }
            }
            return halves.allSatisfy { half in half.contains(where: \.sign.isPart) } ? halves : nil
        }
        let middles = signs.indices.filter { index in
            [.until, .upTo, .ablative].contains(signs[index].sign)
        }
        return middles.lazy.compactMap(halves).first
    }

    /// The entries of a list. The comma of `July 12, 2020` is none: a year follows where one lacks.
    private static func listed(_ signs: [DateSigns.Placed]) -> [[DateSigns.Placed]] {
        var chunks: [[DateSigns.Placed]] = [[]]
        for (index, placed) in signs.enumerated() {
            let next = index + 1 < signs.count ? signs[index + 1].sign : .filler
            let last = chunks.count - 1
            // The comma of "возможно, 1993 г." is none.
            if placed.sign == .comma, index > 0, signs[index - 1].sign.isDoubt { continue }
            let takesYear =
                next.isYear && !chunks[last].contains(where: \.sign.isYear)
                && chunks[last].contains { if case .month = $0.sign { true } else { false } }
            if placed.sign.isJoin || placed.sign == .comma && !takesYear {
                if !chunks[last].isEmpty { chunks.append([]) }
            } else {
                chunks[last].append(placed)
            }
        }
        return chunks
    }

    private static func split(
        _ signs: [DateSigns.Placed], where isSeparator: (DateSign) -> Bool
    ) -> [[DateSigns.Placed]] {
        signs.split(omittingEmptySubsequences: false) { isSeparator($0.sign) }.map(Array.init)
    }
}

extension DateSign {
    /// Whether it stands between two dates.
    fileprivate var isJoin: Bool {
        switch self {
        case .and, .or, .dash: true
        default: false
        }
    }

    fileprivate var isDoubt: Bool { self == .uncertain || self == .approximate }

    fileprivate var isYear: Bool {
        if case .number(_, width: 4) = self { true } else { false }
    }

    /// Whether it says some part of a date.
    fileprivate var isPart: Bool {
        switch self {
        case .number, .numbers, .pair, .whole, .month, .season, .roman, .twoCalendars: true
        default: false
        }
    }
}

/// On which side of a date something lies.
enum DateLimit: Hashable {
    case none
    case before
    case after
    case from
    case since
    case until
    case upTo
    case orEarlier
    case orLater

    /// The limit that signs say together; nil when they contradict each other.
    init?(_ signs: [DateSign]) {
        let from: Set<DateSign> = [.from, .ablative]
        let others = Set(signs).subtracting(from)
        let hasFrom = !from.isDisjoint(with: signs)
        switch others.first {
        case nil: self = hasFrom ? .from : .none
        case .before: self = .before
        case .after: self = .after
        case .since: self = .since
        case .until where !hasFrom: self = .until
        case .upTo where !hasFrom: self = .upTo
        case .orEarlier where !hasFrom: self = .orEarlier
        case .orLater where !hasFrom: self = .orLater
        default: return nil
        }
        guard others.count < 2 else { return nil }
    }

    /// A date with the limit.
    ///
    /// Before and after leave the date itself out when it is plain; with doubt or a season, whose
    /// days are not agreed, it stays in, which is less certain.
    func form(of meaning: DateMeaning) -> HistoricalDate.Form {
        let part = meaning.part
        return switch self {
        case .none: meaning.form
        case .from: .interval(start: .date(part), end: .unknown)
        case .since: .interval(start: .date(part), end: .open)
        case .until: .interval(start: .unknown, end: .date(part))
        case .upTo: .interval(start: .open, end: .date(part))
        case .before: .oneOf([.range(from: nil, through: part.beside(-1))])
        case .after: .oneOf([.range(from: part.beside(1), through: nil)])
        case .orEarlier: .oneOf([.range(from: nil, through: part)])
        case .orLater: .oneOf([.range(from: part, through: nil)])
        }
    }
}

extension DatePart {
    /// The next year, month or day (step 1) or the one before (-1); itself when it has doubt.
    fileprivate func beside(_ step: Int) -> DatePart {
        guard qualifier.isEmpty, season == nil, let extent else { return self }
        let day = step < 0 ? extent.lowerBound.previous : extent.upperBound.next
        var beside = DatePart(day)
        if self.day == nil { beside.day = nil }
        if month == nil { beside.month = nil }
        return beside
    }
}
