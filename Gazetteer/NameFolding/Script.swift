/// A writing system that names in the gazetteer use.
public enum Script: Hashable, Sendable, CaseIterable {
    case latin
    case cyrillic
    case armenian
    case georgian
    case arabic
    case greek
    /// Any other letter.
    case other
}

/// Tells which script a text is written in.
public enum ScriptDetector {
    /// The script of a letter, or nil for digits, marks, spaces and punctuation.
    ///
    /// The ranges are the blocks of the Unicode Standard, version 15.
    public static func script(of scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: .latin
        case 0..<0xAA: nil
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: .latin
        case 0x250...0x2AF, 0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F: .cyrillic
        case 0x531...0x556, 0x561...0x587, 0xFB13...0xFB17: .armenian
        case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2D: .georgian
        case 0x620...0x64A, 0x66E...0x6D5, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
        case 0x1C80...0x1C88, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        // The signs of kelvin and ångström, Roman numerals, later letters.
        case 0x212A, 0x212B, 0x2160...0x2188, 0x2C60...0x2C7F, 0xA722...0xA7FF: .latin
        default: scalar.properties.isAlphabetic ? .other : nil
        }
    }

    /// The script that most letters of a text are in, the earlier one when two have as many; nil when
    /// it has no letter.
    public static func dominant(in text: some StringProtocol) -> Script? {
        var counts: [(script: Script, count: Int)] = []
        for scalar in text.unicodeScalars {
            guard let script = script(of: scalar) else { continue }
            if let index = counts.firstIndex(where: { $0.script == script }) {
                counts[index].count += 1
            } else {
                counts.append((script, 1))
            }
        }
        let most = counts.map(\.count).max()
        return counts.first { $0.count == most }?.script
    }

    /// Whether a text has Latin letters and, but for ә, no Cyrillic ones.
    static func isLatinButForSchwa(_ text: some StringProtocol) -> Bool {
        var hasLatin = false
        for scalar in text.unicodeScalars {
            switch script(of: scalar) {
            case .latin: hasLatin = true
            case .cyrillic where !(0x4D8...0x4DB).contains(scalar.value): return false
            default: break
            }
        }
        return hasLatin
    }
}
