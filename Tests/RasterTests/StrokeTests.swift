import Testing

@testable import Raster

@Suite("Strokes") struct StrokeTests {
    /// Expected: a line with round joins and caps is all points within half its width, counted at
    /// 16 by 16 points a pixel.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func `round lines cover what lies within half their width`(seed: UInt64) {
        var random = SplitMix(state: seed)
        // Steps from a fraction of a pixel to longer than the line is wide.
        let step = Int32([20, 90, 400, 1200][Int(seed % 4)])
        var point = SubpixelPoint(x: 900, y: 900)
        let points = (0..<16).map { _ in
            let move = random.point(-step...step)
            point.x = max(0, min(1792, point.x + move.x))
            point.y = max(0, min(1792, point.y + move.y))
            return point
        }
        var path = Path()
        if seed % 3 == 0 { path.addPolygon(points) } else { path.addLine(points) }
        let width = [0.75, 1.5, 3.0][Int(seed % 3)]
        let ours = CoverageMap(
            path.stroked(Stroke(widthInPixels: width)), width: 7, height: 7)
        let counted = CoverageMap(
            nearTo: seed % 3 == 0 ? points + [points[0]] : points, distance: width * 128,
            width: 7, height: 7, samples: 16)
        #expect(ours.greatestDifference(to: counted) < 1.0 / 16)
    }

    /// Expected: the rectangle worked by hand.
    @Test(arguments: [
        (Stroke.Cap.butt, SubpixelBounds(minX: 1024, minY: 960, maxX: 2048, maxY: 1344)),
        (.square, SubpixelBounds(minX: 832, minY: 960, maxX: 2240, maxY: 1344)),
    ])
    func `a straight line is its rectangle`(cap: Stroke.Cap, bounds: SubpixelBounds) {
        var line = Path()
        line.addLine([SubpixelPoint(x: 1024, y: 1152), SubpixelPoint(x: 2048, y: 1152)])
        let stroke = Stroke(widthInPixels: 1.5, cap: cap)
        #expect(
            CoverageMap(line.stroked(stroke), width: 12, height: 9)
                == CoverageMap(.rectangle(bounds), width: 12, height: 9))
    }

    @Test func `dashes begin at the phase and turn round corners`() {
        var line = Path()
        line.addLine([(0, 512), (1024, 512), (1024, 2048)].map { SubpixelPoint(x: $0, y: $1) })
        let stroke = Stroke(
            widthInPixels: 1, join: .miter, cap: .butt, dashesInPixels: [3, 2],
            dashPhaseInPixels: 1)
        // By hand: dashes over 0...2, 4...7 and 9...10 pixels along the line, which turns at 4.
        var expected = Path()
        for bounds in [(0, 384, 512, 640), (896, 512, 1152, 1280), (896, 1792, 1152, 2048)] {
            expected.elements +=
                Path.rectangle(
                    SubpixelBounds(
                        minX: Int32(bounds.0), minY: Int32(bounds.1), maxX: Int32(bounds.2),
                        maxY: Int32(bounds.3))
                ).elements
        }
        #expect(
            CoverageMap(line.stroked(stroke), width: 12, height: 9)
                == CoverageMap(expected, width: 12, height: 9))
    }

    @Test func `a translucent line that crosses itself is even`() {
        var line = Path()
        line.addLine(
            [(512, 512), (4096, 4096), (4096, 512), (512, 4096), (2048, 512)].map {
                SubpixelPoint(x: $0, y: $1)
            })
        var buffer = PixelBuffer(width: 18, height: 18, color: Color(hex: 0xFFFFFF))
        buffer.stroke(
            line, stroke: Stroke(widthInPixels: 4), color: Color(hex: 0x000000).opacity(0.5))
        var plain = PixelBuffer(width: 18, height: 18, color: Color(hex: 0xFFFFFF))
        plain.fill(
            .rectangle(SubpixelBounds(minX: 0, minY: 0, maxX: 4608, maxY: 4608)),
            color: Color(hex: 0x000000).opacity(0.5))
        #expect(buffer.bytes.min() == plain.bytes[0])
        // The middle of the crossing at (9, 9), and along the first stroke.
        for place in 3...15 { #expect(buffer.bytes[(place * 18 + place) * 4] == plain.bytes[0]) }
    }

    @Test(arguments: [Stroke.Join.miter, .round, .bevel])
    func `a line is drawn the same when only part of it is in the picture`(join: Stroke.Join) {
        var random = SplitMix(state: 7)
        let points = (0..<60).map { _ in random.point(-20_000...20_000) }
        for dashes in [[], [5.0, 3.0], [0.5, 1.25, 2.0]] {
            for isClosed in [false, true] {
                var path = Path()
                if isClosed { path.addPolygon(points) } else { path.addLine(points) }
                let stroke = Stroke(
                    widthInPixels: 2.5, join: join, cap: .square, dashesInPixels: dashes,
                    dashPhaseInPixels: -1.5)
                let clip = PixelBounds(minX: 3, minY: -5, maxX: 20, maxY: 9)
                let part = CoverageMap(path.stroked(stroke, visibleIn: clip), clip: clip)
                let whole = CoverageMap(path.stroked(stroke), clip: clip)
                #expect(part.greatestDifference(to: whole) == 0)
            }
        }
    }

    /// Found by fuzzing: dashes that leave the clip on the left while others pass beside them there.
    @Test func `broad dashes that leave a clip are those of the whole`() {
        func point(_ x: Int32, _ y: Int32) -> SubpixelPoint { SubpixelPoint(x: x, y: y) }
        let path = Path([
            .cubic(point(5704, 600), point(35_018, 52_418), to: point(60_120, 59_526)),
            .line(point(57_062, 51_866)), .line(point(0, 0)),
        ])
        var stroke = Stroke(widthInPixels: 3792.0 / 256, cap: .butt, dashesInPixels: [1, 0.75])
        stroke.dashPhase = 666
        let outline = path.stroked(stroke)
        let whole = CoverageMap(outline, width: 24, height: 20)
        let part = CoverageMap(outline, clip: PixelBounds(minX: 3, minY: 5, maxX: 21, maxY: 14))
        for y in 0..<part.height {
            let row = (y + 5) * 24 + 3
            #expect(
                part.values[y * part.width..<(y + 1) * part.width].elementsEqual(
                    whole.values[row..<row + part.width]))
        }
    }

    @Test func `points without length are dots, if caps are not cut off`() {
        let dot = Path([.move(SubpixelPoint(x: 512, y: 512)), .line(SubpixelPoint(x: 512, y: 512))])
        let square = Stroke(widthInPixels: 2, cap: .square)
        #expect(
            CoverageMap(dot.stroked(square), width: 4, height: 4)
                == CoverageMap(
                    .rectangle(SubpixelBounds(minX: 256, minY: 256, maxX: 768, maxY: 768)),
                    width: 4, height: 4))
        #expect(dot.stroked(Stroke(widthInPixels: 2, cap: .butt)).elements.isEmpty)
        #expect(!dot.stroked(Stroke(widthInPixels: 2, cap: .round)).elements.isEmpty)
        #expect(dot.stroked(Stroke(widthInPixels: 0)).elements.isEmpty)
    }

    /// Expected: a miter of 4 half widths belongs to an angle of 2 asin(1/4) = 28.96 degrees.
    @Test(arguments: [(28.0, false), (30.0, true)])
    func `miters are cut at four half widths`(degrees: Double, isSharp: Bool) {
        // The rise over 10 000 of half the angle: tan(14°) = 0.249328, tan(15°) = 0.267949.
        let rise: Int32 = degrees == 28 ? 2493 : 2679
        var line = Path()
        line.addLine([
            SubpixelPoint(x: 0, y: -rise), SubpixelPoint(x: 10_000, y: 0),
            SubpixelPoint(x: 0, y: rise),
        ])
        let outline = line.stroked(Stroke(widthInPixels: 2, join: .miter, cap: .butt))
        let tip = (outline.bounds?.maxX ?? 0) - 10_000
        // 1 / sin(15°) = 3.864 half widths of 256.
        #expect(isSharp ? tip == 989 : tip < 256)
    }
}

extension CoverageMap {
    /// The points within a distance of a line, counted.
    init(
        nearTo points: [SubpixelPoint], distance: Double, width: Int, height: Int, samples: Int
    ) {
        self.init(Path(), width: width, height: height)
        let step = 256 / Double(samples)
        for sample in 0..<(width * height * samples * samples) {
            let row = sample / (width * samples)
            let column = sample % (width * samples)
            let (x, y) = ((Double(column) + 0.5) * step, (Double(row) + 0.5) * step)
            let isNear = zip(points, points.dropFirst()).contains { start, end in
                let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
                let (px, py) = (x - Double(start.x), y - Double(start.y))
                let square = dx * dx + dy * dy
                let part = square == 0 ? 0 : max(0, min(1, (px * dx + py * dy) / square))
                let (ex, ey) = (px - part * dx, py - part * dy)
                return ex * ex + ey * ey <= distance * distance
            }
            if isNear {
                values[row / samples * width + column / samples] +=
                    UInt32(65536 / (samples * samples))
            }
        }
    }
}
