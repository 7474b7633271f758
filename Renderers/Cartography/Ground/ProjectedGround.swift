internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// The land and lakes of a view, projected once for all that draws them, names them or asks what lies where.
struct ProjectedGround {
    /// Land of one country, or a lake, as it is on the globe.
    struct Outline {
        /// As in `BasemapArea`.
        let id: String
        /// In degrees.
        let polygons: [Polygon]
        /// Around the polygons, on the plane of degrees; nil where there are none.
        private let box: (longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>)?

        init(_ area: BasemapArea) {
            (id, polygons) = (area.id, area.polygons)
            box = Self.box(around: area.polygons)
        }

        /// Whether a position lies inside; on the plane of degrees, as outlines are drawn.
        func holds(_ position: Coordinate) -> Bool {
            // Most positions of the world are far from most areas: 250 names of countries cost more in
            // looking along all shores of a frame than in all else.
            guard let box, box.longitudes.contains(position.longitude),
                box.latitudes.contains(position.latitude)
            else { return false }
            return polygons.contains { $0.holds(position) }
        }

        private static func box(
            around polygons: [Polygon]
        ) -> (longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>)? {
            guard let first = polygons.first?.outer.first else { return nil }
            var (west, east) = (first.longitude, first.longitude)
            var (south, north) = (first.latitude, first.latitude)
            for corner in polygons.lazy.flatMap(\.outer) {
                (west, east) = (min(west, corner.longitude), max(east, corner.longitude))
                (south, north) = (min(south, corner.latitude), max(north, corner.latitude))
            }
            return (west...east, south...north)
        }
    }

    /// One polygon of an area.
    struct Part {
        /// In degrees.
        let polygon: Polygon
        /// In the picture, cut to the frame; even-odd.
        let rings: [[PixelPoint]]
    }

    /// Land of one country, or a lake, in the picture.
    struct Area {
        let outline: Outline
        let parts: [Part]

        /// `rings` are those of each polygon of the outline.
        init(_ outline: Outline, rings: [[[PixelPoint]]]) {
            self.outline = outline
            parts = zip(outline.polygons, rings).map { Part(polygon: $0, rings: $1) }
        }

        /// All its rings in the picture.
        var rings: [[PixelPoint]] { parts.flatMap(\.rings) }

        /// Its outline in the picture.
        var path: Path { Path(rings: rings) }
    }

    /// In order of their ids.
    let land: [Area]
    /// In order of their ids.
    let lakes: [Area]

    init(land: [Area], lakes: [Area]) {
        (self.land, self.lakes) = (land, lakes)
    }

    init(_ layers: BasemapLayers, in viewport: Viewport) {
        func areas(_ areas: [BasemapArea]) -> [Area] {
            areas.sorted { $0.id < $1.id }.map { area in
                Area(Outline(area), rings: area.polygons.map { viewport.rings(of: $0) })
            }
        }
        land = areas(layers.land)
        lakes = areas(layers.lakes)
    }

    /// No land and no lakes.
    static let empty = ProjectedGround(land: [], lakes: [])
}

extension Polygon {
    /// Whether a position lies inside; on the plane of degrees, as outlines are drawn. Even-odd.
    func holds(_ position: Coordinate) -> Bool {
        var inside = false
        for ring in [outer] + holes {
            guard var before = ring.last else { continue }
            for corner in ring {
                if (corner.latitude > position.latitude) != (before.latitude > position.latitude) {
                    let rise =
                        (position.latitude - corner.latitude) / (before.latitude - corner.latitude)
                    let crossing = corner.longitude + rise * (before.longitude - corner.longitude)
                    if position.longitude < crossing { inside.toggle() }
                }
                before = corner
            }
        }
        return inside
    }
}
