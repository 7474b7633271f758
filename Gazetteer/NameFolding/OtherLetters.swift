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
        case 0x629, 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6D5: 0x647
        default: value
        }
    }

    /// The letters of a ligature in the block of alphabetic presentation forms, by the compatibility
    /// decompositions of the Unicode Character Database.
    static func ligature(_ value: UInt32) -> String {
        switch value {
        case 0xFB00: "ff"
        case 0xFB01: "fi"
        case 0xFB02: "fl"
        case 0xFB03: "ffi"
        case 0xFB04: "ffl"
        case 0xFB05, 0xFB06: "st"
        case 0xFB13: "մն"
        case 0xFB14: "մե"
        case 0xFB15: "մի"
        case 0xFB16: "վն"
        case 0xFB17: "մխ"
        default: ""
        }
    }

    /// The letters of a Roman numeral that is one character, U+2160...U+217F.
    static func romanNumeral(_ value: UInt32) -> String {
        let numerals = [
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d",
            "m",
        ]
        return numerals[Int(value & 0xF)]
    }

    /// The Georgian letter of today for one of the church scripts (Asomtavruli, Nuskhuri) or a capital.
    static func georgian(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x10A0...0x10C5: value + 0x30
        case 0x1C90...0x1CBA: value - 0xBC0
        case 0x2D00...0x2D25: value - 0x1C30
        default: value
        }
    }

    /// The lower-case Greek letter without accents, breathings, iota below or final form.
    static func greek(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x3AC, 0x1F00...0x1F0F, 0x1F70, 0x1F71, 0x1F80...0x1F8F, 0x1FB0...0x1FBC: 0x3B1
        case 0x3AD, 0x1F10...0x1F1D, 0x1F72, 0x1F73, 0x1FC8, 0x1FC9: 0x3B5
        case 0x3AE, 0x1F20...0x1F2F, 0x1F74, 0x1F75, 0x1F90...0x1F9F, 0x1FC2...0x1FCC: 0x3B7
        case 0x390, 0x3AF, 0x3CA, 0x1F30...0x1F3F, 0x1F76, 0x1F77, 0x1FD0...0x1FDB: 0x3B9
        case 0x3CC, 0x1F40...0x1F4D, 0x1F78, 0x1F79, 0x1FF8, 0x1FF9: 0x3BF
        case 0x1FE4, 0x1FE5, 0x1FEC: 0x3C1
        case 0x3B0, 0x3CB, 0x3CD, 0x1F50...0x1F5F, 0x1F7A, 0x1F7B, 0x1FE0...0x1FEB: 0x3C5
        case 0x3CE, 0x1F60...0x1F6F, 0x1F7C, 0x1F7D, 0x1FA0...0x1FAF, 0x1FF2...0x1FFC: 0x3C9
        case 0x3C2: 0x3C3
        default: value
        }
    }
}
