import GeoModel
import NameFolding
import PlaceIndex
import Places
import TestSupport
import Testing

@Suite("Names a slip away") struct FuzzyTests {
    /// Few letters of two scripts and the blank, so that many names are near each other; as long as cuts
    /// in three differ, and some longer than masks tell apart.
    private func names(_ generator: inout SplitMix64, _ letters: String, count: Int) -> [String] {
        let letters = Array(letters)
        return (0..<count).map { number in
            let length = number % 10 == 0 ? 28 + number % 7 : 1 + number % 11
            let text = (0..<length).map { _ in
                letters[Int.random(in: letters.indices, using: &generator)]
            }
            return String(text)
        }
    }

    private func index(_ names: [String]) throws -> NameIndex {
        let tag = try #require(LanguageTag("und"))
        return NameIndex(
            names.enumerated().map { number, text in
                var place = Place(
                    id: "tp:\(number)", kind: .town, label: text,
                    coordinate: Coordinate(longitude: 0, latitude: 0), source: "p")
                place.names = [PlaceName(text, language: tag, kind: .official, source: "p")]
                place.population = number % 17
                return place
            })
    }

    /// The text with slips, so that swaps and moved pieces occur.
    private func slipped(_ text: String, _ slips: Int, _ generator: inout SplitMix64) -> String {
        var letters = Array(text)
        for _ in 0..<slips {
            let at = Int.random(in: letters.indices, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: letters[at] = letters[letters.count / 2]
            case 1: letters.insert(letters[0], at: at)
            case 2 where letters.count > 2: letters.remove(at: at)
            default: if at + 1 < letters.count { letters.swapAt(at, at + 1) }
            }
        }
        return String(letters)
    }

