public import GeoModel

/// A square of the web map pyramid: at zoom z, 2^z columns from 180° W and 2^z rows from the top.
public struct TileID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The deepest zoom: a pixel there is about half a millimetre.
    public static let deepestZoom = 28

    /// The zoom, 0...28.
    public let z: Int
    /// The column from the west, 0..<2^z.
    public let x: Int
    /// The row from the **north**, 0..<2^z (XYZ; TMS counts from the south).
    public let y: Int

    /// Makes a tile id; nil when the zoom, column or row does not exist.
    public init?(z: Int, x: Int, y: Int) {
        guard (0...Self.deepestZoom).contains(z) else { return nil }
        let side = 1 << z
        guard (0..<side).contains(x), (0..<side).contains(y) else { return nil }
        self.z = z
        self.x = x
        self.y = y
    }

    /// The tile that a position lies in; positions past the square world fall to its edge rows.
    public init?(containing position: Coordinate, zoom: Int) {
        guard position.isValid, (0...Self.deepestZoom).contains(zoom) else { return nil }
        let projection = WebMercator()
        let limits = projection.latitudes
        let latitude = max(limits.lowerBound, min(limits.upperBound, position.latitude))
        guard
            let point = projection.project(
                Coordinate(longitude: position.longitude, latitude: latitude))
        else { return nil }
        let side = 1 << zoom
        let world = WebMercator.worldWidthInMetres
        func cell(_ share: Double) -> Int { max(0, min(side - 1, Int(share * Double(side)))) }
        self.init(z: zoom, x: cell(point.x / world + 0.5), y: cell(0.5 - point.y / world))
    }

    /// The four tiles of the next zoom in this one, row by row; empty at the deepest zoom.
    public var children: [TileID] {
        [(0, 0), (1, 0), (0, 1), (1, 1)].compactMap {
            TileID(z: z + 1, x: 2 * x + $0.0, y: 2 * y + $0.1)
        }
    }

    /// The tile of the zoom above that holds this one; nil at zoom 0.
    public var parent: TileID? { TileID(z: z - 1, x: x / 2, y: y / 2) }

    /// `z/x/y`.
    public var description: String { "\(z)/\(x)/\(y)" }

    /// By zoom, then row, then column.
    public static func < (left: TileID, right: TileID) -> Bool {
        (left.z, left.y, left.x) < (right.z, right.y, right.x)
    }
}
