@testable import Raster

/// A picture of how much of each pixel is covered, 0...65536.
struct CoverageMap: Equatable {
    let width: Int
    let height: Int
    var values: [UInt32]

    /// What our own scanner makes of an outline.
    init(_ path: Path, rule: FillRule = .nonZero, width: Int, height: Int) {
        let clip = PixelBounds(minX: 0, minY: 0, maxX: width, maxY: height)
        self.init(path, rule: rule, clip: clip)
    }

    /// The pixels of `clip`, the first at index 0, scanned in stripes of so many rows.
    init(
        _ path: Path, rule: FillRule = .nonZero, clip: PixelBounds, rowsInStripe: Int = .max
    ) {
        width = clip.maxX - clip.minX
        height = clip.maxY - clip.minY
        values = [UInt32](repeating: 0, count: width * height)
        let outline = PreparedOutline(path, rule: rule, clip: clip)
        for first in stride(from: clip.minY, to: clip.maxY, by: min(height, rowsInStripe)) {
            let rows = first..<min(clip.maxY, first + min(height, rowsInStripe))
            var scanner = CoverageScanner(outline, rows: rows)
            while scanner.nextRow() {
                let row = (scanner.y - clip.minY) * width + scanner.left - clip.minX
                for span in scanner.spans {
                    for column in span.start..<span.end {
                        values[row + column] = span.isSolid ? 65536 : scanner.coverage[column]
                    }
                }
            }
        }
    }

    /// The same picture by counting sample points, `samples` by `samples` in each pixel.
    init(sampling path: Path, rule: FillRule, width: Int, height: Int, samples: Int) {
        self.width = width
        self.height = height
        values = [UInt32](repeating: 0, count: width * height)
        let lines = path.straightLines
        let (columns, weight) = (width * samples, UInt32(65536 / (samples * samples)))
        for sampleRow in 0..<(height * samples) {
            let y = (Double(sampleRow) + 0.5) * 256 / Double(samples)
            // What a sample point winds by is what was crossed to the left of it.
            var turns = [Int32](repeating: 0, count: columns + 1)
            for (start, end) in lines {
                let (y0, y1) = (Double(start.y), Double(end.y))
                guard (y0 <= y) != (y1 <= y) else { continue }
                let x = Double(start.x) + (Double(end.x) - Double(start.x)) * (y - y0) / (y1 - y0)
                let column = (x * Double(samples) / 256 - 0.5).rounded(.up)
                turns[max(0, min(columns, Int(column)))] += y0 < y1 ? 1 : -1
            }
            var winding: Int32 = 0
            for column in 0..<columns {
                winding += turns[column]
                if rule == .nonZero ? winding != 0 : winding & 1 != 0 {
                    values[sampleRow / samples * width + column / samples] += weight
                }
            }
        }
    }

    /// The covered area, in 1/65536 pixel.
    var sum: Int { values.reduce(0) { $0 + Int($1) } }

    /// The covered area, in pixels.
    var area: Double { Double(sum) / 65536 }

    /// The greatest difference of two pixels, as a part of a pixel.
    func greatestDifference(to other: CoverageMap) -> Double {
        zip(values, other.values).reduce(0) { max($0, abs(Double($1.0) - Double($1.1)) / 65536) }
    }
}

extension Path {
    /// All lines of a path without curves, contours closed.
    var straightLines: [(SubpixelPoint, SubpixelPoint)] {
        var lines: [(SubpixelPoint, SubpixelPoint)] = []
        var (start, point) = (SubpixelPoint(x: 0, y: 0), SubpixelPoint(x: 0, y: 0))
        for element in elements {
            switch element {
            case .move(let to):
                lines.append((point, start))
                (start, point) = (to, to)
            case .line(let to):
                lines.append((point, to))
                point = to
            case .close:
                lines.append((point, start))
                point = start
            case .quadratic, .cubic: break
            }
        }
        return lines + [(point, start)]
    }

    /// A polygon through points given in 1/256 pixel.
    init(polygon points: [(Int32, Int32)]) {
        self.init()
        addPolygon(points.map { SubpixelPoint(x: $0.0, y: $0.1) })
    }
}

/// A small generator with a seed.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func point(_ range: ClosedRange<Int32>) -> SubpixelPoint {
        let x = Int32.random(in: range, using: &self)
        return SubpixelPoint(x: x, y: Int32.random(in: range, using: &self))
    }

    /// Contours through random points: they cross themselves and each other.
    mutating func tangle(contours: Int, points: Int, in range: ClosedRange<Int32>) -> Path {
        var path = Path()
        for _ in 0..<contours {
            path.addPolygon((0..<points).map { _ in point(range) })
        }
        return path
    }
}
