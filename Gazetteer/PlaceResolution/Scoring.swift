internal import EDTF
internal import GeoModel
internal import NameFolding
internal import PlaceIndex
internal import Places

/// Weighs a match: the score is a sum of named parts, each with its reason.
///
/// Spelling leads: a closer tier beats what population can add. Population is a weak prior: it can
/// tell a city from a hamlet, not one village from another.
struct Scoring {
    let index: NameIndex
    let query: PlaceQuery
    let context: ResolutionContext
    /// The ids of the units told.
    let units: [String]

    /// Two candidates closer than this are about as good: nothing decides between them. In ten-thousandths,
    /// as all limits here.
    static let margin = 500
    /// Candidates this much below the best are not worth showing.
    static let reach = 3_000

    init(_ index: NameIndex, _ query: PlaceQuery, _ context: ResolutionContext) {
        self.index = index
        self.query = query
        self.context = context
        units = context.units.sorted()
    }

    /// What is weighed: a name of a place that met a spelling.
    struct Subject {
        let index: NameIndex
        let match: NameMatch
        let spelling: String
        let place: PlaceTraits
        let name: NameTraits

        /// The text of the name.
        var text: String { index.nameAlone(of: match)?.text ?? "" }
    }

    /// Matches, weighed.
    func contenders(_ matches: [NameMatch], spelling: String) -> [Contender] {
        matches.compactMap { contender($0, spelling: spelling) }
    }

    /// A match, weighed; nil for one that a damaged pack tells wrong.
    func contender(_ match: NameMatch, spelling: String) -> Contender? {
        guard let place = index.traits(at: match.placeIndex), let name = index.traits(of: match)
        else { return nil }
        var sum = ScoreSum()
        weigh(
            Subject(index: index, match: match, spelling: spelling, place: place, name: name),
            into: &sum)
        return Contender(
            position: match.placeIndex, match: match, spelling: spelling, place: place, name: name,
            sum: sum)
    }

    /// The place with the id that the query is.
    func contender(withIDAt position: Int) -> Contender? {
        guard let place = index.traits(at: position) else { return nil }
        var sum = ScoreSum()
        addID(to: &sum)
        return Contender(
            position: position, match: nil, spelling: query.name, place: place, name: nil, sum: sum)
    }

    /// The same in words; the place has all its names, or its usual ones alone.
    func candidate(_ contender: Contender, withAllNames: Bool) -> Candidate {
        let position = contender.position
        var candidate = Candidate(
            place: withAllNames ? index.place(at: position) : index.abridged(at: position),
            matchedName: contender.match.flatMap { index.nameAlone(of: $0) },
            tier: contender.tier, distance: contender.match?.slips ?? 0, parts: [], reasons: [])
        guard let match = contender.match, let name = contender.name else {
            addID(to: &candidate)
            return candidate
        }
        weigh(
            Subject(
                index: index, match: match, spelling: contender.spelling, place: contender.place,
                name: name), into: &candidate)
        if let bonus = contender.bonus { add(bonus, to: &candidate) }
        return candidate
    }

    private func add(_ bonus: Contender.Bonus, to candidate: inout Candidate) {
        switch bonus {
        case .namesake(let points, let official, let position):
            let value = candidate.parts[0].value + Double(points) / 10_000
            candidate.parts[0].value = Candidate.ScorePart.rounded(value)
            let id = index.id(at: position) ?? ""
            candidate.reasons[0] += ", officially \(official) as \(id) is"
        case .town(let points):
            let kind = candidate.place.kind.rawValue
            candidate.add(
                .namesakes, Double(points) / 10_000,
                "a \(kind) of more than \(Self.timesOfHamlets) times the people")
        }
    }

    /// A town of so many times the people of the hamlets of its name is what the name means alone.
    static let timesOfHamlets = 20

    // MARK: Parts

    private func addID(to sink: inout some ScoreSink) { sink.add(.spelling, 1, "its id") }

    private func weigh(_ subject: Subject, into sink: inout some ScoreSink) {
        addSpelling(subject, to: &sink)
        addName(subject, to: &sink)
        addKind(subject, to: &sink)
        addPopulation(subject, to: &sink)
        addDate(subject, to: &sink)
        addUnit(subject, to: &sink)
        addNeighbours(subject, to: &sink)
        addNearness(subject, to: &sink)
        if let language = context.language,
            index.language(of: subject.match)?.serves(language) == true
        {
            sink.add(.language, 0.03, "the name is \(language.englishName)")
        }
    }

