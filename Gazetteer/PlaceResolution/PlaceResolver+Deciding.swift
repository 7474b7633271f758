internal import NameFolding
internal import PlaceIndex
internal import Places

/// One place, several or none.
extension PlaceResolver {
    /// A name without a container.
    func alone(_ query: PlaceQuery, _ context: ResolutionContext) -> Weighing {
        let filter = context.filter
        let found = attested(query, context, where: filter)
        if !found.isEmpty {
            return decided(query, joined(found, query, context, where: filter), context)
        }
        let elsewhere =
            filter.admitsAll ? [] : attested(query, context, where: PlaceFilter(), through: .folded)
        var near: NearNames?
        if elsewhere.isEmpty || mayBeSlip(elsewhere, context) {
            let slipped = slipped(
                query, context, where: filter, allowance: elsewhere.isEmpty ? nil : 1, near: &near)
            if !slipped.isEmpty { return decided(query, slipped, context) }
        }
        if !elsewhere.isEmpty { return excluded(query, elsewhere, context) }
        if !filter.admitsAll, context.wantsSuggestions {
            let heard = attested(query, context, where: PlaceFilter())
            if !heard.isEmpty { return excluded(query, heard, context) }
        }
        return nothing(query, context, near: near)
    }

    /// Where a unit is told and no place of the name lies in it, one there with a slip may be meant too.
    private func joined(
        _ found: [Contender], _ query: PlaceQuery, _ context: ResolutionContext,
        where filter: PlaceFilter
    ) -> [Contender] {
        guard !context.units.isEmpty, context.allowsFuzzy else { return found }
        let units = context.units.sorted()
        if found.contains(where: { index.isTold(at: $0.position, of: units) }) { return found }
        let isSpelledSo = found.contains { $0.tier <= .folded }
        let slipped = slippedInUnits(
            query, context, where: filter, allowance: isSpelledSo ? 1 : nil)
        guard let slipped, !slipped.isEmpty else { return found }
        let known = Set(slipped.map(\.position))
        return (found.filter { !known.contains($0.position) } + slipped).sorted(by: index.isBetter)
    }

    /// Whether a name that fits places of other countries alone may be one of the country told with a slip:
    /// not the usual name of a city, a capital or a country.
    private func mayBeSlip(_ elsewhere: [Contender], _ context: ResolutionContext) -> Bool {
        context.country != nil
            && !elsewhere.contains {
                $0.tier <= .folded && $0.place.rank <= 2 && $0.name?.isUsual == true
            }
    }

    func decided(
        _ query: PlaceQuery, _ contenders: [Contender], _ context: ResolutionContext,
        container: Place? = nil
    ) -> Weighing {
        guard let first = contenders.first else { return nothing(query, context) }
        let rival = contenders.dropFirst().first {
            !first.eclipses($0) && !areFamily(first, $0) && !outshines(first, $0)
        }
        let isClear = rival.map { !first.isAbout($0) } ?? true
        let shown = contenders.lazy.filter {
            $0.points >= first.points - Scoring.reach && !$0.isFarFetched(beside: first)
        }
        return Weighing(
            query, context, isClear ? .match : .ambiguous,
            contenders: Array(shown.prefix(max(1, context.limit))), container: container)
    }

    // MARK: Containers

