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
    /// How wide a line may be, in pixels.
    let width: Double

    /// The label of a cluster's principal event, under the name of its place.
    func label(of cluster: MarkCluster, isSparse: Bool) -> MapLabel? {
        guard let mark = subject(of: cluster, isSparse: isSparse) else { return nil }
        var lines: [TextLine] = []
        var colors: [Color] = []
        func add(_ text: String, _ role: TextRole, _ color: Color) {
            guard !text.isEmpty else { return }
            for line in type.wrapped(text, role, width: width) {
                lines.append(line)
                colors.append(color)
            }
        }
        let feature = mark.feature
        let name = words.placeName(feature)
        add(name.isEmpty ? feature.title : name, .eventName, theme.text)
        if mark.hasFigure {
            add(words.figureAndCounted(mark.event), .eventText, theme.text)
            add(words.kindAndDate(feature), .eventText, theme.quietText)
        } else {
            if !name.isEmpty { add(feature.title, .eventText, theme.text) }
            add(words.dateAndClaims(mark.event), .eventText, theme.quietText)
        }
        return MapLabel(
            id: "event:\(mark.id)", kind: .event, order: order(of: mark), lines: lines,
            colors: colors,
            anchor: .mark(SubpixelPoint(cluster.centre), radius: subpixels(cluster.reach)),
            allowsLeader: true)
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
        return 899_000 - min(899_000, Int(greatest.squareRoot() * 100))
    }
}
