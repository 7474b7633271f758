internal import Diagnostics

/// Turns another encoding into UTF-8 on the way.
final class DecodedInput: ByteInput {
    private let base: any ByteInput
    private let encoding: TextEncoding
    private let file: String
    private let letters: [[UInt8]]
    private var rest: [UInt8] = []
    private var position = TextPosition()
    private var isAtStart = true

    init(_ base: any ByteInput, _ encoding: TextEncoding, file: String) {
        self.base = base
        self.encoding = encoding
        self.file = file
        letters = (encoding.upperHalf ?? []).map { unit in
            unit == 0 ? [] : Array(String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
        }
    }

    func next() throws(FileFault) -> [UInt8] {
        while true {
            let piece = try base.next()
            guard !piece.isEmpty else {
                guard rest.isEmpty else { throw fault("half a letter at the end") }
                return []
            }
            let decoded = letters.isEmpty ? try wide(rest + piece) : try narrow(piece)
            // A piece may hold less than one letter.
            if !decoded.isEmpty { return decoded }
        }
    }

    func rewind() throws(FileFault) {
        try base.rewind()
        rest = []
        position = TextPosition()
        isAtStart = true
    }

    private func narrow(_ bytes: [UInt8]) throws(FileFault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else if letters[Int(byte) - 0x80].isEmpty {
                position.step(over: text.span, 0..<text.count)
                throw fault("the byte 0x\(String(byte, radix: 16, uppercase: true))")
            } else {
                text += letters[Int(byte) - 0x80]
            }
        }
        position.step(over: text.span, 0..<text.count)
        return text
    }

    private func wide(_ bytes: [UInt8]) throws(FileFault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var offset = 0
        while offset + 2 <= bytes.count {
            let unit = unit(bytes, offset)
            var scalar = Unicode.Scalar(UInt32(unit))
            var length = 2
            if (0xD800..<0xDC00).contains(unit) {
                guard offset + 4 <= bytes.count else { break }
                let second = self.unit(bytes, offset + 2)
                if (0xDC00..<0xE000).contains(second) {
                    scalar = Unicode.Scalar(
                        0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
                    length = 4
                }
            }
            guard let scalar else {
                position.step(over: text.span, 0..<text.count)
                throw fault("half of a surrogate pair")
            }
            if !(isAtStart && scalar == "\u{FEFF}") {
                text.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
            isAtStart = false
            offset += length
        }
        rest = Array(bytes[offset...])
        position.step(over: text.span, 0..<text.count)
        return text
    }

    private func unit(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
        let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
        return encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }

    private func fault(_ what: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "bad-encoding", at: position.location(in: file),
                problem: "\(what), which \(encoding.name) does not have",
                remedy: "say another encoding with --encoding, or save the file as UTF-8"))
    }
}
