internal import GeoModel

/// Which events show their own figure and which are a part of a figure shown elsewhere.
///
/// A total whose drawn parts carry the figure gets no mark of its own: it would count twice, so the
/// list states it. Where the parts carry none, the total is the mark and the parts are ticks.
struct TotalsAndParts: Sendable {
    /// How one event takes part in the figure that sizes the marks.
    enum Role: Hashable, Sendable {
        /// On its own.
        case own
        /// Stated in the list only: its drawn parts carry the figure.
        case stated
        /// A part of a drawn total, without a figure of its own.
        case tick(of: String)
    }

    private let roles: [String: Role]

    /// Decides for every event.
    ///
    /// - Parameters:
    ///   - sheet: All events.
    ///   - isDrawn: Whether an event's id has a mark inside the frame.
    ///   - key: The column of the figure; nil gives every event its own mark.
    init(_ sheet: EventSheet, isDrawn: (String) -> Bool, key: String?) {
        guard let key else {
            roles = [:]
            return
        }
        let family = Family(sheet.all, key: key)
        var roles: [String: Role] = [:]
        for id in family.ids where family.hasFigure(id) {
            let parts = family.parts(below: id)
            let drawnParts = parts.filter(isDrawn)
            if drawnParts.contains(where: family.hasFigure) {
                roles[id] = .stated
            } else if isDrawn(id) {
                for part in drawnParts { roles[part] = .tick(of: id) }
            }
        }
        self.roles = roles
    }

    /// The role of an event.
    func role(of eventID: String) -> Role { roles[eventID] ?? .own }
}

/// Who is part of whom.
private struct Family {
    private(set) var ids: [String] = []
    private var children: [String: [String]] = [:]
    private var withFigure: Set<String> = []

    init(_ events: [EventAtPlace], key: String) {
        var seen: Set<String> = []
        for event in events {
            let id = event.feature.eventID
            if event.claims.contains(where: { $0.figure(key) != nil }) { withFigure.insert(id) }
            guard seen.insert(id).inserted else { continue }
            ids.append(id)
            let whole = event.feature.partOf
            if !whole.isEmpty, whole != id { children[whole, default: []].append(id) }
        }
    }

    func hasFigure(_ id: String) -> Bool { withFigure.contains(id) }

    /// All parts and parts of parts, each once; a circle in the table ends where it began.
    func parts(below id: String) -> [String] {
        var found: [String] = []
        var waiting = children[id] ?? []
        var seen: Set<String> = [id]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.append(next)
            waiting += children[next] ?? []
        }
        return found.sorted()
    }
}
