internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// The areas and rivers of a base map as outlines in a picture.
struct BaseAreas {
    /// An area's id and its outline.
    typealias Area = (id: String, path: Path)

    var land: [Area] = []
    /// Each kind once, the least first.
    var rivers: [(kind: BasemapRiver.Kind, path: Path)] = []
    var lakes: [Area] = []
}

/// A line of a base map as an outline in a picture; a dashed one in parts, each with where in its dashes
/// it starts.
struct BaseLine {
    let look: BaseDrawing.Look
    let parts: [(path: Path, dashPhase: Int32)]
}

extension BaseAreas {
    /// Those of a view.
    init(_ layers: BasemapLayers, in viewport: Viewport) {
        land = layers.land.map { ($0.id, viewport.path(of: $0.polygons)) }
        rivers = layers.riversByKind.map { ($0.kind, viewport.path(along: $0.parts)) }
        lakes = layers.lakes.map { ($0.id, viewport.path(of: $0.polygons)) }
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
    /// Lines of one look.
    private struct Line {
        let look: BaseDrawing.Look
        /// One for undashed lines, else one for each part, which counts its dashes alone.
        let shapes: [PreparedShapes]
    }

    let land: [(id: String, shapes: PreparedShapes)]
    let lakes: [(id: String, shapes: PreparedShapes)]
    private let rivers: [(kind: BasemapRiver.Kind, shapes: PreparedShapes)]
    private let lines: [Line]
    private let theme: Theme

    init(_ layers: BasemapLayers, in window: Viewport, theme: Theme) {
        self.theme = theme
        land = layers.land.map { ($0.id, PreparedShapes($0.polygons, in: window)) }
        lakes = layers.lakes.map { ($0.id, PreparedShapes($0.polygons, in: window)) }
        rivers = layers.riversByKind.map { ($0.kind, PreparedShapes(along: $0.parts, in: window)) }
        lines = layers.linesByLook(in: theme).map { look, parts in
            let groups = look.isDashed ? parts.map { [$0] } : [parts]
            return Line(look: look, shapes: groups.map { PreparedShapes(along: $0, in: window) })
        }
    }

    /// The areas and rivers of a part, in its own pixels.
    func areas(in part: PixelFrame) -> BaseAreas {
        BaseAreas(
            land: land.map { ($0.id, Path(rings: $0.shapes.rings(in: part))) },
            rivers: rivers.map { ($0.kind, Path(lines: $0.shapes.lines(in: part))) },
            lakes: lakes.map { ($0.id, Path(rings: $0.shapes.rings(in: part))) })
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
