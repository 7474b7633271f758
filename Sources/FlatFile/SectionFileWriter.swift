/// Lays out sections as a flat file.
///
/// ```swift
/// var writer = SectionFileWriter(kind)
/// writer.add("texts", pool.bytes)
/// try writer.write { try file.write($0) }
/// ```
public struct SectionFileWriter: Sendable {
    private let kind: SectionFile.Kind
    private let spoolFolder: String?
    private var sections: [Waiting] = []

    /// A section that is not written yet.
    private struct Waiting {
        var tag: String
        var bytes: FlatSlice
        var checksum: UInt32
    }

    /// Shorter sections are not worth a way to the disk.
    private static let shortestSpooled = 1 << 20
    /// So many bytes are copied at a time.
    private static let pieceSize = 1 << 20

    /// Starts a file of a kind.
    ///
    /// - Parameters:
    ///   - kind: what it is.
    ///   - spoolFolder: where sections of a megabyte and more wait on the disk until the file is written, in
    ///     files without a name; nil for in memory, where they also stay when the folder cannot take them.
    public init(_ kind: SectionFile.Kind, spoolFolder: String? = nil) {
        self.kind = kind
        self.spoolFolder = spoolFolder
    }

    /// Adds a section behind the others.
    public mutating func add(_ tag: String, _ bytes: [UInt8]) {
        precondition((1...8).contains(tag.utf8.count), "a tag has one to eight letters")
        precondition(sections.count < SectionFile.mostSections, "a file has so many sections")
        var waiting: FlatBytes?
        if let spoolFolder, bytes.count >= Self.shortestSpooled {
            waiting = try? FlatBytes(spooling: bytes, in: spoolFolder)
        }
        sections.append(
            Waiting(
                tag: tag, bytes: FlatSlice(waiting ?? FlatBytes(bytes)),
                checksum: Checksum.crc32(bytes)))
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
            var start = 0
            while start < section.bytes.count {
                let next = min(start + Self.pieceSize, section.bytes.count)
                try sink(section.bytes.bytes(start..<next))
                start = next
            }
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
                checksum: section.checksum)
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
