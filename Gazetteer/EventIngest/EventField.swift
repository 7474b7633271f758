/// A column of an event table that has a meaning.
public enum EventField: String, Hashable, Sendable, CaseIterable {
    case id
    case date
    case place
    case longitude
    case latitude
    case precision
    case uncertainty = "uncertainty_m"
    case title
    case category
    case subcategory
    case sourceWord = "source_word"
    case counted
    case status
    case reportedBy = "reported_by"
    case source
    case partOf = "part_of"
    case placeBasis = "place_basis"
    case note
}

/// What a column of an event table is read as.
public enum ColumnMeaning: Hashable, Sendable {
    /// A field of the event.
    case field(EventField)
    /// A figure; `isNamed` when its header says so, not its cells.
    case figure(isNamed: Bool)
    /// Nothing to us: kept as text.
    case passedThrough
}

/// A column of an event table.
public struct EventColumn: Hashable, Sendable {
    /// The header as the table spells it, without space around it.
    public let header: String
    /// What it is read as.
    public let meaning: ColumnMeaning
}
