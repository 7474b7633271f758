/// Lays one colour over pixels, in linear light.
///
/// Pixels are taken as words of 32 bits. Whole pixels of an opaque colour are written as they are; only
/// those covered in part go through the tables.
struct Blender {
    private let color: Color
    /// The four bytes of an opaque pixel of the colour.
    private let word: UInt32
    private let red: UInt32
    private let green: UInt32
    private let blue: UInt32
    /// Opacity, 0...65536.
    private let opacity: Int
    /// How much heavier partly covered pixels are made, 0...256.
    private let emphasis: Int

    init(_ color: Color, emphasis: Int = 0) {
        let tables = LinearLight.shared
        self.emphasis = emphasis
        self.color = color
        word = color.opacity(1).word
        red = UInt32(tables.light[Int(color.red)])
        green = UInt32(tables.light[Int(color.green)])
        blue = UInt32(tables.light[Int(color.blue)])
        opacity = (Int(color.alpha) * 65536 + 127) / 255
    }

    /// For letters, which are made the heavier the darker they are.
    init(glyphs color: Color) {
        self.init(color, emphasis: LinearLight.shared.emphasis(of: color))
    }

    /// Whether it changes nothing.
    var isClear: Bool { opacity == 0 }

    /// Covers the stretches of a row; `first` is the pixel at which their columns start to count.
    func blend(
        _ bytes: inout MutableRawSpan, first: Int, _ stretches: Span<CoverageSpan>,
        _ coverage: Span<UInt32>
    ) {
        let tables = LinearLight.shared
        let (light, code) = (tables.light.span, tables.code.span)
        for index in stretches.indices {
            let stretch = stretches[index]
            if stretch.isSolid {
                let pixels = first &+ stretch.start..<first &+ stretch.end
                fill(&bytes, pixels: pixels, light, code)
            } else {
                let columns = stretch.start..<stretch.end
                blend(&bytes, first: first, coverage: coverage, columns, light, code)
            }
        }
    }

    /// Covers columns in part, by coverages of 0...65536; `first` is the pixel of column 0.
    func blend(
        _ bytes: inout MutableRawSpan, first: Int, coverage: Span<UInt32>, _ columns: Range<Int>
    ) {
        let tables = LinearLight.shared
        blend(
            &bytes, first: first, coverage: coverage, columns, tables.light.span, tables.code.span)
    }

    /// Covers whole pixels alike, counted from the start of `bytes`.
    func fill(_ bytes: inout MutableRawSpan, pixels: Range<Int>) {
        let tables = LinearLight.shared
        fill(&bytes, pixels: pixels, tables.light.span, tables.code.span)
    }

    private func fill(
        _ bytes: inout MutableRawSpan, pixels: Range<Int>, _ light: Span<UInt16>,
        _ code: Span<UInt8>
    ) {
        guard opacity < 65536 else { return bytes.fill(pixels, with: word) }
        for pixel in pixels { blend(&bytes, pixel, weight: opacity, light, code) }
    }

    @inline(__always)
    private func blend(
        _ bytes: inout MutableRawSpan, first: Int, coverage: Span<UInt32>, _ columns: Range<Int>,
        _ light: Span<UInt16>, _ code: Span<UInt8>
    ) {
        let isPlain = opacity == 65536 && emphasis == 0
        for column in columns {
            let coverage = Int(coverage[column])
            let weight = isPlain ? coverage : self.weight(of: coverage)
            if weight > 0 { blend(&bytes, first &+ column, weight: weight, light, code) }
        }
    }

    /// The share of the colour where a pixel is covered in part, both 0...65536.
    private func weight(of coverage: Int) -> Int {
        let heavier = coverage + (((coverage * (65536 - coverage)) >> 16) * emphasis) >> 8
        return (heavier * opacity + 32768) >> 16
    }

    @inline(__always)
    private func blend(
        _ bytes: inout MutableRawSpan, _ pixel: Int, weight: Int, _ light: Span<UInt16>,
        _ code: Span<UInt8>
    ) {
        if weight == 65536 { return bytes.set(pixel, to: word) }
        let below = bytes.word(pixel)
        guard Color.alpha(ofWord: below) == 255 else {
            return bytes.set(pixel, to: overClear(below, weight: weight))
        }
        let weight = UInt32(weight)
        func mixed(_ shift: UInt32, _ above: UInt32) -> UInt32 {
            // At most 65535 · 65536 + 32768, which 32 bits hold.
            let below = UInt32(light[Int((below >> shift) & 255)])
            let mixed = (below &* (65536 &- weight) &+ above &* weight &+ 32768) >> 16
            return UInt32(code[Int(mixed)]) << shift
        }
        let colors = mixed(0, red) | mixed(8, green) | mixed(16, blue)
        bytes.set(pixel, to: colors | 255 << 24)
    }

    /// Source-over with straight alpha.
    ///
    /// Source: T. Porter and T. Duff, "Compositing Digital Images", SIGGRAPH 1984.
    private func overClear(_ pixel: UInt32, weight: Int) -> UInt32 {
        let (tables, alpha) = (LinearLight.shared, Int(Color.alpha(ofWord: pixel)))
        let below = ((alpha * 65536 + 127) / 255 * (65536 - weight) + 32768) >> 16
        let sum = weight + below
        func mixed(_ shift: UInt32, _ above: UInt32) -> UInt32 {
            let light = Int(tables.light[Int((pixel >> shift) & 255)]) * below
            return UInt32(tables.code[(light + Int(above) * weight + sum / 2) / sum]) << shift
        }
        return mixed(0, red) | mixed(8, green) | mixed(16, blue)
            | UInt32((sum * 255 + 32768) >> 16) << 24
    }
}
