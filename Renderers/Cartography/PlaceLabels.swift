internal import Basemap
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

    /// A label for every place that the frame shows.
    ///
    /// - Parameters:
    ///   - hosts: The clusters of marks by the id of their place.
    ///   - named: The places whose name an event's label already gives.
    func labels(
        _ places: [LabelledPlace], hosts: [String: MarkCluster], named: Set<String>,
        clusters: [MarkCluster], layers: BasemapLayers
    ) -> [MapLabel] {
        var seen: Set<String> = []
        return thinned(places, hosts: hosts).compactMap { place in
            guard !place.label.isEmpty, !named.contains(place.id), seen.insert(place.id).inserted
            else { return nil }
            return label(place, host: hosts[place.id], clusters: clusters, layers: layers)
        }
    }

    /// Nearer than this to a town of a better rank, a town is not named, in pixels.
    private static let quietDistance = 46.0

    /// All places but towns close to a more important one: a calm map names fewer than would fit.
    private func thinned(
        _ places: [LabelledPlace], hosts: [String: MarkCluster]
    ) -> [LabelledPlace] {
        var kept: [LabelledPlace] = []
        var towns: [PixelPoint] = []
        let ordered = places.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
        let isFirst = { (place: LabelledPlace) in place.isWanted || hosts[place.id] != nil }
        for place in ordered.filter(isFirst) + ordered.filter({ !isFirst($0) }) {
            guard place.form == .settlement, let point = viewport.position(of: place.anchor),
                viewport.contains(point)
            else {
                if place.form != .settlement || isFirst(place) { kept.append(place) }
                continue
            }
            let isCrowded = towns.contains { $0.distance(to: point) < Self.quietDistance }
            guard isFirst(place) || !isCrowded else { continue }
            towns.append(point)
            kept.append(place)
        }
        return kept
    }

    private func label(
        _ place: LabelledPlace, host: MarkCluster?, clusters: [MarkCluster], layers: BasemapLayers
    ) -> MapLabel? {
        switch place.form {
        case .settlement:
            settlement(place, host: host, clusters: clusters)
        case .site:
            // A site is named for what happened there, or on request.
            place.isWanted || host != nil
                ? settlement(place, host: host, clusters: clusters) : nil
        case .country:
            area(
                place, .country, role: .country, color: theme.countryText,
                shapes: layers.land.filter { $0.id == place.id })
        case .district, .region:
            host.map { self.host(place, $0) }
                ?? (place.form == .region ? region(place) : district(place))
        case .water:
            area(
                place, .water, role: .water, color: theme.waterText,
                shapes: layers.lakes.filter { $0.id == place.id })
        case .road:
            centred(place, .line, role: .lineName, color: theme.quietText)
        }
    }

    private func settlement(
        _ place: LabelledPlace, host: MarkCluster?, clusters: [MarkCluster]
    ) -> MapLabel? {
        if let host { return self.host(place, host) }
        guard let point = viewport.position(of: place.anchor), viewport.contains(point) else {
            return nil
        }
        // A dot that marks cover would be no dot.
        let dot = style.townDotRadius
        guard !clusters.contains(where: { $0.centre.distance(to: point) < $0.reach + dot + 1 })
        else { return nil }
        let kind: MapLabel.Kind = place.isWanted ? .wantedPlace : place.rank <= 1 ? .capital : .town
        return label(
            place, kind, role: place.isWanted ? .wanted : .town(place.rank), color: theme.text,
            anchor: .mark(SubpixelPoint(point), radius: subpixels(dot + 0.5)),
            allowsLeader: place.isWanted, dot: point)
    }

    /// The name of a place where events happened, beside their marks.
    private func host(_ place: LabelledPlace, _ cluster: MarkCluster) -> MapLabel? {
        label(
            place, place.isWanted ? .wantedPlace : .hostPlace,
            role: place.form == .settlement ? .town(min(place.rank, 3)) : .town(4),
            color: theme.text,
            anchor: .mark(SubpixelPoint(cluster.centre), radius: subpixels(cluster.reach)),
            allowsLeader: true)
    }

    private func district(_ place: LabelledPlace) -> MapLabel? {
        centred(place, .district, role: .district, color: theme.areaText)
    }

    private func region(_ place: LabelledPlace) -> MapLabel? {
        centred(place, .region, role: .region, color: theme.areaText)
    }

    private func centred(
        _ place: LabelledPlace, _ kind: MapLabel.Kind, role: TextRole, color: Color
    ) -> MapLabel? {
        guard let point = viewport.position(of: place.anchor), viewport.contains(point) else {
            return nil
        }
        let steps = [(0.0, 0.0), (0, -14), (0, 14), (-24, 0), (24, 0), (0, -28), (0, 28)]
        let points = steps.map { SubpixelPoint(PixelPoint(x: point.x + $0.0, y: point.y + $0.1)) }
        return label(place, kind, role: role, color: color, anchor: .centred(points))
    }

    /// A name inside an area, where it lies widest inside the frame.
    private func area(
        _ place: LabelledPlace, _ kind: MapLabel.Kind, role: TextRole, color: Color,
        shapes: [BasemapArea]
    ) -> MapLabel? {
        let rings = shapes.flatMap(\.polygons).flatMap { viewport.rings(of: $0) }
        let points = InnerPoints(rings: rings, frame: viewport.frame).points
        guard !points.isEmpty else { return centred(place, kind, role: role, color: color) }
        return label(place, kind, role: role, color: color, anchor: .centred(points))
    }

    private func label(
        _ place: LabelledPlace, _ kind: MapLabel.Kind, role: TextRole, color: Color,
        anchor: LabelRequest.Anchor, allowsLeader: Bool = false, dot: PixelPoint? = nil
    ) -> MapLabel {
        // A name may bring its own lines: one a script.
        let lines = place.label.split(separator: "\n").flatMap {
            type.balanced(String($0), role, width: place.isWanted ? 240 : 130)
        }
        return MapLabel(
            id: "place:\(place.id)", kind: kind, order: place.rank, lines: lines,
            colors: lines.map { _ in color }, anchor: anchor, allowsLeader: allowsLeader, dot: dot)
    }
}
