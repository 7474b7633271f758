internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// Words for the marks that the reader must be able to name: those with a figure or with competing
/// claims. The others speak by hue, shape and place name; a sparse map names them too.
struct EventLabels {
    let type: MapType
    let theme: Theme
    let words: EventWords
    /// How wide a line may be at first, in pixels.
    let width: Double

    /// How often a label that finds no room may try again, each time smaller.
    static let attempts = 4

    /// The label of a cluster's principal event, under the name of its place.
    ///
    /// Attempt 0 is in full, 1 in narrower lines, 2 without kind and date, 3 in two lines.
    func label(of cluster: MarkCluster, isSparse: Bool, attempt: Int = 0) -> MapLabel? {
        guard let mark = subject(of: cluster, isSparse: isSparse) else { return nil }
        var lines: [TextLine] = []
        var colors: [Color] = []
        let limit = [1, 0.68, 0.68, 1][min(attempt, 3)] * width
        for (text, role, color) in texts(mark, attempt: attempt) where !text.isEmpty {
            for line in type.balanced(text, role, width: limit) {
                lines.append(line)
                colors.append(color)
            }
        }
        return MapLabel(
            id: "event:\(mark.id)", kind: .event, order: order(of: mark), lines: lines,
            colors: colors,
            anchor: .mark(SubpixelPoint(cluster.centre), radius: subpixels(cluster.reach)),
            allowsLeader: true)
    }

    private func texts(_ mark: EventMark, attempt: Int) -> [(String, TextRole, Color)] {
        let feature = mark.feature
        let name = words.placeName(feature)
        let head = (name.isEmpty ? feature.title : name, TextRole.eventName, theme.text)
        if mark.hasFigure {
            let figure = (words.figureAndCounted(mark.event), TextRole.eventText, theme.text)
            let kind = (words.kindAndDate(feature), TextRole.eventText, theme.quietText)
            return attempt > 1 ? [head, figure] : [head, figure, kind]
        }
        let title = (name.isEmpty ? "" : feature.title, TextRole.eventText, theme.text)
        let date = (words.dateAndClaims(mark.event), TextRole.eventText, theme.quietText)
        let claims = (words.claims(mark.event), TextRole.eventText, theme.quietText)
        let line = [title.0, claims.0].filter { !$0.isEmpty }.joined(separator: " · ")
        switch attempt {
        case ...1: return [head, title, date]
        case 2: return [head, title, claims]
        default: return [head, (line, TextRole.eventText, theme.text)]
        }
    }

    /// Where a cluster's label stands in the order of importance; nil when it has none.
    func order(of cluster: MarkCluster, isSparse: Bool) -> Int? {
        subject(of: cluster, isSparse: isSparse).map { order(of: $0) }
    }

    private func subject(of cluster: MarkCluster, isSparse: Bool) -> EventMark? {
        if let principal = cluster.principal { return principal }
        if let contested = cluster.marks.first(where: { $0.claimCount > 1 }) { return contested }
        return isSparse && cluster.all.count == 1 ? cluster.marks.first : nil
    }

    /// The largest figure first, then competing claims, then all others.
    private func order(of mark: EventMark) -> Int {
        guard case .figure(_, let greatest) = mark.size else {
            return mark.claimCount > 1 ? 900_000 : 950_000
        }
        return 899_000 - Int(min(899_000, greatest.squareRoot() * 100))
    }
}
