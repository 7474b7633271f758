/// How a date meets another: surely, perhaps, or not at all.
public enum TemporalRelation: Hashable, Sendable {
    case certainly
    case possibly
    case not
}

extension HistoricalDate {
    /// Whether the two share a day.
    ///
    /// `self` is what happened: of reduced precision (`1992-02`) it stands for some day of its span,
    /// not for each. `other` is what is asked about: it stands for every day of its span. So
    /// `1992-02-10` overlaps `1992-02` certainly, but `1992-02` overlaps `1992-02-10` possibly.
    /// Open ends reach without end; an unknown end makes the answer `possibly` beyond the known one.
    /// An approximate end may be off by one unit of its coarsest approximate part (`1993~` by a
    /// year); an uncertain date (`?`) never overlaps certainly.
    ///
    /// - Complexity: O(*n* · *m*) in the numbers of set members.
    public func overlaps(_ other: HistoricalDate) -> TemporalRelation {
        let spans = other.form.spans
        let relations = form.happenings.map { happening in
            Self.combine(spans.map { happening.relation(to: $0) }, every: other.isChoice)
        }
        let relation = Self.combine(relations, every: isChoice)
        return relation == .certainly && (isUncertain || other.isUncertain) ? .possibly : relation
    }

    /// The first days of the spans within which every single day overlaps this date alike, in order.
    ///
    /// Whoever asks of many days what is in force on them has to ask once for each span.
    package var turningDays: [CalendarDay] {
        let days = form.happenings.flatMap { happening in
            [
                happening.startsFrom, happening.startsBy, happening.endsFrom?.next,
                happening.endsBy?.next,
            ].compactMap(\.self)
        }
        return Set(days).sorted()
    }

    /// The day, when the date is one and no more.
    package var singleDay: CalendarDay? {
        guard case .date(let part) = form, part.qualifier.isEmpty, let day = earliest,
            day == latest
        else { return nil }
        return day
    }

    /// The first and the last of the days asked about, when each is meant and none in doubt: within
    /// a span between turning days such a date overlaps as every day of the span does.
    package var certainDays: ClosedRange<CalendarDay>? {
        let spans = form.spans
        guard !isUncertain, !isChoice, spans.count == 1, let first = spans[0].first,
            let last = spans[0].last, let core = spans[0].core, core.first == first,
            core.last == last
        else { return nil }
        return first...last
    }

    /// Whether one member alone is meant, so that a thing is certain only when certain of each.
    private var isChoice: Bool {
        if case .oneOf = form { true } else { false }
    }

    private static func combine(_ relations: [TemporalRelation], every: Bool) -> TemporalRelation {
        let isCertain =
            every
            ? relations.allSatisfy { $0 == .certainly } : relations.contains(.certainly)
        if isCertain { return .certainly }
        return relations.allSatisfy { $0 == .not } ? .not : .possibly
    }
}

/// What happened between a start and an end, each known only to lie between two days.
/// Nil days lie beyond all others, before or after as the name says.
private struct Happening {
    var startsFrom: CalendarDay?
    var startsBy: CalendarDay?
    var endsFrom: CalendarDay?
    var endsBy: CalendarDay?
    /// Whether `endsFrom` is nil for "never ends" and not for "may end any day".
    var neverEnds = false
    /// Whether `startsBy` is nil for "had no start" and not for "may start any day".
    var neverStarts = false

    func relation(to span: AskedSpan) -> TemporalRelation {
        guard !Happening.isAfter(startsFrom, span.last), !Happening.isAfter(span.first, endsBy)
        else { return .not }
        guard let core = span.core else { return .possibly }
        let startsInTime =
            neverStarts || core.last == nil || (startsBy.map { $0 <= core.last ?? $0 } ?? false)
        let endsInTime =
            neverEnds || core.first == nil || (endsFrom.map { $0 >= core.first ?? $0 } ?? false)
        return startsInTime && endsInTime ? .certainly : .possibly
    }

    /// Whether a first day (nil: since ever) comes after a last day (nil: for ever).
    static func isAfter(_ first: CalendarDay?, _ last: CalendarDay?) -> Bool {
        guard let first, let last else { return false }
        return first > last
    }
}

/// The days asked about: all they may be, and those that they surely are. Nil days are without end.
private struct AskedSpan {
    var first: CalendarDay?
    var last: CalendarDay?
    var core: (first: CalendarDay?, last: CalendarDay?)?
}

extension HistoricalDate.Form {
    fileprivate var happenings: [Happening] {
        let isOneSpan =
            switch self {
            case .interval, .all: false
            case .date, .oneOf: true
            }
        return ends.map { Self.happening($0.first, $0.last, isOneDay: isOneSpan || $0.0 == $0.1) }
    }

    /// A choice within a range (`[1670..1672]`) is one date in it, as `1992-02` is one day in it.
    private static func happening(
        _ start: HistoricalDate.Bound, _ end: HistoricalDate.Bound, isOneDay: Bool
    ) -> Happening {
        let (from, to) = (start.widened, end.widened)
        if isOneDay {
            return Happening(
                startsFrom: from?.lowerBound, startsBy: to?.upperBound,
                endsFrom: from?.lowerBound, endsBy: to?.upperBound)
        }
        // An unknown start lies no later than the end, an unknown end no earlier than the start.
        return Happening(
            startsFrom: from?.lowerBound,
            startsBy: start == .unknown ? to?.upperBound : from?.upperBound,
            endsFrom: end == .unknown ? from?.lowerBound : to?.lowerBound,
            endsBy: to?.upperBound, neverEnds: end == .open, neverStarts: start == .open)
    }

    fileprivate var spans: [AskedSpan] {
        let isChoice = if case .oneOf = self { true } else { false }
        return ends.map { Self.span($0.first, $0.last, isOneDay: isChoice && $0.0 != $0.1) }
    }

    private static func span(
        _ start: HistoricalDate.Bound, _ end: HistoricalDate.Bound, isOneDay: Bool
    ) -> AskedSpan {
        let (from, to) = (start.widened, end.widened)
        var span = AskedSpan(first: from?.lowerBound, last: to?.upperBound)
        let coreStart = start == .unknown ? to?.lowerBound : start.surelyFrom
        let coreEnd = end == .unknown ? from?.upperBound : end.surelyUntil
        let isKnown = (start == .open || coreStart != nil) && (end == .open || coreEnd != nil)
        if isKnown, !isOneDay, !Happening.isAfter(coreStart, coreEnd) {
            span.core = (coreStart, coreEnd)
        }
        return span
    }
}

extension HistoricalDate.Bound {
    /// The days that the date may mean, with allowance for an approximate one.
    fileprivate var widened: ClosedRange<CalendarDay>? {
        part.flatMap { part in part.extent.map { part.widened($0) } }
    }

    /// The day by which a span with this start has surely begun.
    fileprivate var surelyFrom: CalendarDay? {
        isWhole ? widened?.lowerBound : widened?.upperBound
    }

    /// The day until which a span with this end surely lasts.
    fileprivate var surelyUntil: CalendarDay? {
        isWhole ? widened?.upperBound : widened?.lowerBound
    }

    /// Whether the date stands for each of its days: it has no doubt and no open digits.
    private var isWhole: Bool {
        part.map { $0.qualifier.isEmpty && !$0.hasOpenDigits } ?? false
    }
}
