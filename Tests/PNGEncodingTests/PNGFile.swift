/// The chunks of a PNG file, read here by hand, so that our writer does not judge itself.
///
/// Source: PNG Specification (Third Edition), section 5.3.
struct PNGFile {
    var chunks: [(type: String, data: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        var index = 8
        while index + 12 <= bytes.count {
            let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            let type = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
            chunks.append((type, Array(bytes[index + 8..<index + 8 + length])))
            index += length + 12
        }
    }

    var types: [String] { chunks.map(\.type) }

    func data(_ type: String) -> [UInt8]? {
        chunks.first { $0.type == type }?.data
    }
}
