internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel

extension EventChecks {
    /// A place farther than this from the middle of all and from every other event is alone, in metres.
    private static let farDistance = 1_000_000.0
    /// Fewer events have no middle to be far from.
    private static let fewestEvents = 5

    /// Places that may be slips: far from the middle of all events, and with no other event about.
    ///
    /// The middle is the median in each direction of space, which a few far places do not move. Places
    /// known by region or country alone say nothing here.
    var farPlaces: [Diagnostic] {
        let placed = table.events.indices.filter { index in
            features[ranges[index]].contains { Self.anchor(of: $0) != nil }
        }
        let anchors = placed.flatMap { features[ranges[$0]] }.compactMap(Self.anchor)
        guard placed.count >= Self.fewestEvents, let middle = Self.median(anchors) else {
            return []
        }
        var far: [(index: Int, feature: Feature, anchor: Coordinate)] = []
        for index in placed {
            for feature in features[ranges[index]] {
                guard let anchor = Self.anchor(of: feature),
                    anchor.distance(to: middle) > Self.farDistance
                else { continue }
                far.append((index, feature, anchor))
            }
        }
        let grid = SphereGrid(
            placed.flatMap { index in
                features[ranges[index]].compactMap { feature in
                    Self.anchor(of: feature).map { (table.events[index].id, $0) }
                }
            }, reach: Self.farDistance)
        return far.filter { !grid.hasNeighbour(of: $0.anchor, besides: table.events[$0.index].id) }
            .map { note(table.events[$0.index], $0.feature, $0.anchor.distance(to: middle)) }
    }

    private func note(_ event: Event, _ feature: Feature, _ metres: Double) -> Diagnostic {
        Diagnostic(
            .note, code: "far-from-the-rest", at: event.location(of: .place), row: event.row,
            problem:
                "\"\(feature.place?.text ?? "")\" is \(Int((metres / 1_000).rounded())) km from "
                + "the middle of all events, and alone",
            remedy: "check the place, if that is not meant",
            candidates: feature.place?.id.map { [$0] } ?? [])
    }

    private static func anchor(of feature: Feature) -> Coordinate? {
        guard let precision = feature.precision, precision < .region else { return nil }
        return feature.anchor
    }

    private static func median(_ positions: [Coordinate]) -> Coordinate? {
        let directions = positions.map(\.direction)
        func middle(_ axis: (SIMD3<Double>) -> Double) -> Double {
            let sorted = directions.map(axis).sorted()
            return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        }
        return Coordinate(towards: SIMD3(middle(\.x), middle(\.y), middle(\.z)))
    }
}

/// Positions in cells of space so small that all in one cell are within a reach of each other.
///
/// Whoever shares a cell has a neighbour at once, so that only the few that are alone in theirs look
/// around: a sphere has some 1,500 cells at most for a reach of 1,000 km.
private struct SphereGrid {
    private var cells: [SIMD3<Int>: [(id: String, position: Coordinate)]] = [:]
    private let reach: Double
    private let width: Double

    init(_ positions: [(String, Coordinate)], reach: Double) {
        self.reach = reach
        // The diagonal of a cell is √3 of its width; a chord is shorter than its arc.
        width = reach / Coordinate.meanEarthRadiusInMetres / 3.0.squareRoot()
        for (id, position) in positions {
            cells[cell(position), default: []].append((id, position))
        }
    }

    private func cell(_ position: Coordinate) -> SIMD3<Int> {
        let scaled = (position.direction / width).rounded(.down)
        return SIMD3(Int(scaled.x), Int(scaled.y), Int(scaled.z))
    }

    /// Whether anything of another id is within reach.
    func hasNeighbour(of position: Coordinate, besides id: String) -> Bool {
        let centre = cell(position)
        if cells[centre]?.contains(where: { $0.id != id }) == true { return true }
        let steps = -2...2
        return steps.contains { x in
            steps.contains { y in
                steps.contains { z in
                    cells[centre &+ SIMD3(x, y, z)]?.contains { other in
                        other.id != id && other.position.distance(to: position) <= reach
                    } ?? false
                }
            }
        }
    }
}
