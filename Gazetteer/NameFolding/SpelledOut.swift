/// Latin letters as one byte a sound where a mark says which: ş `S`, ç `C`, ž `J`, ğ `k`; all else as
/// `NameFolder` folds it.
enum SpelledOut {
    /// Stands where two letters are not one sound: the dot of `s·h`.
    static let divide: UInt8 = 0x1F

    static func bytes(of latin: String) -> [UInt8] {
        var sink = FoldSink(capacity: latin.utf8.count + 4)
        var letters = latin.unicodeScalars.makeIterator()
        var following = letters.next()
        while let scalar = following {
            following = letters.next()
            if let mark = following, scalar.value < 0x80, let sound = sound(scalar, mark) {
                sink.addSound(sound)
                following = letters.next()
            } else if scalar.value < 0x80 {
                sink.addASCII(UInt8(truncatingIfNeeded: scalar.value))
            } else if let sound = sound(scalar) {
                sink.addSound(sound)
            } else if scalar == "â" || scalar == "û", isVowel(sink.last) {
                // ISO 9: Krasnaâ is Krasnaya.
                sink.addSound(UInt8(ascii: "i"))
                sink.addSound(UInt8(ascii: scalar == "â" ? "a" : "u"))
            } else {
                sink.addOther(scalar, isInLatin: { true })
            }
        }
        return sink.finished()
    }

    private static func isVowel(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"), UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private static func sound(_ letter: Unicode.Scalar) -> UInt8? {
        switch letter {
        case "ç", "Ç", "č", "Č": UInt8(ascii: "C")
        case "ş", "Ş", "ș", "Ș", "š", "Š", "ŝ", "Ŝ": UInt8(ascii: "S")
        case "ğ", "Ğ", "ġ", "Ġ", "ǧ", "Ǧ": UInt8(ascii: "k")
        case "ž", "Ž": UInt8(ascii: "J")
        case "ẖ", "ḫ", "Ḫ": UInt8(ascii: "h")
        case "·": divide
        default: nil
        }
    }

    /// NFD writes ç, ş and ğ as a letter and a cedilla (U+0327), caron (U+030C) or breve (U+0306).
    private static func sound(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> UInt8? {
        switch (letter.value | 0x20, mark.value) {
        case (0x63, 0x327), (0x63, 0x30C): UInt8(ascii: "C")
        case (0x73, 0x327), (0x73, 0x326), (0x73, 0x30C), (0x73, 0x302): UInt8(ascii: "S")
        case (0x67, 0x306), (0x67, 0x307), (0x67, 0x30C): UInt8(ascii: "k")
        case (0x7A, 0x30C): UInt8(ascii: "J")
        default: nil
        }
    }
}
