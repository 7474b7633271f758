/// Why bytes are no FlatBuffer, or not one of FlatGeobuf.
struct FlatBufferFault: Error, Hashable {
    /// What is wrong, in words.
    var problem: String

    static let outside = FlatBufferFault(problem: "a reference that leads out of its record")
}

/// A table of a FlatBuffer, read where it lies. Every place is checked before it is read.
struct FlatBufferTable {
    private let bytes: [UInt8]
    private let place: Int
    private let slots: Range<Int>
    private let size: Int

    /// The root table of a buffer without its size.
    init(rootOf bytes: [UInt8]) throws(FlatBufferFault) {
        guard bytes.count <= Int32.max else { throw .outside }
        try self.init(bytes, referredToAt: 0)
    }

    private init(_ bytes: [UInt8], referredToAt reference: Int) throws(FlatBufferFault) {
        self.bytes = bytes
        place = reference + Int(try Self.number(bytes, reference) as UInt32)
        // The vtable stands before or behind, by a signed distance.
        let vtable = place - Int(try Self.number(bytes, place) as Int32)
        let length = Int(try Self.number(bytes, vtable) as UInt16)
        size = Int(try Self.number(bytes, vtable + 2) as UInt16)
        guard length >= 4, vtable + length <= bytes.count, place + size <= bytes.count else {
            throw .outside
        }
        slots = vtable + 4..<vtable + length
    }

    private static func number<Number: FixedWidthInteger>(
        _ bytes: [UInt8], _ place: Int
    ) throws(FlatBufferFault) -> Number {
        let count = Number.bitWidth / 8
        guard place >= 0, place <= bytes.count - count else { throw .outside }
        var number: Number = 0
        for offset in (0..<count).reversed() {
            // A shift by all bits of one byte would be too many.
            number =
                (count == 1 ? 0 : number << 8) | Number(truncatingIfNeeded: bytes[place + offset])
        }
        return number
    }

    /// Where the field of a slot stands; nil where the table has none.
    private func field(_ slot: Int) throws(FlatBufferFault) -> Int? {
        let entry = slots.lowerBound + 2 * slot
        guard entry + 2 <= slots.upperBound else { return nil }
        let offset = Int(try Self.number(bytes, entry) as UInt16)
        guard offset != 0 else { return nil }
        guard offset < size else { throw .outside }
        return place + offset
    }

    /// A whole number; nil where the table leaves it at its default.
    func number<Number: FixedWidthInteger>(
        _ slot: Int, as type: Number.Type = Number.self
    ) throws(FlatBufferFault) -> Number? {
        guard let field = try field(slot) else { return nil }
        return try Self.number(bytes, field)
    }

    /// A table that this one refers to.
    func table(_ slot: Int) throws(FlatBufferFault) -> FlatBufferTable? {
        guard let field = try field(slot) else { return nil }
        return try FlatBufferTable(bytes, referredToAt: field)
    }

    /// Where the elements of a vector stand; nil where the table has none.
    private func vector(_ slot: Int, stride: Int) throws(FlatBufferFault) -> Range<Int>? {
        guard let field = try field(slot) else { return nil }
        let place = field + Int(try Self.number(bytes, field) as UInt32)
        let count = Int(try Self.number(bytes, place) as UInt32)
        guard count <= (bytes.count - place - 4) / stride else { throw .outside }
        return place + 4..<place + 4 + count * stride
    }

    /// How many tables a vector refers to.
    func tableCount(_ slot: Int) throws(FlatBufferFault) -> Int {
        try vector(slot, stride: 4).map { $0.count / 4 } ?? 0
    }

    /// The table that an element of a vector refers to.
    func table(_ index: Int, of slot: Int) throws(FlatBufferFault) -> FlatBufferTable {
        guard let range = try vector(slot, stride: 4), index < range.count / 4 else {
            throw .outside
        }
        return try FlatBufferTable(bytes, referredToAt: range.lowerBound + 4 * index)
    }

    /// The bytes of a vector of them.
    func bytes(_ slot: Int) throws(FlatBufferFault) -> ArraySlice<UInt8> {
        try vector(slot, stride: 1).map { bytes[$0] } ?? []
    }

    /// A text; bytes that are no UTF-8 are replaced.
    func text(_ slot: Int) throws(FlatBufferFault) -> String {
        String(decoding: try bytes(slot), as: UTF8.self)
    }

    /// The whole numbers of a vector of four bytes each.
    func wholeNumbers(_ slot: Int) throws(FlatBufferFault) -> [Int] {
        var numbers: [Int] = []
        for place in stride(in: try vector(slot, stride: 4), by: 4) {
            numbers.append(Int(try Self.number(bytes, place) as UInt32))
        }
        return numbers
    }

    /// The numbers of a vector of eight bytes each.
    func numbers(_ slot: Int) throws(FlatBufferFault) -> [Double] {
        var numbers: [Double] = []
        for place in stride(in: try vector(slot, stride: 8), by: 8) {
            numbers.append(Double(bitPattern: try Self.number(bytes, place)))
        }
        return numbers
    }

    /// How many numbers of eight bytes a vector has.
    func numberCount(_ slot: Int) throws(FlatBufferFault) -> Int {
        try vector(slot, stride: 8).map { $0.count / 8 } ?? 0
    }

    private func stride(in range: Range<Int>?, by step: Int) -> StrideTo<Int> {
        Swift.stride(from: range?.lowerBound ?? 0, to: range?.upperBound ?? 0, by: step)
    }
}
