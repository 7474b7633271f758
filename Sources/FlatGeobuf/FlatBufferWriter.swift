internal import Diagnostics

/// Lays out the tables, vectors and strings of FlatBuffers, front to back.
///
/// A table comes before what it refers to, and its references are filled in when that is appended: offsets are
/// unsigned and point forward, as the format wants. Alignment counts from the size in front.
///
/// Source: "FlatBuffers Internals", https://flatbuffers.dev/internals.
struct FlatBufferWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []
    private var start = 0

    /// Where the fields of a table stand: the vtable, as it is written.
    struct TableLayout: Sendable {
        let vtable: [UInt8]
        let size: Int

        /// Makes a layout of the place of each slot, 0 for a slot that is not there; the first four bytes of
        /// a table are taken.
        init(_ slots: [UInt16], size: UInt16) {
            let words = [UInt16(4 + 2 * slots.count), size] + slots
            vtable = words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            self.size = Int(size)
        }
    }

    /// Forgets what was written, and keeps the memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends a buffer that the closure writes, of at most so many bytes.
    mutating func append(upTo count: Int, _ write: (inout RawOutput) -> Void) {
        unsafe bytes.append(upTo: count, write)
    }

    /// Starts a buffer with its size in front and its root, a table, at once; `longField` is where a field
    /// of eight bytes stands in the table, if there is one.
    ///
    /// Returns where the root stands.
    mutating func begin(_ root: TableLayout, longField: Int? = nil) -> Int {
        start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 8))
        if let longField { align(to: 8, before: root.vtable.count + longField) }
        return table(root, from: start + 4)
    }

    /// Ends the buffer that was started last.
    mutating func end() {
        put(UInt32(bytes.count - start - 4), at: start)
    }

    /// Appends a table whose fields are zero, and refers to it.
    ///
    /// - Returns: Where it stands.
    mutating func table(_ layout: TableLayout, from reference: Int) -> Int {
        align(to: 4, before: layout.vtable.count)
        let vtable = bytes.count
        bytes.append(contentsOf: layout.vtable)
        let place = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: layout.size))
        put(Int32(place - vtable), at: place)
        put(UInt32(place - reference), at: reference)
        return place
    }

    /// Fills in a field.
    mutating func put(_ value: some FixedWidthInteger, at place: Int) {
        var rest = value
        for offset in 0..<value.bitWidth / 8 {
            bytes[place + offset] = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
        }
    }

    /// Appends a vector of bytes, and refers to it.
    mutating func vector(_ content: [UInt8], from reference: Int) {
        beginVector(count: content.count, from: reference)
        bytes.append(contentsOf: content)
    }

    /// Appends a string, which ends in NUL beside its length, and refers to it.
    mutating func string(_ text: String, from reference: Int) {
        beginVector(count: text.utf8.count, from: reference)
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
    }

    /// Appends a vector of whole numbers, and refers to it.
    mutating func vector(_ numbers: [UInt32], from reference: Int) {
        beginVector(count: numbers.count, from: reference)
        for number in numbers { append(UInt64(number), count: 4) }
    }

    /// Appends a vector of numbers, and refers to it.
    mutating func vector(_ numbers: some Collection<Double>, from reference: Int) {
        align(to: 8, before: 4)
        beginVector(count: numbers.count, from: reference)
        bytes.reserveCapacity(bytes.count + 8 * numbers.count)
        for number in numbers { append(number.bitPattern, count: 8) }
    }

    /// Appends room for references to be filled in, and refers to it.
    ///
    /// - Returns: Where the first stands; the others follow, four bytes each.
    mutating func references(count: Int, from reference: Int) -> Int {
        beginVector(count: count, from: reference)
        let place = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 4 * count))
        return place
    }

    private mutating func beginVector(count: Int, from reference: Int) {
        align(to: 4, before: 0)
        put(UInt32(bytes.count - reference), at: reference)
        append(UInt64(count), count: 4)
    }

    /// Appends zeros until what stands `distance` behind is at a multiple of `alignment`.
    private mutating func align(to alignment: Int, before distance: Int) {
        let place = bytes.count - start + distance
        let missing = (alignment - place % alignment) % alignment
        for _ in 0..<missing { bytes.append(0) }
    }

    private mutating func append(_ word: UInt64, count: Int) {
        unsafe bytes.append(upTo: 8) { output in unsafe output.put(word, count: count) }
    }
}
