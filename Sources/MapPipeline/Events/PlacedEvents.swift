public import Diagnostics
public import EventIngest
public import GeoModel

/// The events of a table with their places found: what is drawn, exported and reported.
///
/// Every row is in exactly one of the four counts.
public struct PlacedEvents: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// How many data rows the table has.
    public let rows: Int
    /// The columns of the table, in its order; empty where no more than positions were read.
    public let columns: [EventColumn]
    /// One feature an event and place, in the order of the table; null geometry without a place.
    public internal(set) var features: [Feature] = []
    /// What was found wrong or worth saying, in the order of the table.
    public internal(set) var report: DiagnosticReport
    /// Rows with at least one place closer than a country.
    public internal(set) var placed = 0
    /// Rows known by country alone.
    public internal(set) var countryLevel = 0
    /// Rows that name no place.
    public internal(set) var withoutPlace = 0
    /// Rows that are not used, by why: each has a diagnostic of its own.
    public internal(set) var setAside: [SetAside: Int] = [:]

    /// How closely places are told; nil for as closely as they are known.
    public internal(set) var coarsening: Coarsening?

    /// Why a row is not used.
    public enum SetAside: String, Hashable, Sendable, CaseIterable {
        /// Something in it cannot be read.
        case unreadable
        /// An earlier row has the same id, reporter and source.
        case duplicate
        /// No place bears its name.
        case unknownPlace
        /// Several places bear its name.
        case ambiguousPlace

        /// The reason in words that follow a count.
        public var words: String {
            switch self {
            case .unreadable: "a cell cannot be read"
            case .duplicate: "the same as an earlier row"
            case .unknownPlace: "place not known"
            case .ambiguousPlace: "several places fit"
            }
        }
    }

    /// How many rows are not used.
    public var setAsideCount: Int { setAside.values.reduce(0, +) }

    init(file: String, rows: Int, columns: [EventColumn] = [], report: DiagnosticReport) {
        self.file = file
        self.rows = rows
        self.columns = columns
        self.report = report
    }
}
