internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes
internal import Typesetting

/// Something drawn in one go, with all that it may touch.
struct ZoomPiece: Sendable {
    let bounds: SubpixelBounds
    let items: [SceneItem]
}

/// The marks, arrows and labels of a window, each drawn where the world's pixels have it: a piece is drawn
/// around the pixel that its middle lies in and then moved, so that no number depends on the window.
struct ZoomPieces {
    private let map: ZoomMap
    private let window: PixelFrame
    private let labels: ZoomLabels
    private let theme: Theme

    init(_ map: ZoomMap, window: PixelFrame, labels: ZoomLabels) {
        self.map = map
        self.window = window
        self.labels = labels
        theme = map.composition.request.theme
    }

    /// In drawing order.
    var all: [ZoomPiece] {
        let (events, names) = (map.parts.contains(.events), map.parts.contains(.labels))
        return (names ? leaders : []) + (events ? marks : []) + (names ? labelPieces : [])
    }

    // MARK: Marks

    /// How far ink of marks may reach from their middle, doubt and hairlines included, in pixels.
    private static let markReach = 160

    private var marks: [ZoomPiece] {
        let groups = map.marks.groups.flatMap { group -> [(MarkGathering.Group, Int)] in
            let area = window.outset(by: Self.markReach)
            let turns = area.turns(of: group.cluster.centre, worldWidth: map.world.width)
            return turns.map { $0.map { (group, $0) } } ?? []
        }
        let drawing = MarkDrawing(theme: theme, type: map.composition.type)
        let doubts = groups.flatMap { group, turn in
            group.places.flatMap { place in
                pieces(place, turn, drawing.doubt(_:metresPerPixel:))
            }
        }
        let hairlines = groups.flatMap { group, turn in
            pieces(group.cluster, turn) { cluster, _ in
                group.places.count > 1
                    ? drawing.hairlines(cluster) : drawing.hairline(cluster)
            }
        }
        let largestFirst = groups.sorted {
            ($1.0.cluster.reach, $0.0.cluster.id, $0.1) < (
                $0.0.cluster.reach, $1.0.cluster.id, $1.1
            )
        }
        return doubts + hairlines + arrows
            + largestFirst.flatMap { group, turn in
                pieces(group.cluster, turn) { cluster, _ in drawing.marks(cluster) }
            }
    }

    /// Draws marks around their own pixel.
    private func pieces(
        _ cluster: MarkCluster, _ turn: Int, _ draw: (MarkCluster, Double) -> Canvas
    ) -> [ZoomPiece] {
        let home = WorldPixel(containing: cluster.centre)
        var local = cluster
        local.shift(by: PixelPoint(x: -Double(home.x), y: -Double(home.y)))
        let place = map.world.view.coordinate(at: cluster.truth)
        let metres = place.map { map.world.view.metresPerPixel(at: $0) } ?? 1
        let items = draw(local, metres).items
        guard !items.isEmpty else { return [] }
        let reach = PixelFrame(x: 0, y: 0, width: 1, height: 1).outset(by: Self.markReach)
        return [piece(items, SubpixelBounds(reach), at: home, turn)]
    }

    private func piece(
        _ items: [SceneItem], _ bounds: SubpixelBounds, at home: WorldPixel, _ turn: Int
    ) -> ZoomPiece {
        let x = home.x + turn * map.world.width - window.x
        let y = home.y - window.y
        let (dx, dy) = (Int32(x * 256), Int32(y * 256))
        return ZoomPiece(
            bounds: SubpixelBounds(
                minX: bounds.minX + dx, minY: bounds.minY + dy, maxX: bounds.maxX + dx,
                maxY: bounds.maxY + dy), items: items.map { $0.moved(x: x, y: y) })
    }

    private var arrows: [ZoomPiece] {
        let lines = LineMarks(viewport: map.world.view, theme: theme)
        return map.marks.movements.flatMap { arrow, _ -> [ZoomPiece] in
            let home = WorldPixel(containing: arrow.start)
            let local = arrow.moved(x: -Double(home.x), y: -Double(home.y))
            let items = lines.draw(local).items
            let bounds = local.bounds.outset(by: 12 * 256)
            return map.arrowTurns(arrow, near: window).map { piece(items, bounds, at: home, $0) }
        }
    }

    // MARK: Labels

    private var leaders: [ZoomPiece] {
        labels.layouts.flatMap { layout in
            layout.placements.compactMap { placement -> ZoomPiece? in
                guard let leader = placement.leader, let bounds = leader.bounds else { return nil }
                var canvas = Canvas()
                canvas.leaders(LabelLayout(placements: [placement], dropped: []), theme: theme)
                return ZoomPiece(bounds: bounds.outset(by: 1024), items: canvas.items)
            }
        }
    }

    /// Dots, then texts: consecutive texts draw all halos first.
    private var labelPieces: [ZoomPiece] {
        let style = map.composition.style
        var dots: [ZoomPiece] = []
        var texts: [ZoomPiece] = []
        for (labels, layout) in labels.placed {
            let known = Dictionary(uniqueKeysWithValues: labels.map { ($0.key, $0) })
            for placement in layout.placements {
                guard let label = known[placement.id] else { continue }
                let one = LabelLayout(placements: [placement], dropped: [])
                var canvas = Canvas()
                canvas.labels([label], one, theme: theme, dot: style.townDotRadius)
                let dotItems = canvas.items.filter { !$0.isText }
                if let dot = label.dot, !dotItems.isEmpty {
                    let middle = SubpixelPoint(dot)
                    dots.append(
                        ZoomPiece(
                            bounds: SubpixelBounds(
                                minX: middle.x, minY: middle.y, maxX: middle.x, maxY: middle.y
                            ).outset(by: 2048), items: dotItems))
                }
                texts.append(
                    ZoomPiece(
                        // Glyphs may lean or rise out of their box.
                        bounds: placement.box.outset(by: 16 * 256),
                        items: canvas.items.filter(\.isText)))
            }
        }
        return dots + texts
    }
}

extension ZoomMap {
    /// How often round the world an arrow stands near a window.
    func arrowTurns(_ arrow: LineMarks.Movement, near window: PixelFrame) -> [Int] {
        let home = WorldPixel(containing: arrow.start)
        let bounds = arrow.moved(x: -Double(home.x), y: -Double(home.y)).bounds
        let (left, right) = (Int(bounds.minX) / 256 + home.x, Int(bounds.maxX) / 256 + home.x)
        let (top, bottom) = (Int(bounds.minY) / 256 + home.y, Int(bounds.maxY) / 256 + home.y)
        let margin = 16
        guard bottom + margin >= window.y, top - margin <= window.y + window.height else {
            return []
        }
        let width = Double(worldWidth)
        let first = (Double(window.x - margin - right) / width).rounded(.up)
        let last = (Double(window.x + window.width + margin - left) / width).rounded(.down)
        return first <= last ? Array(Int(first)...Int(last)) : []
    }
}

extension LineMarks.Movement {
    func moved(x: Double, y: Double) -> LineMarks.Movement {
        var copy = self
        let shift = PixelPoint(x: x, y: y)
        copy.start = start + shift
        copy.control = control + shift
        copy.end = end + shift
        return copy
    }

    /// The box around its curve.
    var bounds: SubpixelBounds {
        let points = [start, control, end].map { SubpixelPoint($0) }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        return SubpixelBounds(
            minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
    }
}

extension SceneItem {
    fileprivate var isText: Bool {
        if case .text = self { return true }
        return false
    }
}
