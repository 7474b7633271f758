/// Case and marks of the letters outside Latin, by code point.
enum OtherLetters {
    /// The lower-case Cyrillic letter without the marks that Unicode would decompose (ё is е, й is и,
    /// ї is і), so that NFC and NFD fold alike. ғ, ҝ, ө, ү, һ and ҹ are letters of their own and stay.
    static func cyrillic(_ value: UInt32) -> UInt32 {
        let lower: UInt32 =
            switch value {
            case 0x400...0x40F: value + 0x50
            case 0x410...0x42F: value + 0x20
            case 0x4C0: 0x4CF
            case 0x4C1...0x4CE: value & 1 == 1 ? value + 1 : value
            case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x4FF: value | 1
            default: value
            }
        return switch lower {
        case 0x450, 0x451, 0x4D7: 0x435
        case 0x453: 0x433
        case 0x457: 0x456
        case 0x45C: 0x43A
        case 0x439, 0x45D, 0x4E3, 0x4E5: 0x438
        case 0x45E, 0x4EF, 0x4F1, 0x4F3: 0x443
        case 0x4C2, 0x4DD: 0x436
        case 0x4D1, 0x4D3: 0x430
        case 0x4DF: 0x437
        case 0x4E7: 0x43E
        case 0x4EB: 0x4E9
        case 0x4ED: 0x44D
        case 0x4F5: 0x447
        case 0x4F9: 0x44B
        default: lower
        }
    }

    /// The Arabic letter without hamza, in its Persian form, so that Arabic and Persian keyboards
    /// meet; nil for vowel signs, the tatweel and other marks.
    static func arabic(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x621, 0x640, 0x64B...0x65F, 0x670: nil
        case 0x622, 0x623, 0x625, 0x671: 0x627
        case 0x624: 0x648
        case 0x626, 0x649, 0x64A: 0x6CC
        case 0x643: 0x6A9
        case 0x629, 0x6C0, 0x6D5: 0x647
        default: value
        }
    }

    /// The lower-case Greek letter without tonos, dialytika or final form.
    static func greek(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x3AC: 0x3B1
        case 0x3AD: 0x3B5
        case 0x3AE: 0x3B7
        case 0x390, 0x3AF, 0x3CA: 0x3B9
        case 0x3CC: 0x3BF
        case 0x3B0, 0x3CB, 0x3CD: 0x3C5
        case 0x3CE: 0x3C9
        case 0x3C2: 0x3C3
        default: value
        }
    }
}
