/// Counts how many slips other texts are away from one, in one pass over their letters.
///
/// Letters left out, added or replaced count one each, and so do two neighbours swapped; no stretch is
/// edited twice (optimal string alignment). Letters are Unicode scalars.
///
/// Source: H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances",
/// Nordic Journal of Computing 10 (2003), 29. A column of the table of distances is two words of bits.
struct SlipMeter {
    /// More letters do not fit a word.
    static let mostLetters = 64

    /// For each letter of ASCII, where it stands in the text.
    private var plain = [UInt64](repeating: 0, count: 128)
    /// The same for the others.
    private var others: [(letter: UInt32, places: UInt64)] = []
    private let count: Int
    private let last: UInt64

    init(_ letters: [UInt32]) {
        precondition((1...Self.mostLetters).contains(letters.count), "a text fits a word")
        count = letters.count
        last = 1 << UInt64(letters.count - 1)
        for (index, letter) in letters.enumerated() {
            let place = UInt64(1) << UInt64(index)
            if letter < 128 {
                plain[Int(letter)] |= place
            } else if let known = others.firstIndex(where: { $0.letter == letter }) {
                others[known].places |= place
            } else {
                others.append((letter, place))
            }
        }
    }

    /// How many slips the UTF-8 at the start of a buffer is away.
    func slips(to buffer: [UInt8], count bytes: Int) -> Int {
        var column = Column(distance: count)
        var index = 0
        while index < bytes {
            let byte = buffer[index]
            if byte < 0x80 {
                column.advance(plain[Int(byte)], last)
                index &+= 1
            } else {
                let (letter, length) = UTF8Letters.letter(in: buffer, at: index, end: bytes)
                column.advance(places(of: letter), last)
                index &+= length
            }
        }
        return column.distance
    }

    /// How many letters of the text are not among those of the UTF-8 at the start of a buffer, each as often
    /// as it is there.
    func wrongLetters(to buffer: [UInt8], count bytes: Int) -> Int {
        var left: UInt64 = last << 1 &- 1
        var index = 0
        while index < bytes {
            var places = UInt64(0)
            if buffer[index] < 0x80 {
                places = plain[Int(buffer[index])]
                index &+= 1
            } else {
                let (letter, length) = UTF8Letters.letter(in: buffer, at: index, end: bytes)
                places = self.places(of: letter)
                index &+= length
            }
            // Takes one of them.
            let found = places & left
            left ^= found & (~found &+ 1)
        }
        return left.nonzeroBitCount
    }

    private func places(of letter: UInt32) -> UInt64 {
        for other in others where other.letter == letter { return other.places }
        return 0
    }

    /// A column of the table: where distances rise and fall by one.
    private struct Column {
        var distance: Int
        private var rises = UInt64.max
        private var falls: UInt64 = 0
        private var diagonal: UInt64 = 0
        private var before: UInt64 = 0

        init(distance: Int) {
            self.distance = distance
        }

        @inline(__always)
        mutating func advance(_ places: UInt64, _ last: UInt64) {
            let swaps = ((~diagonal & places) << 1) & before
            diagonal = (((places & rises) &+ rises) ^ rises) | places | falls | swaps
            var up = falls | ~(diagonal | rises)
            var down = diagonal & rises
            if up & last != 0 { distance &+= 1 }
            if down & last != 0 { distance &-= 1 }
            up = up << 1 | 1
            down <<= 1
            rises = down | ~(diagonal | up)
            falls = up & diagonal
            before = places
        }
    }
}

/// The letters of UTF-8, without a check: what is no UTF-8 becomes some other letter.
enum UTF8Letters {
    /// A letter of two to four bytes and how many of them are there.
    static func letter(in bytes: [UInt8], at index: Int, end: Int) -> (letter: UInt32, length: Int)
    {
        let first = bytes[index]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var letter = UInt32(first)
        var next = index + 1
        while next < min(index + length, end) {
            letter = letter << 6 | UInt32(bytes[next] & 0x3F)
            next += 1
        }
        // Without the bits of the first byte that say how many follow.
        let mask: UInt32 = length == 2 ? 0x7FF : length == 3 ? 0xFFFF : 0x1F_FFFF
        return (letter & mask, next - index)
    }

    /// Writes letters behind bytes; false where one is no Unicode scalar.
    static func append(_ letters: [UInt32], to bytes: inout [UInt8]) -> Bool {
        for letter in letters {
            if letter < 0x80 {
                bytes.append(UInt8(letter))
            } else {
                guard let scalar = Unicode.Scalar(letter), let more = UTF8.encode(scalar) else {
                    return false
                }
                bytes.append(contentsOf: more)
            }
        }
        return true
    }

    /// All letters of a text.
    static func letters(of bytes: some Collection<UInt8>) -> [UInt32] {
        let bytes = Array(bytes)
        var letters: [UInt32] = []
        letters.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                letters.append(UInt32(bytes[index]))
                index += 1
            } else {
                let (letter, length) = letter(in: bytes, at: index, end: bytes.count)
                letters.append(letter)
                index += length
            }
        }
        return letters
    }
}
