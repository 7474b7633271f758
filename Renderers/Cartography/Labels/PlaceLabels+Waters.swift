internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

extension PlaceLabels {
    /// A lake's name on the lake, if it is wide enough to carry it; a sea's where no land is.
    func water(_ place: LabelledPlace) -> MapLabel? {
        let lakes = ground.areas.lakes.filter {
            $0.outline.id == place.id || $0.outline.holds(place.anchor)
        }
        guard lakes.isEmpty else {
            let rings = lakes.flatMap(\.rings)
            let xs = rings.flatMap { $0 }.map(\.x)
            let width = type.line(place.label, .water).widthInPixels
            guard let left = xs.min(), let right = xs.max(), right - left > 0.5 * width else {
                return nil
            }
            return onLake(place, rings)
        }
        // What lies on land is a lake that the base does not show here.
        guard place.rank <= 2, viewport.boundingBox.enlarged(by: 2).contains(place.anchor),
            !ground.landInDegrees.contains(PixelPoint(degrees: place.anchor))
        else { return nil }
        let water = InnerPoints(
            outside: ground.land, frame: viewport.frame,
            obstacles: obstacles, room: 50
        ).points
        let points = Array(
            water.lazy.filter { isSameWater($0, place.anchor) }.prefix(24))
        guard !points.isEmpty else { return nil }
        return label(
            place, .water, role: .water, color: theme.waterText, anchor: .centred(points))
    }

    /// Where the lake is widest inside the frame.
    private func onLake(_ place: LabelledPlace, _ rings: [[PixelPoint]]) -> MapLabel? {
        let points = InnerPoints(
            inside: RingIndex(rings), frame: viewport.frame, obstacles: obstacles, room: 40,
            most: 60
        ).points
        guard !points.isEmpty else {
            return centred(place, .water, role: .water, color: theme.waterText)
        }
        return label(
            place, .water, role: .water, color: theme.waterText, anchor: .centred(points))
    }

    /// Whether the straight way over the water meets no land, so that it is the same sea.
    private func isSameWater(_ point: SubpixelPoint, _ anchor: Coordinate) -> Bool {
        let pixel = PixelPoint(x: Double(point.x) / 256, y: Double(point.y) / 256)
        guard let there = viewport.coordinate(at: pixel) else { return false }
        return (1..<48).allSatisfy { step in
            let share = Double(step) / 48
            let between = Coordinate(
                longitude: anchor.longitude + (there.longitude - anchor.longitude) * share,
                latitude: anchor.latitude + (there.latitude - anchor.latitude) * share)
            return !ground.landInDegrees.contains(PixelPoint(degrees: between))
        }
    }
}

extension BoundingBox {
    /// The box with its own size added on every side, times a factor; for boxes that stay off 180°.
    fileprivate func enlarged(by factor: Double) -> BoundingBox {
        guard !crossesAntimeridian else { return self }
        return BoundingBox(
            west: max(-180, west - factor * width), south: max(-90, south - factor * height),
            east: min(180, east + factor * width), north: min(90, north + factor * height))
    }
}
