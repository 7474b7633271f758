/// Texts in flat bytes, each there once: its length as a short number, then its UTF-8.
///
/// A text is named by its offset. `none` names no text; the pool starts with the empty one.
public struct TextPool: Sendable {
    /// Stands for no text, where one may be missing.
    public static let none = UInt32.max

    private let bytes: FlatSlice

    /// Takes a section as a pool.
    public init(_ bytes: FlatSlice) {
        self.bytes = bytes
    }

    /// A text; empty for an offset at which none can be.
    public subscript(offset: UInt32) -> String {
        range(at: offset).map { bytes.text($0) } ?? ""
    }

    /// A text that may be missing.
    public func optional(_ offset: UInt32) -> String? {
        offset == Self.none ? nil : self[offset]
    }

    /// Whether a text has the bytes of another; nothing is copied.
    public func holds(_ wanted: String, at offset: UInt32) -> Bool {
        holds(wanted.utf8, offset)
    }

    /// Whether a text has the bytes of another; nothing is copied.
    public func holds(_ wanted: Substring, at offset: UInt32) -> Bool {
        holds(wanted.utf8, offset)
    }

    /// Whether a text starts with the bytes of another; nothing is copied.
    public func starts(with start: Substring, at offset: UInt32) -> Bool {
        guard let range = range(at: offset), range.count >= start.utf8.count else { return false }
        return isEqual(start.utf8, range.lowerBound)
    }

    @inline(__always)
    private func holds(_ wanted: some Collection<UInt8>, _ offset: UInt32) -> Bool {
        guard let range = range(at: offset), range.count == wanted.count else { return false }
        return isEqual(wanted, range.lowerBound)
    }

    @inline(__always)
    private func isEqual(_ wanted: some Collection<UInt8>, _ start: Int) -> Bool {
        var index = start
        for byte in wanted {
            if bytes[index] != byte { return false }
            index &+= 1
        }
        return true
    }

    /// Whether a text has the bytes of one of another pool; nothing is copied.
    public func holds(textAt other: UInt32, of pool: TextPool, at offset: UInt32) -> Bool {
        guard let range = range(at: offset), let others = pool.range(at: other),
            range.count == others.count
        else { return false }
        var (index, end) = (range.lowerBound, others.lowerBound)
        while index < range.upperBound {
            if bytes[index] != pool.bytes[end] { return false }
            index &+= 1
            end &+= 1
        }
        return true
    }

    /// The hash of a text; that of the empty one for an offset at which none can be.
    public func hash(at offset: UInt32) -> UInt32 {
        TextHash.hash((range(at: offset) ?? 0..<0).lazy.map { bytes[$0] })
    }

    /// Orders two texts by their bytes; nothing is copied.
    public func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        guard let l = range(at: left), let r = range(at: right) else { return false }
        for (first, second) in zip(l, r) where bytes[first] != bytes[second] {
            return bytes[first] < bytes[second]
        }
        return l.count < r.count
    }

    /// Whether a text of UTF-8, or nothing, is at an offset: others do not read as the bytes they are.
    ///
    /// - Complexity: O(*n*) in the bytes of the text; for verifying.
    public func isText(_ offset: UInt32) -> Bool {
        range(at: offset).map { String(validating: bytes.bytes($0), as: UTF8.self) != nil } ?? false
    }

    /// Checks that the whole section is texts of UTF-8.
    ///
    /// - Returns: the offset of the first that is none, or nil.
    public func firstFault() -> Int? {
        var offset = 0
        while offset < bytes.count {
            guard let range = range(at: UInt32(truncatingIfNeeded: offset)),
                String(validating: bytes.bytes(range), as: UTF8.self) != nil
            else { return offset }
            offset = range.upperBound
        }
        return nil
    }

    private func range(at offset: UInt32) -> Range<Int>? {
        var start = Int(offset)
        guard let length = bytes.shortNumber(at: &start), length <= bytes.count - start else {
            return nil
        }
        return start..<(start + length)
    }
}

/// Makes a text pool.
public struct TextPoolBuilder: Sendable {
    /// The section so far.
    public private(set) var bytes: [UInt8] = [0]
    /// Offsets of texts plus one, by their hash; 0 is free.
    private var slots: [UInt32]
    private var count = 0
    /// Whether it holds more than an offset can name.
    public private(set) var isFull = false

    /// Starts with the empty text.
    public init() {
        slots = [UInt32](repeating: 0, count: 1 << 10)
    }

    /// The offset of a text that may be missing.
    public mutating func offset(of text: String?) -> UInt32 {
        text.map { offset(of: $0) } ?? TextPool.none
    }

    /// The offset of a text, added when it is new.
    public mutating func offset(of text: String) -> UInt32 {
        if text.isEmpty { return 0 }
        return offset(of: Array(text.utf8))
    }

    /// The offset of a text that is there, or nil.
    public func knownOffset(of text: String) -> UInt32? {
        if text.isEmpty { return 0 }
        let offset = slots[slot(of: Array(text.utf8))]
        return offset == 0 ? nil : offset - 1
    }

    /// A text that was added.
    public subscript(offset: UInt32) -> String {
        let (start, length) = extent(at: Int(offset))
        return String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }

    /// Gives back the memory by which texts are found: nothing is added or asked for by its text any more.
    public mutating func freeze() { slots = [] }

    /// The hash of a text that was added.
    public func hash(at offset: UInt32) -> UInt32 {
        let (start, length) = extent(at: Int(offset))
        return TextHash.hash(bytes[start..<(start + length)])
    }

    /// Where a text stands in the table, or the free place where it may.
    private func slot(of text: [UInt8]) -> Int {
        precondition(!slots.isEmpty, "the pool is not frozen yet")
        var slot = Int(truncatingIfNeeded: TextHash.hash(text)) & (slots.count - 1)
        while slots[slot] != 0, !holds(text, at: Int(slots[slot] - 1)) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func offset(of text: [UInt8]) -> UInt32 {
        let slot = slot(of: text)
        if slots[slot] != 0 { return slots[slot] - 1 }
        // Room below what the format can name for the longest text that follows.
        guard bytes.count + text.count + 5 < Int(UInt32.max) else {
            isFull = true
            return 0
        }
        let offset = UInt32(bytes.count)
        bytes.append(shortNumber: text.count)
        bytes.append(contentsOf: text)
        slots[slot] = offset + 1
        count += 1
        if count * 3 > slots.count * 2 { grow() }
        return offset
    }

    private func holds(_ text: [UInt8], at offset: Int) -> Bool {
        let (start, length) = extent(at: offset)
        return length == text.count && bytes[start..<(start + length)].elementsEqual(text)
    }

    private func extent(at offset: Int) -> (start: Int, length: Int) {
        var (start, length, shift) = (offset, 0, 0)
        while true {
            let byte = bytes[start]
            start += 1
            length |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return (start, length) }
            shift += 7
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt32](repeating: 0, count: old.count * 2)
        for offset in old where offset != 0 {
            var slot = Int(truncatingIfNeeded: hash(at: offset - 1)) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = offset
        }
    }
}

/// The hash by which texts are found in flat files: FNV-1a, 64 bits, mixed, the upper half.
///
/// Unmixed, ids that differ in their last digits crowd together: 37,000 of them took minutes to find.
///
/// Source: as of `SectionFile.hash`; the mixing is `fmix64` of A. Appleby's MurmurHash3 (public domain).
public enum TextHash {
    /// The hash of bytes.
    @inlinable
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return UInt32(truncatingIfNeeded: (hash ^ hash >> 33) >> 32)
    }
}
