import Raster

/// The shapes alone, projected before the clock starts, as every engine gets them.
struct RawDrawing {
    private let fills: [(color: Color, path: Path)]
    private let districts: Path
    private let countries: Path
    private let discs: [Path]
    /// One picture drawn over and over, as every engine does.
    private var picture = PixelBuffer(width: 1200, height: 900, color: Self.water)
    private static let water = Color(hex: 0xCFE3F0)

    init(_ layers: Layers) {
        fills = ["countries", "lakes"].flatMap { layers[$0] }.map {
            (Color(text: $0.style), Self.path([$0], isClosed: true))
        }
        districts = Self.path(layers["admin1_lines"], isClosed: false)
        countries = Self.path(layers["admin0_lines"], isClosed: false)
        discs = ["towns", "events"].flatMap { layers[$0] }.compactMap { layer in
            layer.contours.first?.first.map { point in
                .circle(
                    center: SubpixelPoint(xInPixels: point.x, yInPixels: point.y), radius: 4 * 256)
            }
        }
    }

    mutating func run() -> PixelBuffer {
        Report.tell("raw fills", "Toponym", repeats: 40) {
            drawFills()
            drawDiscs()
        }
        Report.tell("raw fills and strokes", "Toponym", repeats: 40) {
            drawFills()
            drawLines()
            drawDiscs()
        }
        return picture
    }

    private mutating func drawFills() {
        let all = SubpixelBounds(minX: 0, minY: 0, maxX: 1200 * 256, maxY: 900 * 256)
        picture.fill(.rectangle(all), color: Self.water)
        for fill in fills { picture.fill(fill.path, rule: .evenOdd, color: fill.color) }
    }

    private mutating func drawLines() {
        picture.stroke(
            districts, stroke: Stroke(widthInPixels: 0.7, join: .miter, cap: .butt),
            color: Color(hex: 0xA898A8))
        picture.stroke(
            countries, stroke: Stroke(widthInPixels: 1.6, join: .miter, cap: .butt),
            color: Color(hex: 0x806A80))
    }

    private mutating func drawDiscs() {
        for disc in discs { picture.fill(disc, color: Color(hex: 0x333333)) }
    }

    private static func path(_ layers: [Layer], isClosed: Bool) -> Path {
        var path = Path()
        for contour in layers.flatMap(\.contours) {
            let points = contour.map { SubpixelPoint(xInPixels: $0.x, yInPixels: $0.y) }
            if isClosed { path.addPolygon(points) } else { path.addLine(points) }
        }
        return path
    }
}
