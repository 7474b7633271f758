internal import FlatFile

/// Looks for the forms at most so many slips away from a text.
///
/// Up to two slips, a form is near only if it has a piece of the text about where the text has it
/// (`FormPieces`): its first piece is a stretch of the sorted forms, the others are in a table. What
/// comes so is ruled out by its letters, and measured if it is not. Three slips may leave no piece alone:
/// of forms so far away those are found that have one, which a look at all would take fifty times as long
/// to tell from the others.
struct FuzzySearch {
    /// A form that is near.
    struct Found: Hashable {
        var rank: Int
        var slips: Int
        /// How many letters of the text the form does not have, each as often as it has it.
        var wrongLetters: Int
    }

    private let forms: TextDictionary
    private let masks: FixedColumn<UInt32>
    private let pieces: PieceTable
    private let letters: [UInt32]
    private let mask: UInt32
    private let meter: SlipMeter
    private let limit: Int
    private var reader: TextReader
    /// The forms that their letters do not rule out.
    private var likely: [Int] = []
    private(set) var found: [Found] = []
    private(set) var work = Work()

    /// What a search cost, for tests: time tells little of it.
    struct Work: Hashable {
        /// How many forms were looked at by their masks.
        var looks = 0
        /// How many of these were measured letter by letter.
        var measured = 0
    }

    /// Longer texts are no names with a slip.
    private static let mostLetters = SlipMeter.mostLetters
    /// Four bytes a letter.
    private static let mostBytes = (mostLetters + 8) * 4

    /// Whether a text has as many letters as a search takes.
    static func mayHaveSlips(_ letters: [UInt32]) -> Bool {
        (1...mostLetters).contains(letters.count)
    }

    init(_ letters: [UInt32], limit: Int, in records: PlaceRecords) {
        self.letters = letters
        self.limit = limit
        forms = records.forms
        masks = records.masks
        pieces = records.pieces
        mask = FormMask(letters).bits
        meter = SlipMeter(letters)
        reader = TextReader(forms, longest: Self.mostBytes)
    }

    /// Finds all, of those more than two slips away some, each once, by rank.
    mutating func run() {
        for length in lengths where length < FormPieces.fewestLetters {
            look(atBucket: FormPieces.hash(ofLength: length), length: length)
        }
        for length in lengths where length >= FormPieces.fewestLetters {
            lookAtThirds(length)
            if limit > 1 { lookAtSeconds(length) }
        }
        lookAtFirsts()
        measure()
    }

    /// Finds those among some forms.
    mutating func look(among some: [FormList]) {
        let least = UInt32(min(lengths.lowerBound, FormMask.longest))
        let spread = UInt32(min(lengths.upperBound, FormMask.longest)) - least
        let change = LetterChange(slips: limit, more: 0)
        for list in some {
            for index in list.range {
                let other = list.masks[index]
                if (other >> 27) &- least <= spread, change.mayBe(mask, other),
                    mayBeByLength(other)
                {
                    measure(Int(list.ranks[index]))
                }
            }
        }
    }

    /// How many letters a form may have that is near.
    var lengths: ClosedRange<Int> {
        max(1, letters.count - limit)...(letters.count + limit)
    }

    // MARK: Pieces

    /// Slips that are all before the third piece leave it at the end of the text.
    private mutating func lookAtThirds(_ length: Int) {
        let size = length - FormPieces.cuts(ofLength: length).third
        let start = letters.count - size
        guard start >= 0 else { return }
        look(
            atBucket: FormPieces.hash(
                letters, start..<letters.count, isThird: true, length: length), length: length)
        // One that swaps the letters on either side of the cut, and one in the first piece.
        guard limit > 1, start > 0, letters[start - 1] != letters[start],
            abs(letters.count - length) < limit
        else { return }
        look(
            atBucket: FormPieces.hash(
                letters, start..<letters.count, first: letters[start - 1], isThird: true,
                length: length), length: length)
    }

