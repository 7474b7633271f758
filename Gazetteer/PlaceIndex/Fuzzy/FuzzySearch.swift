internal import FlatFile

/// Looks for the forms at most so many slips away from a text.
///
/// Up to two slips, a form is near only if it has a piece of the text about where the text has it
/// (`FormPieces`): its first piece is a stretch of the sorted forms, the others are in a table. What
/// comes so is ruled out by its sketch (`FormSketches`), and measured if it is not. Three slips may leave no piece alone:
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
    private let order: FormsByLength
    private let sketches: FormSketches
    private let pieces: PieceTable
    private let letters: [UInt32]
    private let masks: SketchTest.Masks
    private let meter: SlipMeter
    private var limit = 0
    private var reader: TextReader
    private var texts: TextPieces
    /// The ranks of the forms with the first pieces of some size.
    private var starts: (size: Int, ranks: [Range<Int>]) = (-1, [])
    /// The places of forms of one length that have a piece of the text, and their sketches.
    private var places: [Int] = []
    private var words: [UInt64] = []
    /// The places of those that their sketches do not rule out.
    private var likely: [Int] = []
    /// The ranks of those of all lengths.
    private var ranks: [Int] = []
    /// What comes of bytes that are only read to have them near.
    private var warmth: UInt32 = 0
    private(set) var found: [Found] = []
    private(set) var work = Work()

    /// What a search cost, for tests: time tells little of it.
    struct Work: Hashable {
        /// How many forms were looked at by their sketches.
        var looks = 0
        /// How many of these were measured letter by letter.
        var measured = 0
    }

    /// Looking up is faster than looking at forms for those of up to so many letters.
    private static let mostLettersLeft = 6
    /// Longer texts are no names with a slip.
    private static let mostLetters = SlipMeter.mostLetters
    /// Four bytes a letter.
    private static let mostBytes = (mostLetters + 8) * 4

    /// Whether a text has as many letters as a search takes.
    static func mayHaveSlips(_ letters: [UInt32]) -> Bool {
        (1...mostLetters).contains(letters.count)
    }

    init(_ letters: [UInt32], in records: PlaceRecords) {
        self.letters = letters
        forms = records.forms
        order = records.formsByLength
        sketches = records.sketches
        pieces = records.pieces
        masks = SketchTest.Masks(letters)
        meter = SlipMeter(letters)
        texts = TextPieces(letters, slips: 0)
        reader = TextReader(forms, longest: Self.mostBytes)
    }

    /// Finds all up to so many slips away, of those more than two away some, each once, by rank.
    mutating func run(limit: Int) {
        start(limit)
        let first = lookForShortened()
        let buckets = buckets(first)
        var next = 0
        for length in first...lengths.upperBound {
            let sketches = sketches.ofLength(length)
            let test = SketchTest(letters, masks, slips: limit, length: length)
            if length < FormPieces.fewestLetters {
                look(at: sketches.places, sketches, test)
            } else {
                lookAtFirsts(length, sketches, test)
            }
            while next < buckets.count, buckets[next].length == length {
                take(buckets[next].forms, sketches.places)
                next += 1
            }
            lookAtPlaces(sketches, test)
            takeLikely(length)
        }
        measure()
    }

    /// Finds those among some forms.
    mutating func look(among some: [FormList], limit: Int) {
        start(limit)
        let mask = masks.short
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

    private func mayBeByLength(_ other: UInt32) -> Bool {
        let length = Int(other >> 27)
        return length == FormMask.longest
            || LetterChange(slips: limit, more: length - letters.count).mayBe(masks.short, other)
    }

    /// Forgets what was found before.
    private mutating func start(_ limit: Int) {
        self.limit = limit
        texts = TextPieces(letters, slips: limit)
        starts = (-1, [])
        ranks.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
    }

    private var lengths: ClosedRange<Int> { lengths(limit: limit) }

    /// How many letters a form may have that is at most so many slips away.
    func lengths(limit: Int) -> ClosedRange<Int> {
        max(1, letters.count - limit)...(letters.count + limit)
    }

    // MARK: Pieces

    /// Where the forms are that have a piece of the text which is not the first, from a length on: all are
    /// looked up before what they have is, so that they wait for memory together.
    private mutating func buckets(_ first: Int) -> [(length: Int, forms: Range<Int>)] {
        var buckets: [(length: Int, forms: Range<Int>)] = []
        buckets.reserveCapacity(32)
        for length in first...lengths.upperBound where length >= FormPieces.fewestLetters {
            texts.forEachHash(ofLength: length) { hash in
                buckets.append((length, pieces.forms(ofHash: hash)))
            }
        }
        warmth ^= buckets.reduce(0) { $0 ^ pieces.warmth(of: $1.forms) }
        return buckets
    }

    private mutating func lookAtFirsts(
        _ length: Int, _ sketches: FormSketches.OfLength, _ test: SketchTest
    ) {
        let size = texts.startSize(ofLength: length)
        if starts.size != size {
            // Forms of up to three lengths have a first piece of one size.
            starts = (size, texts.starts(ofSize: size).map { ranks(startingWith: $0) })
        }
        for ranks in starts.ranks {
            look(at: order.places(ofLength: length, ranks: ranks), sketches, test)
        }
    }

    private func ranks(startingWith letters: [UInt32]) -> Range<Int> {
        var text: [UInt8] = []
        return UTF8Letters.append(letters, to: &text) ? forms.ranks(startingWith: text) : 0..<0
    }

    /// A form with as many letters fewer as there are slips is the text with these left out. Of short forms
    /// there are few so, and looking them up is faster than looking at all that have a piece of one letter.
    ///
    /// - Returns: the fewest letters of forms that are still to be looked for.
    private mutating func lookForShortened() -> Int {
        let fewest = letters.count - limit
        guard limit <= 2, 1...Self.mostLettersLeft ~= fewest else { return lengths.lowerBound }
        var (rest, text) = (letters, [UInt8]())
        leaveOut(limit, from: 0, of: &rest, &text)
        return fewest + 1
    }

    private mutating func leaveOut(
        _ count: Int, from start: Int, of rest: inout [UInt32], _ text: inout [UInt8]
    ) {
        guard count > 0 else {
            work.looks += 1
            text.removeAll(keepingCapacity: true)
            if UTF8Letters.append(rest, to: &text), let rank = forms.rank(of: text) {
                ranks.append(rank)
            }
            return
        }
        for place in start..<max(start, rest.count) {
            // Of equal neighbours it is all one which is left out.
            if place > start, rest[place] == rest[place - 1] { continue }
            let letter = rest.remove(at: place)
            leaveOut(count - 1, from: place, of: &rest, &text)
            rest.insert(letter, at: place)
        }
    }

    // MARK: Forms

    /// Takes the places of what shares a bucket, but for forms of other lengths.
    private mutating func take(_ bucket: Range<Int>, _ wanted: Range<Int>) {
        work.looks += bucket.count
        pieces.forEachForm(bucket) { place in
            if wanted.contains(place) { places.append(place) }
        }
    }

    /// Looks at the forms at the places that were taken.
    ///
    /// Their sketches lie in no near cache. Loads that nothing waits for are under way together: testing each
    /// as it came took a third of a search.
    private mutating func lookAtPlaces(_ sketches: FormSketches.OfLength, _ test: SketchTest) {
        sketches.read(places, into: &words)
        for index in places.indices where test.mayBe(words[index]) { likely.append(places[index]) }
        places.removeAll(keepingCapacity: true)
    }

    private mutating func look(
        at places: Range<Int>, _ sketches: FormSketches.OfLength, _ test: SketchTest
    ) {
        work.looks += places.count
        for place in places.clamped(to: sketches.places) where test.mayBe(sketches[place]) {
            likely.append(place)
        }
    }

    /// Takes those of a length that were not ruled out, each once: what has several pieces of the text came
    /// with each.
    private mutating func takeLikely(_ length: Int) {
        guard !likely.isEmpty else { return }
        likely.sort()
        var kept = 1
        for place in likely.dropFirst() where place != likely[kept - 1] {
            likely[kept] = place
            kept += 1
        }
        order.forEachRank(of: likely[..<kept], ofLength: length) { ranks.append($0) }
        likely.removeAll(keepingCapacity: true)
    }

    private mutating func measure() {
        ranks.sort()
        reader.warm(ranks)
        var last = -1
        for rank in ranks where rank != last {
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
