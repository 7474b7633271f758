public import EDTF

/// Someone whose names and borders the tables tell: a state, or an authority that is not one everywhere.
public struct NamingPerspective: Hashable, Sendable {
    /// The key that rows use: `AZ`, `SU`, `x-nk`.
    public var key: String
    /// Its short name in English.
    public var name: String
    /// What the key stands for.
    public var definition: String
    /// When it existed; nil when the source does not say.
    public var period: HistoricalDate?
    /// What was read.
    public var source: String

    /// Makes a perspective from its parts.
    public init(
        key: String, name: String, definition: String, period: HistoricalDate?, source: String
    ) {
        self.key = key
        self.name = name
        self.definition = definition
        self.period = period
        self.source = source
    }
}

/// The name that one perspective gives a place which two authorities have administered or named
/// officially since 1988.
public struct ContestedName: Hashable, Sendable {
    /// The place.
    public var placeID: String
    /// Whose name it is.
    public var perspective: String
    /// The name in English letters.
    public var name: String
    /// The name in its own script.
    public var native: String
    /// When it was official; nil when it is in use without a known date.
    public var period: HistoricalDate?
    /// What was read.
    public var source: String
    /// A remark; nil without one.
    public var note: String?

    /// Makes a row from its parts.
    public init(
        placeID: String, perspective: String, name: String, native: String, period: HistoricalDate?,
        source: String, note: String? = nil
    ) {
        self.placeID = placeID
        self.perspective = perspective
        self.name = name
        self.native = native
        self.period = period
        self.source = source
        self.note = note
    }
}

/// What a name policy needs to know besides the place: the date of the data and the contested places.
public struct NameSetting: Hashable, Sendable {
    /// The day up to which the data tells; "now" for a label.
    public let date: CalendarDay
    /// The same as a date of a label.
    let today: HistoricalDate
    /// The rows of the table of contested places, by place id.
    public var contested: [String: [ContestedName]]
    /// The perspectives, by key.
    public var perspectives: [String: NamingPerspective]

    /// Makes a setting from its parts.
    public init(
        date: CalendarDay, contested: [ContestedName] = [], perspectives: [NamingPerspective] = []
    ) {
        self.date = date
        today = HistoricalDate(date)
        self.contested = Dictionary(grouping: contested, by: \.placeID)
        self.perspectives = Dictionary(
            perspectives.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
