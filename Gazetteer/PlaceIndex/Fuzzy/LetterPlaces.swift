/// Where the letters of a text may stand in short forms of one length that are some slips away: what rules
/// nearly all others out by their sketches.
///
/// A slip moves the letters behind it by one place, so each letter of a near form is one that the text has
/// about there, but for those that slips replace or add. For `more` letters that a form has more than the
/// text, and `slips`:
///
/// ```
/// added - gone = more    added + gone + replaced + swapped <= slips
/// a letter that stays moves by -gone ... +added; one that is swapped by one more
/// ```
struct LetterPlaces {
    /// For each letter, by the low five bits of its number, a bit for each place where it may stand.
    private let places: [UInt8]
    /// The bits of all places.
    private let all: UInt64
    /// How many letters may stand elsewhere.
    private let mostNew: Int

    /// For no forms.
    static let none = LetterPlaces([], slips: 0, length: 0)

    /// - Parameters:
    ///   - letters: the text.
    ///   - slips: how many there may be.
    ///   - length: how many letters the forms have, at most `FormSketches.mostLetters`.
    init(_ letters: [UInt32], slips: Int, length: Int) {
        let more = length - letters.count
        let moves = Self.moves(slips: slips, more: more)
        var places = [UInt8](repeating: 0, count: 32)
        for place in 0..<length {
            let from = max(0, place - moves.upperBound)
            let to = min(letters.count - 1, place - moves.lowerBound)
            guard from <= to else { continue }
            for letter in letters[from...to] { places[Int(letter & 31)] |= 1 << UInt8(place) }
        }
        self.places = places
        all = 1 << UInt64(length) - 1
        mostNew = slips + min(0, more)
    }

    /// How many places further a letter of the text may stand in a form.
    private static func moves(slips: Int, more: Int) -> ClosedRange<Int> {
        func moves(_ slips: Int) -> ClosedRange<Int> {
            -(max(0, slips - more) / 2)...(max(0, slips + more) / 2)
        }
        let unswapped = moves(slips)
        guard slips - 1 >= abs(more) else { return unswapped }
        let swapped = moves(slips - 1)
        return min(
            unswapped.lowerBound, swapped.lowerBound - 1)...max(
                unswapped.upperBound, swapped.upperBound + 1)
    }

    /// Whether the form of a sketch may be so near.
    @inline(__always)
    func mayBe(_ sketch: UInt64) -> Bool {
        let places = places.span
        var (found, rest) = (UInt64(0), sketch)
        for place in 0..<FormSketches.mostLetters {
            // SAFETY: the table has 32 rows.
            let here = unsafe places[unchecked: Int(truncatingIfNeeded: rest & 31)]
            found |= UInt64(here) & 1 << UInt64(place)
            rest >>= 5
        }
        var new = ~found & all
        for _ in 0..<mostNew { new &= new &- 1 }
        return new == 0
    }
}
