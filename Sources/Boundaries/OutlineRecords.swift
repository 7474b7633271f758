internal import EDTF
internal import GeoModel

/// A line from node to node that areas and border lines share.
struct Arc: Sendable {
    var points: [Coordinate]
    var box: BoundingBox
}

/// Arc numbers in their order: `n` runs arc `n - 1` forwards, `-n` backwards.
typealias ArcChain = [Int32]

/// An area as the file has it.
struct AreaRecord: Sendable {
    var id: AreaID
    var kind: BoundaryArea.Kind
    var claim: BoundaryClaim
    /// Polygons of rings; the first ring is the outer one.
    var polygons: [[ArcChain]]
    var box: BoundingBox
}

/// A line as the file has it.
struct LineRecord: Sendable {
    var kind: BoundaryLine.Kind
    var left: AreaID?
    var right: AreaID?
    var claim: BoundaryClaim
    var parts: [ArcChain]
    var box: BoundingBox
}

/// Everything that a file of outlines holds.
struct OutlineRecords: Sendable {
    var arcs: [Arc] = []
    var areas: [AreaRecord] = []
    var lines: [LineRecord] = []
    /// Credit lines, each once, in the order of the file.
    var credits: [String] = []

    /// The vertices of a chain, each joint once.
    func positions(_ chain: ArcChain) -> [Coordinate] {
        var positions: [Coordinate] = []
        positions.reserveCapacity(chain.reduce(0) { $0 + arc($1).points.count })
        for number in chain {
            let points = arc(number).points
            let isFirst = positions.isEmpty
            if number > 0 {
                positions.append(contentsOf: isFirst ? points[...] : points.dropFirst())
            } else {
                let reversed = points.reversed()
                positions.append(contentsOf: isFirst ? reversed[...] : reversed.dropFirst())
            }
        }
        return positions
    }

    /// The box around a chain, which has at least one arc.
    func box(of chain: ArcChain) -> BoundingBox {
        chain.dropFirst().reduce(arc(chain[0]).box) { $0.union(arc($1).box) }
    }

    /// The arc behind a signed number.
    func arc(_ number: Int32) -> Arc { arcs[Int(number.magnitude) - 1] }
}

extension OutlineRecords {
    /// Whether a polygon's edges, or its inside, meet a box.
    func polygon(_ rings: [ArcChain], meets box: BoundingBox) -> Bool {
        guard self.box(of: rings[0]).intersects(box) else { return false }
        if rings.contains(where: { chain($0, meets: box) }) { return true }
        return contains(Coordinate(longitude: box.west, latitude: box.south), in: rings)
    }

    /// Whether an edge of a chain meets a box, by the edge's own box.
    func chain(_ chain: ArcChain, meets box: BoundingBox) -> Bool {
        chain.contains { number in
            let arc = arc(number)
            guard arc.box.intersects(box) else { return false }
            return zip(arc.points, arc.points.dropFirst()).contains { a, b in
                BoundingBox(
                    west: min(a.longitude, b.longitude), south: min(a.latitude, b.latitude),
                    east: max(a.longitude, b.longitude), north: max(a.latitude, b.latitude)
                ).intersects(box)
            }
        }
    }
}