    /// Whether a spelling has every word of the query.
    private func isWhole(_ spelling: String) -> Bool {
        spelling == query.name || spelling == query.whole
    }

    private func addSpelling(_ subject: Subject, to sink: inout some ScoreSink) {
        let match = subject.match
        // A name that fits whole beats one that fits only without the words beside it, and a place's
        // whole name beats the rest of it.
        let isPart = match.isBare || !isWhole(subject.spelling)
        let cost = isPart ? 0.06 : 0
        let end = isPart ? ", without its generic word" : ""
        switch match.tier {
        case .exact: sink.add(.spelling, 0.94 - cost, "spelled so" + end)
        case .folded:
            sink.add(
                .spelling, 0.88 - cost,
                "\(subject.text) → \(NameFolder.foldedText(subject.spelling))" + end)
        case .transliterated:
            sink.add(
                .spelling, 0.82 - 0.03 * Double(min(match.slips, 5)) - cost,
                "\(subject.text) ~ \(subject.spelling) in another script or habit" + end)
        case .fuzzy:
            let slips = match.slips == 1 ? "1 slip" : "\(match.slips) slips"
            sink.add(
                .spelling, 0.74 - 0.08 * Double(match.slips) - cost,
                "\(slips) from \(subject.text)" + end)
        }
    }

    private func addName(_ subject: Subject, to sink: inout some ScoreSink) {
        let name = subject.name
        if name.isUnclaimed {
            sink.add(.name, -0.08, "nobody says whose name \(subject.text) is")
        } else if name.certainty == .low {
            sink.add(.name, -0.02, "a name of low certainty")
        } else if name.kind == .historical {
            sink.add(.name, -0.01, "a name of the past")
        } else if name.kind == .code {
            sink.add(.name, -0.01, "a code")
        }
    }

    /// A bare name means the settlement rather than the unit named after it; a generic word decides.
    private func addKind(_ subject: Subject, to sink: inout some ScoreSink) {
        let kind = subject.place.kind
        if !context.kinds.isEmpty { return }
        if let sense = query.split?.senses.first {
            // A name that fits whole has the word in it.
            let isWhole = isWhole(subject.spelling)
            // A former unit's usual name means that unit; what else it was called means its successor.
            if isWhole, subject.name.isUsual { return }
            let agreement = isWhole ? 0 : sense.agreement(with: kind)
            guard let agreement else {
                sink.add(.kind, -0.15, "a \(kind.rawValue), not what \"\(query.name)\" says")
                return
            }
            if kind == .historical, !isOfItsTime(subject) {
                sink.add(.kind, -0.08, "a unit of the past")
            } else if agreement < 0 {
                sink.add(.kind, agreement, "a \(kind.rawValue)")
            }
            return
        }
        switch kind {
        case .district, .province:
            sink.add(.kind, -0.08, "a \(kind.rawValue): a bare name means the settlement")
        case .historical:
            let isOfItsTime = isOfItsTime(subject)
            sink.add(
                .kind, isOfItsTime ? -0.04 : -0.08,
                isOfItsTime ? "a unit of that time" : "a unit of the past")
        case .region: sink.add(.kind, -0.02, "a region")
        case .road, .site, .water: sink.add(.kind, -0.06, "a \(kind.rawValue)")
        case .city, .town, .village, .settlement, .country: break
        }
    }

    private func isOfItsTime(_ subject: Subject) -> Bool {
        guard let date = context.asOf, let period = index.period(at: subject.match.placeIndex)
        else { return false }
        return period.overlaps(date) != .not
    }

    /// One hundredth for each digit beyond the first, up to six: the weak prior.
    /// None for what sounds alike two slips away: many people make no name of it (Ghana for Gyanja).
    private func addPopulation(_ subject: Subject, to sink: inout some ScoreSink) {
        if subject.match.tier == .transliterated, subject.match.slips > 1 { return }
        if subject.place.kind == .country {
            sink.add(.population, 0.06, "a country")
            return
        }
        guard let population = subject.place.population, population >= 10 else { return }
        var (digits, rest) = (0, population / 10)
        while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
        sink.add(.population, 0.01 * Double(min(6, digits)), "population \(population)")
    }
}

extension NameTraits {
    /// Whether its source tells neither who uses it nor more than a language: Lithuanian for Gori is
    /// Goris, and a town is called so.
    fileprivate var isUnclaimed: Bool {
        !hasLanguage || (kind == .alternate && !hasPerspective && !isUsual)
    }
}
