internal import GeoModel
internal import Projections

/// A mark for one event at one place.
struct EventMark: Hashable, Sendable {
    /// What the size of a mark says.
    enum Size: Hashable, Sendable {
        /// From the least to the greatest that is claimed; equal for one plain number.
        case figure(least: Double, greatest: Double)
        /// A figure of zero.
        case zero
        /// No figure is given.
        case none
        /// A part of a total that is drawn elsewhere.
        case tick
    }

    let event: EventAtPlace
    let look: CategoryLook
    let size: Size
    /// The radius of the solid inside, in pixels; 0 when the least is not known.
    let radius: Double
    /// The radius of the outline around all that is claimed, in pixels.
    let outerRadius: Double
    /// Parts of this total that happened right here, drawn as ticks on the rim.
    var parts: [EventAtPlace] = []
    var ticks: Int { parts.count }
    /// Where it happened, as far as known.
    private(set) var truth: PixelPoint
    /// Where it is drawn.
    var centre: PixelPoint

    var id: String { event.id }
    var feature: Feature { event.feature }
    var isOpen: Bool { feature.status != .reported }
    var claimCount: Int { max(event.claims.count, 1) }

    /// Moves it, truth included.
    mutating func shift(by shift: PixelPoint) {
        truth = truth + shift
        centre = centre + shift
    }

    /// How far ink reaches from the centre, in pixels.
    var reach: Double {
        let outline = claimCount > 1 ? 4.5 : (ticks > 0 ? 4.5 : 1)
        return outerRadius * look.shape.reach + outline
    }
}

/// Makes marks from events.
struct EventMarker {
    let key: CategoryKey
    let scale: FigureScale
    let sizeBy: String?
    let roles: TotalsAndParts

    /// The mark of an event at a point of the picture.
    ///
    /// It carries the event's figure at one place only, however many places the event has.
    func mark(_ event: EventAtPlace, at truth: PixelPoint, carriesFigure: Bool) -> EventMark {
        let size = size(of: event, carriesFigure: carriesFigure)
        let (inner, outer) = radii(size)
        return EventMark(
            event: event, look: key.look(of: event.feature.category), size: size, radius: inner,
            outerRadius: outer, truth: truth, centre: truth)
    }

    private func size(of event: EventAtPlace, carriesFigure: Bool) -> EventMark.Size {
        if case .tick = roles.role(of: event.feature.eventID) { return .tick }
        guard let sizeBy, carriesFigure else { return .none }
        let figures = event.claims.compactMap { $0.figure(sizeBy) }
        guard !figures.isEmpty else { return .none }
        let least = figures.map { $0.minimum ?? 0 }.min() ?? 0
        let greatest = figures.map { $0.maximum ?? $0.drawnValue }.max() ?? 0
        return greatest <= 0 ? .zero : .figure(least: max(0, least), greatest: greatest)
    }

    private func radii(_ size: EventMark.Size) -> (inner: Double, outer: Double) {
        let style = scale.style
        switch size {
        case .figure(let least, let greatest):
            return (least > 0 ? scale.radius(of: least) : 0, scale.radius(of: greatest))
        case .zero: return (0, style.zeroRadius)
        case .none: return (style.plainRadius, style.plainRadius)
        case .tick: return (style.leastRadius, style.leastRadius)
        }
    }
}
