internal import CPNGShim
internal import Raster

/// How indexes go into a file: with the colours that occur, in as few bits as count them.
struct IndexPlan {
    /// The file's palette; colours that are not opaque come first, for PNG lists their alphas up to
    /// the last such one.
    private(set) var palette: [Color] = []
    /// The index in the file for each index of a pixel; empty where they are the same.
    private(set) var remap: [UInt8] = []

    /// A plan for all colours of a palette as they are.
    init(all palette: [Color]) {
        self.palette = palette
    }

    /// A plan for pixels.
    ///
    /// - Throws: `paletteSize`, or `index` for a pixel that counts past the palette's end.
    init(of bytes: [UInt8], _ palette: [Color]) throws(PNGEncodingError) {
        try Self.check(palette)
        let used = Self.used(bytes)
        if let index = used.indices.last(where: { used[$0] != 0 }), index >= palette.count {
            throw .index(index, paletteCount: palette.count)
        }
        let kept = palette.indices.filter { used[$0] != 0 }
        let order =
            kept.filter { palette[$0].alpha != 255 } + kept.filter { palette[$0].alpha == 255 }
        self.palette = order.map { palette[$0] }
        guard order != Array(order.indices) else { return }
        remap = [UInt8](repeating: 0, count: 256)
        for (place, index) in order.enumerated() { remap[index] = UInt8(place) }
    }

    /// The bits that count the palette.
    var bitDepth: Int32 {
        switch palette.count {
        case ...2: 1
        case ...4: 2
        case ...16: 4
        default: 8
        }
    }

    static func check(_ palette: [Color]) throws(PNGEncodingError) {
        guard (1...256).contains(palette.count) else { throw .paletteSize(palette.count) }
    }

    /// For each index whether it occurs, as 1.
    static func used(_ bytes: [UInt8]) -> [UInt8] {
        var used = [UInt8](repeating: 0, count: 256)
        // SAFETY: the shim reads the bytes and writes into 256 places during the call alone.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe used.withUnsafeMutableBufferPointer { used in
                unsafe cpng_mark_used(bytes.baseAddress, bytes.count, used.baseAddress)
            }
        }
        return used
    }
}
