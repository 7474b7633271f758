/// A date or an interval with its doubt, as EDTF (ISO 8601-2:2019) spells it.
///
/// The days it may cover run from `earliest` to `latest`, both inclusive; nil is an open or unknown end.
public struct HistoricalDate: Hashable, Sendable, CustomStringConvertible {
    /// The canonical EDTF spelling.
    public let description: String
    /// The first day it may cover, or nil when the start is open or unknown.
    public let earliest: CalendarDay?
    /// The last day it may cover, or nil when the end is open or unknown.
    public let latest: CalendarDay?
    /// Whether any part is marked approximate (`~`).
    public let isApproximate: Bool
    /// Whether any part is marked uncertain (`?`).
    public let isUncertain: Bool

    /// Reads one EDTF expression.
    ///
    /// - Throws: `EDTFError`, with the column of the first character that does not fit.
    public init(edtf text: String) throws(EDTFError) {
        fatalError("contract only")
    }
}

/// How a date meets another: surely, perhaps, or not at all.
public enum TemporalRelation: Hashable, Sendable {
    case certainly
    case possibly
    case not
}

extension HistoricalDate {
    /// Whether the two share a day.
    ///
    /// Open ends reach without end; an unknown end makes the answer `possibly` beyond the known one.
    public func overlaps(_ other: HistoricalDate) -> TemporalRelation {
        fatalError("contract only")
    }
}
