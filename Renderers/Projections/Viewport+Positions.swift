public import GeoModel

// From degrees to pixels of the picture and back.
extension Viewport {
    /// Where a position falls in the picture, rounded to 1/256 pixel; nil where it has no image.
    ///
    /// It may lie outside the frame; `contains` tells.
    public func position(of place: Coordinate) -> PixelPoint? {
        var place = place
        place.longitude = place.longitude.longitude(near: middleLongitude)
        return pixel(of: place).map { PixelPoint(x: $0.x, y: $0.y) }
    }

    /// The place of a point of the picture; nil outside the projection's image.
    public func coordinate(at point: PixelPoint) -> Coordinate? {
        var across = Double(worldOrigin.x) + point.x
        if isWindow {
            // On the first turn round the world, so that no window rounds in its own way.
            across -= worldWidth * ((across + worldWidth / 2) / worldWidth).rounded(.down)
        }
        guard
            var place = projection.unproject(
                x: across / pixelsPerMetre,
                y: -(Double(worldOrigin.y) + point.y) / pixelsPerMetre)
        else { return nil }
        place.longitude = place.longitude.longitude(near: 0)
        return place
    }

    /// Whether a point of the picture lies in the frame; its right and lower edges lie outside.
    public func contains(_ point: PixelPoint) -> Bool {
        point.x >= Double(frame.x) && point.x < Double(frame.x + frame.width)
            && point.y >= Double(frame.y) && point.y < Double(frame.y + frame.height)
    }

    /// The place in the middle of the frame; on the central meridian where the middle has no place.
    public var centre: Coordinate {
        coordinate(at: middlePoint) ?? Coordinate(longitude: middleLongitude, latitude: 0)
    }

    /// How many metres of ground a pixel to the side is worth at a place, on WGS 84.
    ///
    /// Zero where the place has no image.
    public func metresPerPixel(at place: Coordinate) -> Double {
        if isWindow {
            // Meridians stand at equal distances.
            return Ellipsoid.wgs84.metres(
                longitudeStep: 2 * .pi / worldWidth, latitudeStep: 0,
                latitude: place.latitude.radians
            ).east
        }
        guard let point = position(of: place),
            let left = coordinate(at: PixelPoint(x: point.x - 0.5, y: point.y)),
            let right = coordinate(at: PixelPoint(x: point.x + 0.5, y: point.y))
        else { return 0 }
        let step = Ellipsoid.wgs84.metres(
            longitudeStep: (right.longitude.longitude(near: left.longitude) - left.longitude)
                .radians,
            latitudeStep: (right.latitude - left.latitude).radians,
            latitude: place.latitude.radians)
        return (step.east * step.east + step.north * step.north).squareRoot()
    }

    /// The box around everything that the frame shows.
    public var boundingBox: BoundingBox {
        let reach = degreesShown(margin: 0)
        if reach.maxX - reach.minX >= 360 {
            return BoundingBox(west: -180, south: reach.minY, east: 180, north: reach.maxY)
        }
        return BoundingBox(
            west: reach.minX.longitude(near: 0), south: reach.minY,
            east: reach.maxX.longitude(near: 0), north: reach.maxY)
    }

    /// The degrees that the frame and a margin around it (in pixels) show, and a little more;
    /// longitudes run on past ±180.
    func degreesShown(margin: Double) -> PlaneRectangle {
        let limits = projection.latitudes
        if isWindow { return degreesOfWindow(margin: margin) }
        let window = PlaneRectangle(
            minX: middleLongitude - 180, minY: limits.lowerBound, maxX: middleLongitude + 180,
            maxY: limits.upperBound)
        let places = samples(margin: margin).map { coordinate(at: $0) }
        let seen = places.compactMap(\.self).map {
            PlanePoint(x: $0.longitude.longitude(near: middleLongitude), y: $0.latitude)
        }
        guard let bounds = PlaneRectangle(around: seen) else { return window }
        // Between two samples a parallel bends out a little further.
        let (padX, padY) = ((bounds.maxX - bounds.minX) / 50, (bounds.maxY - bounds.minY) / 50)
        let seesAll = places.contains(nil) || showsPole
        return PlaneRectangle(
            minX: seesAll ? window.minX : max(window.minX, bounds.minX - padX),
            minY: places.contains(nil) ? window.minY : max(window.minY, bounds.minY - padY),
            maxX: seesAll ? window.maxX : min(window.maxX, bounds.maxX + padX),
            maxY: places.contains(nil) || showsPole
                ? window.maxY : min(window.maxY, bounds.maxY + padY))
    }

    /// The same for a window of Mercator, which may be wider than the world.
    private func degreesOfWindow(margin: Double) -> PlaneRectangle {
        let limits = projection.latitudes
        let half = (Double(frame.width) / 2 + margin) * 360 / worldWidth
        func latitude(_ y: Double, or limit: Double) -> Double {
            let reached = coordinate(at: PixelPoint(x: Double(frame.x), y: y))?.latitude ?? limit
            return max(limits.lowerBound, min(limits.upperBound, reached))
        }
        return PlaneRectangle(
            minX: middleLongitude - half,
            minY: latitude(
                Double(frame.y + frame.height) + margin, or: limits.lowerBound),
            maxX: middleLongitude + half,
            maxY: latitude(Double(frame.y) - margin, or: limits.upperBound))
    }

    /// From 180° W round to 180° E on a map of Mercator, in pixels: a whole number where it is a window.
    private var worldWidth: Double {
        let width = pixelsPerMetre * WebMercator.worldWidthInMetres
        return isWindow ? width.rounded() : width
    }

    /// Where a position falls, its longitude taken as it stands.
    func pixel(of place: Coordinate) -> PlanePoint? {
        guard let (x, y) = projection.project(place) else { return nil }
        let scale = pixelsPerMetre * Self.gridSteps
        return PlanePoint(
            x: (x * scale).rounded() / Self.gridSteps - Double(worldOrigin.x),
            y: (-y * scale).rounded() / Self.gridSteps - Double(worldOrigin.y))
    }

    private var middlePoint: PixelPoint {
        PixelPoint(
            x: Double(frame.x) + Double(frame.width) / 2,
            y: Double(frame.y) + Double(frame.height) / 2)
    }

    /// Whether a pole lies in the frame, so that all meridians do.
    private var showsPole: Bool {
        guard !projection.isPeriodic else { return false }
        return [-90.0, 90].contains { latitude in
            position(of: Coordinate(longitude: middleLongitude, latitude: latitude))
                .map(contains) ?? false
        }
    }

    /// A grid of 17 by 17 points over the frame and a margin around it, edges included.
    private func samples(margin: Double) -> [PixelPoint] {
        let shares = (0...16).map { Double($0) / 16 }
        let (width, height) = (
            Double(frame.width) + 2 * margin, Double(frame.height) + 2 * margin
        )
        return shares.flatMap { down in
            shares.map { across in
                PixelPoint(
                    x: Double(frame.x) - margin + width * across,
                    y: Double(frame.y) - margin + height * down)
            }
        }
    }
}
