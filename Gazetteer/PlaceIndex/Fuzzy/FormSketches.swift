internal import FlatFile

/// What rules a form out before it is read: the letters of a short one, the mask of a longer one.
///
/// A short form is its letters, five bits each, the first lowest: the low bits of their numbers. Sketches
/// stand in the order of lengths, so that those of one length, which a search looks at together, are near.
struct FormSketches: Sendable {
    /// Forms of more letters have a mask.
    static let mostLetters = 8

    private let bytes: FlatSlice
    /// Where the sketches of each length start, and one more, for the end: byte and place.
    private let starts: [(byte: Int, place: Int)]

    init(_ bytes: FlatSlice, of forms: FormsByLength) {
        self.bytes = bytes
        var starts = [(byte: 0, place: 0)]
        for length in 0...FormsByLength.longest {
            let places = forms.places(ofLength: length)
            starts.append(
                (
                    starts[length].byte + places.count * Self.width(ofLength: length),
                    places.upperBound
                ))
        }
        self.starts = starts
    }

    /// How many bytes a sketch has: six letters of five bits fit four.
    static func width(ofLength length: Int) -> Int { 7...mostLetters ~= length ? 5 : 4 }

    /// The sketch of a form.
    static func sketch(of letters: [UInt32]) -> UInt64 {
        guard letters.count <= mostLetters else { return UInt64(longMask(of: letters)) }
        return letters.reversed().reduce(0) { $0 << 5 | UInt64($1 & 31) }
    }

    /// The mask of a longer form: one bit for each letter and the space, as in `FormMask`; in the five bits
    /// above, whether it has a, e, i, n and o twice. A slip adds one of these bits at most and takes one away.
    static func longMask(of letters: [UInt32]) -> UInt32 {
        var (once, twice) = (UInt32(0), UInt32(0))
        for letter in letters {
            let bit = UInt32(1) << (letter & 31)
            twice |= once & bit
            once |= bit
        }
        var mask = once & FormMask.letterBits
        for (number, letter) in "aeino".utf8.enumerated() {
            mask |= (twice >> UInt32(letter & 31) & 1) << UInt32(27 + number)
        }
        return mask
    }

    /// The letters of the mask of a form of a length, told from its sketch.
    @inline(__always)
    static func letterMask(of sketch: UInt64, length: Int) -> UInt32 {
        guard length <= mostLetters else {
            return UInt32(truncatingIfNeeded: sketch) & FormMask.letterBits
        }
        var (letters, rest) = (UInt32(0), sketch)
        for _ in 0..<length {
            letters |= 1 << UInt32(truncatingIfNeeded: rest & 31)
            rest >>= 5
        }
        return letters & FormMask.letterBits
    }

    /// The sketches of forms of a length.
    func ofLength(_ length: Int) -> OfLength {
        let length = FormsByLength.length(length)
        return OfLength(
            bytes: bytes, start: starts[length].byte, width: Self.width(ofLength: length),
            places: starts[length].place..<max(starts[length].place, starts[length + 1].place))
    }

    /// Sketches of one length.
    struct OfLength {
        private let bytes: FlatSlice
        private let start: Int
        private let width: Int
        private let bits: UInt64
        let places: Range<Int>

        fileprivate init(bytes: FlatSlice, start: Int, width: Int, places: Range<Int>) {
            self.bytes = bytes
            self.start = start
            self.width = width
            bits = UInt64.max >> UInt64(64 - 8 * width)
            self.places = places
        }

        /// Reads the sketches of the forms at some places.
        @inline(__always)
        func read(_ places: [Int], into sketches: inout [UInt64]) {
            while sketches.count < places.count { sketches.append(0) }
            let places = places.span
            var sketches = sketches.mutableSpan
            for index in places.indices { sketches[index] = self[places[index]] }
        }

        /// The sketch of the form at a place.
        @inline(__always)
        subscript(place: Int) -> UInt64 {
            let offset = start &+ (place &- places.lowerBound) &* width
            return bytes.number(at: offset, as: UInt64.self) & bits
        }
    }

    /// The masks of all forms, by rank.
    ///
    /// - Complexity: O(*n*), some ns each.
    func masks(of forms: FormsByLength) -> [UInt32] {
        var masks = [UInt32](repeating: 0, count: forms.count)
        for length in 0...FormsByLength.longest {
            let sketches = ofLength(length)
            var place = sketches.places.lowerBound
            forms.forEachRank(of: sketches.places, ofLength: length) { rank in
                if rank < masks.count {
                    masks[rank] =
                        Self.letterMask(of: sketches[place], length: length)
                        | UInt32(min(FormMask.longest, length)) << 27
                }
                place += 1
            }
        }
        return masks
    }

    /// What is wrong with the sketches of forms or with their order, or nil.
    ///
    /// - Complexity: O(*n*) in the forms.
    func firstFault(of forms: TextDictionary, in order: FormsByLength) -> String? {
        guard bytes.count == (starts.last?.byte ?? 0) + Self.padding else { return "it is cut off" }
        let ofLengths = (0...FormsByLength.longest).map { ofLength($0) }
        var next = ofLengths.map(\.places.lowerBound)
        var cursor = forms.cursor(at: 0)
        for rank in 0..<forms.count {
            let letters = UTF8Letters.letters(of: cursor.text)
            let length = FormsByLength.length(letters.count)
            let place = next[length]
            guard ofLengths[length].places.contains(place),
                order.rank(at: place, ofLength: length) == rank
            else { return "form \(rank) does not stand among those of its length" }
            guard ofLengths[length][place] == Self.sketch(of: letters) else {
                return "form \(rank) has another sketch"
            }
            next[length] += 1
            cursor.advance()
        }
        return nil
    }

    /// Zeros behind: a sketch is read by one load of eight bytes.
    static let padding = 4
}
