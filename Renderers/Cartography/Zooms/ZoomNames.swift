internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes
internal import Typesetting

/// The names of places on the one picture of a zoom, around a window.
///
/// A name that looks for room inside an area (a country, a lake, a sea) looks in a frame of its own
/// around the place's position, which is the same for every window.
struct ZoomNames {
    let composition: Composition
    let marks: ZoomMarks
    /// Where the picture begins.
    let origin: WorldPixel
    /// The ground around the area that names are made for.
    let ground: ZoomGround

    /// Lines of 130 pixels beside a dot, or somewhere in the frame of an area.
    static let limits = LabelField.Limits(across: 216, down: 136, rounds: 4)
    /// How far from the area places may lie that decide which are named, in pixels.
    static let thinning = Int(Double(LocalThinning.rounds) * PlaceLabels.quietDistance(9)) + 8
    /// The frame in which a name looks for room inside an area, in pixels.
    private static let room = (width: 256, height: 192)

    private var world: ZoomWorld { marks.world }

    /// The labels of places, for all that lie in an area of the world; those near its edge may be wrong
    /// by `thinning`.
    func labels(of places: [LabelledPlace], in area: PixelFrame) -> [MapLabel] {
        let clusters = NearClusters(marks, in: area, origin: origin)
        let names = names(world.view(area, from: origin), over: PanelGround(.empty))
        return thinned(places, in: area, names, clusters).flatMap { place in
            copies(of: place, in: area, names, clusters)
        }
    }

    private func names(_ viewport: Viewport, over panel: PanelGround) -> PlaceLabels {
        PlaceLabels(
            viewport: viewport, type: composition.type, theme: composition.request.theme,
            style: composition.style, obstacles: [], goals: marks.goals, eventAreas: [],
            ground: panel,
            isLocator: composition.request.places.contains(where: \.isWanted))
    }

    // MARK: Which

    /// All places of the area but towns close to a more important one or to the marks of events, and
    /// districts on maps of a wide land.
    private func thinned(
        _ places: [LabelledPlace], in area: PixelFrame, _ names: PlaceLabels,
        _ clusters: NearClusters
    ) -> [LabelledPlace] {
        var seen: Set<String> = []
        var candidates: [(place: LabelledPlace, item: LocalThinning.Item)] = []
        var others: [LabelledPlace] = []
        let ordered = places.sorted(by: LabelledPlace.isNamedFirst)
        let isFirst = { (place: LabelledPlace) in
            place.isWanted || marks.hosts[place.id] != nil || marks.goals.contains(place.id)
        }
        for place in ordered.filter(isFirst) + ordered.filter({ !isFirst($0) }) {
            guard !place.label.isEmpty, seen.insert(place.id).inserted,
                let point = names.viewport.position(of: place.anchor),
                names.viewport.contains(point)
            else { continue }
            if isFirst(place) {
                candidates.append((place, .init(point: point, distance: 0)))
            } else if place.form == .settlement {
                let isCrowded =
                    place.rank > 2
                    && clusters.hasMarks(within: PlaceLabels.eventDistance, of: point)
                guard !isCrowded else { continue }
                candidates.append(
                    (place, .init(point: point, distance: PlaceLabels.quietDistance(place.rank))))
            } else if place.form != .district
                || names.viewport.metresPerPixel(at: place.anchor) <= PlaceLabels.districtScale
            {
                others.append(place)
            }
        }
        // An area as wide as the world holds every place once.
        let kept = LocalThinning.kept(
            candidates.map(\.item),
            worldWidth: area.width >= world.width ? Double(world.width) : nil)
        return zip(candidates, kept).filter(\.1).map(\.0.place) + others
    }

    // MARK: What

    /// A place's label wherever it lies in the area: more than once where that is wider than the world.
    private func copies(
        of place: LabelledPlace, in area: PixelFrame, _ names: PlaceLabels,
        _ clusters: NearClusters
    ) -> [MapLabel] {
        guard let point = names.viewport.position(of: place.anchor),
            let label = label(of: place, at: point, names, clusters)
        else { return [] }
        let here = PixelPoint(x: point.x + Double(origin.x), y: point.y + Double(origin.y))
        let turns = area.turns(of: here, worldWidth: world.width) ?? 0...0
        let first = Int((here.x / Double(world.width)).rounded(.down))
        return turns.map { turn in
            var copy = label.moved(by: WorldPixel(x: turn * world.width, y: 0))
            copy.turn = first + turn
            return copy.within(Self.limits)
        }
    }

    private func label(
        of place: LabelledPlace, at point: PixelPoint, _ names: PlaceLabels,
        _ clusters: NearClusters
    ) -> MapLabel? {
        let host = marks.hosts[place.id].flatMap { clusters.cluster(ofGroup: $0, near: point) }
        switch place.form {
        case .country, .water:
            let home = WorldPixel(containing: point)
            let (width, height) = Self.room
            let frame = PixelFrame(
                x: home.x + origin.x - width / 2, y: home.y + origin.y - height / 2, width: width,
                height: height)
            let panel = ground.panel(in: frame)
            let own = self.names(world.view(frame, from: origin), over: panel)
            return own.label(place, host: nil, clusters: []) ?? openSea(place, own)
        case .settlement, .district, .region, .site, .road:
            return names.label(place, host: host, clusters: clusters.near(point, within: 8))
        }
    }

    /// The name of a water where no land is around.
    private func openSea(_ place: LabelledPlace, _ names: PlaceLabels) -> MapLabel? {
        guard place.form == .water, place.rank <= 2, names.ground.land.isEmpty else { return nil }
        return names.centred(
            place, .water, role: .water, color: composition.request.theme.waterText)
    }
}

/// The groups of marks around an area, in a picture.
private struct NearClusters {
    private var clusters: [MarkCluster] = []
    private var groups: [Int: [Int]] = [:]
    private var cells = MarkCells()
    private let widest: Double

    init(_ marks: ZoomMarks, in area: PixelFrame, origin: WorldPixel) {
        let area = area.outset(by: Int(MarkGathering.longest))
        var widest = 0.0
        for (number, group) in marks.groups.enumerated() {
            let turns = area.turns(of: group.cluster.centre, worldWidth: marks.world.width)
            for turn in turns ?? 0...0 where turns != nil {
                var cluster = group.cluster
                cluster.shift(
                    by: PixelPoint(
                        x: Double(turn * marks.world.width - origin.x), y: -Double(origin.y)))
                cells.insert(clusters.count, at: cluster.centre)
                groups[number, default: []].append(clusters.count)
                clusters.append(cluster)
                widest = max(widest, cluster.reach)
            }
        }
        self.widest = widest
    }

    /// The clusters whose marks come as near to a point as a distance, in pixels.
    func near(_ point: PixelPoint, within distance: Double) -> [MarkCluster] {
        var found: [Int] = []
        cells.forEach(near: point, within: distance + widest) { index, between in
            if between < distance + clusters[index].reach { found.append(index) }
        }
        return found.sorted().map { clusters[$0] }
    }

    func hasMarks(within distance: Double, of point: PixelPoint) -> Bool {
        !near(point, within: distance).isEmpty
    }

    /// The copy of a group that is nearest to a point.
    func cluster(ofGroup group: Int, near point: PixelPoint) -> MarkCluster? {
        groups[group]?.map { clusters[$0] }.min {
            ($0.centre.distance(to: point), $0.centre.x)
                < ($1.centre.distance(to: point), $1.centre.x)
        }
    }
}
