internal import EDTF
internal import EventIngest
internal import PlaceResolution
internal import Synchronization

/// Understands the hints of a table and remembers what they mean: a table says the same over and over.
/// Several threads may ask at once.
final class TableHints: Sendable {
    private let resolver: PlaceResolver
    private let countries = HintMemory<String?>()
    private let units = HintMemory<Set<String>>()
    private let dates = HintMemory<HistoricalDate?>()

    init(_ resolver: PlaceResolver) {
        self.resolver = resolver
    }

    /// The context of a query, and the columns whose cell says nothing that is understood.
    func context(of query: TableQuery) -> (context: ResolutionContext, unread: [PlaceField]) {
        var context = ResolutionContext(limit: Self.mostCandidates)
        var unread: [PlaceField] = []
        if !query.country.isEmpty {
            context.country = countries.value(query.country) {
                resolver.country(named: query.country)
            }
            if context.country == nil { unread.append(.country) }
        }
        if !query.admin1.isEmpty {
            let country = context.country
            context.units = units.value("\(country ?? "") \(query.admin1)") {
                resolver.units(named: query.admin1, inCountry: country)
            }
            if context.units.isEmpty { unread.append(.admin1) }
        }
        if !query.date.isEmpty {
            context.asOf = dates.value(query.date) { try? DateReading.read(query.date).date }
            if context.asOf == nil { unread.append(.date) }
        }
        context.near = query.position
        if context.near == nil, !query.longitude.isEmpty || !query.latitude.isEmpty {
            unread.append(.longitude)
        }
        return (context, unread)
    }

    /// As many as a review can show.
    private static let mostCandidates = 20
}

/// What cells of one column mean.
private final class HintMemory<Meaning: Sendable>: Sendable {
    private let known = Mutex<[String: Meaning]>([:])

    /// Cells that are kept; then all are forgotten.
    private static var mostKept: Int { 20_000 }
    /// A longer cell is read again each time.
    private static var longest: Int { 200 }

    /// What a cell means, found out when it is met first.
    func value(_ cell: String, _ read: () -> Meaning) -> Meaning {
        if let meaning = known.withLock({ $0[cell] }) { return meaning }
        let meaning = read()
        guard cell.utf8.count <= Self.longest else { return meaning }
        known.withLock { known in
            if known.count >= Self.mostKept { known = [:] }
            known[cell] = meaning
        }
        return meaning
    }
}
