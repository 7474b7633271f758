internal import Projections
internal import Raster

/// Moves clusters of marks apart where they would cover each other, as little as needed.
///
/// Large ones stay, small ones move; a hairline then leads to the true place. Deterministic: fixed
/// rounds in a fixed order, no chance.
struct MarkDisplacement {
    /// Free space kept between clusters, in pixels.
    let gap: Double
    /// Where marks may stand, in pixels.
    let bounds: PixelFrame
    /// Where they may not: the ground of an enlargement.
    var hole: SubpixelBounds?
    /// Enough for the densest part of the example maps to come to rest.
    private let rounds = 160

    /// The clusters, sorted by id, moved apart.
    func spread(_ clusters: [MarkCluster]) -> [MarkCluster] {
        var clusters = clusters.sorted { $0.id < $1.id }
        var points = clusters.map(\.centre)
        // A crowd that cannot come to rest is not worth the time.
        let rounds = clusters.count > 800 ? 30 : rounds
        for round in 0..<rounds {
            let moved = pushApart(&points, clusters)
            // Early rounds let go towards the truth, the last ones only push.
            if round < rounds / 2 { pullBack(&points, clusters) }
            keepOut(&points, clusters)
            keepInside(&points, clusters)
            if !moved { break }
        }
        for index in clusters.indices where points[index] != clusters[index].centre {
            clusters[index].move(to: snapped(points[index]))
        }
        return clusters
    }

    /// One round over all pairs that overlap; whether any did.
    private func pushApart(_ points: inout [PixelPoint], _ clusters: [MarkCluster]) -> Bool {
        let order = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
        let widest = clusters.map(\.reach).max() ?? 0
        var moved = false
        for (rank, first) in order.enumerated() {
            for second in order[(rank + 1)...] {
                let limit = clusters[first].reach + widest + gap
                if points[second].x - points[first].x > limit { break }
                moved = separate(first, second, &points, clusters) || moved
            }
        }
        return moved
    }

    private func separate(
        _ first: Int, _ second: Int, _ points: inout [PixelPoint], _ clusters: [MarkCluster]
    ) -> Bool {
        let wanted = clusters[first].reach + clusters[second].reach + gap
        let distance = points[first].distance(to: points[second])
        guard distance < wanted - 0.01 else { return false }
        let angle =
            distance < 0.01
            ? Double((first * 67 + second * 31) % 360)
            : direction(from: points[first], to: points[second])
        let weights = (1 / mass(clusters[first]), 1 / mass(clusters[second]))
        let push = (wanted - distance) / (weights.0 + weights.1)
        points[first] = points[first].moved(by: push * weights.0, degrees: angle + 180)
        points[second] = points[second].moved(by: push * weights.1, degrees: angle)
        return true
    }

    /// What is drawn large by its figure hardly moves.
    private func mass(_ cluster: MarkCluster) -> Double {
        let figure = cluster.principal?.outerRadius ?? 0
        return cluster.reach * cluster.reach * (figure > 8 ? 40 : 1)
    }

    private func pullBack(_ points: inout [PixelPoint], _ clusters: [MarkCluster]) {
        for index in points.indices {
            points[index] = points[index].toward(clusters[index].truth, 0.04)
        }
    }

    private func keepInside(_ points: inout [PixelPoint], _ clusters: [MarkCluster]) {
        for index in points.indices {
            let reach = clusters[index].reach + 2
            let minX = Double(bounds.x) + reach
            let maxX = Double(bounds.x + bounds.width) - reach
            let minY = Double(bounds.y) + reach
            let maxY = Double(bounds.y + bounds.height) - reach
            guard minX <= maxX, minY <= maxY else { continue }
            points[index] = PixelPoint(
                x: max(minX, min(maxX, points[index].x)),
                y: max(minY, min(maxY, points[index].y)))
        }
    }

    /// Moves clusters out of the hole, the shortest way.
    private func keepOut(_ points: inout [PixelPoint], _ clusters: [MarkCluster]) {
        guard let hole else { return }
        for index in points.indices {
            let reach = clusters[index].reach + 2
            let left = Double(hole.minX) / 256 - reach
            let right = Double(hole.maxX) / 256 + reach
            let top = Double(hole.minY) / 256 - reach
            let bottom = Double(hole.maxY) / 256 + reach
            let point = points[index]
            guard point.x > left, point.x < right, point.y > top, point.y < bottom else { continue }
            let ways = [
                PixelPoint(x: left, y: point.y), PixelPoint(x: right, y: point.y),
                PixelPoint(x: point.x, y: top), PixelPoint(x: point.x, y: bottom),
            ]
            var nearest = ways[0]
            for way in ways where way.distance(to: point) < nearest.distance(to: point) {
                nearest = way
            }
            points[index] = nearest
        }
    }

    private func snapped(_ point: PixelPoint) -> PixelPoint {
        PixelPoint(x: (point.x * 256).rounded() / 256, y: (point.y * 256).rounded() / 256)
    }
}