    func within(_ query: PlaceQuery, _ context: ResolutionContext) -> Weighing {
        var near: NearNames?
        var found = attested(query, context, where: PlaceFilter())
        if found.isEmpty { found = slipped(query, context, where: PlaceFilter(), near: &near) }
        if found.isEmpty { return nothing(query, context, near: near) }
        var inside = found.map { (contender: $0, place: index.sketch(at: $0.position)) }
        var closest: Place?
        for text in query.containers.reversed() {
            let containers = containers(named: text)
            guard !containers.isEmpty else {
                return Weighing(
                    query, context, .none, reason: "no place is called \"\(text)\"",
                    suggestions: suggestions(for: PlaceQuery(text), context))
            }
            guard
                let container = containers.first(where: { holder in
                    inside.contains { containment.contains(holder, $0.place) }
                })
            else {
                let label = containers.first?.label ?? text
                return Weighing(
                    query, context, .none, reason: "no \"\(query.name)\" is known in \(label)",
                    suggestions: shown(found, query, context))
            }
            inside = inside.filter { containment.contains(container, $0.place) }
            closest = container
        }
        let contenders = inside.map(\.contender)
        let admitted = contenders.filter { index.admits($0.position, context.filter) }
        if admitted.isEmpty { return excluded(query, contenders, context) }
        return decided(query, admitted, context, container: closest)
    }

    /// The places that may be meant by a container, areas before settlements of the same name.
    private func containers(named text: String) -> [Place] {
        let query = PlaceQuery(text)
        if let id = query.id { return index.place(id: id).map { [$0] } ?? [] }
        // No slips here: the answer could not tell that its container was guessed.
        let found = attested(query, ResolutionContext(allowsFuzzy: false), where: PlaceFilter())
        guard let best = found.first else { return [] }
        let fitting = found.filter { best.points - $0.points <= Scoring.reach }
            .map { index.sketch(at: $0.position) }
        return fitting.filter(\.kind.isArea) + fitting.filter { !$0.kind.isArea }
    }

    // MARK: None

    func excluded(
        _ query: PlaceQuery, _ found: [Contender], _ context: ResolutionContext
    ) -> Weighing {
        let count = found.count == 1 ? "1 place" : "\(found.count) places"
        return Weighing(
            query, context, .none,
            reason: "\"\(query.name)\" fits \(count), none within what is asked for",
            suggestions: shown(found, query, context))
    }

    func nothing(
        _ query: PlaceQuery, _ context: ResolutionContext, near: NearNames? = nil
    ) -> Weighing {
        if query.split?.bareName.isEmpty == true {
            return Weighing(
                query, context, .none, reason: "\"\(query.name)\" is a generic word, not a name")
        }
        return Weighing(
            query, context, .none, reason: "no place is called \"\(query.name)\"",
            suggestions: suggestions(for: query, context, near: near))
    }

    /// Places with a spelling near the one asked for: one slip more than a match may have.
    private func suggestions(
        for query: PlaceQuery, _ context: ResolutionContext, near: NearNames? = nil
    ) -> [Candidate] {
        guard context.wantsSuggestions else { return [] }
        let scoring = Scoring(index, query, ResolutionContext())
        let spelling = query.suggestible
        let letters = NameFolder.fold(spelling).count
        guard letters > 3 else { return [] }
        let allowance = min(
            context.mostSlipsOfSuggestions, EditDistance.allowance(letters: letters) + 1)
        let found = best([spelling], scoring) { spelling in
            if let near, near.spelling == spelling, near.allowance >= allowance {
                return near.matches.filter { $0.slips <= allowance }
            }
            return fuzzy(spelling, allowance, where: PlaceFilter())
        }
        let filter = context.filter
        return found.lazy.filter { index.admits($0.position, filter) }.prefix(Self.mostSuggestions)
            .map { scoring.candidate($0, withAllNames: true) }
    }

    private func shown(
        _ found: [Contender], _ query: PlaceQuery, _ context: ResolutionContext
    ) -> [Candidate] {
        guard context.wantsSuggestions else { return [] }
        let scoring = Scoring(index, query, context)
        return found.prefix(Self.mostSuggestions).map { scoring.candidate($0, withAllNames: true) }
    }

    private static var mostSuggestions: Int { 5 }
}

extension PlaceQuery {
    /// What near spellings are suggested for.
    var suggestible: String { split?.bareName ?? name }
}

extension ResolutionContext {
    /// Whether one look finds what may be meant and what is suggested.
    var suggestsFromOneLook: Bool { wantsSuggestions && mostSlipsOfSuggestions <= 2 }
}
