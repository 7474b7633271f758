/// Why a picture cannot be written as PNG.
@nonexhaustive
public enum PNGEncodingError: Error, Hashable, Sendable {
    /// A keyword must be 1...79 printable ASCII characters, without a space at an end or two together.
    case keyword(String)
    /// The text under this keyword holds a NUL character, which ends a text in PNG.
    case textWithNUL(keyword: String)
    /// A palette must have 1...256 colours.
    case paletteSize(Int)
    /// A pixel counts past the end of its palette.
    case index(Int, paletteCount: Int)
    /// Compression levels run 0...12.
    case compressionLevel(Int)
    /// The pixels are not so many bytes as width, height and layout ask for.
    case pixelBytes(Int, expected: Int)
    /// PNG has no picture of this size: sides run 1...2³¹ - 1.
    case size(width: Int, height: Int)
    /// The file was ended with so many rows still to come.
    case rowsMissing(Int)
    /// libpng refused, in its words.
    case libpng(String)
}

/// Why bytes cannot be read as a PNG picture.
@nonexhaustive
public enum PNGDecodingError: Error, Hashable, Sendable {
    /// The picture has more pixels than the caller allows.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// The file is broken or no PNG file: the fault in libpng's words, the chunk that it is in (empty
    /// before the first) and the byte, counted from 0, that this begins at.
    case broken(String, chunk: String, offset: Int)
}

extension PNGEncodingError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .keyword(let keyword):
            "\"\(keyword)\" is no PNG keyword; use 1 to 79 printable ASCII characters, single spaces"
        case .textWithNUL(let keyword):
            "the text under \"\(keyword)\" holds a NUL character; take it out"
        case .paletteSize(let count):
            "a palette of \(count) colours; a PNG palette has 1 to 256"
        case .compressionLevel(let level):
            "compression level \(level); levels run from 0 to 12"
        case .index(let index, let count):
            "a pixel of index \(index); its palette has \(count) colours, counted from 0"
        case .size(let width, let height):
            "a picture of \(width) × \(height) pixels; PNG has 1 to 2147483647 in each direction"
        case .rowsMissing(let count):
            "the file was ended \(count) rows early; write them first"
        case .pixelBytes(let count, let expected):
            "\(count) bytes of pixels; width and height ask for \(expected)"
        case .libpng(let message):
            "libpng cannot write the picture: \(message)"
        }
    }
}

extension PNGDecodingError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .tooLarge(let width, let height, let limit):
            "a picture of \(width) × \(height) pixels; the limit is \(limit) pixels"
        case .broken(let message, let chunk, let offset):
            chunk.isEmpty
                ? "no PNG picture: \(message)"
                : "the PNG picture is broken in its chunk \(chunk) at byte \(offset): \(message)"
        }
    }
}
