public import EDTF
public import PlaceIndex
public import Places

/// A source whose licence travels with what is made from it.
public struct Credit: Hashable, Sendable {
    /// A short word for it.
    public var key: String
    /// What it is called.
    public var title: String
    /// Its licence.
    public var licence: String
    /// The line to print.
    public var credit: String

    /// Makes a credit from its parts.
    public init(key: String, title: String, licence: String, credit: String) {
        self.key = key
        self.title = title
        self.licence = licence
        self.credit = credit
    }
}

/// Words that look like a place and are none: an organisation, an adjective, a description.
public struct NotPlace: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Their language.
    public var language: LanguageTag
    /// Why they are no place.
    public var reason: String

    /// Makes an entry from its parts.
    public init(text: String, language: LanguageTag, reason: String) {
        self.text = text
        self.language = language
        self.reason = reason
    }
}

/// A gazetteer ready for use: places with their index, and all that their names need to be understood.
///
/// `Pack.embedded` is the one linked into the program. `CuratedTables` makes others.
public struct Pack: Sendable {
    /// What the pack calls itself.
    public var title: String
    /// Its version.
    public var version: String
    /// The day up to which it tells.
    public var date: CalendarDay
    /// The hash of the tables it was made from: FNV-1a, 64 bits, in hexadecimal.
    public var hash: String
    /// The places and all their names.
    public var index: NameIndex
    /// Who uses names, in the order of the table.
    public var perspectives: [NamingPerspective]
    /// The names of contested places, in the order of the table.
    public var contested: [ContestedName]
    /// What was used, in the order of the table.
    public var credits: [Credit]
    /// Words that are no place, in the order of the table.
    public var notPlaces: [NotPlace]
    /// What the name policies need to know.
    public var nameSetting: NameSetting

    /// Makes a pack from its parts.
    public init(
        title: String, version: String, date: CalendarDay, hash: String, places: [Place],
        perspectives: [NamingPerspective] = [], contested: [ContestedName] = [],
        credits: [Credit] = [], notPlaces: [NotPlace] = []
    ) {
        self.title = title
        self.version = version
        self.date = date
        self.hash = hash
        index = NameIndex(places)
        self.perspectives = perspectives
        self.contested = contested
        self.credits = credits
        self.notPlaces = notPlaces
        nameSetting = NameSetting(date: date, contested: contested, perspectives: perspectives)
    }

    /// All places, in the order of the table.
    public var places: PlaceList { index.places }

    /// The place with an id, or nil.
    public func place(id: String) -> Place? { index.place(id: id) }

    /// What to print for a place under a policy.
    public func label(for place: Place, _ policy: NamePolicy, spelling: String? = nil) -> PlaceLabel
    {
        policy.label(for: place, in: nameSetting, spelling: spelling)
    }
}
