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

    /// One way to set a label.
    struct Form: Hashable, Sendable {
        /// How much it says.
        enum Content: Hashable, Sendable {
            /// Place, figure, kind and date; what is claimed in narrower columns.
            case full
            /// Without what is claimed in narrower columns.
            case plain
            /// Without kind and date.
            case short
            /// Place and one line.
            case least
        }

        var content: Content
        /// How wide a line may be, of the usual width: narrow lines need more of them.
        var share: Double
        /// It may stand off, tied to its mark by a line.
        var hasLeader: Bool
    }

    /// What the label of a cluster that finds no room tries, best first: beside its mark before at
    /// the end of a line.
    func forms(of cluster: MarkCluster, isSparse: Bool) -> [Form] {
        let says = subject(of: cluster, isSparse: isSparse).map { words.narrowerFigures($0.event) }
        return (says?.isEmpty == false ? Self.detailed : []) + Self.usual
    }

    private static let detailed = forms(.full)
    private static let usual =
        forms(.plain) + [
            Form(content: .short, share: 0.8, hasLeader: true),
            Form(content: .least, share: 1, hasLeader: true),
        ]

    private static func forms(_ content: Form.Content) -> [Form] {
        [false, true].flatMap { hasLeader in
            [1, 0.8, 0.65].map { Form(content: content, share: $0, hasLeader: hasLeader) }
        }
    }

    /// The label of a cluster's principal event, under the name of its place.
    func label(of cluster: MarkCluster, isSparse: Bool, as form: Form) -> MapLabel? {
        guard let mark = subject(of: cluster, isSparse: isSparse) else { return nil }
        var lines: [TextLine] = []
        var colors: [Color] = []
        let limit = form.share * width
        for (text, role, color) in texts(mark, form.content) where !text.isEmpty {
            for line in type.balanced(text, role, width: limit) {
                lines.append(line)
                colors.append(color)
            }
        }
        // Beside all marks of the place; a leader goes to the one that is meant.
        let (centre, reach) =
            form.hasLeader ? (mark.centre, mark.reach) : (cluster.centre, cluster.reach)
        return MapLabel(
            id: "event:\(mark.id)", kind: .event, order: order(of: mark), lines: lines,
            colors: colors,
            anchor: .mark(SubpixelPoint(centre), radius: subpixels(reach)),
            allowsLeader: form.hasLeader)
    }

    private func texts(
        _ mark: EventMark, _ content: Form.Content
    ) -> [(String, TextRole, Color)] {
        let feature = mark.feature
        let name = words.placeName(feature)
        let head = (name.isEmpty ? feature.title : name, TextRole.eventName, theme.text)
        let narrower = (words.narrowerFigures(mark.event), TextRole.eventText, theme.text)
        if mark.hasFigure {
            let figure = (words.figureAndCounted(mark.event), TextRole.eventText, theme.text)
            let kind = (words.kindAndDate(feature), TextRole.eventText, theme.quietText)
            let isShort = content == .short || content == .least
            return isShort ? [head, figure] : [head, figure, kind]
        }
        let title = (name.isEmpty ? "" : feature.title, TextRole.eventText, theme.text)
        let date = (words.dateAndClaims(mark.event), TextRole.eventText, theme.quietText)
        let claims = (words.claims(mark.event), TextRole.eventText, theme.quietText)
        switch content {
        case .full: return [head, title, narrower, date]
        case .plain: return [head, title, date]
        case .short: return [head, title, claims]
        case .least:
            let line = [title.0, claims.0].filter { !$0.isEmpty }.joined(separator: " · ")
            return [head, (line, TextRole.eventText, theme.text)]
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
