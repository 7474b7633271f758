/// Whether the sketch of a form of some length rules out that it is some slips away from a text.
struct SketchTest {
    /// The masks of the text.
    struct Masks {
        /// As that of a short form, told from its sketch.
        let short: UInt32
        /// As the sketch of a longer form.
        let long: UInt32

        init(_ letters: [UInt32]) {
            short = FormMask(letters).bits
            long = FormSketches.longMask(of: letters)
        }
    }

    private let masks: Masks
    private let length: Int
    private let change: LetterChange
    private let isShort: Bool
    /// Only looked at for short forms.
    private let places: LetterPlaces

    init(_ letters: [UInt32], _ masks: Masks, slips: Int, length: Int) {
        self.masks = masks
        self.length = length
        change = LetterChange(slips: slips, more: length - letters.count)
        isShort = length <= FormSketches.mostLetters
        places = isShort ? LetterPlaces(letters, slips: slips, length: length) : .none
    }

    /// Whether it may be so near.
    @inline(__always)
    func mayBe(_ sketch: UInt64) -> Bool {
        guard isShort else {
            return change.mayBeSets(masks.long, UInt32(truncatingIfNeeded: sketch))
        }
        return places.mayBe(sketch)
            && change.mayBe(masks.short, FormSketches.letterMask(of: sketch, length: length))
    }
}
