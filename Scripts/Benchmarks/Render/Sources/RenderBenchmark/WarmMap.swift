import Cartography
import GeoModel
import Projections
import Raster
import Scenes
import Typesetting

/// The whole map in a process that is warm: projects, clips, places labels and draws what stands in
/// memory in degrees, as Mapnik does with its cached features.
struct WarmMap {
    private let typesetter: Typesetter
    private let viewport: Viewport
    private let polygons: [(layer: String, color: Color, polygons: [Polygon])]
    private let districts: [[Coordinate]]
    private let countries: [[Coordinate]]
    private let towns: [(name: String, place: Coordinate)]
    private let events: [(category: String, place: Coordinate)]

    init(_ layers: Layers) throws {
        typesetter = try Typesetter()
        viewport = Viewport(
            fitting: BoundingBox(west: 43, south: 38, east: 51, north: 42.5),
            in: PixelFrame(width: 1200, height: 900), projection: .mercator)
        polygons = ["countries", "lakes"].flatMap { layers[$0] }.map { layer in
            // Even-odd: a hole is one more ring.
            let rings = layer.contours.map { Polygon(outer: Self.places($0)) }
            return (layer.name, Color(text: layer.style), rings)
        }
        districts = layers["admin1_lines"].flatMap(\.contours).map(Self.places)
        countries = layers["admin0_lines"].flatMap(\.contours).map(Self.places)
        func points(_ name: String) -> [(String, Coordinate)] {
            layers[name].compactMap { layer in
                layer.contours.first.flatMap { Self.places($0).first }.map { (layer.style, $0) }
            }
        }
        towns = points("towns")
        events = points("events")
    }

    private static func places(_ points: [(x: Double, y: Double)]) -> [Coordinate] {
        points.map { Coordinate(longitude: $0.x, latitude: $0.y) }
    }

    func run() -> PixelBuffer {
        for threads in [1, 2] {
            let rasterizer = SceneRasterizer(typesetter: typesetter)
            Report.tell(
                "whole map, warm", threads == 1 ? "Toponym" : "Toponym, 2 threads", repeats: 10
            ) { _ = rasterizer.draw(scene(), threads: threads) }
        }
        Report.tell("whole map, warm: scene alone", "Toponym", repeats: 10) { _ = scene() }
        return SceneRasterizer(typesetter: typesetter).draw(scene())
    }

    private func scene() -> Scene {
        var scene = Scene(width: 1200, height: 900, background: Color(hex: 0xCFE3F0))
        let shore = Color(hex: 0x8FB5CF)
        for layer in polygons {
            let path = viewport.path(of: layer.polygons)
            scene.items.append(.fill(path, rule: .evenOdd, color: layer.color))
            let width = layer.layer == "lakes" ? 0.6 : 0.8
            scene.items.append(
                .stroke(path, stroke: Stroke(widthInPixels: width), color: shore))
        }
        for line in districts {
            for part in viewport.paths(along: line) {
                var stroke = Stroke(
                    widthInPixels: 0.7, join: .miter, cap: .butt, dashesInPixels: [4, 2])
                stroke.dashPhase = part.dashPhase
                scene.items.append(.stroke(part.path, stroke: stroke, color: Color(hex: 0xA898A8)))
            }
        }
        scene.items.append(
            .stroke(
                viewport.path(along: countries), stroke: Stroke(widthInPixels: 1.6, cap: .butt),
                color: Color(hex: 0x806A80)))
        addMarks(to: &scene)
        return scene
    }

    // MARK: Marks and labels

    private static let hues: [String: Color] = [
        "battle": Color(hex: 0xC0392B), "protest": Color(hex: 0xE67E22),
        "treaty": Color(hex: 0x2471A3), "visit": Color(hex: 0x1E8449),
    ]

    private func addMarks(to scene: inout Scene) {
        for event in events {
            guard let point = viewport.point(of: event.place) else { continue }
            let hue = Self.hues[event.category] ?? Color(hex: 0)
            addDisc(to: &scene, point, radius: 4.5, rim: 1.2, color: hue)
        }
        let points = towns.compactMap { town in
            viewport.point(of: town.place).map { (town.name, $0) }
        }
        for (_, point) in points {
            addDisc(to: &scene, point, radius: 2.25, rim: 0.8, color: Color(hex: 0x333333))
        }
        let halo = Halo(color: Color(hex: 0xFFFFFF), radius: 384)
        for (line, origin) in labels(points) {
            scene.items.append(
                .text(line, origin: origin, color: Color(hex: 0x222222), halo: halo))
        }
    }

    private func addDisc(
        to scene: inout Scene, _ point: SubpixelPoint, radius: Double, rim: Double, color: Color
    ) {
        let disc = Path.circle(center: point, radius: Int32(radius * 256))
        scene.items.append(.fill(disc, rule: .nonZero, color: color))
        scene.items.append(
            .stroke(disc, stroke: Stroke(widthInPixels: rim), color: Color(hex: 0xFFFFFF)))
    }

    private func labels(_ points: [(String, SubpixelPoint)]) -> [(TextLine, SubpixelPoint)] {
        let style = TextStyle(.regular, sizeInPixels: 11)
        let requests = points.enumerated().map { rank, point in
            LabelRequest(
                id: "\(rank)", priority: rank, lines: [typesetter.line(point.0, style: style)],
                anchor: .mark(point.1, radius: 3 * 256))
        }
        let frame = SubpixelBounds(minX: 0, minY: 0, maxX: 1200 * 256, maxY: 900 * 256)
        return LabelPlacer(frame: frame).place(requests).placements.compactMap { placement in
            guard let rank = Int(placement.id), let origin = placement.origins.first else {
                return nil
            }
            return (requests[rank].lines[0], origin)
        }
    }
}
