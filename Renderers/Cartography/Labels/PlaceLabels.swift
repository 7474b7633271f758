internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// Names of towns, countries, districts, regions and waters.
struct PlaceLabels {
    let viewport: Viewport
    let type: MapType
    let theme: Theme
    let style: MapStyle
    /// What names of areas keep clear of from the start.
    let obstacles: [LabelObstacle]
    /// Where movements start and end.
    let goals: Set<String>
    /// The areas that events are known by, in the picture.
    let eventAreas: [RingIndex]
    /// Land and lakes.
    let ground: PanelGround
    /// Whether the map is about some of its places.
    let isLocator: Bool

    /// A label for every place that the frame shows.
    ///
    /// `hosts` are the clusters of marks by the id of their place.
    func labels(
        _ places: [LabelledPlace], hosts: [String: MarkCluster],
        clusters: [MarkCluster]
    ) -> [MapLabel] {
        var seen: Set<String> = []
        return thinned(places, hosts: hosts, clusters: clusters).compactMap { place in
            guard !place.label.isEmpty, seen.insert(place.id).inserted
            else { return nil }
            return label(place, host: hosts[place.id], clusters: clusters)
        }
    }

    /// How far a town keeps from a more important one, in pixels: a calm map names fewer than fit.
    static func quietDistance(_ rank: Int) -> Double {
        switch rank {
        case ...2: 44
        case 3: 58
        case 4: 76
        default: 92
        }
    }

    /// Nearer than this to the marks of events, a lesser town only adds noise, in pixels.
    static let eventDistance = 26.0

    /// Above this many metres to a pixel, districts are named only for what happened in them.
    static let districtScale = 60.0

    /// All places but towns close to a more important one, and districts on maps of a wide land.
    private func thinned(
        _ places: [LabelledPlace], hosts: [String: MarkCluster], clusters: [MarkCluster]
    ) -> [LabelledPlace] {
        var kept: [LabelledPlace] = []
        var towns: [PixelPoint] = []
        let isWide = viewport.metresPerPixel(at: viewport.centre) > Self.districtScale
        // Their numbers are sorted, not they: a place takes as long to move as twenty to compare.
        let ordered = places.indices.sorted { LabelledPlace.isNamedFirst(places[$0], places[$1]) }
            .map { places[$0] }
        let isFirst = { (place: LabelledPlace) in
            place.isWanted || hosts[place.id] != nil || goals.contains(place.id)
        }
        for place in ordered.filter(isFirst) + ordered.filter({ !isFirst($0) }) {
            guard !isFirst(place) else {
                kept.append(place)
                if let point = viewport.position(of: place.anchor) { towns.append(point) }
                continue
            }
            if place.form == .district, isWide { continue }
            guard place.form == .settlement else {
                kept.append(place)
                continue
            }
            guard let point = viewport.position(of: place.anchor), isShown(point) else { continue }
            let distance = Self.quietDistance(place.rank)
            let isCrowded =
                towns.contains { $0.distance(to: point) < distance }
                || place.rank > 2
                    && clusters.contains {
                        $0.centre.distance(to: point) < $0.reach + Self.eventDistance
                    }
            guard !isCrowded else { continue }
            towns.append(point)
            kept.append(place)
        }
        return kept
    }

    func label(
        _ place: LabelledPlace, host: MarkCluster?, clusters: [MarkCluster]
    ) -> MapLabel? {
        switch place.form {
        case .settlement:
            settlement(place, host: host, clusters: clusters)
        case .site:
            // A site is named for what happened there, or on request.
            place.isWanted || host != nil
                ? settlement(place, host: host, clusters: clusters) : nil
        case .country: country(place)
        case .district, .region:
            host.map { self.host(place, $0) }
                ?? (place.form == .region ? region(place) : district(place))
        case .water: water(place)
        case .road:
            centred(place, .line, role: .lineName, color: theme.quietText)
        }
    }

