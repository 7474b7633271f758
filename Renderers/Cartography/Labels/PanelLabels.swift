internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// Chooses and places the labels of one panel.
struct PanelLabels {
    let panel: MapPanel
    /// The land and lakes of the panel.
    let ground: ProjectedGround
    let clusters: [MarkCluster]
    let lines: [EventAtPlace]
    let movements: [LineMarks.Movement]
    let places: [LabelledPlace]
    let isSparse: Bool
    let obstacles: [LabelObstacle]
    /// The events of the panel, those that an enlargement tells included.
    let areas: [Feature]
    /// Words that belong to the panel itself.
    let captions: [MapLabel]

    private var viewport: Viewport { panel.viewport }
    private var theme: Theme { panel.theme }
    private var type: MapType { panel.type }
    private var style: MapStyle { panel.style }

    /// Places labels; what finds no room tries again smaller, before its place is named alone.
    func place() -> (labels: [MapLabel], layout: LabelLayout) {
        let texts = EventLabels(
            type: type, theme: theme, words: panel.words, width: style.isSmall ? 130 : 190)
        let placer = LabelPlacer(
            frame: SubpixelBounds(viewport.frame).outset(by: -subpixels(3)), obstacles: obstacles,
            ground: GroundGrid(ground, frame: viewport.frame))
        let spoken = spoken(texts)
        let names = names()
        var attempts: [String: Int] = [:]
        var unclear: Set<String> = []
        var first: Set<String> = []
        while true {
            let events = spoken.compactMap { cluster -> MapLabel? in
                let attempt = attempts[cluster.id, default: 0]
                let forms = texts.forms(of: cluster, isSparse: isSparse)
                guard attempt < forms.count else { return nil }
                return texts.label(of: cluster, isSparse: isSparse, as: forms[attempt])
            }
            let told = placesNamed(by: Set(events.map(\.id)))
            let labels =
                captions + events
                + names.filter { !told.contains($0.id) }.map { name in
                    var name = name
                    if unclear.contains(name.id) { name.allowsLeader = false }
                    name.comesFirst = first.contains(name.id)
                    return name
                }
            let layout = placer.place(labels.map(\.request))
            // A leader over a foreign mark would name the wrong one.
            let misleading = misleading(layout, labels)
            if !misleading.isEmpty {
                unclear.formUnion(misleading)
                continue
            }
            let dropped = Set(layout.dropped)
            // No country is left out for others' sake: all are treated alike.
            let unnamed = labels.filter {
                $0.kind == .country && !$0.comesFirst && dropped.contains($0.id)
            }
            if !unnamed.isEmpty {
                first.formUnion(unnamed.map(\.id))
                continue
            }
            let again = clusters.filter { cluster in
                attempts[cluster.id, default: 0]
                    < texts.forms(of: cluster, isSparse: isSparse).count
                    && cluster.all.contains { dropped.contains("event:\($0.id)") }
            }
            if again.isEmpty { return (labels, layout) }
            for cluster in again { attempts[cluster.id, default: 0] += 1 }
        }
    }

    /// The clusters that have a label: a calm map tells of the largest only, the rest is in the list.
    private func spoken(_ texts: EventLabels) -> [MarkCluster] {
        let area = Double(viewport.frame.width * viewport.frame.height)
        let most = max(6, Int(area / 50_000))
        let wanted = clusters.compactMap { cluster -> (cluster: MarkCluster, order: Int)? in
            texts.order(of: cluster, isSparse: isSparse).map { (cluster, $0) }
        }
        return wanted.sorted { ($0.order, $0.cluster.id) < ($1.order, $1.cluster.id) }
            .prefix(most).map(\.cluster)
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
    private func names() -> [MapLabel] {
        var hosts: [String: MarkCluster] = [:]
        for cluster in clusters {
            for id in cluster.all.compactMap(\.feature.place?.id) where hosts[id] == nil {
                hosts[id] = cluster
            }
        }
        // Around what the map is about there is room for its own name first.
        let wanted = places.filter(\.isWanted).compactMap { viewport.point(of: $0.anchor) }
        let names = PlaceLabels(
            viewport: viewport, type: type, theme: theme, style: style,
            obstacles: obstacles + wanted.map { .disc($0, radius: subpixels(18)) },
            goals: goals, eventAreas: eventAreas,
            ground: PanelGround(ground),
            isLocator: places.contains(where: \.isWanted))
        let known = Set(places.map(\.id))
        let lineNames = LineNames(viewport: viewport, type: type, theme: theme)
        return names.labels(
            places + unlisted(known: known), hosts: hosts, clusters: clusters)
            + lineNames.labels(panel.layers) + lineNames.roads(lines)
            + lineNames.movements(movements, of: lines, words: panel.words)
    }

    /// The labels of places whose name the label of an event already gives.
    private func placesNamed(by events: Set<String>) -> Set<String> {
        Set(
            clusters.flatMap(\.all).filter { events.contains("event:\($0.id)") }
                .compactMap(\.feature.place?.id).map { "place:\($0)" })
    }

    /// The areas that events are known by, each once.
    private var eventAreas: [RingIndex] {
        var seen: Set<String> = []
        return areas.compactMap { feature in
            guard seen.insert(feature.place?.id ?? feature.id).inserted else { return nil }
            return (feature.geometry?.polygons?.flatMap { viewport.rings(of: $0) }).map(
                RingIndex.init)
        }
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
        clusters.flatMap(\.all).compactMap(\.unlistedPlace).filter { !known.contains($0.id) }
    }
}

extension GroundGrid {
    /// The countries and lakes in a frame.
    init(_ ground: ProjectedGround, frame: PixelFrame) {
        func rings(_ area: ProjectedGround.Area) -> [[SubpixelPoint]] {
            area.rings.map { $0.map { SubpixelPoint($0) } }
        }
        let land = ground.land.enumerated().map {
            Area(ground: $0.offset + 1, rings: rings($0.element))
        }
        let lakes = ground.lakes.map { Area(ground: 0, rings: rings($0)) }
        self.init(frame: SubpixelBounds(frame), areas: land + lakes)
    }
}

extension EventMark {
    /// Its place as one that may be named, where the gazetteer has not offered it; nil without an id.
    var unlistedPlace: LabelledPlace? {
        guard let place = feature.place, let id = place.id, let anchor = feature.anchor else {
            return nil
        }
        let isArea = feature.precision == .district || feature.precision == .region
        return LabelledPlace(
            id: id, label: place.label, anchor: anchor, form: isArea ? .district : .settlement,
            rank: 5)
    }
}
