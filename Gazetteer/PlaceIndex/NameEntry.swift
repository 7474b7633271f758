/// A name as the indexes give it: its number and how it came there, in the 31 bits of a value.
struct NameEntry: Hashable {
    /// Which name of all.
    var name: Int
    /// Whether it stands there as written in Latin letters, not in its own.
    var isLatin: Bool
    /// Whether it stands there without its generic word.
    var isBare: Bool

    /// No pack holds more names.
    static let mostNames = 1 << 29

    init(_ name: Int, isLatin: Bool = false, isBare: Bool) {
        self.name = name
        self.isLatin = isLatin
        self.isBare = isBare
    }

    init(value: Int) {
        self.init(value >> 2, isLatin: value & 2 != 0, isBare: value & 1 != 0)
    }

    var value: Int { name << 2 | (isLatin ? 2 : 0) | (isBare ? 1 : 0) }
}

/// Which letters a form has, and how many bytes: what rules most out before they are read.
///
/// One bit for each letter and the space, by the low five bits of its byte; the length in the highest
/// five, 31 for more.
struct FormMask: Hashable {
    let bits: UInt32

    private static let letters: UInt32 = 0x07FF_FFFF

    init(bits: UInt32) {
        self.bits = bits
    }

    init(_ form: some Collection<UInt8>) {
        let letters = form.reduce(UInt32(0)) { $0 | 1 << UInt32($1 & 31) } & Self.letters
        bits = letters | UInt32(min(31, form.count)) << 27
    }

    /// Whether a form may be at most so many slips away: a slip adds at most one letter and takes away
    /// at most one.
    func mayBe(_ other: FormMask, within slips: Int) -> Bool {
        let different = (bits ^ other.bits) & Self.letters
        guard different.nonzeroBitCount <= 2 * slips else { return false }
        let (length, otherLength) = (Int(bits >> 27), Int(other.bits >> 27))
        return length == 31 || otherLength == 31 || abs(length - otherLength) <= slips
    }
}
