internal import GeoModel
internal import Projections
internal import Raster

/// Draws the areas that an event is known by when nothing closer is known.
///
/// A district is tinted and lightly hatched; a region, whose outline is itself approximate, is
/// hatched inside a dashed outline. Several events in one area tint it once.
struct AreaTints {
    let viewport: Viewport
    let theme: Theme
    /// Where the world begins from which hatches are counted: see `Canvas`.
    var worldStart = 0

    /// The areas of the marks' events.
    func draw(_ marks: [EventMark]) -> Canvas {
        var canvas = Canvas(over: viewport, worldStart: worldStart)
        for area in areas(of: marks) {
            let path = viewport.path(of: area.polygons)
            if area.isRegion {
                let outline = viewport.dashedOutline(of: area.polygons)
                Self.region(path, outline: outline, area.color, theme, on: &canvas)
            } else {
                Self.district(path, area.color, theme, on: &canvas)
            }
        }
        return canvas
    }

    /// A region: hatched inside a dashed outline.
    static func region(
        _ path: Path, outline: Path? = nil, _ color: Color, _ theme: Theme,
        on canvas: inout Canvas
    ) {
        let ink = theme.areaLine(color)
        canvas.hatch(path, ink.opacity(0.34), angle: 45, spacing: 9, width: 0.8)
        canvas.stroke(outline ?? path, ink.opacity(0.9), width: 1, dashes: [2, 3])
    }

    /// A district: tinted so lightly that hatch and outline carry it.
    static func district(_ path: Path, _ color: Color, _ theme: Theme, on canvas: inout Canvas) {
        let ink = theme.areaLine(color)
        canvas.fill(path, color.opacity(theme.tintOpacity), rule: .evenOdd)
        canvas.hatch(path, ink.opacity(0.55), angle: -45, spacing: 6, width: 0.6)
        canvas.stroke(path, ink.opacity(0.85), width: 0.9)
    }

    private struct Area {
        var polygons: [Polygon]
        var isRegion: Bool
        var color: Color
    }

    /// Each area once, in the order of the first event's id; one hue for one category, else grey.
    private func areas(of marks: [EventMark]) -> [Area] {
        var areas: [Area] = []
        var indexes: [String: Int] = [:]
        for mark in marks.sorted(by: { $0.id < $1.id }) {
            guard let polygons = mark.feature.geometry?.polygons else { continue }
            let key = mark.feature.place?.id ?? mark.id
            if let index = indexes[key] {
                if areas[index].color != mark.look.color {
                    areas[index].color = theme.otherCategory
                }
                continue
            }
            indexes[key] = areas.count
            areas.append(
                Area(
                    polygons: polygons, isRegion: mark.feature.precision == .region,
                    color: mark.look.color))
        }
        return areas.filter(\.isRegion) + areas.filter { !$0.isRegion }
    }
}

extension Geometry {
    /// The polygons of an area; nil for points and lines.
    var polygons: [Polygon]? {
        switch self {
        case .polygon(let polygon): [polygon]
        case .multiPolygon(let polygons): polygons
        case .point, .multiPoint, .lineString, .multiLineString: nil
        }
    }

    /// The chains of a line; nil for points and areas.
    var chains: [[Coordinate]]? {
        switch self {
        case .lineString(let chain): [chain]
        case .multiLineString(let chains): chains
        case .point, .multiPoint, .polygon, .multiPolygon: nil
        }
    }
}
