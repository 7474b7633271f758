/// The chunks of a PNG file, read here by hand, so that our writer does not judge itself.
///
/// Source: PNG Specification (Third Edition), sections 5.3 and 11.3.3.
public struct PNGFile {
    /// The chunks, in the order of the file.
    public private(set) var chunks: [(type: String, data: [UInt8])] = []

    /// Takes a file apart; what follows the last whole chunk is left out.
    public init(_ bytes: [UInt8]) {
        var index = 8
        while index + 12 <= bytes.count {
            let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            guard index + 12 + length <= bytes.count else { return }
            let type = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
            chunks.append((type, Array(bytes[index + 8..<index + 8 + length])))
            index += length + 12
        }
    }

    /// The types of the chunks.
    public var types: [String] { chunks.map(\.type) }

    /// The data of the first chunk of a type.
    public func data(_ type: String) -> [UInt8]? {
        chunks.first { $0.type == type }?.data
    }

    /// The texts by keyword: those of iTXt chunks that are not compressed.
    public var texts: [String: String] {
        var texts: [String: String] = [:]
        for (type, data) in chunks where type == "iTXt" {
            // Keyword 0, compression flag and method, language 0, translated keyword 0, text.
            let parts = data.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].first == 0 else { continue }
            let rest = parts[1].dropFirst(2)
                .split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            guard rest.count == 3 else { continue }
            texts[String(decoding: parts[0], as: UTF8.self)] =
                String(decoding: rest[2], as: UTF8.self)
        }
        return texts
    }
}
