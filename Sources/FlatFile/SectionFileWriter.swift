/// Lays out sections as a flat file.
///
/// ```swift
/// var writer = SectionFileWriter(kind)
/// writer.add("texts", pool.bytes)
/// try writer.write { try file.write($0) }
/// ```
public struct SectionFileWriter: Sendable {
    private let kind: SectionFile.Kind
    private var sections: [(tag: String, bytes: [UInt8])] = []

    /// Starts a file of a kind.
    public init(_ kind: SectionFile.Kind) {
        self.kind = kind
    }

    /// Adds a section behind the others.
    public mutating func add(_ tag: String, _ bytes: [UInt8]) {
        precondition((1...8).contains(tag.utf8.count), "a tag has one to eight letters")
        precondition(sections.count < SectionFile.mostSections, "a file has so many sections")
        sections.append((tag, bytes))
    }

    /// How many bytes the file has.
    public var count: Int { layout().last.map { $0.offset + $0.length } ?? tableEnd }

    /// Gives the file to a sink, piece by piece; nothing is copied together.
    ///
    /// - Throws: what the sink throws.
    public func write<Failure: Error>(
        _ sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let layout = layout()
        try sink(header(layout))
        var end = tableEnd
        for (place, section) in zip(layout, sections) {
            if place.offset > end { try sink([UInt8](repeating: 0, count: place.offset - end)) }
            try sink(section.bytes)
            end = place.offset + place.length
        }
    }

    /// The whole file.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        write { bytes.append(contentsOf: $0) }
        return bytes
    }

    private var tableEnd: Int { SectionFile.headerSize + sections.count * SectionFile.rowSize }

    private func layout() -> [SectionFile.Section] {
        var end = tableEnd
        return sections.map { section in
            let offset = SectionFile.aligned(end)
            end = offset + section.bytes.count
            return SectionFile.Section(
                tag: section.tag, offset: offset, length: section.bytes.count,
                checksum: Checksum.crc32(section.bytes))
        }
    }

    private func header(_ layout: [SectionFile.Section]) -> [UInt8] {
        let length = layout.last.map { $0.offset + $0.length } ?? tableEnd
        var start = Array(kind.magic.utf8)
        start.append(littleEndian: UInt32(kind.version))
        start.append(littleEndian: UInt32(layout.count))
        start.append(littleEndian: UInt64(length))
        var rest: [UInt8] = []
        rest.append(littleEndian: UInt32(0))
        for section in layout {
            let tag = Array(section.tag.utf8)
            rest += tag + [UInt8](repeating: 0, count: 8 - tag.count)
            rest.append(littleEndian: UInt64(section.offset))
            rest.append(littleEndian: UInt64(section.length))
            rest.append(littleEndian: section.checksum)
            rest.append(littleEndian: UInt32(0))
        }
        var header = start
        header.append(littleEndian: Checksum.crc32(start + rest))
        return header + rest
    }
}
