internal import GeoModel
internal import Projections
internal import Raster

/// Draws what happened along a line: movements as curved arrows, roads as lines.
struct LineMarks {
    let viewport: Viewport
    let theme: Theme

    /// A movement with the room that the marks at its ends take.
    struct Movement: Hashable, Sendable {
        var id: String
        var eventID: String
        var look: CategoryLook
        var isOpen: Bool
        /// From the edge of the marks at the start to the edge of those at the end.
        var start, control, end: PixelPoint

        /// The point of its curve at a share of the way, 0...1.
        func point(at t: Double) -> PixelPoint {
            start.toward(control, t).toward(control.toward(end, t), t)
        }
    }

    /// The curve of a movement, clear of the marks at both ends; nil where the projection has none.
    ///
    /// ```
    ///        control
    ///    ╭ ─ ─ ─ ─ ─ ╮▸
    ///  (start)     (end)      bent to the right of the way by a fifth of its length
    /// ```
    func movement(
        _ event: EventAtPlace, look: CategoryLook, clearOf clusters: [MarkCluster]
    ) -> Movement? {
        guard let chain = event.feature.geometry?.chains?.first, let first = chain.first,
            let last = chain.last, let truth = viewport.position(of: first),
            let goal = viewport.position(of: last)
        else { return nil }
        return movement(
            event, look: look, from: Self.stand(truth, in: clusters),
            to: Self.stand(goal, in: clusters))
    }

    /// The curve of a movement between two stands of marks, in pixels, each with their reach.
    func movement(
        _ event: EventAtPlace, look: CategoryLook, from: (point: PixelPoint, reach: Double),
        to: (point: PixelPoint, reach: Double)
    ) -> Movement {
        let length = from.point.distance(to: to.point)
        let way = direction(from: from.point, to: to.point)
        let middle = from.point.toward(to.point, 0.5)
        let isTight = length - from.reach - to.reach < 26
        let bend = middle.moved(
            by: isTight ? max(from.reach, to.reach) + 24 : 0.2 * length, degrees: way + 90)
        // Where the marks leave no room between them, the arrow goes around their right.
        let turn = isTight ? 70.0 : nil
        return Movement(
            id: event.id, eventID: event.feature.eventID, look: look,
            isOpen: event.feature.status != .reported,
            start: from.point.moved(
                by: from.reach,
                degrees: turn.map { way + $0 } ?? direction(from: from.point, to: bend)),
            control: bend,
            end: to.point.moved(
                by: to.reach,
                degrees: turn.map { way + 180 - $0 } ?? direction(from: to.point, to: bend)))
    }

    /// Where the marks of a place stand, and how far they reach.
    private static func stand(
        _ truth: PixelPoint, in clusters: [MarkCluster]
    ) -> (point: PixelPoint, reach: Double) {
        guard let cluster = clusters.first(where: { $0.truth.distance(to: truth) < 1 }) else {
            return (truth, 4)
        }
        return (cluster.centre, cluster.reach + 2)
    }

    /// The arrow: a cased curve with a head; dashed when it is planned, alleged or disputed.
    func draw(_ movement: Movement) -> Canvas {
        var canvas = Canvas()
        let head = 8.0
        let way = direction(from: movement.control, to: movement.end)
        let neck = movement.end.moved(by: -head * 0.7, degrees: way)
        let curve = Path([
            .move(SubpixelPoint(movement.start)),
            .quadratic(SubpixelPoint(movement.control), to: SubpixelPoint(neck)),
        ])
        let tip = Path.polyline(
            [
                movement.end, movement.end.moved(by: -head, degrees: way + 24),
                movement.end.moved(by: -head, degrees: way - 24),
            ], closed: true)
        let dashes = movement.isOpen ? [5.0, 3] : []
        canvas.stroke(curve, theme.halo.opacity(0.85), width: 5)
        canvas.stroke(curve, theme.markOutline, width: 3.4, dashes: dashes)
        canvas.stroke(curve, movement.look.color, width: 2, dashes: dashes)
        canvas.fill(tip, movement.isOpen ? theme.markPaper : movement.look.color)
        canvas.stroke(tip, theme.markOutline, width: 0.9)
        return canvas
    }

    /// Points along a movement's curve.
    static func points(of movement: Movement) -> [PixelPoint] {
        [0.0, 0.25, 0.5, 0.75, 1].map(movement.point)
    }

    /// A road in the colour of its category; dashed where its course is not known.
    func road(_ event: EventAtPlace, look: CategoryLook) -> Canvas {
        var canvas = Canvas()
        guard let chains = event.feature.geometry?.chains else { return canvas }
        let isKnown = event.feature.precision == .point && chains.contains { $0.count > 2 }
        let path = viewport.path(along: chains)
        canvas.stroke(path, theme.halo, width: 5, cap: .round)
        let dashed = isKnown ? path : viewport.dashedPath(along: chains)
        canvas.stroke(dashed, theme.markOutline, width: 3.6, dashes: isKnown ? [] : [7, 4])
        canvas.stroke(dashed, look.color, width: 2.2, dashes: isKnown ? [] : [7, 4])
        return canvas
    }
}