    private func settlement(
        _ place: LabelledPlace, host: MarkCluster?, clusters: [MarkCluster]
    ) -> MapLabel? {
        if let host { return self.host(place, host) }
        guard let point = viewport.position(of: place.anchor), isShown(point) else { return nil }
        // A dot that marks cover would be no dot.
        let dot = style.townDotRadius
        guard !clusters.contains(where: { $0.centre.distance(to: point) < $0.reach + dot + 1 })
        else { return nil }
        return label(
            place, kind(of: place), role: role(of: place),
            color: theme.text,
            anchor: .mark(SubpixelPoint(point), radius: subpixels(dot + 0.5)),
            allowsLeader: place.isWanted || goals.contains(place.id), dot: point)
    }

    /// Whether a dot would be seen: it lies in the frame, and under no furniture.
    private func isShown(_ point: PixelPoint) -> Bool {
        let reach = subpixels(style.townDotRadius + 1)
        return viewport.contains(point)
            && !obstacles.contains {
                guard case .rectangle(let box) = $0 else { return false }
                return box.outset(by: reach).contains(SubpixelPoint(point))
            }
    }

    /// Beside places that the map is about, capitals are set like other cities; small ones everywhere
    /// like small towns.
    private func role(of place: LabelledPlace) -> TextRole {
        if place.isWanted { return .wanted }
        let isSmall = (1..<Self.largeTown).contains(place.weight)
        let greatest = isSmall ? 3 : isLocator ? 2 : 0
        return .town(max(place.rank, greatest))
    }

    /// With fewer people a capital is set like any town.
    private static let largeTown = 50_000

    private func kind(of place: LabelledPlace) -> MapLabel.Kind {
        if place.isWanted { return .wantedPlace }
        if goals.contains(place.id) { return .hostPlace }
        return place.rank <= 1 ? .capital : .town
    }

    /// The name of a place where events happened, beside their marks.
    private func host(_ place: LabelledPlace, _ cluster: MarkCluster) -> MapLabel? {
        label(
            place, place.isWanted ? .wantedPlace : .hostPlace,
            role: place.form == .settlement ? .town(min(place.rank, 3)) : .town(4),
            color: theme.text,
            anchor: .mark(SubpixelPoint(cluster.centre), radius: subpixels(cluster.reach)),
            // The name of an area at the end of a leader would seem to name what stands there.
            allowsLeader: place.form == .settlement || place.form == .site)
    }

    private func district(_ place: LabelledPlace) -> MapLabel? {
        centred(place, .district, role: .district, color: theme.areaText)
    }

    private func region(_ place: LabelledPlace) -> MapLabel? {
        centred(place, .region, role: .region, color: theme.areaText)
    }

    func centred(
        _ place: LabelledPlace, _ kind: MapLabel.Kind, role: TextRole, color: Color
    ) -> MapLabel? {
        guard let point = viewport.position(of: place.anchor), viewport.contains(point) else {
            return nil
        }
        let steps = [(0.0, 0.0), (0, -14), (0, 14), (-24, 0), (24, 0), (0, -28), (0, 28)]
        let points = steps.map { SubpixelPoint(PixelPoint(x: point.x + $0.0, y: point.y + $0.1)) }
        return label(place, kind, role: role, color: color, anchor: .centred(points))
    }

    func label(
        _ place: LabelledPlace, _ kind: MapLabel.Kind, role: TextRole, color: Color,
        anchor: LabelRequest.Anchor, allowsLeader: Bool = false, dot: PixelPoint? = nil
    ) -> MapLabel {
        // A name may bring its own lines: one a script.
        let lines = place.label.split(separator: "\n").flatMap {
            type.balanced(String($0), role, width: place.isWanted ? 240 : 130)
        }
        return MapLabel(
            id: "place:\(place.id)", kind: kind, order: place.order, lines: lines,
            colors: lines.map { _ in color }, anchor: anchor, allowsLeader: allowsLeader, dot: dot)
    }
}

extension LabelledPlace {
    /// The order in which places of a kind are labelled: by rank, within it by weight.
    var order: Int { min(max(rank, 0), 9) * 100_000 + 99_999 - min(max(weight, 0) / 500, 99_999) }
}
