internal import GeoModel

/// Where two areas meet.
enum CommonBorder {
    /// The stretches that the outlines of both share, in the order of the first one's; empty when they
    /// do not meet along a line.
    ///
    /// Outlines share their vertices exactly, since each stretch of a border is stored once.
    ///
    /// - Complexity: O(*v*) in the vertices of both.
    static func lines(of first: Geometry, and second: Geometry) -> [[Coordinate]] {
        let edges = Set(second.rings.flatMap(Edge.edges))
        return first.rings.flatMap { ring in stretches(of: ring, in: edges) }
    }

    /// The runs of a ring whose edges are all among some edges; a run over the ring's seam is one.
    private static func stretches(of ring: [Coordinate], in edges: Set<Edge>) -> [[Coordinate]] {
        var runs: [[Coordinate]] = []
        var isOpen = false
        for edge in Edge.edges(of: ring) {
            guard edges.contains(edge) else {
                isOpen = false
                continue
            }
            if isOpen {
                runs[runs.count - 1].append(edge.end)
            } else {
                runs.append([edge.start, edge.end])
            }
            isOpen = true
        }
        guard isOpen, runs.count > 1, let last = runs.last, let first = runs.first,
            last.last == first.first
        else { return runs }
        runs[0] = last + first.dropFirst()
        runs.removeLast()
        return runs
    }

    /// A piece of an outline between two vertices, the same in both directions.
    private struct Edge: Hashable {
        let start: Coordinate
        let end: Coordinate

        static func edges(of ring: [Coordinate]) -> [Edge] {
            zip(ring, ring.dropFirst()).map { Edge(start: $0, end: $1) }
        }

        static func == (left: Edge, right: Edge) -> Bool {
            (left.start == right.start && left.end == right.end)
                || (left.start == right.end && left.end == right.start)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(start.hashValue ^ end.hashValue)
        }
    }
}

extension Geometry {
    /// The rings of its areas; none for points and lines.
    fileprivate var rings: [[Coordinate]] {
        switch self {
        case .polygon(let polygon): [polygon.outer] + polygon.holes
        case .multiPolygon(let polygons): polygons.flatMap { [$0.outer] + $0.holes }
        case .point, .multiPoint, .lineString, .multiLineString: []
        }
    }
}
