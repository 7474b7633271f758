internal import PNGEncoding
internal import Raster

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The pixels of one tile, with the hash by which it is known.
struct CutTile: Sendable {
    let pixels: PNGPixels
    let hash: ContentHash
}

/// Cuts the picture of a block into tiles.
struct TileCutter {
    private let picture: TilePicture
    private let side: Int
    /// Of the palette, or of what has none.
    private let seed: UInt64

    /// Makes a cutter of tiles of so many pixels a side.
    init(_ picture: TilePicture, side: Int) {
        self.picture = picture
        self.side = side
        seed =
            switch picture {
            case .uniform, .trueColor: 0
            case .indexed(let indexed): ContentHash(of: indexed.colors.flatMap(\.channels)).low
            }
    }

    /// The tile so many tiles to the right and down.
    func tile(column: Int, row: Int) -> CutTile {
        switch picture {
        case .uniform(let color): return uniform(color)
        case .indexed(let indexed):
            let bytes = cut(indexed.indices, 1, indexed.width, column, row)
            if bytes.repeats(every: 1) { return uniform(indexed.colors[Int(bytes[0])]) }
            return CutTile(
                pixels: PNGPixels(
                    width: side, height: side, layout: .indexed(palette: indexed.colors),
                    bytes: bytes),
                hash: hash(bytes))
        case .trueColor(let buffer):
            let bytes = cut(buffer.bytes, 4, buffer.width, column, row)
            if bytes.repeats(every: 4) {
                return uniform(
                    Color(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes[3]))
            }
            var tile = PixelBuffer(width: side, height: side, color: Color(hex: 0))
            tile.bytes = bytes
            return CutTile(pixels: PNGPixels(tile), hash: hash(bytes))
        }
    }

    /// One colour everywhere, which is the same tile whatever it was cut from.
    private func uniform(_ color: Color) -> CutTile {
        var hasher = ContentHasher()
        hasher.add(color.channels)
        hasher.add(UInt64(side), .max)
        return CutTile(
            pixels: PNGPixels(
                width: side, height: side, layout: .indexed(palette: [color]),
                bytes: [UInt8](repeating: 0, count: side * side)),
            hash: hasher.hash)
    }

    private func hash(_ bytes: [UInt8]) -> ContentHash {
        var hasher = ContentHasher()
        hasher.add(seed, UInt64(side))
        hasher.add(bytes)
        return hasher.hash
    }

    private func cut(
        _ bytes: [UInt8], _ step: Int, _ width: Int, _ column: Int, _ row: Int
    ) -> [UInt8] {
        var tile: [UInt8] = []
        tile.reserveCapacity(side * side * step)
        for line in row * side..<(row + 1) * side {
            let start = (line * width + column * side) * step
            tile += bytes[start..<start + side * step]
        }
        return tile
    }
}

extension [UInt8] {
    /// Whether the first bytes come again and again to the end.
    fileprivate func repeats(every step: Int) -> Bool {
        // SAFETY: both stretches lie within the bytes.
        unsafe withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, bytes.count > step else { return true }
            return unsafe memcmp(start, start + step, bytes.count - step) == 0
        }
    }
}

extension Color {
    fileprivate var channels: [UInt8] { [red, green, blue, alpha] }
}
