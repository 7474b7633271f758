internal import CPNGShim
public import Raster

/// Reads pictures from PNG files: every colour type and depth, palettes, alpha, tRNS and interlaced
/// files. Of animations the picture that other readers show. Gamma and colour profiles are not
/// applied; `details(of:)` tells them.
///
/// All functions read a file to its end and throw when it is broken anywhere, checksums of every
/// chunk included, or has more than `limit` pixels; that is checked before memory is taken for them,
/// so a small file cannot ask for much. A chunk of more than 8 MB, pixels aside, is refused.
public enum PNGDecoder {
    /// The pixels that are read if nothing else is said: a hundred million.
    public static let defaultLimit = 100_000_000

    /// The picture of a file, of eight bits a channel; sixteen are rounded to the nearest.
    public static func decode(
        _ file: [UInt8], limit: Int = defaultLimit
    ) throws(PNGDecodingError) -> PixelBuffer {
        try ReadFile.with(file, limit: limit, keepsTexts: false) {
            opened throws(PNGDecodingError) in
            let facts = opened.facts
            var buffer = PixelBuffer(
                width: Int(facts.width), height: Int(facts.height),
                color: Color(red: 0, green: 0, blue: 0, alpha: 0))
            // SAFETY: written within the bytes during the call alone.
            try unsafe buffer.bytes.withUnsafeMutableBufferPointer {
                pixels throws(PNGDecodingError) in
                try unsafe opened.read(depth: 8, into: UnsafeMutableRawBufferPointer(pixels))
            }
            return buffer
        }
    }

    /// The samples of a file, of sixteen bits a channel; fewer bits are spread over the whole range.
    public static func decodeDeep(
        _ file: [UInt8], limit: Int = defaultLimit
    ) throws(PNGDecodingError) -> DeepPixels {
        try ReadFile.with(file, limit: limit, keepsTexts: false) {
            opened throws(PNGDecodingError) in
            let facts = opened.facts
            var pixels = DeepPixels(width: Int(facts.width), height: Int(facts.height))
            // SAFETY: written within the samples during the call alone.
            try unsafe pixels.samples.withUnsafeMutableBufferPointer {
                samples throws(PNGDecodingError) in
                try unsafe opened.read(depth: 16, into: UnsafeMutableRawBufferPointer(samples))
            }
            return pixels
        }
    }

    /// What a file says beside its pixels.
    public static func details(
        of file: [UInt8], limit: Int = defaultLimit
    ) throws(PNGDecodingError) -> PNGDetails {
        try ReadFile.with(file, limit: limit, keepsTexts: true) {
            opened throws(PNGDecodingError) in
            // Texts may stand after the pixels.
            try opened.skip()
            return PNGDetails(opened)
        }
    }
}

/// A picture of sixteen bits a channel: rows from the top, pixels from the left, four samples a pixel
/// (R, G, B, A, straight alpha).
public struct DeepPixels: Hashable, Sendable {
    /// The width, in pixels.
    public let width: Int
    /// The height, in pixels.
    public let height: Int
    /// `width * height * 4` samples.
    public var samples: [UInt16]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        samples = [UInt16](repeating: 0, count: width * height * 4)
    }
}
