public import Raster

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
    func indices(of histogram: ColorHistogram) -> [UInt8] {
        let nearest = NearestColor(colors.map(\.key))
        let own = histogram.keys.map { UInt8(nearest.index(of: $0)) }
        return Self.indices(of: histogram) { run, _, _ in own[Int(run.color)] }
    }

    /// The index of each pixel, where a blend takes the colour of the pixel before it or of the one above it
    /// if that looks alike, and else the nearest colour; a colour of the palette itself takes its own.
    ///
    /// What repeats packs better: with the fewer colours of `ColorQuantizer`, the map of
    /// `Scripts/Benchmarks/render` takes 86 kB, not 100.
    ///
    /// - Complexity: as for the nearest colours.
    func indicesThatRepeat(of histogram: ColorHistogram, width: Int) -> [UInt8] {
        let keys = colors.map(\.key)
        let nearest = NearestColor(keys)
        let own = histogram.keys.map { UInt8(nearest.index(of: $0)) }
        let channels = keys.map(NearestColor.channels)
        return Self.indices(of: histogram) { run, start, indices in
            let (key, index) = (histogram.keys[Int(run.color)], own[Int(run.color)])
            guard keys[Int(index)] != key else { return index }
            let color = NearestColor.channels(key)
            func looksLike(_ other: UInt8) -> Bool {
                NearestColor.distance(color, channels[Int(other)]) <= NearestColor.likeness
            }
            if start > 0, looksLike(indices[start - 1]) { return indices[start - 1] }
            if start >= width, looksLike(indices[start - width]) { return indices[start - width] }
            return index
        }
    }

    /// An index for each stretch of equal pixels, which begins at a pixel; those of all before are there.
    @inline(__always)
    private static func indices(
        of histogram: ColorHistogram,
        _ index: (ColorHistogram.Run, _ start: Int, borrowing MutableSpan<UInt8>) -> UInt8
    ) -> [UInt8] {
        let count = Int(histogram.runs.last?.end ?? 0)
        var result = [UInt8](repeating: 0, count: count)
        var indices = result.mutableSpan
        var start = 0
        for run in histogram.runs {
            let (own, end) = (index(run, start, indices), Int(run.end))
            for pixel in start..<end { indices[pixel] = own }
            start = end
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

extension IndexedPicture {
    /// A picture in the nearest of 1...256 colours, as `PNGColors.fixedPalette` writes it.
    public init(_ buffer: PixelBuffer, nearest colors: [Color]) {
        precondition((1...256).contains(colors.count), "a palette has 1 to 256 colours")
        self.init(
            width: buffer.width, height: buffer.height, colors: colors,
            indices: Palette(colors).indices(of: ColorHistogram(buffer)))
    }
}
