internal import NameFolding
public import Places

extension NameIndex {
    /// The names that have this spelling, this fold or this transliteration, the closest tier first; each
    /// name once, by its closest tier.
    ///
    /// - Complexity: O(log *n*) and the matches.
    public func attested(_ spelling: String) -> [NameMatch] {
        let query = Spelling(spelling)
        guard !query.fold.isEmpty else { return [] }
        var matches = MatchCollection()
        let trimmed = Self.trimmed(spelling)
        for (number, part) in parts.enumerated() {
            let records = part.records
            records.forEachFolded(query.fold) { entry in
                let isSame = !entry.isBare && records.text(ofName: entry.name) == trimmed
                add(entry, inPart: number, tier: isSame ? .exact : .folded, to: &matches)
            }
            records.forEachTransliterated(query) { entry, isLikely in
                let slips = EditDistance.alignment(
                    query.latinFold, records.latinFold(of: entry), limit: 8)
                let cost = (slips ?? 9) + (isLikely ? 0 : Self.costOfUnlikelyReading)
                add(entry, inPart: number, tier: .transliterated, slips: cost, to: &matches)
            }
        }
        return matches.sorted()
    }

    /// What a name that fits a less likely reading alone is ranked behind others by, in slips: Gyanja is
    /// Ganja before it is Gana with j for y.
    private static let costOfUnlikelyReading = 3

    /// The names at most as many slips away as their length allows, the nearest first. Names of the
    /// same fold are among them, with no slip.
    ///
    /// - Parameters:
    ///   - spelling: what was written.
    ///   - allowance: the most slips; nil for `EditDistance.allowance` of the spelling's length.
    /// - Returns: the matches, tier `fuzzy`.
    /// - Complexity: O(*n*) in the number of names, at about a ns for each that its letters rule out.
    public func fuzzy(_ spelling: String, allowance: Int? = nil) -> [NameMatch] {
        let query = Spelling(spelling).latinFold
        let limit = allowance ?? EditDistance.allowance(letters: query.count)
        guard limit > 0, !query.isEmpty, query.count <= Self.longestFuzzy else { return [] }
        var matches = MatchCollection()
        for (number, part) in parts.enumerated() {
            part.records.forEachNear(query, limit: limit) { entry, slips in
                add(entry, inPart: number, tier: .fuzzy, slips: slips, to: &matches)
            }
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
        var completions: [Completion] = []
        for (number, part) in parts.enumerated() {
            part.records.forEachStarting(with: fold) { entry in
                guard let owner = part.records.owner(ofName: entry.name),
                    seen.insert(position(of: owner.place, inPart: number)).inserted
                else { return }
                completions.append(
                    Completion(
                        entry: entry, part: number, place: part.base + owner.place,
                        rank: part.records.rank(at: owner.place),
                        population: part.records.population(at: owner.place) ?? 0))
            }
        }
        let trimmed = Self.trimmed(spelling)
        return completions.sorted().prefix(limit).compactMap { completion in
            let text = parts[completion.part].records.text(ofName: completion.entry.name)
            let tier: MatchTier = text.hasPrefix(trimmed) ? .exact : .folded
            return match(completion.entry, inPart: completion.part, tier: tier, slips: 0)
        }
    }

    /// A name that starts as wanted, with what orders it.
    private struct Completion: Comparable {
        var entry: NameEntry
        var part: Int
        var place: Int
        var rank: Int
        var population: Int

        static func < (left: Completion, right: Completion) -> Bool {
            (left.rank, -left.population, left.place) < (right.rank, -right.population, right.place)
        }
    }

    /// The name that a match met.
    public func name(of match: NameMatch) -> PlaceName {
        place(at: match.placeIndex).names[match.nameIndex]
    }

    // MARK: Matches

    private func add(
        _ entry: NameEntry, inPart part: Int, tier: MatchTier, slips: Int = 0,
        to matches: inout MatchCollection
    ) {
        if let match = match(entry, inPart: part, tier: tier, slips: slips) { matches.add(match) }
    }

    /// The match of an entry, or nil where a damaged file says what cannot be.
    private func match(
        _ entry: NameEntry, inPart part: Int, tier: MatchTier, slips: Int
    ) -> NameMatch? {
        let records = parts[part].records
        guard let owner = records.owner(ofName: entry.name) else { return nil }
        let position = position(of: owner.place, inPart: part)
        var name = owner.name
        if position < parts[part].base {
            // A pack before has the place: the name stands behind those, or is one of them.
            let wanted = records.name(at: entry.name)
            guard let merged = place(at: position).names.firstIndex(of: wanted) else { return nil }
            name = merged
        }
        return NameMatch(
            placeIndex: position, nameIndex: name, tier: tier, slips: slips, isBare: entry.isBare)
    }

    private static func trimmed(_ text: String) -> Substring {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
