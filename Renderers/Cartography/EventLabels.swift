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
    static let attempts = 3

    /// The label of a cluster's principal event, under the name of its place.
    ///
    /// - Parameter attempt: 0 in full; 1 in narrower lines; 2 without kind and date.
    func label(of cluster: MarkCluster, isSparse: Bool, attempt: Int = 0) -> MapLabel? {
        guard let mark = subject(of: cluster, isSparse: isSparse) else { return nil }
        var lines: [TextLine] = []
        var colors: [Color] = []
        for (text, role, color) in texts(mark, isShort: attempt > 1) where !text.isEmpty {
            for line in type.balanced(text, role, width: attempt > 0 ? width * 0.68 : width) {
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

    private func texts(_ mark: EventMark, isShort: Bool) -> [(String, TextRole, Color)] {
        let feature = mark.feature
        let name = words.placeName(feature)
        var texts = [(name.isEmpty ? feature.title : name, TextRole.eventName, theme.text)]
        if mark.hasFigure {
            texts.append((words.figureAndCounted(mark.event), .eventText, theme.text))
            if !isShort { texts.append((words.kindAndDate(feature), .eventText, theme.quietText)) }
        } else {
            if !name.isEmpty { texts.append((feature.title, .eventText, theme.text)) }
            if !isShort || mark.claimCount > 1 {
                texts.append((words.dateAndClaims(mark.event), .eventText, theme.quietText))
            }
        }
        return texts
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
