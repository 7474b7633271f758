internal import Raster

/// Up to 256 colours that stand for those of a picture.
struct Palette {
    /// The colours, by index.
    let colors: [Color]

    init(_ colors: [Color]) {
        self.colors = colors
    }

    /// The picture's own colours if there are at most 256, else the best that stand for them.
    ///
    /// Colours that are not opaque come first, for PNG lists their alphas up to the last such one.
    init(of histogram: ColorHistogram) {
        let keys = histogram.keys.count <= 256 ? histogram.keys : ColorQuantizer(histogram).keys
        colors = (keys.filter { $0 >> 24 != 255 } + keys.filter { $0 >> 24 == 255 })
            .map(Color.init(key:))
    }

    /// The index of each pixel, the nearest colour's.
    ///
    /// - Complexity: O(pixels + colours of the picture × colours of the palette).
    func indices(of buffer: PixelBuffer, _ histogram: ColorHistogram) -> [UInt8] {
        let nearest = NearestColor(colors.map(\.key))
        var table = ColorTable(capacity: histogram.keys.count)
        for key in histogram.keys { table.values[table.slot(for: key)] = nearest.index(of: key) }
        let bytes = buffer.bytes
        var result = [UInt8](repeating: 0, count: buffer.width * buffer.height)
        var (last, index, isFirst) = (UInt32(0), UInt8(0), true)
        for pixel in result.indices {
            let key = ColorHistogram.key(bytes, pixel * 4)
            if isFirst || key != last {
                index = UInt8(table.values[table.slot(for: key)])
                (last, isFirst) = (key, false)
            }
            result[pixel] = index
        }
        return result
    }
}

extension Color {
    /// The colour of a key of `ColorHistogram`.
    init(key: UInt32) {
        self.init(hex: key & 0xFF_FFFF)
        alpha = UInt8(key >> 24)
    }

    /// The key of `ColorHistogram`.
    var key: UInt32 {
        UInt32(alpha) << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
}

/// Finds the nearest of some colours: the first of equally near ones.
struct NearestColor {
    private let channels: [SIMD4<Int32>]

    init(_ keys: [UInt32]) {
        channels = keys.map(Self.channels)
    }

    /// The place of the nearest colour.
    func index(of key: UInt32) -> Int {
        let color = Self.channels(key)
        var (best, least) = (0, Int32.max)
        for index in channels.indices {
            let distance = Self.distance(color, channels[index])
            if distance < least { (best, least) = (index, distance) }
        }
        return best
    }

    /// How far two colours are apart for the eye, roughly: it sees green best.
    @inline(__always)
    static func distance(_ a: SIMD4<Int32>, _ b: SIMD4<Int32>) -> Int32 {
        let difference = a &- b
        return (difference &* difference &* weights).wrappedSum()
    }

    /// Of red, green, blue and alpha: the first three as in the common approximation of
    /// luminance-weighted distance, 2 : 4 : 3.
    static let weights = SIMD4<Int32>(2, 4, 3, 9)

    /// Red, green, blue and alpha.
    static func channels(_ key: UInt32) -> SIMD4<Int32> {
        SIMD4(
            Int32(key >> 16 & 255), Int32(key >> 8 & 255), Int32(key & 255), Int32(key >> 24))
    }
}
