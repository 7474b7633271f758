import GeoModel
import NameFolding
import PlaceIndex
import Places
import TestSupport
import Testing

@Suite("Packs that tell of the same places") struct JoinTests {
    private static let texts = [
        "Şuşa", "Shusha", "Шуша", "Gəncə", "Ganja", "Gandja", "Goris", "Gori", "Ağdam", "Akna",
    ]

    /// Places of few ids and names, so that packs share many of both; names of one text differ in kind,
    /// language or source.
    private func places(_ generator: inout SplitMix64) throws -> [Place] {
        let tags = [try #require(LanguageTag("az-Latn")), try #require(LanguageTag("en-Latn"))]
        var numbers: Set<Int> = []
        for _ in 0..<10 { numbers.insert(Int.random(in: 0..<16, using: &generator)) }
        return numbers.sorted().map { number in
            var place = Place(
                id: "tp:\(number)", kind: .town, label: "\(number)",
                coordinate: Coordinate(longitude: Double(number), latitude: 0), source: "p")
            for text in Self.texts.shuffled(using: &generator).prefix(4) {
                var name = PlaceName(
                    text, language: tags[Int.random(in: 0..<2, using: &generator)],
                    kind: Bool.random(using: &generator) ? .official : .alternate, source: "p")
                if Int.random(in: 0..<4, using: &generator) == 0 { name.perspective = "AZ" }
                place.names.append(name)
            }
            for _ in 0..<2 {
                let country = Bool.random(using: &generator) ? "iso:AZ" : "iso:AM"
                let claim = Membership(.country, in: country, source: "p")
                if !place.memberships.contains(claim) { place.memberships.append(claim) }
            }
            return place
        }
    }

    /// What `Pack` promises: those behind add names and claims, and take nothing away.
    private func joined(_ packs: [[Place]]) -> [Place] {
        var joined: [Place] = []
        for place in packs.joined() {
            guard let known = joined.firstIndex(where: { $0.id == place.id }) else {
                joined.append(place)
                continue
            }
            joined[known].names += place.names.filter { !joined[known].names.contains($0) }
            joined[known].memberships += place.memberships.filter {
                !joined[known].memberships.contains($0)
            }
        }
        return joined
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `are one place with the names and claims of all`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let packs = try (0..<3).map { _ in try places(&generator) }
        let index = NameIndex(joining: packs.map { NameIndex($0) })
        let expected = joined(packs)
        #expect(Array(index.places) == expected)
        for place in expected {
            let position = try #require(index.placeIndex(ofID: place.id))
            #expect(index.place(id: place.id) == place)
            // Asked again, it is read from what is kept.
            #expect(index.place(at: position) == place)
            var sketch = place
            sketch.names = []
            #expect(index.sketch(at: position) == sketch)
            var mark = sketch
            mark.memberships = []
            #expect(index.mark(at: position) == mark)
            // What two packs have alike may come twice; what is printed is the first.
            let mapped = index.mapped(at: position)
            #expect(Set(mapped.names) == Set(place.names.filter(\.isUsual)))
            #expect(mapped.usualName == place.usualName)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `give each match the name that it met`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let packs = try (0..<3).map { _ in try places(&generator) }
        let index = NameIndex(joining: packs.map { NameIndex($0) })
        let all = joined(packs)
        for text in Self.texts {
            let fold = NameFolder.fold(text)
            let expected = Set(
                all.flatMap { place in
                    place.names.filter { NameFolder.fold($0.text) == fold }.map {
                        [place.id, "\($0)"]
                    }
                })
            let matches = index.attested(text, through: .folded)
            let found = matches.map { [index.places[$0.placeIndex].id, "\(index.name(of: $0))"] }
            #expect(Set(found) == expected && found.count == expected.count)
            for match in matches + index.attested(text) + index.fuzzy(text) {
                #expect(index.nameAlone(of: match) == index.name(of: match))
            }
            #expect(index.places(named: text) == Set(matches.map(\.placeIndex)).sorted())
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `give as many of the nearest spellings as one pack of all`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let packs = try (0..<2).map { _ in try places(&generator) }
        let apart = NameIndex(joining: packs.map { NameIndex($0) })
        let whole = NameIndex(joined(packs))
        for text in ["Shushaa", "Gandj", "Goriz", "Agdma", "Gandjaa"] {
            for limit in 1...4 {
                func spellings(_ index: NameIndex) -> Set<[UInt8]> {
                    Set(
                        index.fuzzy(text, allowance: 2, limit: limit)
                            .map { NameFolder.fold(index.name(of: $0).text) })
                }
                #expect(spellings(apart).count == spellings(whole).count)
                #expect(
                    apart.fuzzy(text, allowance: 2, limit: limit).first?.slips
                        == whole.fuzzy(text, allowance: 2, limit: limit).first?.slips)
            }
        }
    }
}
