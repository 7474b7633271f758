import GeoModel
import PlaceIndex
import Places
import TestSupport
import Testing

/// What a filter leaves is what looking through all answers leaves.
@Suite("Filters of an index") struct FilterTests {
    private static let units = ["tp:u0", "tp:u1", "tp:u2"]
    private static let countries = ["iso:AZ", "iso:AM"]

    private func text(_ generator: inout SplitMix64) -> String {
        let letters = ["a", "b", "g", "i", "sh", "ş", "к", "о", "n"]
        return (0..<Int.random(in: 2...9, using: &generator))
            .map { _ in letters.randomElement(using: &generator) ?? "a" }.joined()
    }

    private func places(_ generator: inout SplitMix64) throws -> [Place] {
        let tag = try #require(LanguageTag("az"))
        return Set((0..<60).map { _ in Int.random(in: 0..<90, using: &generator) }).sorted().map {
            number in
            var place = Place(
                id: "tp:\(number)", kind: number % 5 == 0 ? .district : .village,
                label: "\(number)",
                coordinate: Coordinate(longitude: Double(number), latitude: 0), source: "p")
            for _ in 0..<3 {
                place.names.append(
                    PlaceName(text(&generator), language: tag, kind: .local, source: "p"))
            }
            for ids in [Self.units, Self.countries] {
                guard let id = ids.randomElement(using: &generator) else { continue }
                place.memberships.append(
                    Membership(ids == Self.units ? .admin1 : .country, in: id, source: "p"))
            }
            return place
        }
    }

    /// By the claims of the places themselves.
    private func admits(_ filter: PlaceFilter, _ place: Place) -> Bool {
        let isThere =
            filter.country.map { country in
                place.memberships.contains { $0.relation == .country && $0.targetID == country }
            } ?? true
        let isOf =
            filter.units.isEmpty || filter.units.contains(place.id)
            || place.memberships.contains { filter.units.contains($0.targetID) }
        return isThere && isOf && (filter.kinds.isEmpty || filter.kinds.contains(place.kind))
            && (filter.box?.contains(place.coordinate) ?? true)
    }

    private func filter(_ generator: inout SplitMix64) -> PlaceFilter {
        var filter = PlaceFilter()
        if Bool.random(using: &generator) {
            filter.country = Self.countries.randomElement(using: &generator)
        }
        if Bool.random(using: &generator) {
            filter.units = Array(Self.units.shuffled(using: &generator).prefix(2)) + ["tp:5"]
        }
        if Int.random(in: 0..<4, using: &generator) == 0 { filter.kinds = [.district] }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            filter.box = BoundingBox(west: 10, south: -1, east: 50, north: 1)
        }
        return filter
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `leave what looking through all leaves`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let packs = try (0..<3).map { _ in NameIndex(try places(&generator)) }
        let index = NameIndex(joining: packs)
        let prepared = index.preparedForMany()
        let areas = AreaForms(prepared)
        for _ in 0..<12 {
            let (spelling, filter) = (text(&generator), filter(&generator))
            func kept(_ matches: [NameMatch]) -> [NameMatch] {
                matches.filter { admits(filter, index.place(at: $0.placeIndex)) }
            }
            let attested = kept(index.attested(spelling))
            #expect(index.attested(spelling, where: filter) == attested)
            #expect(prepared.attested(spelling, where: filter) == attested)
            for allowance in 1...3 {
                let near = kept(index.fuzzy(spelling, allowance: allowance))
                #expect(index.fuzzy(spelling, allowance: allowance, where: filter) == near)
                #expect(
                    prepared.fuzzy(spelling, allowance: allowance, where: filter, among: areas)
                        == near)
            }
        }
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func `traits are those of the place and its names`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let packs = try (0..<2).map { _ in NameIndex(try places(&generator)) }
        let index = NameIndex(joining: packs)
        for position in index.places.indices {
            let place = index.place(at: position)
            let traits = try #require(index.traits(at: position))
            #expect(traits.kind == place.kind && traits.rank == place.rank)
            #expect(traits.population == place.population && traits.coordinate == place.coordinate)
            var targets: Set<String> = []
            index.forEachTarget(at: position) { targets.insert($1) }
            #expect(targets == Set(place.memberships.map(\.targetID)))
            for match in index.attested(place.names[0].text) where match.placeIndex == position {
                let name = index.name(of: match)
                let known = try #require(index.traits(of: match))
                #expect(known.kind == name.kind && known.certainty == name.certainty)
                #expect(known.isUsual == name.isUsual)
                #expect(known.hasPerspective == (name.perspective != nil))
                #expect(known.hasLanguage == (name.language.language != "und"))
            }
        }
    }
}
