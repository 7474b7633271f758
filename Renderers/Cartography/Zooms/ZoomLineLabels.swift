internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes

/// Labels of what is long or wide: dated lines, roads, arrows, own layers. Each looks for room in a frame
/// of its own, which is the same for every window.
struct ZoomLineLabels {
    let map: ZoomMap
    /// Where the picture begins.
    let origin: WorldPixel
    let ground: ZoomGround

    /// A dated line is named once in a square of the world of so many pixels.
    private var square: Int { min(1024, world.width) }
    /// The frame in which a road or a shape is named, in pixels.
    private static let room = (width: 320, height: 200)

    private var composition: Composition { map.composition }
    private var world: ZoomWorld { map.world }

    /// The labels of all that has its home in an area of the world.
    func labels(in area: PixelFrame) -> [MapLabel] {
        (datedLines(area) + roads(area) + arrows(area) + ownLayers(area)).map {
            $0.within(ZoomNames.limits)
        }
    }

    private func names(_ viewport: Viewport) -> LineNames {
        LineNames(viewport: viewport, type: composition.type, theme: composition.request.theme)
    }

    private func datedLines(_ area: PixelFrame) -> [MapLabel] {
        guard
            ground.layers.lines.contains(where: {
                $0.kind == .formerOblast || $0.kind == .lineOfContact
            })
        else { return [] }
        func squares(_ start: Int, _ length: Int) -> ClosedRange<Int> {
            let first = (Double(start) / Double(square)).rounded(.down)
            let last = (Double(start + length) / Double(square)).rounded(.down)
            return Int(first)...Int(last)
        }
        return squares(area.y, area.height).flatMap { row in
            squares(area.x, area.width).flatMap { column -> [MapLabel] in
                let frame = PixelFrame(
                    x: column * square, y: row * square, width: square,
                    height: square)
                return names(world.view(frame, from: origin)).labels(ground.layers).map { label in
                    var label = label
                    label.id += ":\(row)"
                    label.turn = column
                    return label
                }
            }
        }
    }

    private func roads(_ area: PixelFrame) -> [MapLabel] {
        map.marks.roads.flatMap { event -> [MapLabel] in
            copies(around: event.feature.anchor ?? event.middle, in: area) { view in
                names(view).roads([event])
            }
        }
    }

    private func arrows(_ area: PixelFrame) -> [MapLabel] {
        map.marks.movements.flatMap { arrow, event -> [MapLabel] in
            let home = WorldPixel(containing: arrow.point(at: 0.5))
            let turns = area.turns(of: arrow.point(at: 0.5), worldWidth: world.width)
            let local = arrow.moved(x: -Double(home.x), y: -Double(home.y))
            let labels = names(world.view).movements([local], of: [event], words: composition.words)
            return (turns.map { Array($0) } ?? []).flatMap { turn in
                labels.map { label in
                    var copy = label.moved(
                        by: WorldPixel(
                            x: home.x + turn * world.width - origin.x, y: home.y - origin.y))
                    copy.turn = turn
                    return copy
                }
            }
        }
    }

    private func ownLayers(_ area: PixelFrame) -> [MapLabel] {
        composition.request.ownLayers.enumerated().flatMap { number, layer in
            layer.shapes.enumerated().flatMap { index, shape -> [MapLabel] in
                guard !shape.title.isEmpty else { return [] }
                return copies(around: shape.geometry.middle, in: area) { view in
                    let drawing = OwnLayerDrawing(
                        layers: [OwnLayer(name: layer.name, shapes: [shape])], viewport: view,
                        type: composition.type, theme: composition.request.theme)
                    return drawing.labels(obstacles: [])
                }.map { label in
                    var label = label
                    label.id = "layer:\(number + 1)/\(index + 1)"
                    label.order = index
                    return label
                }
            }
        }
    }

    /// What a frame around a place is labelled with, wherever the place lies in an area.
    private func copies(
        around place: Coordinate?, in area: PixelFrame, _ labels: (Viewport) -> [MapLabel]
    ) -> [MapLabel] {
        guard let place, let point = world.view.position(of: place),
            let turns = area.turns(of: point, worldWidth: world.width)
        else { return [] }
        let home = WorldPixel(containing: point)
        let own = labels(
            world.view(
                PixelFrame(
                    x: home.x - Self.room.width / 2, y: home.y - Self.room.height / 2,
                    width: Self.room.width, height: Self.room.height), from: home))
        return turns.flatMap { turn in
            own.map { label in
                var copy = label.moved(
                    by: WorldPixel(x: home.x + turn * world.width - origin.x, y: home.y - origin.y))
                copy.turn = turn
                return copy
            }
        }
    }
}

extension EventAtPlace {
    fileprivate var middle: Coordinate? { feature.geometry?.middle }
}

extension Geometry {
    /// A position about its middle: of a line the middle one, of an area that of its box.
    fileprivate var middle: Coordinate? {
        switch self {
        case .point(let position): return position
        case .multiPoint(let positions): return positions.first
        case .lineString(let chain): return chain.isEmpty ? nil : chain[chain.count / 2]
        case .multiLineString(let chains):
            return chains.first.flatMap { $0.isEmpty ? nil : $0[$0.count / 2] }
        case .polygon, .multiPolygon:
            let corners = positions
            let (xs, ys) = (corners.map(\.longitude), corners.map(\.latitude))
            guard let west = xs.min(), let east = xs.max(), let south = ys.min(),
                let north = ys.max()
            else { return nil }
            return Coordinate(longitude: (west + east) / 2, latitude: (south + north) / 2)
        }
    }
}
