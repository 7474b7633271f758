internal import NameFolding
internal import PlaceIndex
internal import Places

/// Which places a name fits: first as it stands, then with a slip.
extension PlaceResolver {
    /// The places whose name is the whole text, commas, brackets and all.
    func contenders(forWhole query: PlaceQuery, in context: ResolutionContext) -> [Contender] {
        guard let whole = query.whole else { return [] }
        let found = index.attested(whole, through: .folded, where: context.filter)
        if found.isEmpty { return [] }
        return best([whole], Scoring(index, query, context)) { _ in found.filter { !$0.isBare } }
    }

    /// The places that a filter admits and the name fits as it stands, the best first; looked for through
    /// the tier `last`.
    func attested(
        _ query: PlaceQuery, _ context: ResolutionContext, where filter: PlaceFilter,
        through last: MatchTier = .transliterated
    ) -> [Contender] {
        let scoring = Scoring(index, query, context)
        let filter = filter.admitsAll ? nil : filter
        let spellings = query.spellings.filter { !$0.isEmpty }
        let spelled = spellings.map { spelling in
            let matches = index.attested(spelling, through: min(last, .folded), where: filter)
            return (matches, contenders: scoring.contenders(matches, spelling: spelling))
        }
        func isTold(_ contender: Contender) -> Bool {
            index.isTold(at: contender.position, of: scoring.units)
        }
        // Where one in the unit told is spelled so, none is meant that only sounds so.
        let isSpelledInUnit =
            !scoring.units.isEmpty && spelled.contains { $0.contenders.contains(where: isTold) }
        if last <= .folded || isSpelledInUnit {
            return raised(lifted(best(spelled.flatMap(\.contenders))))
        }
        let found = zip(spellings, spelled).flatMap { spelling, spelled in
            let words = WrittenWords(spelling, isHinted: context.tellsWhere)
            let heard = words.fitting(
                index.transliterated(spelling, besides: spelled.0, where: filter))
            return spelled.contenders + scoring.contenders(heard, spelling: spelling)
        }
        return raised(lifted(best(found)))
    }

    /// The places that a filter admits and the name fits with the fewest slips: those in the units told
    /// before others. `allowance` is the most slips, nil for what the length of the name allows; `near`
    /// takes all names near the spelling, where they are looked for in any case.
    func slipped(
        _ query: PlaceQuery, _ context: ResolutionContext, where filter: PlaceFilter,
        allowance: Int? = nil, near: inout NearNames?
    ) -> [Contender] {
        guard context.allowsFuzzy else { return [] }
        if let found = slippedInUnits(query, context, where: filter, allowance: allowance),
            !found.isEmpty
        {
            return found
        }
        return best(query.spellings, Scoring(index, query, context)) { spelling in
            let words = WrittenWords(spelling, isHinted: context.tellsWhere)
            guard words.mayHaveSlips else { return [] }
            let most = allowance ?? NearNames.allowance(for: spelling)
            guard spelling == query.suggestible, context.suggestsFromOneLook else {
                return fewestSlips(fuzzy(spelling, most, where: filter), words)
            }
            let names = NearNames(spelling, most + 1, in: self)
            near = names
            return fewestSlips(
                names.matches.filter { $0.slips <= most && index.admits($0.placeIndex, filter) },
                words)
        }
    }

    /// The same in the units told alone; nil when none is.
    func slippedInUnits(
        _ query: PlaceQuery, _ context: ResolutionContext, where filter: PlaceFilter,
        allowance: Int? = nil
    ) -> [Contender]? {
        guard context.allowsFuzzy, !context.units.isEmpty else { return nil }
        var filter = filter
        filter.units = context.units.sorted()
        return best(query.spellings, Scoring(index, query, context)) { spelling in
            let words = WrittenWords(spelling, isHinted: true)
            guard words.mayHaveSlips else { return [] }
            let most = allowance ?? NearNames.allowance(for: spelling)
            return fewestSlips(fuzzy(spelling, most, where: filter), words)
        }
    }

    /// Who writes a name with one slip does not mean the one two slips away.
    private func fewestSlips(_ matches: [NameMatch], _ words: WrittenWords) -> [NameMatch] {
        let fitting = matches.filter { words.mayMatch($0, in: index) }
        let fewest = fitting.map(\.slips).min()
        return fitting.filter { $0.slips == fewest }
    }

    func fuzzy(_ spelling: String, _ allowance: Int, where filter: PlaceFilter) -> [NameMatch] {
        index.fuzzy(
            spelling, allowance: allowance, where: filter.admitsAll ? nil : filter, among: areas)
    }

    // MARK: Each place once

    /// Each place by its best match over the spellings, the best first.
    func best(
        _ spellings: [String], _ scoring: Scoring, _ matches: (String) -> [NameMatch]
    ) -> [Contender] {
        best(
            spellings.lazy.filter { !$0.isEmpty }.flatMap {
                scoring.contenders(matches($0), spelling: $0)
            })
    }

