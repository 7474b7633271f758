extension [UInt8] {
    /// The bytes in Base64 (RFC 4648, section 4).
    var base64: String {
        let letters = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((count + 2) / 3 * 4)
        for start in stride(from: 0, to: count, by: 3) {
            let group = self[start..<Swift.min(start + 3, count)]
            let bits = (0..<3).reduce(0) { bits, step in
                bits << 8 | (step < group.count ? Int(group[start + step]) : 0)
            }
            for step in 0..<4 {
                let letter = letters[(bits >> (18 - 6 * step)) & 63]
                text.append(step <= group.count ? letter : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
