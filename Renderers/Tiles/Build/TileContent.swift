internal import PNGEncoding
internal import Raster

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The pixels of one tile, with the hash by which it is known.
struct TileContent: Sendable {
    let pixels: PNGPixels
    let hash: ContentHash
}

/// Tells what tiles hold, and which hold the same.
struct TileContents {
    private let side: Int
    /// The palette that was met last, and its hash.
    private var palette: (colors: [Color], hash: UInt64) = ([], 0)

    /// For tiles of so many pixels a side.
    init(side: Int) {
        self.side = side
    }

    /// What a picture holds. One of a single colour is the same tile however it was given.
    mutating func content(of picture: TilePicture) -> TileContent {
        switch picture {
        case .uniform(let color): return uniform(color)
        case .indexed(let indexed):
            let bytes = indexed.indices
            if bytes.repeats(every: 1) { return uniform(indexed.colors[Int(bytes[0])]) }
            return TileContent(
                pixels: PNGPixels(indexed), hash: hash(bytes, seed: seed(of: indexed.colors)))
        case .trueColor(let buffer):
            let bytes = buffer.bytes
            if bytes.repeats(every: 4) {
                return uniform(
                    Color(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes[3]))
            }
            return TileContent(pixels: PNGPixels(buffer), hash: hash(bytes, seed: 0))
        }
    }

    private func uniform(_ color: Color) -> TileContent {
        var hasher = ContentHasher()
        hasher.add(color.channels)
        hasher.add(UInt64(side), .max)
        return TileContent(
            pixels: PNGPixels(
                width: side, height: side, layout: .indexed(palette: [color]),
                bytes: [UInt8](repeating: 0, count: side * side)),
            hash: hasher.hash)
    }

    private mutating func seed(of colors: [Color]) -> UInt64 {
        if palette.colors != colors {
            palette = (colors, ContentHash(of: colors.flatMap(\.channels)).low)
        }
        return palette.hash
    }

    private func hash(_ bytes: [UInt8], seed: UInt64) -> ContentHash {
        var hasher = ContentHasher()
        hasher.add(seed, UInt64(side))
        hasher.add(bytes)
        return hasher.hash
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
