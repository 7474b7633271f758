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
    let query: PlaceQuery
    let context: ResolutionContext

    /// Two candidates closer than this are about as good: nothing decides between them.
    static let margin = 0.05
    /// Candidates this much below the best are not worth showing.
    static let reach = 0.3

    func candidate(
        _ place: Place, _ name: PlaceName, _ match: NameMatch, spelling: String
    ) -> Candidate {
        var candidate = Candidate(
            place: place, matchedName: name, tier: match.tier, distance: match.slips, parts: [],
            reasons: [])
        addSpelling(match, name, spelling: spelling, to: &candidate)
        addName(name, to: &candidate)
        addKind(isWhole: isWhole(spelling), to: &candidate)
        addPopulation(to: &candidate)
        addDate(name, to: &candidate)
        addUnit(to: &candidate)
        addNeighbours(to: &candidate)
        addNearness(to: &candidate)
        if let language = context.language, name.language.serves(language) {
            candidate.add(.language, 0.03, "the name is \(language.englishName)")
        }
        return candidate
    }

    /// Whether a spelling has every word of the query.
    private func isWhole(_ spelling: String) -> Bool {
        spelling == query.name || spelling == query.whole
    }

    private func addSpelling(
        _ match: NameMatch, _ name: PlaceName, spelling: String, to candidate: inout Candidate
    ) {
        let (value, reason) = closeness(match, name, spelling: spelling)
        // A name that fits whole beats one that fits only without the words beside it, and a place's
        // whole name beats the rest of it.
        let isPart = !isWhole(spelling) || match.isBare
        candidate.add(
            .spelling, value - (isPart ? 0.06 : 0),
            isPart ? "\(reason), without its generic word" : reason)
    }

    private func closeness(
        _ match: NameMatch, _ name: PlaceName, spelling: String
    ) -> (value: Double, reason: String) {
        switch match.tier {
        case .exact: (0.94, "spelled so")
        case .folded: (0.88, "\(name.text) → \(NameFolder.foldedText(spelling))")
        case .transliterated:
            (
                0.82 - 0.03 * Double(min(match.slips, 5)),
                "\(name.text) ~ \(spelling) in another script or habit"
            )
        case .fuzzy:
            (
                0.74 - 0.08 * Double(match.slips),
                "\(match.slips == 1 ? "1 slip" : "\(match.slips) slips") from \(name.text)"
            )
        }
    }

    private func addName(_ name: PlaceName, to candidate: inout Candidate) {
        if name.isUnclaimed {
            candidate.add(.name, -0.08, "nobody says whose name \(name.text) is")
        } else if name.certainty == .low {
            candidate.add(.name, -0.02, "a name of low certainty")
        } else if name.kind == .historical {
            candidate.add(.name, -0.01, "a name of the past")
        } else if name.kind == .code {
            candidate.add(.name, -0.01, "a code")
        }
    }

    /// A bare name means the settlement rather than the unit named after it; a generic word decides.
    private func addKind(isWhole: Bool, to candidate: inout Candidate) {
        let kind = candidate.place.kind
        if !context.kinds.isEmpty { return }
        if let sense = query.split?.senses.first {
            // A name that fits whole has the word in it.
            if isWhole { return }
            guard let agreement = sense.agreement(with: kind) else {
                candidate.add(.kind, -0.15, "a \(kind.rawValue), not what \"\(query.name)\" says")
                return
            }
            if agreement < 0 { candidate.add(.kind, agreement, "a \(kind.rawValue)") }
            return
        }
        switch kind {
        case .district, .province:
            candidate.add(.kind, -0.08, "a \(kind.rawValue): a bare name means the settlement")
        case .historical:
            let isOfItsTime = isOfItsTime(candidate.place)
            candidate.add(
                .kind, isOfItsTime ? -0.04 : -0.08,
                isOfItsTime ? "a unit of that time" : "a unit of the past")
        case .region: candidate.add(.kind, -0.02, "a region")
        case .road, .site, .water: candidate.add(.kind, -0.06, "a \(kind.rawValue)")
        case .city, .town, .village, .settlement, .country: break
        }
    }

    private func isOfItsTime(_ place: Place) -> Bool {
        guard let date = context.asOf, let period = place.period else { return false }
        return period.overlaps(date) != .not
    }

    /// One hundredth for each digit beyond the first, up to six: the weak prior.
    /// None for what sounds alike two slips away: many people make no name of it (Ghana for Gyanja).
    private func addPopulation(to candidate: inout Candidate) {
        if candidate.tier == .transliterated, candidate.distance > 1 { return }
        if candidate.place.kind == .country {
            candidate.add(.population, 0.06, "a country")
            return
        }
        guard let population = candidate.place.population, population >= 10 else { return }
        let digits = String(population).utf8.count - 1
        candidate.add(.population, 0.01 * Double(min(6, digits)), "population \(population)")
    }

    private func addDate(_ name: PlaceName, to candidate: inout Candidate) {
        guard let date = context.asOf else { return }
        if let period = candidate.place.period, period.overlaps(date) == .not {
            candidate.add(.date, -0.06, "existed \(period), not in \(date)")
            return
        }
        guard let period = name.period else { return }
        switch period.overlaps(date) {
        case .certainly: candidate.add(.date, 0.06, "so named in \(date) (\(period))")
        case .possibly: candidate.add(.date, 0.02, "perhaps so named in \(date) (\(period))")
        case .not: candidate.add(.date, -0.06, "so named \(period), not in \(date)")
        }
    }

    /// A fifth at the spot itself, half of that 25 km away; the distance is in metres. A namesake some
    /// kilometres off beats a larger one in the next valley.
    static func nearness(_ distance: Double) -> Double { 0.2 / (1 + distance / 25_000) }

    private func addNearness(to candidate: inout Candidate) {
        guard let near = context.near else { return }
        let distance = near.distance(to: candidate.place.coordinate)
        let value = Self.nearness(distance)
        candidate.add(
            .near, (value * 10_000).rounded() / 10_000,
            "\(Int((distance / 1_000).rounded())) km away")
    }
}

extension PlaceName {
    /// Whether its source tells neither who uses it nor more than a language: Lithuanian for Gori is
    /// Goris, and a town is called so.
    fileprivate var isUnclaimed: Bool {
        language.language == "und" || (kind == .alternate && perspective == nil && !isUsual)
    }
}

extension Candidate {
    /// Whether a better candidate needs no lead: a country or capital by its usual name before a
    /// namesake that maps name later (Armenia in Colombia, Moscow in Idaho).
    func eclipses(_ other: Candidate) -> Bool {
        place.rank == 1 && other.place.rank > 1 && matchedName?.isUsual == true
    }

    /// Whether it is found by its sound alone where a better one is spelled so: Erawan beside Yerevan.
    func isFarFetched(beside best: Candidate) -> Bool {
        tier == .transliterated && distance > 1 && best.tier <= .folded
            && best.lead(over: self) >= Scoring.margin
    }

    mutating func add(_ name: ScorePart.Name, _ value: Double, _ reason: String) {
        parts.append(ScorePart(name: name, value: value))
        reasons.append(reason)
    }

    /// Puts candidates in order: by score, then the one that maps name first, then by id.
    static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.score != right.score { return left.score > right.score }
        if left.place.rank != right.place.rank { return left.place.rank < right.place.rank }
        return left.place.id < right.place.id
    }
}
