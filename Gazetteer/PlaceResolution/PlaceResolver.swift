internal import EDTF
public import GeoModel
internal import NameFolding
public import PlaceIndex
internal import Places

/// Finds the place that a query means, or says that several fit or none does.
///
/// ```swift
/// let resolver = PlaceResolver(index: pack.index, notPlaces: pack.notPlaces.map { ($0.text, $0.reason) })
/// let resolution = resolver.resolve("Garadaghli, Khojavend district")
/// resolution.match?.place.id  // "gn:147928"
/// ```
///
/// Every candidate has a score that is the sum of named parts. The first is a `match` when no other
/// place comes within `Scoring.margin` of it, the unit named after a settlement aside; else the query is
/// `ambiguous`. A frozen value: build it once.
public struct PlaceResolver: Sendable {
    /// Whether the outline of a place, named by id, holds a position; nil when it has no outline.
    public typealias OutlineTest = @Sendable (_ id: String, _ position: Coordinate) -> Bool?

    /// The names to look in.
    public let index: NameIndex
    private let notPlaces: [[UInt8]: String]
    private let containment: Containment

    /// Makes a resolver.
    ///
    /// - Parameters:
    ///   - index: the names to look in.
    ///   - notPlaces: words that are no place, with the reason.
    ///   - outlines: tells whether an outline holds a position, for places that no unit is claimed of.
    public init(
        index: NameIndex, notPlaces: [(text: String, reason: String)] = [],
        outlines: OutlineTest? = nil
    ) {
        self.index = index
        self.notPlaces = Dictionary(
            notPlaces.map { (NameFolder.fold($0.text), $0.reason) },
            uniquingKeysWith: { first, _ in first })
        containment = Containment(index: index, outlines: outlines)
    }

    /// Resolves a text as a query.
    public func resolve(
        _ text: String, in context: ResolutionContext = ResolutionContext()
    ) -> Resolution {
        resolve(PlaceQuery(text), in: context)
    }

    /// Resolves a query.
    ///
    /// - Complexity: O(log *n*) in the number of names for an attested one, O(*n*) for a fuzzy one.
    public func resolve(
        _ query: PlaceQuery, in context: ResolutionContext = ResolutionContext()
    ) -> Resolution {
        var resolution = sketched(query, in: context)
        resolution.container = resolution.container.map(whole)
        for place in resolution.candidates.indices { complete(&resolution.candidates[place]) }
        for place in resolution.suggestions.indices { complete(&resolution.suggestions[place]) }
        return resolution
    }

    /// The same, with places that may lack their names: most of the time goes into these.
    package func sketched(
        _ query: PlaceQuery, in context: ResolutionContext = ResolutionContext()
    ) -> Resolution {
        if let id = query.id { return resolve(id: id, query, context) }
        let fold = NameFolder.fold(query.name)
        if let reason = notPlaces[fold] {
            return Resolution(query, .none, reason: "no place: \(reason)")
        }
        if fold.isEmpty { return Resolution(query, .none, reason: "no name is given") }
        if !Self.isCapitalised(query.name) {
            if query.split?.bareName.isEmpty == true { return nothing(query, context) }
            if CommonWords.contains(fold: fold) {
                return Resolution(query, .none, reason: "in small letters a word, not a place")
            }
        }
        let wholes = candidates(forWhole: query, in: context).filter { context.admits($0.place) }
        if !wholes.isEmpty { return decided(query, wholes, context) }
        let found = candidates(for: query, in: context)
        if found.isEmpty { return nothing(query, context) }
        if !query.containers.isEmpty { return within(query, found, context) }
        let admitted = found.filter { context.admits($0.place) }
        if admitted.isEmpty { return excluded(query, found) }
        return decided(query, admitted, context)
    }

    private func resolve(id: String, _ query: PlaceQuery, _ context: ResolutionContext)
        -> Resolution
    {
        guard let place = index.place(id: id) else {
            return Resolution(query, .none, reason: "no place has the id \"\(id)\"")
        }
        var candidate = Candidate(
            place: place, matchedName: nil, tier: .exact, distance: 0, parts: [], reasons: [])
        candidate.add(.spelling, 1, "its id")
        guard context.admits(place) else { return excluded(query, [candidate]) }
        return Resolution(query, .match, candidates: [candidate])
    }

