/// A file of sections, read where it lies: nothing is parsed and nothing copied to open it.
///
/// ```
/// header    magic (8)  version (4)  sections (4)  length (8)  CRC-32 of header and table (4)  0 (4)
/// table     for each section: tag (8)  offset (8)  length (8)  CRC-32 (4)  0 (4)
/// sections  in the order of the table, each at the next multiple of 16, zeros between
/// ```
///
/// Numbers are little-endian; a tag is ASCII, filled up with zeros. Opening looks at header and table
/// alone; `verify` looks at every byte.
public struct SectionFile: Sendable {
    /// What a kind of file is known by.
    public struct Kind: Hashable, Sendable {
        /// Its first eight bytes, ASCII.
        public var magic: String
        /// The version that is written.
        public var version: Int
        /// The oldest version that is read.
        public var oldestVersion: Int

        /// Makes a kind; one that reads its own version alone when no older one is given.
        public init(magic: String, version: Int, oldestVersion: Int? = nil) {
            precondition(magic.utf8.count == 8, "a magic has eight bytes")
            self.magic = magic
            self.version = version
            self.oldestVersion = oldestVersion ?? version
        }
    }

    /// One stretch of the file.
    public struct Section: Hashable, Sendable {
        /// What it is, at most eight ASCII letters.
        public var tag: String
        /// Where it starts.
        public var offset: Int
        /// How many bytes it has.
        public var length: Int
        /// Its CRC-32.
        public var checksum: UInt32
    }

    static let headerSize = 32
    static let rowSize = 32
    static let alignment = 16
    /// More sections are no file of ours.
    static let mostSections = 64

    /// The version it was written in.
    public let version: Int
    /// Its sections, in the order of the file.
    public let sections: [Section]
    private let bytes: FlatSlice

    /// Opens a file.
    ///
    /// - Throws: `FlatFileError` for what is no such file, is cut short, or has another header than was
    ///   written.
    /// - Complexity: O(1) in the size of the file.
    public init(_ bytes: FlatBytes, kind: Kind) throws(FlatFileError) {
        let all = FlatSlice(bytes)
        let count = try Self.checkHeader(all, kind)
        self.bytes = all
        version = Int(all.number(at: 8, as: UInt32.self))
        sections = (0..<count).map { Section(at: Self.headerSize + $0 * Self.rowSize, in: all) }
        try checkSections()
    }

    /// The bytes of a section.
    ///
    /// - Throws: `FlatFileError.missingSection`.
    public func section(_ tag: String) throws(FlatFileError) -> FlatSlice {
        guard let slice = optionalSection(tag) else { throw .missingSection(tag) }
        return slice
    }

    /// The bytes of a section that may be missing.
    public func optionalSection(_ tag: String) -> FlatSlice? {
        sections.first { $0.tag == tag }.map {
            FlatSlice(bytes, $0.offset..<($0.offset + $0.length))
        }
    }

    /// A hash of all content, 16 hexadecimal digits: that of the table, which has the length and
    /// checksum of every section.
    public var hash: String {
        var hash = ContentHash()
        let end = Self.headerSize + sections.count * Self.rowSize
        for offset in Self.headerSize..<end { hash.add(bytes[offset]) }
        return hash.digits
    }

    /// Whether all bytes are those that were written.
    ///
    /// - Throws: `FlatFileError.damagedSection` for the first that is not.
    /// - Complexity: O(*n*) in the bytes.
    public func verify() throws(FlatFileError) {
        var end = Self.headerSize + sections.count * Self.rowSize
        for section in sections {
            for gap in end..<section.offset where bytes[gap] != 0 {
                throw .damagedSection(section.tag, problem: "no zero before it", offset: gap)
            }
            end = section.offset + section.length
            let slice = FlatSlice(bytes, section.offset..<end)
            guard Checksum.crc32(slice) == section.checksum else {
                throw .damagedSection(
                    section.tag, problem: "its checksum is not the one written",
                    offset: section.offset)
            }
        }
    }
}

// MARK: - Checking

extension SectionFile {
    /// Checks all of the header but what the table says; gives how many sections there are.
    private static func checkHeader(_ bytes: FlatSlice, _ kind: Kind) throws(FlatFileError) -> Int {
        let magic = Array(kind.magic.utf8)
        let found = bytes.bytes(0..<magic.count)
        guard magic.starts(with: found), !found.isEmpty else {
            throw .otherKind(expected: kind.magic)
        }
        guard bytes.count >= headerSize else {
            throw .otherLength(bytes.count, expected: headerSize)
        }
        let version = Int(bytes.number(at: 8, as: UInt32.self))
        guard version <= kind.version else {
            throw .newerVersion(version, newestKnown: kind.version)
        }
        guard version >= kind.oldestVersion else {
            throw .olderVersion(version, oldestKnown: kind.oldestVersion)
        }
        let length = bytes.number(at: 16, as: UInt64.self)
        guard length == UInt64(bytes.count) else {
            throw .otherLength(bytes.count, expected: Int(clamping: length))
        }
        let count = Int(bytes.number(at: 12, as: UInt32.self))
        guard count <= mostSections, headerSize + count * rowSize <= bytes.count else {
            throw .damagedHeader("it counts \(count) sections")
        }
        let sum = Checksum.crc32(
            bytes.bytes(0..<24) + bytes.bytes(28..<(headerSize + count * rowSize)))
        guard bytes.number(at: 24, as: UInt32.self) == sum else {
            throw .damagedHeader("its checksum is not the one written")
        }
        return count
    }

    /// Each section has to start at the next place after the one before and lie inside.
    private func checkSections() throws(FlatFileError) {
        var end = Self.headerSize + sections.count * Self.rowSize
        for section in sections {
            guard section.offset == Self.aligned(end), section.length >= 0,
                section.length <= bytes.count - section.offset
            else {
                throw .damagedHeader("section \"\(section.tag)\" does not lie where it can")
            }
            end = section.offset + section.length
        }
        guard end == bytes.count else {
            throw .damagedHeader("its sections end at \(end) of \(bytes.count) bytes")
        }
        guard Set(sections.map(\.tag)).count == sections.count else {
            throw .damagedHeader("a section is there twice")
        }
    }

    /// The next multiple of the alignment.
    static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

extension SectionFile.Section {
    fileprivate init(at row: Int, in bytes: FlatSlice) {
        let letters = bytes.bytes(row..<(row + 8)).prefix { $0 != 0 }
        tag = String(decoding: letters, as: UTF8.self)
        // A number that no file reaches becomes one that no check lets pass.
        offset = Int(clamping: bytes.number(at: row + 8, as: UInt64.self))
        length = Int(clamping: bytes.number(at: row + 16, as: UInt64.self))
        checksum = bytes.number(at: row + 24, as: UInt32.self)
    }
}
