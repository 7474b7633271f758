public import GeoModel

/// What a map shows and how: a projection, a scale, and the frame of the picture that it fills.
///
/// Projected positions are rounded once, to 1/256 pixel, on a grid that is tied to the projection's
/// plane, and the frame starts on a whole pixel of it: the same place falls on the same grain however
/// the frame is moved, so that tiles agree with each other and with larger maps.
public struct Viewport: Sendable {
    /// Steps of the grid in a pixel.
    static let gridSteps = 256.0

    /// The projection.
    public let projection: any MapProjection
    /// Pixels for a metre of the projection's plane.
    public let pixelsPerMetre: Double
    /// The part of the picture that shows the map.
    public let frame: PixelFrame
    /// The picture's top left corner in whole pixels of the world: x east, y **down** from the
    /// plane's origin. What repeats across the map (hatches, dashes) takes its phase from here.
    public private(set) var worldOrigin: (x: Int, y: Int)
    /// The meridian that longitudes are counted from, half a turn to each side.
    let middleLongitude: Double
    /// The degrees that the frame shows with `reachMargin` around it; longitudes run on past ±180.
    private(set) var reach = PlaneRectangle(minX: -180, minY: -90, maxX: 180, maxY: 90)
    /// More than shapes usually run beyond the frame, in pixels.
    static let reachMargin = 64.0
    /// How shapes end that run out of the frame.
    private(set) var edges = Edges.cut
    /// Whether it is a window of the one picture of a zoom, in which nothing depends on the frame.
    public var isWindow: Bool { edges == .whole }

    /// How shapes end that run out of the frame.
    enum Edges: Hashable, Sendable {
        /// At the frame and its margin: least to draw. A slanted edge moves by up to 1/512 pixel, for
        /// its end is rounded.
        case cut
        /// At a point of their own outside: what is seen in the frame does not depend on the frame.
        case whole
    }

    /// A view of a scale with a position in the middle of the frame.
    ///
    /// Without an image for the position the plane's origin stands in the middle.
    public init(
        projection: any MapProjection, centre: Coordinate, pixelsPerMetre: Double, frame: PixelFrame
    ) {
        let middle = projection.project(centre) ?? (x: 0, y: 0)
        self.init(
            projection: projection, middle: middle, pixelsPerMetre: pixelsPerMetre, frame: frame)
    }

    /// A view around a point of the plane, moved by less than a pixel to whole pixels of the world.
    init(
        projection: any MapProjection, middle: (x: Double, y: Double), pixelsPerMetre: Double,
        frame: PixelFrame
    ) {
        precondition(
            pixelsPerMetre > 0 && pixelsPerMetre.isFinite, "a map has a scale above zero")
        self.projection = projection
        self.pixelsPerMetre = pixelsPerMetre
        self.frame = frame
        let left = (middle.x * pixelsPerMetre - Double(frame.width) / 2).rounded()
        let top = (-middle.y * pixelsPerMetre - Double(frame.height) / 2).rounded()
        worldOrigin = (x: Int(left) - frame.x, y: Int(top) - frame.y)
        middleLongitude =
            projection.isPeriodic
            ? projection.unproject(x: middle.x, y: 0)?.longitude ?? projection.centralLongitude
            : projection.centralLongitude
        reach = degreesShown(margin: Self.reachMargin)
    }

    /// The largest view that shows a whole box in the frame.
    ///
    /// - Parameters:
    ///   - box: What must be seen; heightened to `minimumSpan` about its middle.
    ///   - frame: The part of the picture that shows the map.
    ///   - padding: Free room on each side, as a share of the frame, 0..<0.5.
    ///   - minimumSpan: The least extent in latitude, in degrees, so that one point makes a map too.
    ///   - choice: How to choose the projection.
    public init(
        fitting box: BoundingBox, in frame: PixelFrame, padding: Double = 0,
        minimumSpan: Double = 0.5, projection choice: ProjectionChoice = .auto
    ) {
        precondition((0..<0.5).contains(padding), "padding leaves room for the map")
        let box = box.heightened(to: minimumSpan)
        let projection = choice.projection(for: box)
        let outline = Self.outline(of: box, in: projection)
        let bounds =
            PlaneRectangle(around: outline) ?? PlaneRectangle(minX: 0, minY: 0, maxX: 1, maxY: 1)
        let room = 1 - 2 * padding
        let scale = min(
            Double(frame.width) * room / max(bounds.maxX - bounds.minX, 1),
            Double(frame.height) * room / max(bounds.maxY - bounds.minY, 1))
        let middle = (x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2)
        self.init(projection: projection, middle: middle, pixelsPerMetre: scale, frame: frame)
    }

