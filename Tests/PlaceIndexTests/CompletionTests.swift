import GeoModel
import NameFolding
import PlaceIndex
import Places
import TestSupport
import Testing

@Suite("Completions") struct CompletionTests {
    private func places(_ seed: UInt64) throws -> [Place] {
        var generator = SplitMix64(seed: seed)
        let tag = try #require(LanguageTag("und"))
        return (0..<200).map { number in
            var place = Place(
                id: "tp:\(seed)-\(number)", kind: .town, label: "\(number)",
                coordinate: Coordinate(longitude: 0, latitude: 0), source: "p")
            place.rank = Int.random(in: 1...3, using: &generator)
            place.population = number % 3 == 0 ? nil : Int.random(in: 0...9, using: &generator)
            place.names = (0..<(number % 5)).map { _ in
                let letters = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                    "abcd".randomElement(using: &generator) ?? "a"
                }
                return PlaceName(String(letters), language: tag, kind: .official, source: "p")
            }
            return place
        }
    }

    /// The places with a name that starts so, those of lower rank first, then the more populous.
    private func expected(_ places: [Place], _ start: String, limit: Int) -> [String] {
        let found = places.enumerated().filter { _, place in
            place.names.contains { $0.text.hasPrefix(start) }
        }
        let sorted = found.sorted { left, right in
            let (l, r) = (left.element, right.element)
            return (l.rank, -(l.population ?? 0), left.offset)
                < (r.rank, -(r.population ?? 0), right.offset)
        }
        return sorted.prefix(limit).map(\.element.id)
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `are those of brute force, in their order`(seed: UInt64) throws {
        let places = try places(seed)
        let index = NameIndex(places)
        for start in ["a", "b", "ab", "ba", "abc", "dd", "abcd", "aaaa", "abcda"] {
            for limit in [1, 3, 10, 1_000] {
                let found = index.starting(with: start, limit: limit)
                #expect(
                    found.map { index.places[$0.placeIndex].id }
                        == expected(places, start, limit: limit))
                #expect(found.allSatisfy { index.name(of: $0).text.hasPrefix(start) })
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `of several packs are those of all places`(seed: UInt64) throws {
        let packs = try (0..<3).map { try places(seed * 3 + $0) }
        let index = NameIndex(joining: packs.map { NameIndex($0) })
        for start in ["a", "ab", "dcb"] {
            let found = index.starting(with: start, limit: 10)
            #expect(
                found.map { index.places[$0.placeIndex].id }
                    == expected(packs.flatMap(\.self), start, limit: 10))
        }
    }
}
