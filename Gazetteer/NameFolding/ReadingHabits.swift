/// How letters are read where a name leaves it open; none is the likeliest reading of each.
struct ReadingHabits: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// Cyrillic г stands for h: Гадрут is Hadrut.
    static let gIsH = ReadingHabits(rawValue: 1)
    /// Ukrainian and Belarusian г stands for g, which their own names seldom have and the Caucasus often:
    /// of 205 Ukrainian names in the region 176 meet a Latin one so, 148 with h.
    static let plainG = ReadingHabits(rawValue: 256)
    /// The first г alone does: Гаджигабул is Hajigabul.
    static let firstGIsH = ReadingHabits(rawValue: 2)
    /// ё is written for е: Артём is Artem in English text.
    static let yoIsYe = ReadingHabits(rawValue: 4)
    /// The Georgian nominative ending is no part of a foreign name: ბერლინი is Berlin.
    static let withoutNominative = ReadingHabits(rawValue: 8)
    /// Georgian ფ stands for f, which the alphabet lacks: ფრანკფურტი.
    static let pIsF = ReadingHabits(rawValue: 16)
    /// Arabic has no ch and v, and writes تش and ف: لاتشين is Lachin.
    static let arabLetters = ReadingHabits(rawValue: 32)
    /// Nor has it g, and writes ج: زنجيلان is Zangilan.
    static let jimIsG = ReadingHabits(rawValue: 512)
    /// Latin j is y and `eh` is э, as in GOST 16876-71 and north of the Alps.
    static let jIsY = ReadingHabits(rawValue: 64)
    /// Latin c is ts and ch is kh, as in ISO 9, ISO/R 9 and Slavic languages.
    static let cIsTs = ReadingHabits(rawValue: 128)

    /// The readings of a text beside the likeliest, at most four.
    static func alternatives(for text: some StringProtocol) -> [ReadingHabits] {
        var seen = Evidence()
        for scalar in text.unicodeScalars { seen.look(at: scalar.value) }
        seen.look(at: 0)
        return seen.alternatives
    }
}

/// Which letters of a text can be read in two ways.
private struct Evidence {
    private var countOfG = 0
    private var hasYo = false
    private var hasGeorgianP = false
    private var endsInGeorgianI = false
    private var hasArabV = false
    private var hasJim = false
    private var hasJ = false
    private var hasLoneC = false
    private var hasEh = false
    private var last: UInt32 = 0
    private var beforeLast: UInt32 = 0

    /// Looks at the next scalar of a text, or at 0 after its end.
    mutating func look(at value: UInt32) {
        lookAtPair(value)
        switch value {
        case 0x413, 0x433: countOfG += 1
        case 0x401, 0x451, 0x308: hasYo = true
        case 0x10E4, 0x1CA4: hasGeorgianP = true
        case 0x62A, 0x636, 0x641: hasArabV = true
        case 0x62C: hasJim = true
        case 0x4A, 0x6A: hasJ = true
        default: break
        }
        (beforeLast, last) = (last, value)
    }

    private mutating func lookAtPair(_ value: UInt32) {
        let small = value | 0x20
        switch last {
        case 0x43, 0x63: if small != 0x68, small != 0x6B { hasLoneC = true }  // not ch, ck
        case 0x48, 0x68: if beforeLast | 0x20 == 0x65, !isLatinVowel(small) { hasEh = true }
        case 0x10D8, 0x1C98: if value < 0x370 { endsInGeorgianI = true }
        default: break
        }
    }

    private func isLatinVowel(_ small: UInt32) -> Bool {
        switch small {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    var alternatives: [ReadingHabits] {
        var found: [ReadingHabits] = []
        if countOfG > 0 { found.append(.gIsH) }
        if countOfG > 1 { found.append(.firstGIsH) }
        if hasYo { found += countOfG > 0 ? [.yoIsYe, [.yoIsYe, .gIsH]] : [.yoIsYe] }
        if endsInGeorgianI { found.append(.withoutNominative) }
        if hasGeorgianP { found.append(.pIsF) }
        if endsInGeorgianI, hasGeorgianP { found.append([.withoutNominative, .pIsF]) }
        if hasArabV || hasJim { found.append(.arabLetters) }
        if hasJim { found.append([.arabLetters, .jimIsG]) }
        if hasLoneC { found.append([.jIsY, .cIsTs]) } else if hasJ || hasEh { found.append(.jIsY) }
        return Array(found.prefix(4))
    }
}
