/// How the letters of a text file are written as bytes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// Cyrillic.
    case windows1251 = "windows-1251"
    /// Western European.
    case windows1252 = "windows-1252"
    /// Turkish.
    case windows1254 = "windows-1254"

    /// What people call it.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16, little-endian"
        case .utf16BigEndian: "UTF-16, big-endian"
        case .windows1251: "Windows-1251"
        case .windows1252: "Windows-1252"
        case .windows1254: "Windows-1254"
        }
    }

    /// The letters of the bytes 0x80 to 0xFF; 0 where the encoding has none. Nil for Unicode.
    ///
    /// Source: the mapping tables of the Unicode Consortium, VENDORS/MICSFT/WINDOWS.
    var upperHalf: [UInt16]? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1251: Self.cyrillic + (0x0410...0x044F)
        case .windows1252: Self.western + (0x00A0...0x00FF)
        case .windows1254:
            Self.western.map { $0 == 0x017D || $0 == 0x017E ? 0 : $0 }
                + (0x00A0...0x00FF).map { Self.turkish[$0] ?? $0 }
        }
    }

    private static let cyrillic: [UInt16] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
        0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x0000, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
        0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
        0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
        0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    ]

    private static let western: [UInt16] = [
        0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x0000, 0x017D, 0x0000, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
    ]

    private static let turkish: [UInt16: UInt16] = [
        0xD0: 0x011E, 0xDD: 0x0130, 0xDE: 0x015E, 0xF0: 0x011F, 0xFD: 0x0131, 0xFE: 0x015F,
    ]
}

// MARK: - Telling encodings apart

extension TextEncoding {
    /// The Unicode encoding that the first bytes of a file show: by a byte order mark, or by the zeros
    /// that ASCII letters have in UTF-16.
    static func unicode(startingWith bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let head = Array(bytes.prefix(64))
        guard head.count >= 4 else { return .utf8 }
        let zeros = [0, 1].map { parity in
            stride(from: parity, to: head.count, by: 2).count { head[$0] == 0 }
        }
        let half = head.count / 2
        // A letter beyond ASCII may end in a zero byte too, now and then.
        if zeros[1] * 4 >= half, zeros[0] * 8 <= zeros[1] { return .utf16LittleEndian }
        if zeros[0] * 4 >= half, zeros[1] * 8 <= zeros[0] { return .utf16BigEndian }
        return .utf8
    }
}

/// Guesses the encoding of a text that is no UTF-8 by how its bytes beyond ASCII lie.
///
/// Cyrillic words are runs of them; in the Latin alphabets they stand alone. A guess that is not
/// clear is not made: other encodings of Cyrillic have their small letters elsewhere.
struct EncodingGuess {
    private var counts = [Int](repeating: 0, count: 256)
    private var inRuns = 0
    private var previous: UInt8 = 0

    private static let onlyTurkish: [UInt8] = [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE]
    private static let turkish: Set<UInt8> = [
        0xC7, 0xD6, 0xDC, 0xE7, 0xF6, 0xFC, 0xC2, 0xE2, 0xCE, 0xEE, 0xDB, 0xFB, 0xD0, 0xDD, 0xDE,
        0xF0, 0xFD, 0xFE,
    ]

    /// Takes note of some bytes.
    mutating func take(_ bytes: [UInt8]) {
        for byte in bytes {
            counts[Int(byte)] += 1
            if byte >= 0xC0, previous >= 0xC0 { inRuns += 1 }
            previous = byte
        }
    }

    /// The encoding, if it is clear.
    var encoding: TextEncoding? {
        let letters = counts[0xC0...].reduce(0, +)
        let others = counts[0x80..<0xC0].reduce(0, +)
        // In UTF-8 with a damaged letter every other one of them is below.
        guard letters > 3 * others, counts[0] == 0 else { return nil }
        if inRuns * 2 > letters {
            let small = counts[0xE0...].reduce(0, +)
            return small * 2 > letters && counts[0x98] == 0 ? .windows1251 : nil
        }
        guard [0x81, 0x8D, 0x8F, 0x90, 0x9D].allSatisfy({ counts[$0] == 0 }) else { return nil }
        let isTurkish =
            Self.onlyTurkish.contains { counts[Int($0)] > 0 }
            && (0xC0...0xFF).allSatisfy {
                counts[$0] == 0 || Self.turkish.contains(UInt8($0))
            }
        return isTurkish ? .windows1254 : .windows1252
    }
}
