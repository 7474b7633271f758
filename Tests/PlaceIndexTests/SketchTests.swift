import FlatFile
import NameFolding
@testable import PlaceIndex
import TestSupport
import Testing

@Suite("Sketches of forms") struct SketchTests {
    private func letters(
        _ count: Int, of alphabet: ClosedRange<UInt32>, _ generator: inout SplitMix64
    ) -> [UInt32] {
        (0..<count).map { _ in UInt32.random(in: alphabet, using: &generator) }
    }

    private func slips(_ left: [UInt32], _ right: [UInt32]) -> Int? {
        EditDistance.alignment(left.map { UInt8($0) }, right.map { UInt8($0) }, limit: 3)
    }

    /// The text with letters replaced, added, left out or swapped.
    private func slipped(
        _ text: [UInt32], _ slips: Int, _ generator: inout SplitMix64
    ) -> [UInt32] {
        var letters = text
        for _ in 0..<slips {
            let at = Int.random(in: letters.indices, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: letters[at] = 0x7A
            case 1: letters.insert(0x7A, at: at)
            case 2 where letters.count > 1: letters.remove(at: at)
            default: if at + 1 < letters.count { letters.swapAt(at, at + 1) }
            }
        }
        return letters
    }

    /// The recurrence of `EditDistance` says what is near.
    @Test(arguments: 0..<20 as Range<UInt64>, [0x61...0x63, 0x61...0x7A] as [ClosedRange<UInt32>])
    func `rule out no form that is near`(seed: UInt64, alphabet: ClosedRange<UInt32>) {
        var generator = SplitMix64(seed: seed)
        for count in 1...12 {
            let text = letters(count, of: alphabet, &generator)
            let masks = SketchTest.Masks(text)
            for made in 0...3 {
                let form = slipped(text, made, &generator)
                guard !form.isEmpty, let distance = slips(text, form) else { continue }
                for limit in max(1, distance)...3 where abs(form.count - count) <= limit {
                    let test = SketchTest(text, masks, slips: limit, length: form.count)
                    #expect(test.mayBe(FormSketches.sketch(of: form)), "\(text) \(form) \(limit)")
                }
            }
        }
    }

    @Test func `rule out nearly all others`() {
        var generator = SplitMix64(seed: 7)
        let text = letters(7, of: 0x61...0x7A, &generator)
        let masks = SketchTest.Masks(text)
        for length in 5...9 {
            let test = SketchTest(text, masks, slips: 2, length: length)
            let kept = (0..<500).filter { _ in
                test.mayBe(FormSketches.sketch(of: letters(length, of: 0x61...0x7A, &generator)))
            }
            #expect(kept.count < 25, "\(length)")
        }
    }

    /// More ranks than 16 bits count, so that stretches meet.
    @Test func `forms stand by their lengths, and those of some ranks together`() {
        var generator = SplitMix64(seed: 3)
        let lengths = (0..<140_000).map { rank in
            rank % 1_000 == 0 ? 80 : Int.random(in: 3...5, using: &generator)
        }
        var builder = FormsByLengthBuilder()
        let texts = (0...80).map { [UInt32](repeating: 0x61, count: $0) }
        for length in lengths { builder.add(texts[length]) }
        let (starts, ranks) = builder.order()
        let forms = FormsByLength(
            starts: FlatSlice(FlatBytes(PackedColumn.bytes(starts))),
            ranks: FlatSlice(FlatBytes(FormsByLengthBuilder.lowBytes(of: ranks))),
            count: lengths.count)
        let sketches = FormSketches(
            FlatSlice(FlatBytes(builder.sketches(of: ranks))), of: forms)
        #expect(forms.firstFault() == nil)
        #expect(sketches.masks(of: forms) == lengths.map { FormMask(texts[$0]).bits })
        for range in [0..<140_000, 65_000..<66_000, 65_536..<131_072, 7..<7, 139_000..<140_000] {
            for length in [3, 4, 5, 6, 80] {
                var found: [Int] = []
                let places = forms.places(ofLength: length, ranks: range)
                forms.forEachRank(of: places, ofLength: length) { found.append($0) }
                #expect(found == range.filter { lengths[$0] == length })
                if let first = places.first {
                    #expect(forms.rank(at: first, ofLength: length) == found.first)
                }
            }
        }
    }

    @Test func `damaged ones are read as some sketch, never past their end`() {
        for bytes: [UInt8] in [[], [1, 0, 0, 0], [3, 255, 255, 255, 0, 0, 0]] {
            let slice = FlatSlice(FlatBytes(bytes))
            let forms = FormsByLength(starts: slice, ranks: slice, count: 70_000)
            let sketches = FormSketches(slice, of: forms)
            #expect(forms.firstFault() != nil)
            #expect(forms.places(ofLength: 4, ranks: 3..<69_000).isEmpty)
            #expect(sketches.ofLength(4).places.isEmpty)
        }
    }
}
