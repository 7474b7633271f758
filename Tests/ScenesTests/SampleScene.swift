import Raster
import Scenes
import Typesetting

/// A small scene with every kind of item but text along a course.
func sampleScene(_ typesetter: Typesetter) -> Scene {
    var scene = Scene(width: 240, height: 160, background: Color(hex: 0xD7E3EA))
    let land = polygon([(20, 20), (200, 10), (230, 120), (120, 150), (30, 110)])
    scene.items = [
        .fill(land, rule: .evenOdd, color: Color(hex: 0xF4F1EA)),
        .clipped(
            SubpixelBounds(minX: 10 * 256, minY: 10 * 256, maxX: 230 * 256, maxY: 150 * 256),
            [
                .hatch(
                    polygon([(120, 60), (220, 60), (220, 140), (120, 140)]),
                    pattern: Hatch(angle: 45, spacing: 6 * 256, width: 256),
                    color: Color(hex: 0xB03A2E).opacity(0.5)),
                .stroke(
                    land, stroke: Stroke(widthInPixels: 1.5),
                    color: Color(hex: 0x7A6F9B)),
                .stroke(
                    polygon([(0, 80), (240, 90)], closed: false),
                    stroke: Stroke(
                        widthInPixels: 2, cap: .butt, dashesInPixels: [4, 3],
                        dashPhaseInPixels: 2),
                    color: Color(hex: 0x555555)),
            ]),
        .fill(
            .circle(center: SubpixelPoint(xInPixels: 70, yInPixels: 70), radius: 9 * 256),
            rule: .nonZero, color: Color(hex: 0xC0392B).opacity(0.75)),
    ]
    let halo = Halo(color: Color(hex: 0xF4F1EA).opacity(0.9), radius: 384)
    let labels: [(String, FontStyle, Double, Double)] = [
        ("Khankendi / Stepanakert", .bold, 82, 66), ("Ստեփանակերտ", .regular, 82, 84),
        ("خانکندی", .regular, 150, 110), ("“A & B <c>”", .italic, 40, 110),
    ]
    for (text, style, x, y) in labels {
        let line = typesetter.line(text, style: TextStyle(style, sizeInPixels: 12.5))
        scene.items.append(
            .text(
                line, origin: SubpixelPoint(xInPixels: x, yInPixels: y),
                color: Color(hex: 0x222222), halo: halo))
    }
    return scene
}

/// Straight edges through points in pixels.
func polygon(_ points: [(Double, Double)], closed: Bool = true) -> Path {
    var path = Path()
    let corners = points.map { SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1) }
    if closed { path.addPolygon(corners) } else { path.addLine(corners) }
    return path
}