    /// Each place by the best of its contenders, the best first.
    private func best(_ found: [Contender]) -> [Contender] {
        var contenders = found
        guard contenders.count > 1 else { return contenders }
        // Equal ones stay in the order in which they were found: the closest tier first.
        contenders.sort { $0.position < $1.position }
        var kept = 0
        for contender in contenders.dropFirst() {
            if contender.position != contenders[kept].position {
                kept += 1
                contenders[kept] = contender
            } else if index.isFitter(contender, than: contenders[kept]) {
                contenders[kept] = contender
            }
        }
        contenders.removeLast(contenders.count - kept - 1)
        contenders.sort(by: index.isBetter)
        return contenders
    }

    // MARK: Beside each other

    /// Namesakes fit alike: how English text happens to spell the name of one (`Garadaghly`, where others
    /// have `Garadaghli`) does not tell it from another place officially called Qaradağlı too.
    private func lifted(_ contenders: [Contender]) -> [Contender] {
        guard let best = contenders.max(by: { $0.sum.spelling < $1.sum.spelling }),
            contenders.contains(where: { $0.sum.spelling < best.sum.spelling })
        else { return contenders }
        let names = Set(
            index.names(at: best.position, of: .official).filter { $0.language.language != "en" }
                .map(Self.key))
        if names.isEmpty { return contenders }
        return contenders.map { contender in
            guard contender.sum.spelling < best.sum.spelling, contender.position != best.position,
                let shared = index.names(at: contender.position, of: .official)
                    .first(where: { names.contains(Self.key($0)) })
            else { return contender }
            var lifted = contender
            lifted.bonus = .namesake(
                points: best.sum.spelling - contender.sum.spelling, official: shared.text,
                of: best.position)
            return lifted
        }.sorted(by: index.isBetter)
    }

    private static func key(_ name: PlaceName) -> [String] {
        [name.text, name.language.description]
    }

    /// Puts a town before the hamlets of its name.
    private func raised(_ contenders: [Contender]) -> [Contender] {
        guard let first = contenders.first, first.place.kind.isSettlement else { return contenders }
        let rivals = contenders.prefix { first.points - $0.points <= 2 * Scoring.margin }
        let number = rivals.indices.dropFirst().first { number in
            rivals[number].bonus == nil
                && rivals[..<number].allSatisfy { outshines(rivals[number], $0) }
        }
        guard let number else { return contenders }
        let town = contenders[number]
        var raised = contenders
        raised.remove(at: number)
        var best = town
        best.bonus = .town(points: first.points - town.points + Scoring.margin)
        return [best] + raised
    }

    /// Whether a town is what a name means before one of few people, if it is spelled so today: Shaki is Sheki
    /// of 68,000 people before a village of 1,200, and Bakı is Baku before Baki in Java. What it is called by others (Ganja is Gandzak in Armenian)
    /// or was called once (Sharur was Norashen) leaves the choice open, and so does all else that was told.
    func outshines(_ town: Contender, _ hamlet: Contender) -> Bool {
        // What is not known to have people has as many as a village.
        let people = max(500, hamlet.place.population ?? 0)
        return (town.place.kind == .city || town.place.kind == .town)
            && hamlet.place.kind.isSettlement
            && town.place.population ?? 0 >= Scoring.timesOfHamlets * people
            && town.spellingPoints >= hamlet.spellingPoints && town.sum.hints >= hamlet.sum.hints
            && isItsOwnName(town)
    }

    /// Whether a place is called so today by itself or in English text.
    private func isItsOwnName(_ contender: Contender) -> Bool {
        guard let match = contender.match, let name = contender.name, index.isInUse(contender)
        else { return false }
        switch name.kind {
        case .official, .local: return true
        case .alternate, .transliteration:
            return name.isUsual || index.language(of: match)?.language == "en"
        case .exonym, .historical, .colloquial, .code: return name.isUsual
        }
    }
}

/// The names near a spelling, whatever the filter: found once for what may be meant and for what is
/// suggested.
struct NearNames {
    let spelling: String
    let allowance: Int
    let matches: [NameMatch]

    /// Looks for them, at most two slips away: what is farther takes ten times as long.
    init(_ spelling: String, _ allowance: Int, in resolver: PlaceResolver) {
        self.spelling = spelling
        self.allowance = min(2, allowance)
        matches = resolver.fuzzy(spelling, self.allowance, where: PlaceFilter())
    }

    /// How many slips a spelling may have.
    static func allowance(for spelling: String) -> Int {
        let fold = NameFolder.fold(Transliterator.latin(spelling, language: nil))
        return EditDistance.allowance(letters: fold.count { $0 & 0xC0 != 0x80 })
    }
}
