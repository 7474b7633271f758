internal import EDTF
public import GeoModel
internal import NameFolding
public import Places

/// Finds places by any of their names, and by where they are.
///
/// ```swift
/// let index = NameIndex(places)
/// index.attested("XANKƏNDİ")  // the names with that spelling, fold or transliteration
/// index.fuzzy("Stepankert")  // names a slip or two away
/// ```
///
/// A frozen value: build it once. Building takes about 2 µs a name (release).
public struct NameIndex: Sendable {
    /// All places, in the order given.
    public let places: [Place]
    private let indexByID: [String: Int]
    private var entries: [Entry] = []
    private var folds = ByteTable()
    private var keys = ByteTable()
    /// The folds in Latin letters; empty where that is the fold itself.
    private var latinFolds = ByteTable()
    private var letterMasks: [UInt32] = []

    /// A name in the index: all of one, or what is left of it without its generic word.
    private struct Entry {
        var placeIndex: Int
        var nameIndex: Int
        var isBare: Bool
    }

    /// Builds the index. Of places with one id the first is found by it.
    ///
    /// - Complexity: O(*n* log *n*) in the number of names.
    public init(_ places: [Place]) {
        self.places = places
        indexByID = Dictionary(
            places.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let count = places.reduce(0) { $0 + $1.names.count }
        entries.reserveCapacity(count)
        folds.reserve(count)
        keys.reserve(count)
        for (placeIndex, place) in places.enumerated() {
            for (nameIndex, name) in place.names.enumerated() {
                add(
                    name.text, name.language,
                    Entry(placeIndex: placeIndex, nameIndex: nameIndex, isBare: false))
                guard place.kind.isArea, let split = GenericWords.split(name.text),
                    !split.bareName.isEmpty
                else { continue }
                add(
                    split.bareName, name.language,
                    Entry(placeIndex: placeIndex, nameIndex: nameIndex, isBare: true))
            }
        }
        folds.index()
        keys.index()
    }

    private mutating func add(_ text: String, _ language: LanguageTag, _ entry: Entry) {
        let spelling = Spelling(text, language: language.description)
        entries.append(entry)
        folds.append(spelling.fold)
        latinFolds.append(spelling.isLatin ? [] : spelling.latinFold)
        letterMasks.append(Self.mask(of: spelling.latinFold[...]))
        keys.append(spelling.key)
    }

    /// One bit for each letter that occurs.
    private static func mask(of bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    private func latin(of entry: Int) -> ArraySlice<UInt8> {
        let latin = latinFolds[entry]
        return latin.isEmpty ? folds[entry] : latin
    }
}

// MARK: - By id

extension NameIndex {
    /// The place with an id, or nil.
    ///
    /// - Complexity: O(1).
    public func place(id: String) -> Place? {
        indexByID[id].map { places[$0] }
    }

    /// Where the place with an id stands in `places`, or nil.
    public func placeIndex(ofID id: String) -> Int? { indexByID[id] }
}

// MARK: - By name

extension NameIndex {
    /// The names that have this spelling, this fold or this transliteration, the closest tier first; each
    /// name once, by its closest tier.
    ///
    /// - Complexity: O(log *n*) and the matches; O(*n*) for Arabic script that no fold matches.
    public func attested(_ spelling: String) -> [NameMatch] {
        let query = Spelling(spelling)
        guard !query.fold.isEmpty else { return [] }
        var matches = MatchCollection()
        let trimmed = Self.trimmed(spelling)
        for entry in folds.equal(to: query.fold) {
            let isSame = !entries[entry].isBare && name(of: entry).text == trimmed
            matches.add(match(entry, tier: isSame ? .exact : .folded))
        }
        for entry in transliterated(query) {
            let slips =
                EditDistance.alignment(query.latinFold, Array(latin(of: entry)), limit: 8) ?? 9
            matches.add(match(entry, tier: .transliterated, slips: slips))
        }
        return matches.sorted()
    }

    /// The names at most as many slips away as their length allows, the nearest first. Names of the
    /// same fold are among them, with no slip.
    ///
    /// - Parameters:
    ///   - spelling: what was written.
    ///   - allowance: the most slips; nil for `EditDistance.allowance` of the spelling's length.
    /// - Returns: the matches, tier `fuzzy`.
    /// - Complexity: O(*n*) in the number of names, with most passed over by length and letters.
    public func fuzzy(_ spelling: String, allowance: Int? = nil) -> [NameMatch] {
        let query = Spelling(spelling).latinFold
        let limit = allowance ?? EditDistance.allowance(letters: query.count)
        guard limit > 0, !query.isEmpty, query.count <= Self.longestFuzzy else { return [] }
        let mask = Self.mask(of: query[...])
        var matches = MatchCollection()
        for entry in entries.indices {
            // A slip adds at most one letter and takes away at most one.
            let different = letterMasks[entry] ^ mask
            guard different.nonzeroBitCount <= 2 * limit else { continue }
            let name = latin(of: entry)
            guard abs(name.count - query.count) <= limit,
                let slips = EditDistance.alignment(query, Array(name), limit: limit)
            else { continue }
            matches.add(match(entry, tier: .fuzzy, slips: slips))
        }
        return matches.sorted()
    }

    /// Longer spellings are no names with a slip.
    private static let longestFuzzy = 64

    /// The names whose fold starts with that of the spelling, those of places that maps name first before
    /// others, then the more populous; at most one a place.
    ///
    /// - Complexity: O(*m* log *m*) in the names that start so.
    public func starting(with spelling: String, limit: Int = 10) -> [NameMatch] {
        let fold = NameFolder.fold(spelling)
        guard !fold.isEmpty, limit > 0 else { return [] }
        var seen: Set<Int> = []
        var matches: [NameMatch] = []
        for entry in folds.starting(with: fold) where !entries[entry].isBare {
            guard seen.insert(entries[entry].placeIndex).inserted else { continue }
            let isSpelledSo = name(of: entry).text.hasPrefix(Self.trimmed(spelling))
            matches.append(match(entry, tier: isSpelledSo ? .exact : .folded))
        }
        matches.sort { left, right in
            let (l, r) = (places[left.placeIndex], places[right.placeIndex])
            if l.rank != r.rank { return l.rank < r.rank }
            let (lp, rp) = (l.population ?? 0, r.population ?? 0)
            return lp == rp ? left.placeIndex < right.placeIndex : lp > rp
        }
        return Array(matches.prefix(limit))
    }

    /// The name that a match met.
    public func name(of match: NameMatch) -> PlaceName {
        places[match.placeIndex].names[match.nameIndex]
    }

    private func transliterated(_ query: Spelling) -> [Int] {
        guard ScriptDetector.dominant(in: query.text) == .arabic else {
            return query.key.isEmpty ? [] : keys.equal(to: query.key)
        }
        let skeleton = TransliterationKey.skeleton(ofKey: query.key)
        // Two consonants fit too much: بات is Batumi's and Badi's.
        guard skeleton.count >= 3 else { return [] }
        return entries.indices.filter { entry in
            keys.length(of: entry) >= skeleton.count
                && TransliterationKey.skeleton(ofKey: Array(keys[entry])) == skeleton
        }
    }

    private func name(of entry: Int) -> PlaceName {
        places[entries[entry].placeIndex].names[entries[entry].nameIndex]
    }

    private func match(_ entry: Int, tier: MatchTier, slips: Int = 0) -> NameMatch {
        NameMatch(
            placeIndex: entries[entry].placeIndex, nameIndex: entries[entry].nameIndex, tier: tier,
            slips: slips, isBare: entries[entry].isBare)
    }

    private static func trimmed(_ text: String) -> Substring {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}

// MARK: - By position

extension NameIndex {
    /// The places nearest to a position on the sphere, the nearest first; of equal distance by id.
    ///
    /// - Complexity: O(*n* log *n*) in the number of places.
    public func nearest(
        to position: Coordinate, limit: Int = 1, where isWanted: (Place) -> Bool = { _ in true }
    ) -> [NearbyPlace] {
        let nearby = places.indices.filter { isWanted(places[$0]) }.map { index in
            NearbyPlace(
                placeIndex: index, distanceInMetres: position.distance(to: places[index].coordinate)
            )
        }
        return Array(
            nearby.sorted { left, right in
                left.distanceInMetres == right.distanceInMetres
                    ? places[left.placeIndex].id < places[right.placeIndex].id
                    : left.distanceInMetres < right.distanceInMetres
            }.prefix(max(0, limit)))
    }
}
