internal import GeoModel
public import Projections

/// A rectangle of tiles of one zoom.
public struct TileRange: Hashable, Sendable {
    /// The zoom.
    public var zoom: Int
    /// The columns, from the west.
    public var columns: ClosedRange<Int>
    /// The rows, from the north.
    public var rows: ClosedRange<Int>

    /// Makes a rectangle of tiles that exist.
    public init(zoom: Int, columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        let side = 1 << zoom
        precondition(columns.lowerBound >= 0 && columns.upperBound < side, "columns of the zoom")
        precondition(rows.lowerBound >= 0 && rows.upperBound < side, "rows of the zoom")
        self.zoom = zoom
        self.columns = columns
        self.rows = rows
    }

    /// How many tiles it has.
    public var count: Int { columns.count * rows.count }

    /// Whether a tile of the zoom lies in it.
    public func contains(_ tile: TileID) -> Bool {
        tile.z == zoom && columns.contains(tile.x) && rows.contains(tile.y)
    }

    /// The rectangle in pixels of the world, which is 256 · 2^zoom wide.
    public var frame: PixelFrame {
        PixelFrame(
            x: columns.lowerBound * 256, y: rows.lowerBound * 256, width: columns.count * 256,
            height: rows.count * 256)
    }

    /// The tiles that both have.
    func intersection(_ other: TileRange) -> TileRange? {
        guard zoom == other.zoom, columns.overlaps(other.columns), rows.overlaps(other.rows) else {
            return nil
        }
        return TileRange(
            zoom: zoom, columns: columns.clamped(to: other.columns),
            rows: rows.clamped(to: other.rows))
    }

    /// The least rectangle around both.
    func union(_ other: TileRange) -> TileRange {
        TileRange(
            zoom: zoom,
            columns: min(
                columns.lowerBound, other.columns.lowerBound)...max(
                    columns.upperBound, other.columns.upperBound),
            rows: min(
                rows.lowerBound, other.rows.lowerBound)...max(
                    rows.upperBound, other.rows.upperBound))
    }
}
