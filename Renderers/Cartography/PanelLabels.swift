internal import GeoModel
internal import Projections
internal import Raster

/// Chooses and places the labels of one panel.
struct PanelLabels {
    let panel: MapPanel
    let clusters: [MarkCluster]
    let lines: [EventAtPlace]
    let places: [LabelledPlace]
    let isSparse: Bool
    let obstacles: [LabelObstacle]

    private var viewport: Viewport { panel.viewport }
    private var theme: Theme { panel.theme }
    private var type: MapType { panel.type }
    private var style: MapStyle { panel.style }

    /// Places labels; what finds no room tries again smaller, before its place is named alone.
    func place() -> (labels: [MapLabel], layout: LabelLayout) {
        let texts = EventLabels(
            type: type, theme: theme, words: panel.words, width: style.isSmall ? 130 : 190)
        let placer = LabelPlacer(
            frame: PixelRectangle(viewport.frame).outset(by: -subpixels(3)), obstacles: obstacles)
        var attempts: [String: Int] = [:]
        var unclear: Set<String> = []
        while true {
            let events = clusters.compactMap { cluster -> MapLabel? in
                let attempt = attempts[cluster.id, default: 0]
                guard attempt < EventLabels.attempts else { return nil }
                return texts.label(of: cluster, isSparse: isSparse, attempt: attempt)
            }
            let roads = LineNames(viewport: viewport, type: type, theme: theme).roads(lines)
            let labels = (events + roads + names(labelled: Set(events.map(\.id))))
                .filter { !unclear.contains($0.id) }
            let layout = placer.place(labels.map(\.request))
            // A leader over a foreign mark would name the wrong one.
            let misleading = misleading(layout, labels)
            if !misleading.isEmpty {
                unclear.formUnion(misleading)
                continue
            }
            let dropped = Set(layout.dropped)
            let again = clusters.filter { cluster in
                attempts[cluster.id, default: 0] < EventLabels.attempts
                    && cluster.all.contains { dropped.contains("event:\($0.id)") }
            }
            if again.isEmpty { return (labels, layout) }
            for cluster in again { attempts[cluster.id, default: 0] += 1 }
        }
    }

    /// The names of places whose leader runs over the marks of another.
    private func misleading(_ layout: LabelLayout, _ labels: [MapLabel]) -> [String] {
        let names = Set(labels.filter { $0.kind != .event }.map(\.id))
        return layout.placements.filter { placement in
            guard names.contains(placement.id), let leader = placement.leader?.ends else {
                return false
            }
            return clusters.contains { cluster in
                // Its own marks are where the leader starts.
                leader.start.distance(to: cluster.centre) > cluster.reach + 3
                    && leader.distance(to: cluster.centre) < cluster.reach
            }
        }.map(\.id)
    }

    /// The names of all that is not an event.
    private func names(labelled: Set<String>) -> [MapLabel] {
        var hosts: [String: MarkCluster] = [:]
        var named: Set<String> = []
        for cluster in clusters {
            for mark in cluster.all {
                guard let id = mark.feature.place?.id else { continue }
                if hosts[id] == nil { hosts[id] = cluster }
                if labelled.contains("event:\(mark.id)") { named.insert(id) }
            }
        }
        let known = Set(places.map(\.id))
        let names = PlaceLabels(
            viewport: viewport, type: type, theme: theme, style: style, obstacles: obstacles,
            goals: goals)
        return names.labels(
            places + unlisted(known: known), hosts: hosts, named: named,
            clusters: clusters, layers: panel.layers)
            + LineNames(viewport: viewport, type: type, theme: theme).labels(panel.layers)
    }

    /// Where movements start and end: places to be named.
    private var goals: Set<String> {
        Set(
            lines.filter { $0.feature.destination != nil }.flatMap {
                [$0.feature.place?.id, $0.feature.destination?.id].compactMap(\.self)
            })
    }

    /// Places that host an event but were not offered by name.
    private func unlisted(known: Set<String>) -> [LabelledPlace] {
        clusters.flatMap(\.all).compactMap { mark in
            guard let place = mark.feature.place, let id = place.id, !known.contains(id),
                let anchor = mark.feature.anchor
            else { return nil }
            let isArea = mark.feature.precision == .district || mark.feature.precision == .region
            return LabelledPlace(
                id: id, label: place.label, anchor: anchor, form: isArea ? .district : .settlement,
                rank: 5)
        }
    }
}
