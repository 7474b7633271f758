/// A name as the indexes give it: its number and how it came there, in the 31 bits of a value.
struct NameEntry: Hashable {
    /// Which name of all.
    var name: Int
    /// Whether it stands there as written in Latin letters, not in its own.
    var isLatin: Bool
    /// Whether it stands there without its generic word.
    var isBare: Bool

    /// Whether it is the whole name as it is folded, in its own letters.
    var isOwn: Bool { !isLatin && !isBare }

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
