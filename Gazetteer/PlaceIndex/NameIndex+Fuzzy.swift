internal import FlatFile
internal import NameFolding

extension NameIndex {
    /// The names at most as many slips away as their length allows, the nearest first. Names of the
    /// same fold are among them, with no slip.
    ///
    /// Spelling and name are compared as they are folded and as they are in Latin letters, and the fewest
    /// slips count: a slip in a Cyrillic letter may be two in Latin ones.
    ///
    /// - Parameters:
    ///   - spelling: what was written; more than 64 letters are no name with a slip.
    ///   - allowance: the most slips; nil for `EditDistance.allowance` of the spelling's length. Of names
    ///     that are more than two away those are found that keep a third: the first, middle or last as it is.
    ///   - limit: how many spellings at most; nil for all. All names with one of these are given. The nearest
    ///     come first; of equally near ones those in the script of the spelling, then those that explain
    ///     more of its letters (one left out or swapped says less for another name than a wrong one), then
    ///     those of places that maps name first.
    /// - Returns: the matches, tier `fuzzy`.
    /// - Complexity: some hundred to thousand looks at the letters of names: of 1.2 million names 0.05 ms for
    ///   two slips.
    public func fuzzy(_ spelling: String, allowance: Int? = nil, limit: Int? = nil) -> [NameMatch] {
        fuzzy(spelling, allowance: allowance, limit: limit, where: nil)
    }

    /// The same for the places that a filter admits; by `areas`, where they have the names of what it asks
    /// for at hand: that looks at some hundred names of a unit and takes some µs.
    package func fuzzy(
        _ spelling: String, allowance: Int? = nil, limit: Int? = nil, where filter: PlaceFilter?,
        among areas: AreaForms? = nil
    ) -> [NameMatch] {
        // Before it is transliterated: a text of a megabyte is read once and left.
        guard Spelling.mayBeName(spelling) else { return [] }
        let query = Spelling(spelling)
        let latin = UTF8Letters.letters(of: query.latinFold)
        let allowance = allowance ?? EditDistance.allowance(letters: latin.count)
        guard allowance > 0 else { return [] }
        let texts =
            query.fold == query.latinFold ? [latin] : [latin, UTF8Letters.letters(of: query.fold)]
        var searches = parts.map { part in
            texts.indices.filter { FuzzySearch.mayHaveSlips(texts[$0]) }.map { number in
                (
                    search: FuzzySearch(texts[number], in: part.records),
                    isOwn: number == texts.count - 1
                )
            }
        }
        var near: [NearForm] = []
        // Where one slip gives as many as wanted, two give no nearer ones.
        for slips in limit == nil ? allowance...allowance : 1...allowance {
            near = parts.indices.flatMap { part in
                forms(&searches[part], slips, inPart: part) { lengths in
                    // Of more slips a search finds some: the answer is not to hang on what is at hand.
                    slips > 2
                        ? nil : filter.flatMap { areas?.forms(of: $0, lengths, inPart: part) }
                }
            }
            if spellingCount(near, upTo: limit ?? .max) == limit { break }
        }
        if let limit { near = nearest(near, limit: limit) }
        var matches = MatchCollection()
        for form in near {
            parts[form.part].records.forEachEntry(ofForm: form.rank) { entry in
                add(
                    entry, inPart: form.part, tier: .fuzzy, slips: form.slips, where: filter,
                    to: &matches)
            }
        }
        return sorted(matches)
    }

    /// How many forms a search for slips looks at and how many of these it measures, of all packs: for tests.
    package func work(ofFuzzy spelling: String, allowance: Int) -> (looks: Int, measured: Int) {
        let letters = UTF8Letters.letters(of: Spelling(spelling).latinFold)
        guard allowance > 0, FuzzySearch.mayHaveSlips(letters) else { return (0, 0) }
        return parts.reduce((0, 0)) { sum, part in
            var search = FuzzySearch(letters, in: part.records)
            search.run(limit: allowance)
            return (sum.0 + search.work.looks, sum.1 + search.work.measured)
        }
    }

    /// A form of a pack that is near.
    private struct NearForm {
        var part: Int
        var rank: Int
        var slips: Int
        var wrongLetters: Int
        /// Whether they met in the script of the spelling.
        var isOwn: Bool
    }

    /// The forms of a pack that are near one of some texts, each once: of all, or of some.
    private func forms(
        _ searches: inout [(search: FuzzySearch, isOwn: Bool)], _ slips: Int, inPart part: Int,
        among some: (_ lengths: ClosedRange<Int>) -> [FormList]?
    ) -> [NearForm] {
        var near: [NearForm] = []
        for number in searches.indices {
            if let some = some(searches[number].search.lengths(limit: slips)) {
                searches[number].search.look(among: some, limit: slips)
            } else {
                searches[number].search.run(limit: slips)
            }
            near += searches[number].search.found.map { found in
                NearForm(
                    part: part, rank: found.rank, slips: found.slips,
                    wrongLetters: found.wrongLetters, isOwn: searches[number].isOwn)
            }
        }
        near.sort { ($0.rank, $0.slips, $1.isOwn ? 1 : 0) < ($1.rank, $1.slips, $0.isOwn ? 1 : 0) }
        var kept: [NearForm] = []
        kept.reserveCapacity(near.count)
        for form in near where form.rank != kept.last?.rank { kept.append(form) }
        return kept
    }

    /// How many spellings there are, those of several packs counted once; no further than to a number.
    private func spellingCount(_ near: [NearForm], upTo most: Int) -> Int {
        guard parts.count > 1, near.count >= most else { return min(near.count, most) }
        var texts: Set<[UInt8]> = []
        for form in near where texts.count < most { texts.insert(text(of: form)) }
        return texts.count
    }

    private func text(of form: NearForm) -> [UInt8] {
        parts[form.part].records.forms.cursor(at: form.rank).text
    }

    /// The nearest forms, and of equally near ones those of places that maps name first.
    private func nearest(_ near: [NearForm], limit: Int) -> [NearForm] {
        guard near.count > limit else { return near }
        // So many slips at most have those that count.
        let slips = near.map(\.slips).sorted()[max(0, limit - 1)]
        let ordered = near.filter { parts.count > 1 || $0.slips <= slips }.map { form in
            (form: form, order: parts[form.part].records.leastOrder(ofForm: form.rank))
        }.sorted { left, right in
            let (l, r) = (left.form, right.form)
            if l.slips != r.slips { return l.slips < r.slips }
            if l.isOwn != r.isOwn { return l.isOwn }
            if l.wrongLetters != r.wrongLetters { return l.wrongLetters < r.wrongLetters }
            return (left.order, l.part, l.rank) < (right.order, r.part, r.rank)
        }.map(\.form)
        guard parts.count > 1 else { return Array(ordered.prefix(limit)) }
        // A spelling that several packs have counts once.
        var texts: Set<[UInt8]> = []
        return ordered.filter { form in
            let text = text(of: form)
            if texts.contains(text) { return true }
            guard texts.count < limit else { return false }
            texts.insert(text)
            return true
        }
    }
}
