/// Parallel lines over the whole plane, to fill areas with.
public struct ParallelLines: Hashable, Sendable {
    /// The angle of the lines to the x axis, in whole degrees, counter-clockwise as seen.
    public var angle: Int
    /// From middle to middle, in 1/256 pixel; less than half a pixel is taken as half a pixel.
    public var spacing: Int32
    /// The width of a line, in 1/256 pixel.
    public var width: Int32
    /// A point on the middle of a line, in pixels; it may be far away. Where a picture is cut into parts,
    /// give each the same point of the whole, and the lines go on from part to part.
    public var originX: Int
    /// Down to that point, in pixels.
    public var originY: Int

    /// Makes lines.
    public init(angle: Int, spacing: Int32, width: Int32, originX: Int = 0, originY: Int = 0) {
        self.angle = angle
        self.spacing = spacing
        self.width = width
        self.originX = originX
        self.originY = originY
    }

    /// The lines that touch some pixels, each as a long rectangle.
    public func path(covering pixels: PixelBounds) -> Path {
        guard width > 0, !pixels.isEmpty else { return Path() }
        // Steps of whole subpixels along a line, 16 pixels long: however long it is drawn, its ends
        // lie on the very same line.
        let (sine, cosine) = (Self.sine(degrees: angle), Self.sine(degrees: angle % 360 + 90))
        let step = (x: Int((cosine * 4096).rounded()), y: Int((-sine * 4096).rounded()))
        let normal = Vector(x: Double(step.x), y: Double(step.y)).normal
        let length = normal.length
        let across = normal * (1 / length)
        let spacing = Double(max(128, self.spacing))
        // Broader lines cover everything too.
        let width = min(Double(self.width), 2 * spacing)
        let (lines, steps) = extent(of: pixels, across, (spacing, length), width)
        var path = Path()
        for line in lines {
            let middle = Double(line) * spacing
            // The foot of a far line may lie outside 32 bits, where the line itself does not.
            let sides = [-0.5, 0.5].map { side -> (x: Int, y: Int) in
                let offset = across * (middle + side * width)
                return (
                    originX * 256 + Int((offset.x + 0.5).rounded(.down)),
                    originY * 256 + Int((offset.y + 0.5).rounded(.down))
                )
            }
            func point(_ side: Int, _ count: Int) -> SubpixelPoint {
                SubpixelPoint(
                    x: Int32(clamping: sides[side].x + count * step.x),
                    y: Int32(clamping: sides[side].y + count * step.y))
            }
            path.addPolygon([
                point(0, steps.lowerBound), point(0, steps.upperBound),
                point(1, steps.upperBound), point(1, steps.lowerBound),
            ])
        }
        return path
    }

    /// Which lines, counted across from the origin, and which steps along them reach the pixels.
    private func extent(
        of pixels: PixelBounds, _ across: Vector, _ unit: (across: Double, along: Double),
        _ width: Double
    ) -> (lines: ClosedRange<Int>, steps: ClosedRange<Int>) {
        let along = Vector(x: across.y, y: -across.x)
        var (acrossRange, alongRange) = ([Double](), [Double]())
        for x in [pixels.minX, pixels.maxX] {
            for y in [pixels.minY, pixels.maxY] {
                let corner = Vector(
                    x: Double((x - originX) * 256), y: Double((y - originY) * 256))
                acrossRange.append(corner.dot(across))
                alongRange.append(corner.dot(along))
            }
        }
        func range(_ values: [Double], _ unit: Double, margin: Double) -> ClosedRange<Int> {
            let least = ((values.min() ?? 0) - margin) / unit
            let most = ((values.max() ?? 0) + margin) / unit
            return Int(least.rounded(.down))...Int(most.rounded(.up))
        }
        return (
            range(acrossRange, unit.across, margin: width),
            range(alongRange, unit.along, margin: width + unit.along)
        )
    }

    /// The sine of whole degrees, to 1e-9, by its series: no math library, which may differ.
    private static func sine(degrees: Int) -> Double {
        let turned = ((degrees % 360) + 360) % 360
        if turned >= 180 { return -sine(degrees: turned - 180) }
        let x = Double(min(turned, 180 - turned)) * 3.141592653589793 / 180
        var (term, sum) = (x, x)
        for n in [2.0, 4, 6, 8, 10, 12, 14] {
            term *= -x * x / (n * (n + 1))
            sum += term
        }
        return sum
    }
}
