internal import Raster

// What placing labels in a frame and in the picture of a zoom have in common.

extension LabelPlacement {
    /// A request at a place, where one of its texts stands.
    init(_ request: LabelRequest, _ place: LabelCandidate, _ block: LabelBlock) {
        self.init(
            id: request.id, variant: place.variant, box: place.box,
            origins: block.origins(in: place.box, alignment: place.alignment),
            leader: place.leader.map { Path([.move($0.start), .line($0.end)]) },
            course: place.course)
    }
}

extension GroundGrid {
    /// What a place costs for its ground: a name beside a mark is best on the mark's own.
    func cost(of box: SubpixelBounds, for request: LabelRequest) -> Int {
        guard case .mark(let point, _) = request.anchor, let home = ground(at: point) else {
            return 0
        }
        let shares = shares(of: box, besides: home)
        let water = request.avoidsWater ? shares.water : 0
        return (water + shares.foreign) * LabelRequest.Cost.otherGround / 64
    }
}

extension LabelGrid {
    /// What a place costs for the marks, besides its own, that it covers or stands close to.
    func costOfMarks(_ place: LabelCandidate, of index: Int, margin: Int32, gap: Int32) -> Int {
        let covered = count(touching: place.box, margin: margin, besides: .mark(index))
        let near = count(touching: place.box, margin: gap - 1, besides: .mark(index))
        let crossed = place.leader.map { count(crossing: $0, besides: .mark(index)) } ?? 0
        return (covered + crossed) * LabelRequest.Cost.coveredMark
            + (near - covered) * LabelRequest.Cost.nearMark
    }
}

extension LabelObstacle {
    /// Whose it is on the map of labels.
    var owner: LabelGrid.Owner {
        switch self {
        case .disc, .rectangle, .segment: .obstacle
        case .course: .course
        }
    }
}

extension LabelRequest {
    var markShape: LabelShape? {
        guard case .mark(let point, let radius) = anchor else { return nil }
        return .disc(point, radius: radius)
    }

    /// Whether the leader may not cross what is there.
    ///
    /// A disc around the anchor is the own mark, or the group that it stands in; marks of the same
    /// place stand so close that a leader can only just pass them. Arrows may be crossed: no one takes
    /// them for the end of a leader.
    func isBarred(by entry: LabelGrid.Entry, from leader: LabelSegment) -> Bool {
        guard case .mark(let anchor, let own) = anchor else { return true }
        switch entry.shape {
        case .disc(let centre, let radius):
            if anchor.isNearer(to: centre, than: radius) { return false }
            let isNeighbour = anchor.isNearer(to: centre, than: own + radius + 512)
            return !isNeighbour || leader.passes(centre, within: radius)
        case .segment: return entry.owner != .obstacle && entry.owner != .course
        case .rectangle: return true
        }
    }
}
