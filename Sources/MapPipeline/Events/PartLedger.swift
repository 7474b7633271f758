internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel

/// Remembers the totals and parts of a table and says what does not fit.
struct PartLedger {
    private var kin: [Event] = []
    /// Ids that an unknown one may be a slip of; given up for a large table.
    private var spellings: Set<String> = []
    private var count = 0

    /// Looks at an event.
    mutating func take(_ event: Event, mayBeKin: Bool) {
        count += 1
        if count <= PartChecks.mostSpellings { spellings.insert(event.id) } else { spellings = [] }
        guard mayBeKin else { return }
        var slim = event
        slim.passedThrough = []
        slim.places = []
        (slim.title, slim.note, slim.source, slim.reportedBy) = ("", "", "", "")
        kin.append(slim)
    }

    /// What does not fit; with the sums and rings that a table read whole has told already, if asked.
    func findings(includingSums: Bool) -> [Diagnostic] {
        guard kin.contains(where: { !$0.partOf.isEmpty }) else { return [] }
        let checks = PartChecks(kin, spellings: spellings)
        return (includingSums ? checks.findings : []) + outsideTotals(checks.graph)
    }

    /// Parts that surely lie outside every date their total is given.
    private func outsideTotals(_ graph: EventParts) -> [Diagnostic] {
        var claims: [String: [Event]] = [:]
        for event in kin where graph.isTotal(event.id) && event.date != nil {
            claims[event.id, default: []].append(event)
        }
        return kin.compactMap { event in
            guard let date = event.date, let total = graph.total(of: event.id),
                let first = claims[total]?.first, let theirs = first.date,
                claims[total]?.allSatisfy({ $0.date?.overlaps(date) == .not }) == true
            else { return nil }
            return Diagnostic(
                .note, code: "part-outside-total", at: event.location(of: .date), row: event.row,
                problem: "dated \(date), outside \(theirs) of its total \"\(total)\" in row "
                    + "\(first.row)",
                remedy: "mend one of the dates, or take part_of away", candidates: [total])
        }
    }
}

/// Says which claims about one event give another date or place than the first.
struct ClaimDifferences {
    private var first: [String: Claim] = [:]

    private struct Claim {
        var row: Int
        var date: HistoricalDate?
        var keys: Set<String>
        var words: String
    }

    /// Looks at an event.
    mutating func take(_ event: Event, _ features: [Feature]) -> [Diagnostic] {
        guard event.claimCount > 1 else { return [] }
        let claim = Claim(
            row: event.row, date: event.date, keys: Set(features.compactMap(\.placeKey)),
            words: Self.words(features))
        guard let earlier = first[event.id] else {
            first[event.id] = claim
            return []
        }
        func note(_ field: EventField, _ here: String, _ there: String) -> Diagnostic {
            Diagnostic(
                .note, code: "claims-differ", at: event.location(of: field), row: event.row,
                problem: "\"\(event.id)\" is \(here) here and \(there) in row \(earlier.row)",
                remedy: "keep both if the sources differ so", candidates: [event.id])
        }
        var findings: [Diagnostic] = []
        if let here = claim.date, let there = earlier.date, here.description != there.description {
            findings.append(note(.date, "dated \(here)", "\(there)"))
        }
        if !claim.keys.isEmpty, !earlier.keys.isEmpty, claim.keys != earlier.keys {
            findings.append(note(.place, "at \(claim.words)", "at \(earlier.words)"))
        }
        return findings
    }

    private static func words(_ features: [Feature]) -> String {
        let texts = features.prefix(3).map { "\"\($0.placeWords)\"" }
        let rest = features.count - texts.count
        return texts.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Feature {
    /// What its place is told from others by; nil without a place.
    var placeKey: String? {
        guard let anchor else { return nil }
        let start = place?.id ?? "\(anchor.longitude) \(anchor.latitude)"
        // A movement has the place where it ends, too.
        return destination.map { "\(start) -> \($0.id ?? $0.text)" } ?? start
    }

    /// Its place in words.
    fileprivate var placeWords: String {
        let start = place?.text ?? ""
        if let destination { return "\(start) -> \(destination.text)" }
        return start.isEmpty ? anchor.map { "\($0.longitude) \($0.latitude)" } ?? "" : start
    }
}
