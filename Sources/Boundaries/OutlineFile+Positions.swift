internal import FlatFile
internal import GeoModel

/// How much of an outline is wanted.
struct OutlineDetail {
    /// The zoom, 0...12; 12 has every vertex.
    var zoom: Int = OutlineFile.fullZoom
    /// Arcs outside it come with the vertices of zoom 2: their chords stay outside as well. Nil: none do.
    var near: BoundingBox?
    /// Coarse, but a sea still has its shape.
    static let farZoom = 2

    static let full = OutlineDetail()
}

extension OutlineDetail {
    /// What is wanted of a zoom (nil: every vertex) near a box.
    init(_ zoom: Int?, near box: BoundingBox?) {
        guard let zoom else {
            self = .full
            return
        }
        self.init(zoom: max(0, min(zoom, OutlineFile.fullZoom)), near: box)
    }
}

extension OutlineFile {
    /// The vertices of a ring or a line, each joint once; none for one that is too small for the zoom.
    ///
    /// - Complexity: O(*v*) in the vertices given.
    func positions(ofPart row: Int, _ detail: OutlineDetail) -> [Coordinate] {
        let chain = part(row).chain
        var positions: [Coordinate] = []
        for index in chain {
            let number = chains[index]
            guard let arc = arc(number) else { continue }
            let isFar = detail.near.map { !arc.box.intersects($0) } ?? false
            append(
                arc, backwards: number < 0,
                zoom: isFar ? min(OutlineDetail.farZoom, detail.zoom) : detail.zoom,
                skipsFirst: !positions.isEmpty, to: &positions)
        }
        return positions
    }

    private func append(
        _ arc: ArcRow, backwards: Bool, zoom: Int, skipsFirst: Bool,
        to positions: inout [Coordinate]
    ) {
        let needed = vertices(of: arc, zoom: zoom)
        let skipped = skipsFirst ? 1 : 0
        positions.reserveCapacity(positions.count + needed.count)
        if backwards {
            for point in needed.reversed().dropFirst(skipped) { positions.append(position(point)) }
        } else {
            for point in needed.dropFirst(skipped) { positions.append(position(point)) }
        }
    }

    /// The numbers of the points of an arc that a zoom needs, in the order of the arc.
    func vertices(of arc: ArcRow, zoom: Int) -> [Int] {
        let start = arc.points.lowerBound
        if zoom >= Self.fullZoom { return Array(arc.points) }
        guard zoom < arc.levels.count else {
            return arc.points.filter { zooms[$0] <= zoom }
        }
        let list = Int(levels[arc.levels.lowerBound + zoom])
        let count = min(Int(indices[list]), arc.points.count)
        return (0..<count).map {
            min(start + Int(indices[list + 1 + $0]), arc.points.upperBound - 1)
        }
    }
}

extension OutlineFile {
    /// Whether a polygon's edges, or its inside, meet a box.
    func polygon(_ rings: Range<Int>, _ outer: [Coordinate], meets box: BoundingBox) -> Bool {
        if Self.chain(outer, meets: box) { return true }
        return contains(Coordinate(longitude: box.west, latitude: box.south), in: rings)
    }

    /// Whether an edge of a chain meets a box, by the edge's own box.
    static func chain(_ positions: [Coordinate], meets box: BoundingBox) -> Bool {
        zip(positions, positions.dropFirst()).contains { a, b in
            BoundingBox(
                west: min(a.longitude, b.longitude), south: min(a.latitude, b.latitude),
                east: max(a.longitude, b.longitude), north: max(a.latitude, b.latitude)
            ).intersects(box)
        }
    }

    /// Whether a position lies inside a polygon, by the even-odd rule over all vertices of its arcs.
    ///
    /// An edge counts from its lower end up to, but not including, its upper one, and is computed
    /// from the arc alone, so that both areas beside it agree: of areas that tile, one holds each
    /// position.
    ///
    /// Source: M. Shimrat, Algorithm 112, Communications of the ACM 5 (1962), 434.
    ///
    /// - Complexity: O(*v*) in the vertices of the arcs at the position's latitude.
    func contains(_ position: Coordinate, in rings: Range<Int>) -> Bool {
        var isInside = false
        for ring in rings {
            for index in part(ring).chain {
                if let arc = arc(chains[index]), crosses(arc, eastOf: position) {
                    isInside.toggle()
                }
            }
        }
        return isInside
    }

    /// Whether an arc crosses the ray from a position to the east an odd number of times.
    private func crosses(_ arc: ArcRow, eastOf place: Coordinate) -> Bool {
        guard arc.box.south <= place.latitude, place.latitude <= arc.box.north,
            place.longitude <= arc.box.east, let first = arc.points.first
        else { return false }
        var isOdd = false
        var a = position(first)
        for point in arc.points.dropFirst() {
            let b = position(point)
            if (a.latitude > place.latitude) != (b.latitude > place.latitude) {
                let share = (place.latitude - a.latitude) / (b.latitude - a.latitude)
                if place.longitude < a.longitude + share * (b.longitude - a.longitude) {
                    isOdd.toggle()
                }
            }
            a = b
        }
        return isOdd
    }
}
