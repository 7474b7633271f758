internal import GeoModel
internal import Projections
internal import Raster

/// The marks of the one picture of a zoom, made once for all events: groups, arrows and roads, in pixels
/// of the world.
struct ZoomMarks: Sendable {
    /// Marks at places, gathered where they would cover each other, in the order of ids.
    let groups: [MarkGathering.Group]
    /// Arrows, in the order of ids.
    let movements: [(arrow: LineMarks.Movement, event: EventAtPlace)]
    /// Roads and other lines where something happened.
    let roads: [EventAtPlace]
    /// Which groups are important enough to be named, each with its place in the order.
    let spoken: [(group: Int, order: Int)]
    /// The groups by the ids of the places that lead them.
    let hosts: [String: Int]
    /// Where movements start and end: places to be named.
    let goals: Set<String>
    /// Marks by the ids of their labels.
    let marksByID: [String: EventMark]
    /// The marks of events that are known by an area.
    let areaMarks: [EventMark]
    let world: ZoomWorld

    /// Between the places of two groups that are named, in pixels: a calm map tells of the largest.
    private static let quietDistance = 150.0

    init(_ composition: Composition, world: ZoomWorld, labels: EventLabels) {
        self.world = world
        let view = world.view
        let style = composition.style
        let plan = MarkPlan(
            composition.sheet, viewport: view, key: composition.key,
            sizeBy: composition.request.sizeBy, style: style)
        let groups = MarkGathering(style: style, worldWidth: Double(world.width))
            .gathered(plan.clusters)
        let stands = Stands(groups, worldWidth: Double(world.width))
        let lines = LineMarks(viewport: view, theme: composition.request.theme)
        self.groups = groups
        movements = plan.lines.filter { $0.feature.destination != nil }.compactMap { event in
            guard let ends = event.feature.geometry?.chains?.first, let first = ends.first,
                let last = ends.last, let start = view.position(of: first),
                let goal = view.position(of: last)
            else { return nil }
            let from = stands.stand(start)
            var to = stands.stand(goal)
            // The short way round the world.
            to.point = to.point.near(from.point, worldWidth: Double(world.width))
            let look = composition.key.look(of: event.feature.category)
            return (lines.movement(event, look: look, from: from, to: to), event)
        }
        goals = Set(
            movements.flatMap {
                [$0.event.feature.place?.id, $0.event.feature.destination?.id].compactMap(\.self)
            })
        var hosts: [String: Int] = [:]
        for (index, group) in groups.enumerated() {
            for id in (group.places.first?.all ?? []).compactMap(\.feature.place?.id)
            where hosts[id] == nil {
                hosts[id] = index
            }
        }
        self.hosts = hosts
        marksByID = Dictionary(
            plan.clusters.flatMap(\.all).map { ("event:\($0.id)", $0) }, uniquingKeysWith: { $1 })
        areaMarks = plan.clusters.flatMap(\.all).filter { $0.feature.geometry?.polygons != nil }
        roads = plan.lines.filter { $0.feature.destination == nil }
        spoken = Self.spoken(
            groups, labels: labels, isSparse: composition.sheet.eventCount <= 12, world: world)
    }

    private static func spoken(
        _ groups: [MarkGathering.Group], labels: EventLabels, isSparse: Bool, world: ZoomWorld
    ) -> [(group: Int, order: Int)] {
        let wanted = groups.indices.compactMap { index -> (group: Int, order: Int)? in
            labels.order(of: groups[index].cluster, isSparse: isSparse).map { (index, $0) }
        }.sorted {
            ($0.order, groups[$0.group].cluster.id) < ($1.order, groups[$1.group].cluster.id)
        }
        let items = wanted.map {
            LocalThinning.Item(point: groups[$0.group].cluster.centre, distance: quietDistance)
        }
        let kept = LocalThinning.kept(items, worldWidth: Double(world.width))
        return zip(wanted, kept).filter(\.1).map(\.0)
    }
}

/// Where the marks of places stand, and how far they reach.
private struct Stands {
    private var stands: [PixelPoint: (point: PixelPoint, reach: Double)] = [:]

    init(_ groups: [MarkGathering.Group], worldWidth: Double) {
        for group in groups {
            for place in group.places {
                let truth = PixelPoint(
                    x: place.truth.x - (place.truth.x / worldWidth).rounded(.down) * worldWidth,
                    y: place.truth.y)
                stands[truth] = (group.cluster.centre, group.cluster.reach + 2)
            }
        }
    }

    /// The stand at a place of the world; a place without marks has a little room of its own.
    func stand(_ truth: PixelPoint) -> (point: PixelPoint, reach: Double) {
        stands[truth] ?? (truth, 4)
    }
}
