public import Diagnostics
public import PlaceResolution
internal import Places

/// A place that cannot be told, with what the reader needs to mend it.
public struct PlaceFault: Error, Hashable, Sendable {
    /// Why nothing stands there.
    public let reason: PlacedEvents.SetAside
    /// The finding.
    public private(set) var diagnostic: Diagnostic

    /// Takes a resolution that is no match.
    public init(
        _ resolution: Resolution, of text: String, at location: SourceLocation? = nil,
        row: Int? = nil
    ) {
        switch resolution.status {
        case .none, .match:
            reason = .unknownPlace
            let near = resolution.suggestions.prefix(5)
            let spellings = near.map {
                "\"\($0.spelling)\" (\($0.place.id))"
            }
            diagnostic = Diagnostic(
                .error, code: "unknown-place", at: location, row: row,
                problem: Self.problem(of: text, because: resolution.reason),
                remedy: near.isEmpty
                    ? "give columns longitude and latitude, or another spelling"
                    : "did you mean \(spellings.joined(separator: ", "))?",
                candidates: near.map(\.place.id))
        case .ambiguous:
            reason = .ambiguousPlace
            let listed = resolution.candidates.prefix(5).map { candidate in
                let unit = candidate.place.firstOrderCode ?? candidate.place.countryCode
                return
                    "\(candidate.place.id) (\(candidate.place.label)\(unit.map { ", \($0)" } ?? ""))"
            }
            let rest = resolution.candidates.count - listed.count
            diagnostic = Diagnostic(
                .error, code: "ambiguous-place", at: location, row: row,
                problem: "\"\(text)\" fits \(resolution.candidates.count) places",
                remedy: "add the district (\"\(text), … district\") or write an id: "
                    + listed.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
                candidates: resolution.candidates.map(\.place.id))
        }
    }

    /// Two places that do not meet along a line, or of which one has no outline.
    init(
        noBorderOf first: Place, and second: Place, text: String, at location: SourceLocation,
        row: Int
    ) {
        reason = .unknownPlace
        diagnostic = Diagnostic(
            .error, code: "no-common-border", at: location, row: row,
            problem: "\"\(text)\": no common border of \(first.label) (\(first.id)) and "
                + "\(second.label) (\(second.id)) is known",
            remedy: "name one of the two, or give columns longitude and latitude",
            candidates: [first.id, second.id])
    }

    /// A reason that quotes the place stands for itself.
    private static func problem(of text: String, because reason: String?) -> String {
        guard let reason else { return "\"\(text)\" is no place the gazetteer knows" }
        return reason.contains("\"\(text)\"") ? reason : "\"\(text)\": \(reason)"
    }

    /// The same as a warning, for a row whose other places are used.
    func withOthersUsed() -> PlaceFault {
        var copy = self
        copy.diagnostic.severity = .warning
        copy.diagnostic.problem += "; the row's other places are used"
        return copy
    }
}

extension Diagnostic {
    /// A place that is used though its spelling has a slip: whoever reads the map should know.
    static func slip(
        in text: String, readAs match: Candidate, at location: SourceLocation, row: Int
    ) -> Diagnostic {
        let name = match.spelling
        return Diagnostic(
            .warning, code: "place-with-slip", at: location, row: row,
            problem: "\"\(text)\" is read as \"\(name)\" (\(match.place.id))",
            remedy: "write it so, or the id, if that is meant", candidates: [match.place.id])
    }

    /// One of several namesakes that the other places of the row speak for.
    static func settled(
        _ text: String, _ candidate: Candidate, _ metres: Double, at location: SourceLocation,
        row: Int
    ) -> Diagnostic {
        Diagnostic(
            .note, code: "place-by-neighbours", at: location, row: row,
            problem: "\"\(text)\" taken as \(candidate.place.id): "
                + "\(max(1, Int((metres / 1_000).rounded()))) km from the row's other places",
            remedy: "write the id or the district if another is meant",
            candidates: [candidate.place.id])
    }

    /// A road whose course nobody told.
    static func straightRoad(_ text: String, at location: SourceLocation, row: Int) -> Diagnostic {
        Diagnostic(
            .note, code: "straight-road", at: location, row: row,
            problem: "the gazetteer has no road for \"\(text)\"; a straight line stands for it, "
                + "approximate",
            remedy: "give the places along it, or longitude and latitude")
    }
}
