internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

// The small map of where the map lies.
extension MapSheet {
    /// The locator that the map needs; nil for none, or where no corner is free.
    func locator(clearOf boxes: [SubpixelBounds]) -> Locator? {
        let request = composition.request
        guard !request.isBare else { return nil }
        switch request.locator {
        case .never: return nil
        case .automatic where viewport.boundingBox.height >= Locator.greatestHeight: return nil
        case .automatic, .always: break
        }
        return Locator(of: viewport, clearOf: happenings, boxes: boxes, style: composition.style)
    }

    /// What a locator must not hide: marks where they happened, courses of movements and roads, places
    /// that the map is about, and points of layers of the map maker's own.
    private var happenings: [(centre: PixelPoint, radius: Double)] {
        let marks = plan.clusters.map { (centre: $0.truth, radius: $0.reach) }
        let ways = plan.lines.flatMap { $0.feature.geometry?.positions ?? [] }
        let wanted = composition.request.places.filter(\.isWanted).map(\.anchor)
        let own = composition.request.ownLayers.flatMap(\.shapes).flatMap { shape in
            if case .point(let position) = shape.geometry { [position] } else { [Coordinate]() }
        }
        let discs = [(ways, 8.0), (wanted, 40), (own, 12)].flatMap { positions, radius in
            positions.compactMap(viewport.position).map { (centre: $0, radius: radius) }
        }
        return marks + discs
    }

    /// Draws it with the names of countries that find room on it.
    func draw(_ locator: Locator, on canvas: inout Canvas) {
        let theme = composition.request.theme
        var pale = theme
        pale.countryBorder = theme.countryBorder.mixed(with: theme.land, share: 0.45)
        var layers = composition.layers(locator.viewport)
        layers.rivers = []
        layers.lines.removeAll { $0.kind == .district }
        let small = MapStyle(width: locator.viewport.frame.width, height: 1)
        let type = MapType(
            typesetter: composition.type.typesetter, style: small,
            language: composition.request.language)
        let panel = MapPanel(
            viewport: locator.viewport, layers: layers, theme: pale, type: type, style: small,
            words: composition.words, key: composition.key, ownLayers: [], isDetail: false,
            hillshade: nil)
        let extent = locator.extentBounds.outset(by: subpixels(4))
        let content = panel.draw(
            [], over: panel.base([]), lines: [], places: countries(on: locator, layers),
            furniture: [extent],
            isSparse: false)
        locator.draw(content.canvas, theme: theme, on: &canvas)
    }

    /// The countries that a locator names: those that show most of their land; a map of the world needs
    /// none.
    private func countries(on locator: Locator, _ layers: BasemapLayers) -> [LabelledPlace] {
        guard locator.viewport.boundingBox.width < 180 else { return [] }
        let countries = places(in: locator.viewport).filter { $0.form == .country }.map { place in
            let land = layers.land.filter { $0.id == place.groundID }.flatMap(\.polygons)
            return (place: place, area: locator.viewport.area(of: land))
        }
        let largest = countries.filter { $0.area > Locator.leastArea }
            .sorted { ($1.area, $0.place.id) < ($0.area, $1.place.id) }
        return largest.prefix(Locator.mostNames).map { country in
            var place = country.place
            place.isWanted = false
            return place
        }
    }
}

extension Viewport {
    /// What polygons cover of the frame, holes included, in square pixels.
    fileprivate func area(of polygons: [Polygon]) -> Double {
        var area = 0.0
        for ring in polygons.flatMap({ rings(of: $0, margin: 0) }) {
            var doubled = 0.0
            for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                doubled += start.x * end.y - end.x * start.y
            }
            area += doubled.magnitude / 2
        }
        return area
    }
}

extension Locator {
    /// Where it stands, in 1/256 pixel.
    var box: SubpixelBounds { SubpixelBounds(viewport.frame) }
}
