/// Kana and Korean syllables, whichever way they are composed.
enum EastAsianLetters {
    /// The kana without its voicing mark: `ガ` as `カ`, which is what is left of its decomposed form once
    /// marks fall away; the letter itself for others.
    ///
    /// Source: the canonical decompositions of UnicodeData.txt, version 15; the mark is a secondary difference
    /// in the collation of UTS #10, as that of é is.
    static func kana(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x3040...0x309F: hiragana(value)
        case 0x30F7...0x30FA: value - 8  // ヷ ヸ ヹ ヺ
        case 0x30A0...0x30FF: hiragana(value - 0x60) + 0x60
        default: value
        }
    }

    private static func hiragana(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x304B...0x3062: value - (value - 0x304B) % 2  // か が … ち ぢ
        case 0x3064...0x3069: value - value % 2  // つ づ … と ど
        case 0x306F...0x307D: value - value % 3  // は ば ぱ … ほ ぼ ぽ
        case 0x3094: 0x3046  // ゔ
        default: value
        }
    }

    /// The kana, mark or dot that one of half width, U+FF65...U+FF9F, stands for.
    ///
    /// Source: the compatibility decompositions of UnicodeData.txt, version 15.
    static func wide(_ value: UInt32) -> UInt32 {
        let index = Int(value) - 0xFF65
        return wideKana.indices.contains(index) ? wideKana[index] : value
    }

    private static let wideKana =
        "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}"
        .unicodeScalars.map(\.value)

    /// The two or three letters that a Korean syllable, U+AC00...U+D7A3, is written with.
    ///
    /// Source: the Unicode Standard 15, section 3.12, "Conjoining Jamo Behavior".
    static func jamo(_ value: UInt32) -> (first: UInt32, vowel: UInt32, last: UInt32?) {
        let index = value - 0xAC00
        let last = index % 28
        return (0x1100 + index / 588, 0x1161 + index % 588 / 28, last == 0 ? nil : 0x11A7 + last)
    }
}
