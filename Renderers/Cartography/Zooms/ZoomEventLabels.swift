internal import Projections
internal import Raster
internal import Scenes
internal import Typesetting

/// The words of events on the one picture of a zoom, around a window.
struct ZoomEventLabels {
    let marks: ZoomMarks
    let texts: EventLabels
    let isSparse: Bool
    /// Where the picture begins.
    let origin: WorldPixel

    /// Words of 190 pixels beside a group of marks, or at the end of a leader.
    static let limits = LabelField.Limits(across: 360, down: 260, rounds: 3)

    /// The labels of the groups whose middle lies in an area of the world.
    func labels(in area: PixelFrame) -> [MapLabel] {
        marks.spoken.flatMap { spoken -> [MapLabel] in
            let cluster = marks.groups[spoken.group].cluster
            guard
                let turns = area.turns(of: cluster.centre, worldWidth: marks.world.width),
                let label = label(of: cluster)
            else { return [] }
            let home = WorldPixel(containing: cluster.centre)
            return turns.map { turn in
                var copy = label.moved(
                    by: WorldPixel(
                        x: home.x + turn * marks.world.width - origin.x, y: home.y - origin.y))
                copy.turn = turn
                return copy
            }
        }
    }

    /// A group's label, all ways to set it tried beside its marks before any is tied to them by a line;
    /// counted from the pixel that its middle lies in.
    private func label(of cluster: MarkCluster) -> MapLabel? {
        var cluster = cluster
        let home = WorldPixel(containing: cluster.centre)
        cluster.shift(by: PixelPoint(x: -Double(home.x), y: -Double(home.y)))
        var forms: [EventLabels.Form] = []
        for form in texts.forms(of: cluster, isSparse: isSparse) {
            let form = EventLabels.Form(content: form.content, share: form.share, hasLeader: false)
            if !forms.contains(form) { forms.append(form) }
        }
        let labels = forms.compactMap { texts.label(of: cluster, isSparse: isSparse, as: $0) }
        guard var label = labels.first else { return nil }
        for other in labels.dropFirst() where other.lines != label.lines {
            label.alternatives.append(other.lines)
            label.alternativeColors.append(other.colors)
        }
        label.allowsLeader = true
        return label
    }
}