    /// Optimal string alignment by its recurrence, over letters.
    private func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let l = Array(String(decoding: left, as: UTF8.self).unicodeScalars)
        let r = Array(String(decoding: right, as: UTF8.self).unicodeScalars)
        var table = (0...l.count).map { row in (0...r.count).map { $0 == 0 ? row : $0 } }
        for i in l.indices {
            for j in r.indices {
                var least = min(
                    table[i][j + 1] + 1, table[i + 1][j] + 1, table[i][j] + (l[i] == r[j] ? 0 : 1))
                if i > 0, j > 0, l[i] == r[j - 1], l[i - 1] == r[j] {
                    least = min(least, table[i - 1][j - 1] + 1)
                }
                table[i + 1][j + 1] = least
            }
        }
        return table[l.count][r.count]
    }

    /// Both as folded and in Latin letters; the fewest slips count.
    private func slips(_ left: String, _ right: String) -> Int {
        let (l, r) = (NameFolder.fold(left), NameFolder.fold(right))
        let (latinL, latinR) = (
            NameFolder.fold(Transliterator.latin(left)),
            NameFolder.fold(Transliterator.latin(right))
        )
        return min(slips(l, r), slips(latinL, latinR), slips(l, latinR), slips(latinL, r))
    }

    @Test(arguments: 0..<4 as Range<UInt64>, ["abc ", "abшж"])
    func `equal brute force, for up to two slips`(seed: UInt64, letters: String) throws {
        var generator = SplitMix64(seed: seed)
        let names = names(&generator, letters, count: 110)
        let index = try index(names)
        for allowance in 1...2 {
            for number in stride(from: 0, to: names.count, by: 13) {
                let query = slipped(names[number], allowance, &generator)
                guard !NameFolder.fold(query).isEmpty else { continue }
                let expected = names.indices.filter {
                    !NameFolder.fold(names[$0]).isEmpty && slips(query, names[$0]) <= allowance
                }
                let found = index.fuzzy(query, allowance: allowance)
                #expect(Set(found.map(\.placeIndex)) == Set(expected), "\(query)")
                for match in found {
                    #expect(match.slips == slips(query, names[match.placeIndex]))
                }
            }
        }
    }

    /// Whether a text starts with the first third of a name, ends with its last, or has the middle one no
    /// more than two letters from its place.
    private func keepsThird(of name: String, _ text: String) -> Bool {
        let (name, text) = (Array(NameFolder.fold(name)), Array(NameFolder.fold(text)))
        let second = name.count / 3
        let third = second * 2 + (name.count % 3 == 2 ? 1 : 0)
        return name.count < 3 || text.starts(with: name[..<second])
            || text.reversed().starts(with: name[third...].reversed())
            || (-2...2).contains { move in
                let range = (second + move)..<(third + move)
                let more = text.count - name.count
                return abs(move) + abs(more - move) <= 3 && range.lowerBound >= 0
                    && range.upperBound <= text.count
                    && text[range].elementsEqual(name[second..<third])
            }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `of names three slips away those are found that keep a third`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let names = names(&generator, "abcde", count: 150)
        let index = try index(names)
        for number in stride(from: 0, to: names.count, by: 7) {
            let query = slipped(names[number], 3, &generator)
            let found = Set(index.fuzzy(query, allowance: 3).map(\.placeIndex))
            let near = names.indices.filter { slips(query, names[$0]) <= 3 }
            #expect(found.isSubset(of: near))
            #expect(found.isSuperset(of: near.filter { keepsThird(of: names[$0], query) }))
            #expect(found.isSuperset(of: near.filter { slips(query, names[$0]) <= 2 }))
        }
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func `a limit gives the nearest spellings of all`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let names = names(&generator, "abc", count: 150)
        let index = try index(names)
        for number in stride(from: 3, to: names.count, by: 7) {
            let query = slipped(names[number], 1, &generator)
            let all = index.fuzzy(query, allowance: 2)
            let some = index.fuzzy(query, allowance: 2, limit: 4)
            func spellings(_ matches: [NameMatch]) -> Set<String> {
                Set(matches.map { index.name(of: $0).text })
            }
            #expect(spellings(some).count == min(4, spellings(all).count))
            #expect(Set(some).isSubset(of: Set(all)))
            let (kept, left) = (spellings(some), spellings(all).subtracting(spellings(some)))
            let farthest = some.map(\.slips).max() ?? 0
            #expect(
                all.allSatisfy { !left.contains(index.name(of: $0).text) || $0.slips >= farthest })
            #expect(all.filter { kept.contains(index.name(of: $0).text) }.count == some.count)
        }
    }

    /// Counts of work, not of time: what a search looks at is a small part of all names, and nothing for
    /// what is too long to be one.
    @Test func `a search looks at few of many names`() throws {
        var generator = SplitMix64(seed: 3)
        let letters = Array("abcdefghijklmnoprstuvyz")
        let names = (0..<4_000).map { number in
            String(
                (0..<(7 + number % 6)).map { _ in
                    letters[Int.random(in: letters.indices, using: &generator)]
                })
        }
        let index = try index(names)
        for number in stride(from: 0, to: names.count, by: 101) {
            let query = slipped(names[number], 1, &generator)
            for (allowance, most) in [(1, 400), (2, 1_000), (3, 2_000)] {
                let work = index.work(ofFuzzy: query, allowance: allowance)
                #expect(work.looks < most && work.measured <= work.looks, "\(allowance): \(work)")
            }
        }
        for flood in ["\u{0}", "\u{301}", "\u{202E}\u{2066}", "\u{FE0F}", "a", "a\u{301}", "Ш "] {
            let work = index.work(ofFuzzy: String(repeating: flood, count: 5_000), allowance: 3)
            #expect(work.looks == 0)
        }
    }

    /// The cuts of abcdef are before c and before e.
    @Test func `two swaps across the cuts are two slips`() throws {
        let index = try index(["abcdef", "lachin"])
        #expect(index.fuzzy("acbedf", allowance: 2).map(\.slips) == [2])
        #expect(index.fuzzy("acbdex", allowance: 2).map(\.slips) == [2])
        #expect(index.fuzzy("xbcedf", allowance: 2).map(\.slips) == [2])
    }
}
