/// Why a picture cannot be written as PNG.
@nonexhaustive
public enum PNGEncodingError: Error, Hashable, Sendable {
    /// A keyword must be 1...79 printable ASCII characters, without a space at an end or two together.
    case keyword(String)
    /// The text under this keyword holds a NUL character, which ends a text in PNG.
    case textWithNUL(keyword: String)
    /// A palette must have 1...256 colours.
    case paletteSize(Int)
    /// Compression levels run 0...9.
    case compressionLevel(Int)
    /// The pixels are not `width * height * 4` bytes.
    case pixelBytes(Int, expected: Int)
    /// libpng refused, in its words.
    case libpng(String)
}

/// Why bytes cannot be read as a PNG picture.
@nonexhaustive
public enum PNGDecodingError: Error, Hashable, Sendable {
    /// The picture has more pixels than the caller allows.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// The file is broken or no PNG file, in libpng's words.
    case libpng(String)
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
            "compression level \(level); levels run from 0 to 9"
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
        case .libpng(let message):
            "libpng cannot read the picture: \(message)"
        }
    }
}
