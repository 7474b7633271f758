public import EDTF

/// What is said of an event's standing by whoever reports it. All but `reported` are drawn open.
public enum EventStatus: String, Hashable, Sendable, CaseIterable {
    case reported
    case planned
    case alleged
    case disputed
}

/// How closely the place of an event is known.
public enum PlacePrecision: String, Hashable, Sendable, CaseIterable {
    /// Exact coordinates.
    case point
    /// Somewhere near the place named.
    case near
    /// A settlement.
    case settlement
    /// A district, or one of several places in it.
    case district
    /// A region or historical unit.
    case region
    /// A country only.
    case country
}

extension PlacePrecision: Comparable {
    /// From the closest to the vaguest, a place nearby being vaguer than a settlement itself.
    public static func < (left: PlacePrecision, right: PlacePrecision) -> Bool {
        left.order < right.order
    }

    private var order: Int {
        switch self {
        case .point: 0
        case .settlement: 1
        case .near: 2
        case .district: 3
        case .region: 4
        case .country: 5
        }
    }
}

/// The place that a feature stands at, as the gazetteer resolved it.
public struct PlaceReference: Hashable, Sendable {
    /// The place as the event table spells it, without separators (`near Askeran`).
    public var text: String
    /// The gazetteer id, or nil when the row gives coordinates alone.
    public var id: String?
    /// The name that matched, as the gazetteer spells it.
    public var matchedName: String?
    /// The tier of the match: `exact`, `folded`, `transliterated`, `fuzzy`.
    public var tier: String?
    /// What to print on a map, as the name policy chose.
    public var label: String

    /// Makes a reference from its parts.
    public init(text: String, id: String?, matchedName: String?, tier: String?, label: String) {
        self.text = text
        self.id = id
        self.matchedName = matchedName
        self.tier = tier
        self.label = label
    }
}

/// One event at one place, ready to be drawn or exported: the value that passes from names to pixels.
public struct Feature: Hashable, Sendable {
    /// `event_id/place_index`, and `event_id/place_index/claim_index` for the second and later claims.
    public var id: String
    /// The event's id in its table.
    public var eventID: String
    /// Which of the event's places this is, from 1.
    public var placeIndex: Int
    /// How many places the event has; 0 when it has none.
    public var placeCount: Int
    /// Which of the competing claims about the event this is, from 1.
    public var claimIndex: Int
    /// How many claims about the event there are.
    public var claimCount: Int
    /// When, or nil when the row does not say.
    public var date: HistoricalDate?
    /// Where it is drawn: a point, an area, or a line for a movement or road; nil without a place.
    public var geometry: Geometry?
    /// Where a mark or label stands for the geometry; nil without a place.
    public var anchor: Coordinate?
    /// The place as resolved; nil without a place. For a movement, where it starts.
    public var place: PlaceReference?
    /// Where a movement ends; nil for all else.
    public var destination: PlaceReference?
    /// How closely the place is known; nil without a place.
    public var precision: PlacePrecision?
    /// How far off the anchor may be, in metres; nil when not known.
    public var uncertaintyInMetres: Double?
    /// How closely the place may be told, where it is known more closely; nil for as it is known.
    public var coarsening: Coarsening?
    /// What happened, in plain words.
    public var title: String
    /// The kind of act, in plain words.
    public var category: String
    /// A closer kind of act.
    public var subcategory: String
    /// The source's own, possibly loaded, word; always shown in quotes.
    public var sourceWord: String
    /// What is said of the event's standing.
    public var status: EventStatus
    /// The figures the source gives, by column, in the order of the table.
    public var figures: [KeyedFigure]
    /// Whom the figures count, as the source says.
    public var counted: String
    /// Who reports it.
    public var reportedBy: String
    /// Where it is reported.
    public var source: String
    /// The id of the total or larger event that this is a part of.
    public var partOf: String
    /// What the place rests on: `stated`, `inferred`, `subject`, `institution`.
    public var placeBasis: String
    /// A remark.
    public var note: String
    /// Columns that have no meaning to us, in the order of the table.
    public var passedThrough: [PassedField]

    /// A figure and the column that it stands in.
    public struct KeyedFigure: Hashable, Sendable {
        /// The column's header, such as `killed`.
        public var key: String
        /// The figure.
        public var figure: Figure

        /// Makes a keyed figure.
        public init(key: String, figure: Figure) {
            self.key = key
            self.figure = figure
        }
    }

    /// A column that is kept as it stands.
    public struct PassedField: Hashable, Sendable {
        /// The column's header.
        public var key: String
        /// The cell.
        public var value: String

        /// Makes a field.
        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// Makes a feature with its identity; all else starts empty and is set after.
    public init(
        eventID: String, placeIndex: Int, placeCount: Int, claimIndex: Int = 1, claimCount: Int = 1
    ) {
        self.id = "\(eventID)/\(placeIndex)" + (claimIndex > 1 ? "/\(claimIndex)" : "")
        self.eventID = eventID
        self.placeIndex = placeIndex
        self.placeCount = placeCount
        self.claimIndex = claimIndex
        self.claimCount = claimCount
        title = ""
        category = ""
        subcategory = ""
        sourceWord = ""
        status = .reported
        figures = []
        counted = ""
        reportedBy = ""
        source = ""
        partOf = ""
        placeBasis = ""
        note = ""
        passedThrough = []
    }

    /// The figure of a column, if the source gives one.
    public func figure(_ key: String) -> Figure? {
        figures.first { $0.key == key }?.figure
    }
}
