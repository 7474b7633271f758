/// Which letters a form has, and how many: what rules most out before they are read.
///
/// One bit for each letter and the space, by the low five bits of its number; the length in the highest
/// five, 31 for more.
struct FormMask: Hashable {
    let bits: UInt32

    static let letterBits: UInt32 = 0x07FF_FFFF
    static let longest = 31

    init(bits: UInt32) {
        self.bits = bits
    }

    /// The mask of Unicode scalars.
    init(_ letters: [UInt32]) {
        let set = letters.reduce(UInt32(0)) { $0 | 1 << ($1 & 31) } & Self.letterBits
        bits = set | UInt32(min(Self.longest, letters.count)) << 27
    }

    /// How many letters, `longest` for as many or more.
    var length: Int { Int(bits >> 27) }
}

/// How many letters may differ between two forms that are some slips apart: a slip adds at most one letter
/// and takes away at most one, and one form longer than the other takes slips that only add.
struct LetterChange {
    private let added: Int
    private let gone: Int

    /// - Parameters:
    ///   - slips: how many slips there may be.
    ///   - more: how many letters more the second form has; negative for fewer.
    init(slips: Int, more: Int) {
        // Letters only added are `more` at least; of the other slips, one that adds and one that takes away
        // come in pairs, so what takes letters away is at most the rest.
        added = more >= 0 ? slips : slips + more
        gone = more <= 0 ? slips : slips - more
    }

    /// Whether two masks may be of such forms.
    @inline(__always)
    func mayBe(_ one: UInt32, _ other: UInt32) -> Bool {
        mayBeSets(one & FormMask.letterBits, other & FormMask.letterBits)
    }

    /// The same of sets of bits of which a letter that is added sets one at most.
    ///
    /// The lowest bit taken away as often as letters may differ leaves none: processors that are built for
    /// by default count no bits.
    @inline(__always)
    func mayBeSets(_ one: UInt32, _ other: UInt32) -> Bool {
        var new = other & ~one
        var old = one & ~other
        for _ in 0..<added { new &= new &- 1 }
        for _ in 0..<gone { old &= old &- 1 }
        return new | old == 0
    }
}