    /// Whether one of the two is an area that the other belongs to.
    func areFamily(_ left: Place, _ right: Place) -> Bool { containment.areFamily(left, right) }

    // MARK: Candidates

    /// Gives the place of a candidate its names.
    package func complete(_ candidate: inout Candidate) {
        candidate.place = whole(candidate.place)
    }

    private func whole(_ place: Place) -> Place {
        place.names.isEmpty ? index.place(id: place.id) ?? place : place
    }

    /// The places whose name is the whole text, commas, brackets and all.
    private func candidates(
        forWhole query: PlaceQuery, in context: ResolutionContext
    ) -> [Candidate] {
        guard let whole = query.whole else { return [] }
        return best([whole], Scoring(query: query, context: context)) { spelling in
            index.attested(spelling).filter { $0.tier <= .folded && !$0.isBare }
        }
    }

    /// All places that the name fits, the best first: attested ones, or else those a slip away.
    private func candidates(for query: PlaceQuery, in context: ResolutionContext) -> [Candidate] {
        let scoring = Scoring(query: query, context: context)
        let attested = best(query.spellings, scoring) { spelling in
            let words = WrittenWords(spelling, isHinted: context.tellsWhere)
            return index.attested(spelling).filter { words.mayMatch($0) }
        }
        return attested.isEmpty ? slipped(query, context) : lifted(attested)
    }

    /// The places whose name is a slip away.
    private func slipped(_ query: PlaceQuery, _ context: ResolutionContext) -> [Candidate] {
        guard context.allowsFuzzy else { return [] }
        return best(query.spellings, Scoring(query: query, context: context)) { spelling in
            let words = WrittenWords(spelling, isHinted: context.tellsWhere)
            guard words.mayHaveSlips else { return [] }
            return index.fuzzy(spelling).filter { words.mayMatch($0, in: index) }
        }
    }

    /// Each place by its best match over the spellings.
    private func best(
        _ spellings: [String], _ scoring: Scoring, _ matches: (String) -> [NameMatch]
    ) -> [Candidate] {
        var byPlace: [Int: Candidate] = [:]
        var sketches: [Int: Place] = [:]
        for spelling in spellings where !spelling.isEmpty {
            for match in matches(spelling) {
                guard let name = index.nameAlone(of: match) else { continue }
                let place = sketches[match.placeIndex] ?? index.sketch(at: match.placeIndex)
                sketches[match.placeIndex] = place
                let candidate = scoring.candidate(place, name, match, spelling: spelling)
                guard let known = byPlace[match.placeIndex] else {
                    byPlace[match.placeIndex] = candidate
                    continue
                }
                if candidate.isFitter(than: known) { byPlace[match.placeIndex] = candidate }
            }
        }
        return byPlace.values.sorted(by: Candidate.isBetter)
    }

    /// Namesakes fit alike: how English text happens to spell the name of one (`Garadaghly`, where others
    /// have `Garadaghli`) does not tell it from another place officially called Qaradağlı too.
    private func lifted(_ candidates: [Candidate]) -> [Candidate] {
        guard let best = candidates.max(by: { $0.spellingScore < $1.spellingScore }) else {
            return candidates
        }
        guard candidates.contains(where: { $0.spellingScore < best.spellingScore }) else {
            return candidates
        }
        let names = Self.officialNames(of: whole(best.place))
        if names.isEmpty { return candidates }
        return candidates.map { candidate in
            guard candidate.spellingScore < best.spellingScore, candidate.place.id != best.place.id,
                let shared = whole(candidate.place).names.first(where: {
                    names.contains(Self.key($0)) && $0.kind == .official
                })
            else { return candidate }
            var lifted = candidate
            lifted.parts[0].value = best.spellingScore
            lifted.reasons[0] += ", officially \(shared.text) as \(best.place.id) is"
            return lifted
        }.sorted(by: Candidate.isBetter)
    }

