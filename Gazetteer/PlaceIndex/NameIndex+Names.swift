internal import FlatFile
internal import NameFolding
public import Places

extension NameIndex {
    /// The names that have this spelling, this fold or this transliteration, the closest tier first; each
    /// name once, by its closest tier.
    ///
    /// - Parameters:
    ///   - spelling: what was written; more than 1,024 bytes of fold are met as they are spelled alone.
    ///   - last: how far to look: `exact` and `folded` look at folds alone, which is several times as fast.
    /// - Returns: the matches, of equal tier in the order of `places`.
    /// - Complexity: O(log *n*) and the matches.
    public func attested(_ spelling: String, through last: MatchTier = .transliterated)
        -> [NameMatch]
    {
        attested(spelling, through: last, where: nil)
    }

    /// The same for the places that a filter admits: others are turned away before their names are
    /// measured.
    package func attested(
        _ spelling: String, through last: MatchTier = .transliterated, where filter: PlaceFilter?
    ) -> [NameMatch] {
        let fold = NameFolder.fold(spelling)
        guard !fold.isEmpty else { return [] }
        var matches = MatchCollection()
        let trimmed = Spelling.trimmed(spelling)
        for (number, part) in parts.enumerated() {
            part.records.forEachFolded(fold) { entry in
                let isSame = !entry.isBare && part.records.hasText(trimmed, entry.name)
                guard isSame || last > .exact else { return }
                add(
                    entry, inPart: number, tier: isSame ? .exact : .folded, where: filter,
                    to: &matches)
            }
        }
        if last >= .transliterated, fold.count <= Spelling.mostBytes {
            addTransliterated(Spelling(spelling), where: filter, to: &matches)
        }
        return sorted(matches)
    }

    /// Names with the transliteration of a spelling, but for those that have its fold: what
    /// `attested(_:through:where:)` gives beyond `folded`.
    package func transliterated(
        _ spelling: String, besides folded: [NameMatch], where filter: PlaceFilter?
    ) -> [NameMatch] {
        let query = Spelling(spelling)
        guard !query.fold.isEmpty, query.fold.count <= Spelling.mostBytes else { return [] }
        var matches = MatchCollection(folded)
        addTransliterated(query, where: filter, to: &matches)
        return sorted(matches).filter { $0.tier > .folded }
    }

    private func addTransliterated(
        _ query: Spelling, where filter: PlaceFilter?, to matches: inout MatchCollection
    ) {
        let folded = matches.names
        var likeness = Likeness(to: query.latinFold)
        let keys = query.allKeys
        let isArabic = ScriptDetector.dominant(in: query.text) == .arabic
        for (number, part) in parts.enumerated() {
            part.records.forEachTransliterated(keys, isArabic: isArabic) { entry, isLikely in
                // Most have the fold, too: measuring what is known to be closer took most of the time.
                guard !folded.contains(name: entry.name, ofPack: number),
                    var match = match(
                        entry, inPart: number, tier: .transliterated, slips: 0, where: filter)
                else { return }
                match.slips =
                    likeness.slips(to: part.records.latinFold(of: entry))
                    + (isLikely ? 0 : Self.costOfUnlikelyReading)
                matches.add(match)
            }
        }
    }

    /// What a name that fits a less likely reading alone is ranked behind others by, in slips: Gyanja is
    /// Ganja before it is Gana with j for y.
    private static let costOfUnlikelyReading = 3

    /// The places that have a name of the fold of a spelling, each once, in the order of `places`: what
    /// joining tables by name needs, without a look at how each name is written.
    ///
    /// - Complexity: O(log *n*) and the names.
    public func places(named spelling: String) -> [Int] {
        let fold = NameFolder.fold(spelling)
        guard !fold.isEmpty else { return [] }
        var found: [Int] = []
        for (number, part) in parts.enumerated() {
            var owner = PlaceRecords.NameOwner()
            part.records.forEachFolded(fold) { entry in
                guard part.records.findOwner(ofName: entry.name, &owner) else { return }
                let position = position(of: owner.place, inPart: number)
                if found.last != position { found.append(position) }
            }
        }
        if parts.count > 1 || zip(found, found.dropFirst()).contains(where: { $0 > $1 }) {
            found = Set(found).sorted()
        }
        return found
    }

