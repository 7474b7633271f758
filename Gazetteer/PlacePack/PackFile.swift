public import FlatFile
internal import NameFolding
public import PlaceIndex
internal import Places

/// One pack, open: a file that is read where it lies, or one made in memory.
public struct PackFile: Sendable {
    /// What it says of itself.
    public let info: PackInfo
    /// The version of its format.
    public var formatVersion: Int { file.version }
    /// Its sections, in the order of the file.
    public var sections: [SectionFile.Section] { file.sections }
    let records: PlaceRecords
    private let file: SectionFile

    /// Opens a pack.
    ///
    /// - Throws: `FlatFileError` for what is no pack, is of a newer version, is cut short, lacks a part, or
    ///   was made by other rules of folding: its names would be missed in silence.
    /// - Complexity: O(1) in the places and names: some ten µs.
    public init(_ bytes: FlatBytes) throws(FlatFileError) {
        file = try SectionFile(bytes, kind: PackFormat.kind)
        info = try Self.info(of: file)
        if let revision = info.foldingRevision, revision != FoldingRevision.current {
            throw .otherRevision(revision, expected: FoldingRevision.current)
        }
        records = try PlaceRecords(file)
        _ = try file.section(PackFormat.facts)
    }

    /// Opens a file; it must stay as it is while the pack is in use.
    ///
    /// - Throws: `FlatFileError`, also for what the system cannot open.
    public init(opening name: String) throws(FlatFileError) {
        try self.init(FlatBytes(mapping: name))
    }

    /// What a pack says of itself; nothing else is read.
    static func info(of bytes: FlatBytes) throws(FlatFileError) -> PackInfo {
        try info(of: SectionFile(bytes, kind: PackFormat.kindOfInfo))
    }

    private static func info(of file: SectionFile) throws(FlatFileError) -> PackInfo {
        guard let info = PackInfo(try file.section(PackFormat.info), hash: file.hash) else {
            throw .damagedSection(PackFormat.info, problem: "it cannot be read", offset: 0)
        }
        return info
    }

    /// The outlines as the module Boundaries reads them; nil for a pack without.
    public var outlines: [UInt8]? {
        file.optionalSection(PackFormat.outlines).map { $0.bytes(0..<$0.count) }
    }

    /// The facts; what is damaged is left out, and `verify` tells.
    var facts: PackFacts {
        file.optionalSection(PackFormat.facts).flatMap { PackFacts($0) } ?? PackFacts()
    }

    /// How many places and names of each sort it holds.
    ///
    /// - Complexity: O(*n*) in the names, at a few ns each.
    public var census: PlaceCensus { records.census }

    /// Looks at every byte.
    ///
    /// - Throws: `FlatFileError.damagedSection` for the first section that is not what was written.
    /// - Complexity: O(*n*) in the bytes, at about a GB/s.
    public func verifyChecksums() throws(FlatFileError) { try file.verify() }

    /// Looks at every byte, and at all that one part says of another.
    ///
    /// - Throws: `FlatFileError.damagedSection` for the first thing that is wrong.
    /// - Complexity: O(*n* log *n*) in the names.
    public func verify() throws(FlatFileError) {
        try verifyChecksums()
        guard PackFacts(try file.section(PackFormat.facts)) != nil else {
            throw .damagedSection(PackFormat.facts, problem: "it cannot be read", offset: 0)
        }
        try records.verify()
    }
}
