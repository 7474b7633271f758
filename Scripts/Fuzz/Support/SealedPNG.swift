/// The chunks of a PNG file with their checksums made right, so that wrong data comes behind the door
/// that they guard; what is no chunk stays.
func sealedPNG(_ file: [UInt8]) -> [UInt8] {
    var file = file
    var start = 8
    while start + 12 <= file.count {
        let length = file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= file.count - start - 12 else { break }
        let end = start + 8 + length
        let sum = crc32(file[start + 4..<end])
        for place in 0..<4 {
            file[end + place] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * place))
        }
        start = end + 4
    }
    return file
}

/// Source: PNG Specification (Third Edition), annex D.
private func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
}
