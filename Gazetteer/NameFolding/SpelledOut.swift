/// Latin letters as English text would spell their sound: ç `ch`, ş `sh`, ğ `gh`, ž `zh`; all else as
/// `NameFolder` folds it.
enum SpelledOut {
    static func bytes(of latin: String) -> [UInt8] {
        var sink = FoldSink(capacity: latin.utf8.count + 4)
        var last: UInt8 = 0
        for scalar in latin.unicodeScalars {
            if scalar.value < 0x80 {
                last = UInt8(truncatingIfNeeded: scalar.value) | 0x20
                sink.addASCII(UInt8(truncatingIfNeeded: scalar.value))
            } else if let letter = letterBeforeH(scalar) {
                sink.addASCII(letter)
                sink.addASCII(UInt8(ascii: "h"))
            } else if addsH(scalar, to: last) {
                sink.addASCII(UInt8(ascii: "h"))
            } else {
                last = 0
                sink.addOther(scalar, isInLatin: { true })
            }
        }
        return sink.finished()
    }

    private static func letterBeforeH(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "ç", "Ç", "č", "Č": UInt8(ascii: "c")
        case "ş", "Ş", "ș", "Ș", "š", "Š": UInt8(ascii: "s")
        case "ğ", "Ğ", "ġ", "Ġ", "ǧ", "Ǧ": UInt8(ascii: "g")
        case "ž", "Ž": UInt8(ascii: "z")
        case "ẖ", "ḫ", "Ḫ": UInt8(ascii: "k")
        default: nil
        }
    }

    /// NFD writes ç, ş and ğ as a letter and a cedilla (U+0327), caron (U+030C) or breve (U+0306).
    private static func addsH(_ mark: Unicode.Scalar, to letter: UInt8) -> Bool {
        switch (letter, mark.value) {
        case (UInt8(ascii: "c"), 0x327), (UInt8(ascii: "c"), 0x30C), (UInt8(ascii: "s"), 0x327),
            (UInt8(ascii: "s"), 0x326), (UInt8(ascii: "s"), 0x30C), (UInt8(ascii: "g"), 0x306),
            (UInt8(ascii: "g"), 0x307), (UInt8(ascii: "g"), 0x30C), (UInt8(ascii: "z"), 0x30C):
            true
        default: false
        }
    }
}