    /// A web map of a zoom (the world is 256 · 2^zoom pixels wide) around a position.
    public init(zoom: Int, centre: Coordinate, frame: PixelFrame) {
        self.init(
            projection: WebMercator(), centre: centre, pixelsPerMetre: Self.scale(zoom: zoom),
            frame: frame)
    }

    /// The view of one tile, 256 pixels square.
    public init(tile: TileID) {
        self.init(
            zoom: tile.z,
            window: PixelFrame(x: tile.x * 256, y: tile.y * 256, width: 256, height: 256))
    }

    /// A window of the one picture of a zoom: what is seen there is the same, to the bit, in every
    /// window that shows it.
    ///
    /// - Parameters:
    ///   - zoom: The world is 256 · 2^zoom pixels wide.
    ///   - window: Pixels of that world, from its top left corner at 180° W; it may reach over either
    ///     edge, where the world begins anew, by less than half a turn.
    ///   - origin: The pixel of that world at the picture's top left corner; nil for the window's own.
    public init(zoom: Int, window: PixelFrame, origin: (x: Int, y: Int)? = nil) {
        let scale = Self.scale(zoom: zoom)
        let half = Double(128 << zoom)
        let middle = (
            x: (Double(window.x) + Double(window.width) / 2 - half) / scale,
            y: (half - Double(window.y) - Double(window.height) / 2) / scale
        )
        let origin = origin ?? (window.x, window.y)
        self.init(
            projection: WebMercator(), middle: middle, pixelsPerMetre: scale,
            frame: PixelFrame(
                x: window.x - origin.x, y: window.y - origin.y, width: window.width,
                height: window.height))
        worldOrigin = (x: origin.x - (128 << zoom), y: origin.y - (128 << zoom))
        edges = .whole
        reach = degreesShown(margin: Self.reachMargin)
    }

    /// Pixels for a metre of Mercator's plane at a zoom.
    private static func scale(zoom: Int) -> Double {
        precondition((0...TileID.deepestZoom).contains(zoom), "zooms run 0...28")
        return Double(256 << zoom) / WebMercator.worldWidthInMetres
    }

    /// The edges of a box in the plane, in steps of 1/32 of a side, since parallels bend.
    private static func outline(of box: BoundingBox, in projection: any MapProjection)
        -> [PlanePoint]
    {
        let limits = projection.latitudes
        let steps = (0...32).map { Double($0) / 32 }
        let west = box.west.longitude(near: projection.centralLongitude - box.width / 2)
        let positions = steps.flatMap { share in
            let longitude = west + box.width * share
            let latitude = box.south + box.height * share
            return [
                Coordinate(longitude: longitude, latitude: box.south),
                Coordinate(longitude: longitude, latitude: box.north),
                Coordinate(longitude: west, latitude: latitude),
                Coordinate(longitude: west + box.width, latitude: latitude),
            ]
        }
        return positions.compactMap { position in
            let latitude = max(limits.lowerBound, min(limits.upperBound, position.latitude))
            return projection.project(
                Coordinate(longitude: position.longitude, latitude: latitude)
            ).map { PlanePoint(x: $0.x, y: $0.y) }
        }
    }
}

extension BoundingBox {
    /// The box heightened about its middle to at least a span of latitude, inside -90...90.
    fileprivate func heightened(to span: Double) -> BoundingBox {
        guard height < span else { return self }
        var box = self
        let middle = max(-90 + span / 2, min(90 - span / 2, (south + north) / 2))
        box.south = middle - span / 2
        box.north = middle + span / 2
        return box
    }
}
