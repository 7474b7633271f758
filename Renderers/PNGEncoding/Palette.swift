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
        var result = [UInt8](repeating: 0, count: buffer.width * buffer.height)
        PixelRuns(buffer).forEach { key, pixels in
            let index = UInt8(table.values[table.slot(for: key)])
            for pixel in pixels { result[pixel] = index }
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
