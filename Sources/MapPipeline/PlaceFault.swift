internal import Diagnostics
internal import EventIngest
internal import PlaceResolution
internal import Places

/// A place of a row that cannot be told, with what the reader needs to mend it.
struct PlaceFault: Error {
    /// Why the row is set aside, if this is its only place.
    let reason: PlacedEvents.SetAside
    private let diagnostic: Diagnostic

    init(_ resolution: Resolution, expression: PlaceExpression, event: Event) {
        let location = event.location(of: expression)
        let text = expression.description
        switch resolution.status {
        case .none, .match:
            reason = .unknownPlace
            let near = resolution.suggestions.prefix(5)
            let spellings = near.map { "\"\($0.matchedName?.text ?? $0.place.label)\" (\($0.place.id))" }
            diagnostic = Diagnostic(
                .error, code: "unknown-place", at: location, row: event.row,
                problem: "\"\(text)\" is no place the gazetteer knows"
                    + (resolution.reason.map { ": \($0)" } ?? ""),
                remedy: near.isEmpty
                    ? "give columns longitude and latitude, or another spelling"
                    : "did you mean \(spellings.joined(separator: ", "))?",
                candidates: near.map(\.place.id))
        case .ambiguous:
            reason = .ambiguousPlace
            let listed = resolution.candidates.prefix(5).map { candidate in
                let unit = candidate.place.firstOrderCode ?? candidate.place.countryCode
                return "\(candidate.place.id) (\(candidate.place.label)\(unit.map { ", \($0)" } ?? ""))"
            }
            let rest = resolution.candidates.count - listed.count
            diagnostic = Diagnostic(
                .error, code: "ambiguous-place", at: location, row: event.row,
                problem: "\"\(text)\" fits \(resolution.candidates.count) places",
                remedy: "add the district (\"\(text), … district\") or write an id: "
                    + listed.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
                candidates: resolution.candidates.map(\.place.id))
        }
    }

    /// The finding: an error when the row goes with the place, else a warning.
    func diagnostic(setsRowAside: Bool) -> Diagnostic {
        var finding = diagnostic
        if !setsRowAside {
            finding.severity = .warning
            finding.problem += "; the row's other places are used"
        }
        return finding
    }
}