    /// A slip before the second piece and one behind it move it by one letter at most; those that are left
    /// by one more each.
    private mutating func lookAtSeconds(_ length: Int) {
        let (second, third) = FormPieces.cuts(ofLength: length)
        let (more, most) = (letters.count - length, limit - 1)
        for move in max(-most, more - most)...min(most, more + most)
        where abs(move) + abs(more - move) <= limit {
            let range = (second + move)..<(third + move)
            guard range.lowerBound >= 0, range.upperBound <= letters.count else { continue }
            look(
                atBucket: FormPieces.hash(letters, range, isThird: false, length: length),
                length: length)
        }
    }

    /// Slips that are all behind the first piece leave it at the start of the text.
    private mutating func lookAtFirsts() {
        var first = max(FormPieces.fewestLetters, lengths.lowerBound)
        while first <= lengths.upperBound {
            // Forms of up to three lengths have a first piece of one size.
            var last = first
            let size = start(ofLength: first)
            while last < lengths.upperBound, start(ofLength: last + 1) == size { last += 1 }
            lookAtFirsts(size, first...last)
            first = last + 1
        }
    }

    /// With one slip the first two pieces are as they were, but for a letter swapped across the cut.
    private func start(ofLength length: Int) -> Int {
        let (second, third) = FormPieces.cuts(ofLength: length)
        return limit == 1 ? max(second, third - 1) : second
    }

    private mutating func lookAtFirsts(_ size: Int, _ lengths: ClosedRange<Int>) {
        guard size <= letters.count else { return }
        look(at: ranks(startingWith: letters[..<size]), lengths: lengths)
        // One slip that swaps the letters on either side of the cut, and one in the third piece.
        guard limit > 1, size > 0, size < letters.count, letters[size - 1] != letters[size] else {
            return
        }
        look(
            at: ranks(startingWith: letters[..<(size - 1)] + [letters[size]]), lengths: lengths)
    }

    private func ranks(startingWith letters: some Collection<UInt32>) -> Range<Int> {
        var start: [UInt8] = []
        for letter in letters {
            guard let scalar = Unicode.Scalar(letter), let bytes = UTF8.encode(scalar) else {
                return 0..<0
            }
            start.append(contentsOf: bytes)
        }
        return forms.ranks(startingWith: start)
    }

    // MARK: Forms

    private mutating func look(atBucket hash: UInt32, length: Int) {
        let change = LetterChange(slips: limit, more: length - letters.count)
        let length = UInt32(min(length, FormMask.longest))
        pieces.forEachForm(hash) { rank in
            work.looks &+= 1
            let other = masks[rank]
            if other >> 27 == length, change.mayBe(mask, other) { likely.append(rank) }
        }
    }

    private mutating func look(at ranks: Range<Int>, lengths: ClosedRange<Int>) {
        let least = UInt32(min(lengths.lowerBound, FormMask.longest))
        let spread = UInt32(min(lengths.upperBound, FormMask.longest)) - least
        let change = LetterChange(slips: limit, more: 0)
        work.looks += ranks.count
        for rank in ranks.clamped(to: 0..<masks.count) {
            let other = masks[rank]
            if (other >> 27) &- least <= spread, change.mayBe(mask, other),
                mayBeByLength(other)
            {
                likely.append(rank)
            }
        }
    }

    private func mayBeByLength(_ other: UInt32) -> Bool {
        let length = Int(other >> 27)
        return length == FormMask.longest
            || LetterChange(slips: limit, more: length - letters.count).mayBe(mask, other)
    }

    /// Measures what was not ruled out, each once: what has several pieces of the text came with each.
    private mutating func measure() {
        likely.sort()
        reader.warm(likely)
        var last = -1
        for rank in likely where rank != last {
            last = rank
            measure(rank)
        }
    }

    private mutating func measure(_ rank: Int) {
        work.measured += 1
        guard reader.read(rank) else { return }
        let slips = meter.slips(to: reader.buffer, count: reader.count)
        guard slips <= limit else { return }
        found.append(
            Found(
                rank: rank, slips: slips,
                wrongLetters: meter.wrongLetters(to: reader.buffer, count: reader.count)))
    }
}