    /// The same for each of many spellings: a column of a table takes half of the time.
    ///
    /// - Complexity: O(log *n*) and the names, for each.
    public func places(namedEach spellings: [String]) -> PlacesByName {
        var places = PlacesByName(count: spellings.count)
        var folds = TextBatch()
        var names: [(text: Int, name: Int)] = []
        var start = 0
        while start < spellings.count {
            let end = min(start + Self.spellingsAtATime, spellings.count)
            folds.removeAll()
            for spelling in spellings[start..<end] {
                folds.add { NameFolder.fold(spelling, into: &$0) }
            }
            for (number, part) in parts.enumerated() {
                names.removeAll(keepingCapacity: true)
                part.records.forms.forEachValue(of: folds) { text, value in
                    let entry = NameEntry(value: value)
                    if !entry.isLatin { names.append((text, entry.name)) }
                }
                part.records.forEachOwner(of: names) { index, place in
                    places.add(
                        position(of: place, inPart: number), to: start + names[index].text)
                }
            }
            places.close(through: end)
            start = end
        }
        return places
    }

    /// So many folds stay in the nearest caches.
    private static let spellingsAtATime = 64

    /// The names whose fold starts with that of the spelling, those of places that maps name first before
    /// others, then the more populous; at most one a place.
    ///
    /// - Complexity: O(log *n*) and the limit, however many names start so.
    public func starting(with spelling: String, limit: Int = 10) -> [NameMatch] {
        let fold = NameFolder.fold(spelling)
        guard !fold.isEmpty, limit > 0 else { return [] }
        let completions =
            parts.count == 1
            ? parts[0].records.completions(of: fold, limit: limit).map { ($0.entry, part: 0) }
            : completionsOfAll(fold, limit: limit)
        let trimmed = Spelling.trimmed(spelling)
        return completions.compactMap { entry, part in
            let isSame = parts[part].records.isText(ofName: entry.name, startingWith: trimmed)
            return match(
                entry, inPart: part, tier: isSame ? .exact : .folded, slips: 0, where: nil)
        }
    }

    /// The completions of several packs: a place that two have stands where the one that has it farther up
    /// says.
    private func completionsOfAll(_ fold: [UInt8], limit: Int) -> [(NameEntry, part: Int)] {
        var completions: [Completion] = []
        for (number, part) in parts.enumerated() {
            for found in part.records.completions(of: fold, limit: limit) {
                completions.append(
                    Completion(
                        entry: found.entry, part: number,
                        place: position(of: found.place, inPart: number),
                        rank: part.records.rank(at: found.place),
                        population: max(0, part.records.population(at: found.place) ?? 0)))
            }
        }
        completions.sort()
        var seen: Set<Int> = []
        return completions.filter { seen.insert($0.place).inserted }.prefix(limit).map {
            ($0.entry, part: $0.part)
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
            if left.rank != right.rank { return left.rank < right.rank }
            if left.population != right.population { return left.population > right.population }
            return (left.place, left.part) < (right.place, right.part)
        }
    }

    /// The name that a match met.
    public func name(of match: NameMatch) -> PlaceName {
        parts[match.pack].records.name(at: match.nameIndex)
    }

    // MARK: Matches

    func add(
        _ entry: NameEntry, inPart part: Int, tier: MatchTier, slips: Int = 0,
        where filter: PlaceFilter?, to matches: inout MatchCollection
    ) {
        if let match = match(entry, inPart: part, tier: tier, slips: slips, where: filter) {
            matches.add(match)
        }
    }

    /// The match of an entry, or nil where the filter turns its place away or a damaged file says what
    /// cannot be.
    private func match(
        _ entry: NameEntry, inPart part: Int, tier: MatchTier, slips: Int,
        where filter: PlaceFilter?
    ) -> NameMatch? {
        var owner = PlaceRecords.NameOwner()
        guard parts[part].records.findOwner(ofName: entry.name, &owner),
            filter.map({ admits(owner.place, inPart: part, $0) }) ?? true
        else { return nil }
        return NameMatch(
            placeIndex: position(of: owner.place, inPart: part), pack: part,
            nameIndex: entry.name, tier: tier, slips: slips, isBare: entry.isBare)
    }

    /// The matches, the closest first; a name that several packs tell of a place is one.
    func sorted(_ matches: consuming MatchCollection) -> [NameMatch] {
        guard parts.count > 1 else { return matches.sorted() }
        return matches.sorted { left, right in
            self.parts[left.pack].records.isName(
                left.nameIndex, same: right.nameIndex, of: self.parts[right.pack].records)
        }
    }
}
