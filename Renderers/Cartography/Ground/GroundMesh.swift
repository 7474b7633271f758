internal import GeoModel
internal import Projections

/// The places under the pixels of a picture, between nodes that are a few pixels apart: most of the
/// price of a map projection is saved, and no place is off by a hundredth of a pixel.
///
/// Nodes stand on whole multiples of their distance in the world's pixels, so that a place does not
/// depend on the frame.
struct GroundMesh {
    /// Pixels from node to node.
    private static let step = 16

    private let viewport: Viewport
    /// Pixels of the picture to one of the viewport.
    private let density: Int

    /// A mesh of a view drawn at a density.
    init(_ viewport: Viewport, density: Int) {
        self.viewport = viewport
        self.density = density
    }

    /// What lies under a row of pixels.
    struct Row {
        /// The places of the pixels' middles. A pixel outside the projection's image has one beyond
        /// the pole.
        var places: [Coordinate]
        /// What each pixel is worth on the ground, in metres.
        var metres: [Double]
    }

    private struct Node {
        var longitude, latitude, metres: Double
    }

    /// The rows from one to another, in pixels of the picture from its frame's top; columns likewise.
    func rows(_ rows: Range<Int>, columns: Range<Int>) -> [Row] {
        let left = (viewport.worldOrigin.x + viewport.frame.x) * density
        let top = (viewport.worldOrigin.y + viewport.frame.y) * density
        let (first, last) = (left + columns.lowerBound, left + columns.upperBound)
        let nodes = Self.floor(first)...Self.floor(last) + 1
        var (line, upper, lower) = (Int.min, [Node?](), [Node?]())
        return rows.map { row in
            let y = top + row
            if Self.floor(y) != line {
                upper = Self.floor(y) == line + 1 ? lower : self.nodes(nodes, line: Self.floor(y))
                lower = self.nodes(nodes, line: Self.floor(y) + 1)
                line = Self.floor(y)
            }
            return self.row(
                y, columns: first..<last, upper: upper, lower: lower, firstNode: nodes.lowerBound)
        }
    }

    private static func floor(_ pixel: Int) -> Int {
        pixel >= 0 ? pixel / step : (pixel + 1) / step - 1
    }

    private func row(
        _ y: Int, columns: Range<Int>, upper: [Node?], lower: [Node?], firstNode: Int
    ) -> Row {
        var row = Row(places: [], metres: [])
        row.places.reserveCapacity(columns.count)
        row.metres.reserveCapacity(columns.count)
        let down = (Double(y - Self.floor(y) * Self.step) + 0.5) / Double(Self.step)
        var (number, west, east) = (Int.min, Node?.none, Node?.none)
        for x in columns {
            if Self.floor(x) != number {
                number = Self.floor(x)
                let index = number - firstNode
                west = Self.between(upper[index], lower[index], down)
                east = Self.between(upper[index + 1], lower[index + 1], down)
            }
            let across = (Double(x - number * Self.step) + 0.5) / Double(Self.step)
            let node =
                Self.between(west, east, across)
                ?? node(x: Double(x) + 0.5, y: Double(y) + 0.5)
                ?? Node(longitude: 0, latitude: 200, metres: 1)
            row.places.append(
                Coordinate(longitude: node.longitude, latitude: node.latitude))
            row.metres.append(node.metres)
        }
        return row
    }

    private func nodes(_ numbers: ClosedRange<Int>, line: Int) -> [Node?] {
        numbers.map { node(x: Double($0 * Self.step), y: Double(line * Self.step)) }
    }

    /// The node at a point of the world, in its pixels at this density.
    private func node(x: Double, y: Double) -> Node? {
        let point = PixelPoint(
            x: x / Double(density) - Double(viewport.worldOrigin.x),
            y: y / Double(density) - Double(viewport.worldOrigin.y))
        guard let place = viewport.coordinate(at: point) else { return nil }
        let ground = viewport.metresPerPixel(at: place)
        let metres = ground > 0 ? ground : 1 / viewport.pixelsPerMetre
        return Node(
            longitude: place.longitude, latitude: place.latitude,
            metres: metres / Double(density))
    }

    /// A share of the way from one node to another; nil without one of them, or across a cut.
    private static func between(_ start: Node?, _ end: Node?, _ share: Double) -> Node? {
        guard let start, let end else { return nil }
        var turn = end.longitude - start.longitude
        turn -= 360 * (turn / 360).rounded()
        return Node(
            longitude: start.longitude + turn * share,
            latitude: start.latitude + (end.latitude - start.latitude) * share,
            metres: start.metres + (end.metres - start.metres) * share)
    }
}
