internal import FlatFile

/// Puts forms, given in the order of their ranks, in that of their lengths, with their sketches.
struct FormsByLengthBuilder {
    private var lengths: [UInt8] = []
    /// The sketches, in two parts: five bytes a form.
    private var lows: [UInt32] = []
    private var highs: [UInt8] = []

    /// Takes the next form.
    mutating func add(_ letters: [UInt32]) {
        lengths.append(UInt8(FormsByLength.length(letters.count)))
        let sketch = FormSketches.sketch(of: letters)
        lows.append(UInt32(truncatingIfNeeded: sketch))
        highs.append(UInt8(truncatingIfNeeded: sketch >> 32))
    }

    /// Where the forms of each length and each stretch of ranks start, and the ranks in their order.
    func order() -> (starts: [UInt32], ranks: [UInt32]) {
        let chunks = FormsByLength.chunks(of: lengths.count)
        var starts = [UInt32](repeating: 0, count: (FormsByLength.longest + 1) * chunks + 1)
        for (rank, length) in lengths.enumerated() {
            starts[Int(length) * chunks + (rank >> 16) + 1] += 1
        }
        for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
        var next = starts
        var ranks = [UInt32](repeating: 0, count: lengths.count)
        for (rank, length) in lengths.enumerated() {
            let index = Int(length) * chunks + (rank >> 16)
            ranks[Int(next[index])] = UInt32(rank)
            next[index] += 1
        }
        return (starts, ranks)
    }

    /// The low 16 bits of ranks.
    static func lowBytes(of ranks: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(ranks.count * 2)
        for rank in ranks { bytes.append(littleEndian: UInt16(truncatingIfNeeded: rank)) }
        return bytes
    }

    /// The sketches of the forms in their order.
    func sketches(of ranks: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(ranks.count * 5)
        for rank in ranks {
            bytes.append(littleEndian: lows[Int(rank)])
            if FormSketches.width(ofLength: Int(lengths[Int(rank)])) > 4 {
                bytes.append(highs[Int(rank)])
            }
        }
        bytes.append(contentsOf: [UInt8](repeating: 0, count: FormSketches.padding))
        return bytes
    }
}
