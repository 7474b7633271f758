/// Lays one colour over pixels, in linear light.
struct Blender {
    private let color: Color
    private let red: Int
    private let green: Int
    private let blue: Int
    /// Opacity, 0...65536.
    private let opacity: Int
    /// How much heavier partly covered pixels are made, 0...256.
    private let emphasis: Int
    private let tables = LinearLight.shared

    init(_ color: Color, emphasis: Int = 0) {
        self.emphasis = emphasis
        self.color = color
        red = Int(tables.light[Int(color.red)])
        green = Int(tables.light[Int(color.green)])
        blue = Int(tables.light[Int(color.blue)])
        opacity = (Int(color.alpha) * 65536 + 127) / 255
    }

    /// Whether it changes nothing.
    var isClear: Bool { opacity == 0 }

    /// Covers whole pixels alike, counted from the start of `bytes`.
    func fill(_ bytes: inout MutableSpan<UInt8>, pixels: Range<Int>) {
        guard opacity == 65536 else {
            for pixel in pixels { blend(&bytes, pixel: pixel, weight: opacity) }
            return
        }
        for pixel in pixels { write(&bytes, pixel * 4) }
    }

    /// Covers a pixel in part; `coverage` is 0...65536.
    @inline(__always)
    func blend(_ bytes: inout MutableSpan<UInt8>, pixel: Int, coverage: UInt32) {
        var coverage = Int(coverage)
        coverage += (((coverage * (65536 - coverage)) >> 16) * emphasis) >> 8
        let weight = (coverage * opacity + 32768) >> 16
        if weight > 0 { blend(&bytes, pixel: pixel, weight: weight) }
    }

    @inline(__always)
    private func write(_ bytes: inout MutableSpan<UInt8>, _ index: Int) {
        bytes[index] = color.red
        bytes[index + 1] = color.green
        bytes[index + 2] = color.blue
        bytes[index + 3] = 255
    }

    @inline(__always)
    private func blend(_ bytes: inout MutableSpan<UInt8>, pixel: Int, weight: Int) {
        let index = pixel * 4
        if weight == 65536 { return write(&bytes, index) }
        let alpha = bytes[index + 3]
        guard alpha == 255 else { return blendOverClear(&bytes, index, weight, alpha: Int(alpha)) }
        bytes[index] = mixed(bytes[index], red, weight)
        bytes[index + 1] = mixed(bytes[index + 1], green, weight)
        bytes[index + 2] = mixed(bytes[index + 2], blue, weight)
    }

    @inline(__always)
    private func mixed(_ below: UInt8, _ above: Int, _ weight: Int) -> UInt8 {
        let light = Int(tables.light[Int(below)]) * (65536 - weight) + above * weight
        return tables.code[(light + 32768) >> 16]
    }

    /// Source-over with straight alpha.
    ///
    /// Source: T. Porter and T. Duff, "Compositing Digital Images", SIGGRAPH 1984.
    private func blendOverClear(
        _ bytes: inout MutableSpan<UInt8>, _ index: Int, _ weight: Int, alpha: Int
    ) {
        let below = ((alpha * 65536 + 127) / 255 * (65536 - weight) + 32768) >> 16
        let sum = weight + below
        func mixed(_ code: UInt8, _ above: Int) -> UInt8 {
            let light = Int(tables.light[Int(code)]) * below + above * weight
            return tables.code[(light + sum / 2) / sum]
        }
        bytes[index] = mixed(bytes[index], red)
        bytes[index + 1] = mixed(bytes[index + 1], green)
        bytes[index + 2] = mixed(bytes[index + 2], blue)
        bytes[index + 3] = UInt8((sum * 255 + 32768) >> 16)
    }
}
