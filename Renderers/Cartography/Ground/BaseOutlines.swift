internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// The areas and rivers of a base map as outlines in a picture, each kind in drawing order.
struct BaseAreas {
    var land: [Path]
    /// Each kind once, the least first.
    var rivers: [(kind: BasemapRiver.Kind, path: Path)]
    var lakes: [Path]
}

/// A line of a base map as an outline in a picture; a dashed one in parts, each with where in its dashes
/// it starts.
struct BaseLine {
    let look: BaseDrawing.Look
    let parts: [(path: Path, dashPhase: Int32)]
}

extension BaseAreas {
    /// Those of a view.
    init(_ ground: ProjectedGround, rivers layers: BasemapLayers, in viewport: Viewport) {
        land = ground.land.map(\.path)
        rivers = layers.riversByKind.map { ($0.kind, viewport.path(along: $0.parts)) }
        lakes = ground.lakes.map(\.path)
    }
}

extension BasemapLayers {
    /// The parts of all rivers of a kind, the least kind first.
    var riversByKind: [(kind: BasemapRiver.Kind, parts: [[Coordinate]])] {
        BasemapRiver.Kind.allCases.compactMap { kind in
            let parts = rivers.filter { $0.kind == kind }.flatMap(\.parts)
            return parts.isEmpty ? nil : (kind, parts)
        }
    }

    /// The lines in drawing order, finest first; the same lines in one order, whatever order they came in.
    var linesInOrder: [BasemapLine] {
        BaseDrawing.lineOrder.flatMap { kind in
            lines.filter { $0.kind == kind }.sorted { left, right in
                let (a, b) = (left.parts.first?.first, right.parts.first?.first)
                return (a?.longitude ?? 0, a?.latitude ?? 0, left.parts.count)
                    < (b?.longitude ?? 0, b?.latitude ?? 0, right.parts.count)
            }
        }
    }
}

extension BasemapLayers {
    /// The parts of all lines that look alike, in drawing order.
    ///
    /// They are stroked as one, so that a joint of three lines does not hang on which is drawn first: that
    /// a box has some of them would decide it.
    fileprivate func linesByLook(
        in theme: Theme
    ) -> [(look: BaseDrawing.Look, parts: [[Coordinate]])] {
        var groups: [(look: BaseDrawing.Look, parts: [[Coordinate]])] = []
        for kind in BaseDrawing.lineOrder {
            for isNearestKnown in [true, false] {
                let alike = linesInOrder.filter {
                    $0.kind == kind && $0.isNearestKnown == isNearestKnown
                }
                guard let first = alike.first else { continue }
                let look = BaseDrawing.look(of: first, in: theme)
                if let last = groups.last, last.look == look {
                    groups[groups.count - 1].parts += alike.flatMap(\.parts)
                } else {
                    groups.append((look, alike.flatMap(\.parts)))
                }
            }
        }
        return groups
    }
}

/// The base map of a window of the picture of a zoom, projected once: parts of the window take their
/// outlines from it.
struct PreparedBase: Sendable {
    /// Land of one country, or a lake.
    private struct Area {
        let outline: ProjectedGround.Outline
        /// Of each polygon.
        let shapes: [PreparedShapes]

        init(_ area: BasemapArea, in window: Viewport) {
            outline = ProjectedGround.Outline(area)
            shapes = area.polygons.map { PreparedShapes([$0], in: window) }
        }

        func path(in part: PixelFrame) -> Path {
            Path(rings: shapes.flatMap { $0.rings(in: part) })
        }
    }

    /// Lines of one look.
    private struct Line {
        let look: BaseDrawing.Look
        /// One for undashed lines, else one for each part, which counts its dashes alone.
        let shapes: [PreparedShapes]
    }

    private let land: [Area]
    private let lakes: [Area]
    private let rivers: [(kind: BasemapRiver.Kind, shapes: PreparedShapes)]
    private let lines: [Line]

    init(_ layers: BasemapLayers, in window: Viewport, theme: Theme) {
        func areas(_ areas: [BasemapArea]) -> [Area] {
            areas.sorted { $0.id < $1.id }.map { Area($0, in: window) }
        }
        (land, lakes) = (areas(layers.land), areas(layers.lakes))
        rivers = layers.riversByKind.map { ($0.kind, PreparedShapes(along: $0.parts, in: window)) }
        lines = layers.linesByLook(in: theme).map { look, parts in
            let groups = look.isDashed ? parts.map { [$0] } : [parts]
            return Line(look: look, shapes: groups.map { PreparedShapes(along: $0, in: window) })
        }
    }

    /// The areas and rivers of a part, in its own pixels.
    func areas(in part: PixelFrame) -> BaseAreas {
        BaseAreas(
            land: land.map { $0.path(in: part) },
            rivers: rivers.map { ($0.kind, Path(lines: $0.shapes.lines(in: part))) },
            lakes: lakes.map { $0.path(in: part) })
    }

    /// Land and lakes of a part for names, with rings moved by so many pixels.
    func ground(in part: PixelFrame, movedBy shift: PixelPoint) -> ProjectedGround {
        func areas(_ areas: [Area]) -> [ProjectedGround.Area] {
            areas.map { area in
                let rings = area.shapes.map { shapes in
                    shapes.rings(in: part).map { ring in
                        ring.map { PixelPoint(x: $0.x + shift.x, y: $0.y + shift.y) }
                    }
                }
                return ProjectedGround.Area(area.outline, rings: rings)
            }
        }
        return ProjectedGround(land: areas(land), lakes: areas(lakes))
    }

    /// The lines of a part, in its own pixels.
    func lines(in part: PixelFrame) -> [BaseLine] {
        lines.map { line in
            guard line.look.isDashed else {
                let shown = line.shapes.flatMap { $0.lines(in: part) }
                return BaseLine(look: line.look, parts: [(Path(lines: shown), 0)])
            }
            return BaseLine(
                look: line.look,
                parts: line.shapes.flatMap { $0.dashedLines(in: part) }.map {
                    (Path(lines: [$0.points]), $0.dashPhase)
                })
        }
    }
}
