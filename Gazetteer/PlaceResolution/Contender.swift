internal import EDTF
package import PlaceIndex
internal import Places

/// A place that may be meant, weighed by numbers alone: most that fit a name are never shown. `Candidate`
/// tells the same in words.
package struct Contender: Sendable {
    /// Where the place stands in `NameIndex.places`.
    package let position: Int
    /// The name that it was found by; nil when the query was its id.
    let match: NameMatch?
    /// The spelling that met the name.
    let spelling: String
    let place: PlaceTraits
    let name: NameTraits?
    let sum: ScoreSum
    /// What it has from standing beside others.
    var bonus: Bonus?

    /// What a candidate has from those that it stands beside.
    enum Bonus: Sendable {
        /// It is officially called as a place is whose spelling is closer.
        case namesake(points: Int, official: String, of: Int)
        /// It has many times the people of the hamlets of its name.
        case town(points: Int)

        fileprivate var points: Int {
            switch self {
            case .namesake(let points, _, _), .town(let points): points
            }
        }
    }

    /// The score in ten-thousandths.
    var points: Int { sum.total + (bonus?.points ?? 0) }

    /// The part of the score that the spelling gives, in ten-thousandths.
    var spellingPoints: Int {
        if case .namesake(let points, _, _) = bonus { return sum.spelling + points }
        return sum.spelling
    }

    /// The score, as `Candidate.score`.
    package var score: Double { Double(points) / 10_000 }

    /// How the two met.
    package var tier: MatchTier { match?.tier ?? .exact }

    /// Whether nothing decides between this one and another.
    func isAbout(_ other: Contender) -> Bool { points - other.points < Scoring.margin }

    /// Whether a better one needs no lead: a country or capital by its usual name before a namesake that
    /// maps name later (Armenia in Colombia, Moscow in Idaho).
    func eclipses(_ other: Contender) -> Bool {
        place.rank == 1 && other.place.rank > 1 && name?.isUsual == true
    }

    /// Whether it is found by its sound alone where a better one is spelled so: Erawan beside Yerevan.
    func isFarFetched(beside best: Contender) -> Bool {
        guard let match else { return false }
        return match.tier == .transliterated && match.slips > 1 && best.tier <= .folded
            && !best.isAbout(self)
    }
}

// MARK: - Order

extension NameIndex {
    /// Puts contenders in order: by score, then the one that maps name first, then by id.
    func isBetter(_ left: Contender, _ right: Contender) -> Bool {
        if left.points != right.points { return left.points > right.points }
        if left.place.rank != right.place.rank { return left.place.rank < right.place.rank }
        return (id(at: left.position) ?? "") < (id(at: right.position) ?? "")
    }

    /// Whether a match tells more of the place than another one: the better score, then the usual name,
    /// then one still in use.
    func isFitter(_ contender: Contender, than other: Contender) -> Bool {
        if contender.points != other.points { return contender.points > other.points }
        guard let name = contender.name, let known = other.name else { return false }
        if name.isUsual != known.isUsual { return name.isUsual }
        return isInUse(contender) && !isInUse(other)
    }

    /// Whether no end of the use of the name that met is known.
    func isInUse(_ contender: Contender) -> Bool {
        contender.match.map { period(of: $0)?.latest == nil } ?? true
    }
}

// MARK: - Sums

/// Takes the parts of a score as they are found. A reason is put into words by those alone who want it.
protocol ScoreSink {
    mutating func add(
        _ part: Candidate.ScorePart.Name, _ value: Double, _ reason: @autoclosure () -> String)
}

/// The sum of the parts of a score, in ten-thousandths.
struct ScoreSum: ScoreSink, Hashable, Sendable {
    /// The part that the spelling gives.
    private(set) var spelling = 0
    /// The parts that what was told beside the name gives.
    private(set) var hints = 0
    /// All parts.
    private(set) var total = 0

    mutating func add(
        _ part: Candidate.ScorePart.Name, _ value: Double, _ reason: @autoclosure () -> String
    ) {
        let points = Int((value * 10_000).rounded())
        switch part {
        case .spelling: spelling = points
        case .date, .unit, .neighbours, .near, .language: hints += points
        case .name, .kind, .population, .namesakes: break
        }
        total += points
    }
}

extension Candidate: ScoreSink {
    mutating func add(
        _ part: ScorePart.Name, _ value: Double, _ reason: @autoclosure () -> String
    ) {
        parts.append(ScorePart(name: part, value: value))
        reasons.append(reason())
    }
}
