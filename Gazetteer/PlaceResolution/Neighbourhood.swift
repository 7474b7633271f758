internal import PlaceIndex
public import Places

/// Where the places of a table lie: how many of those that are surely known, by country and by unit.
///
/// A table is mostly about one part of the world, so that its other rows speak for a namesake there
/// more than population does. Order of the rows does not matter.
public struct Neighbourhood: Hashable, Sendable {
    /// How many places were counted.
    public private(set) var count = 0
    private var countries: [String: Int] = [:]
    private var units: [String: Int] = [:]

    /// Fewer places tell nothing.
    static let fewest = 5

    /// Starts with no place.
    public init() {}

    /// Counts a place that is surely meant.
    public mutating func add(_ place: Place) {
        count += 1
        for id in place.ids(of: .country) { countries[id, default: 0] += 1 }
        for id in place.ids(of: .admin1) { units[id, default: 0] += 1 }
    }

    /// The shares of places, 0...1, that lie in the country and in the unit that one does by any claim.
    func shares(at position: Int, in index: NameIndex) -> (country: Double, unit: Double) {
        guard count >= Self.fewest else { return (0, 0) }
        var (country, unit) = (0, 0)
        index.forEachTarget(at: position) { relation, id in
            switch relation {
            case .country: country = max(country, countries[id, default: 0])
            case .admin1: unit = max(unit, units[id, default: 0])
            case .partOf: break
            }
        }
        return (Double(country) / Double(count), Double(unit) / Double(count))
    }
}

extension Place {
    /// The ids that claims of a relation name, each once.
    fileprivate func ids(of relation: Membership.Relation) -> Set<String> {
        Set(memberships.lazy.filter { $0.relation == relation }.map(\.targetID))
    }
}

extension PlaceResolver {
    /// The ids of the units that a cell of a table may mean: an id, an ISO 3166-2 code whole (`AZ-LAC`)
    /// or without its country (`LAC`), or a name. Empty when it is none that is known.
    public func units(named text: String, inCountry country: String? = nil) -> Set<String> {
        let code = text.uppercased()
        let codes = [text, "iso:\(code)"] + (country.map { ["iso:\($0)-\(code)"] } ?? [])
        let known = codes.filter { index.placeIndex(ofID: $0) != nil }
        if !known.isEmpty { return Set(known) }
        var context = ResolutionContext(
            kinds: [.district, .province, .region, .historical], allowsFuzzy: false)
        context.country = country
        context.wantsSuggestions = false
        let found = weigh(PlaceQuery(text), in: context).contenders
        return Set(
            found.filter { $0.tier <= .transliterated }.compactMap { index.id(at: $0.position) })
    }

    /// The ISO 3166-1 code of the country that a cell of a table means, by code or name; nil when it is
    /// none that is known.
    public func country(named text: String) -> String? {
        let code = text.uppercased()
        if code.utf8.count == 2, index.placeIndex(ofID: "iso:\(code)") != nil { return code }
        let context = ResolutionContext(kinds: [.country], allowsFuzzy: false)
        return resolve(text, in: context).match?.place.countryCode
    }
}

extension PlaceResolver {
    /// The next best contender that is no unit named after the best, nor a settlement of it.
    package func runnerUp(of weighing: Weighing) -> Contender? {
        guard let best = weighing.contenders.first else { return nil }
        return weighing.contenders.dropFirst().first { !areFamily(best, $0) }
    }

    /// The next best candidate that is no unit named after the best, nor a settlement of it.
    public func runnerUp(of resolution: Resolution) -> Candidate? {
        guard let best = resolution.candidates.first else { return nil }
        return resolution.candidates.dropFirst().first { !areFamily(best.place, $0.place) }
    }
}