    private static func officialNames(of place: Place) -> Set<[String]> {
        Set(place.names.filter { $0.kind == .official && $0.language.language != "en" }.map(key))
    }

    private static func key(_ name: PlaceName) -> [String] {
        [name.text, name.language.description]
    }

    // MARK: Decisions

    private func decided(
        _ query: PlaceQuery, _ candidates: [Candidate], _ context: ResolutionContext,
        container: Place? = nil
    ) -> Resolution {
        guard let first = candidates.first else { return nothing(query, context) }
        let rival = candidates.dropFirst().first { !containment.areFamily(first.place, $0.place) }
        let isClear =
            rival.map { first.lead(over: $0) >= Scoring.margin || first.eclipses($0) } ?? true
        let shown = candidates.filter {
            $0.score >= first.score - Scoring.reach && !$0.isFarFetched(beside: first)
        }
        return Resolution(
            query, isClear ? .match : .ambiguous,
            candidates: Array(shown.prefix(max(1, context.limit))), container: container)
    }

    private func within(
        _ query: PlaceQuery, _ found: [Candidate], _ context: ResolutionContext
    ) -> Resolution {
        var inside = found
        var closest: Place?
        for text in query.containers.reversed() {
            let containers = containers(named: text)
            guard !containers.isEmpty else {
                return Resolution(
                    query, .none, reason: "no place is called \"\(text)\"",
                    suggestions: suggestions(for: PlaceQuery(text), context))
            }
            guard
                let container = containers.first(where: { holder in
                    inside.contains { containment.contains(holder, $0.place) }
                })
            else {
                let label = containers.first?.label ?? text
                return Resolution(
                    query, .none, reason: "no \"\(query.name)\" is known in \(label)",
                    suggestions: Array(found.prefix(5)))
            }
            inside = inside.filter { containment.contains(container, $0.place) }
            closest = container
        }
        let admitted = inside.filter { context.admits($0.place) }
        if admitted.isEmpty { return excluded(query, inside) }
        return decided(query, admitted, context, container: closest)
    }

    /// The places that may be meant by a container, areas before settlements of the same name.
    private func containers(named text: String) -> [Place] {
        let query = PlaceQuery(text)
        if let id = query.id { return index.place(id: id).map { [$0] } ?? [] }
        // No slips here: the answer could not tell that its container was guessed.
        let found = candidates(for: query, in: ResolutionContext(allowsFuzzy: false))
        guard let best = found.first else { return [] }
        let fitting = found.filter { best.score - $0.score <= Scoring.reach }.map(\.place)
        return fitting.filter(\.kind.isArea) + fitting.filter { !$0.kind.isArea }
    }

    private func excluded(_ query: PlaceQuery, _ found: [Candidate]) -> Resolution {
        let count = found.count == 1 ? "1 place" : "\(found.count) places"
        return Resolution(
            query, .none, reason: "\"\(query.name)\" fits \(count), none within what is asked for",
            suggestions: Array(found.prefix(5)))
    }

    private func nothing(_ query: PlaceQuery, _ context: ResolutionContext) -> Resolution {
        if query.split?.bareName.isEmpty == true {
            return Resolution(
                query, .none, reason: "\"\(query.name)\" is a generic word, not a name")
        }
        return Resolution(
            query, .none, reason: "no place is called \"\(query.name)\"",
            suggestions: suggestions(for: query, context))
    }

    /// Places with a spelling near the one asked for: one slip more than a match may have.
    private func suggestions(for query: PlaceQuery, _ context: ResolutionContext) -> [Candidate] {
        guard context.wantsSuggestions else { return [] }
        let scoring = Scoring(query: query, context: ResolutionContext())
        let spelling = query.split.map(\.bareName) ?? query.name
        let letters = NameFolder.fold(spelling).count
        guard letters > 3 else { return [] }
        let allowance = min(3, EditDistance.allowance(letters: letters) + 1)
        let near = best([spelling], scoring) { index.fuzzy($0, allowance: allowance) }
        return Array(near.filter { context.admits($0.place) }.prefix(5))
    }
}
