public import Diagnostics
internal import EDTF
internal import FlatFile
internal import GeoModel
internal import Places

/// The curated tables: tab-separated text that people edit, one row a fact, each with its source.
///
/// | file | columns |
/// | --- | --- |
/// | pack.tsv | key value |
/// | places.tsv | id kind label longitude latitude uncertainty_m extent period population rank source certainty note |
/// | names.tsv | place_id text language kind perspective period usual source certainty derived note |
/// | memberships.tsv | place_id relation target_id perspective period source certainty default note |
/// | lines.tsv | place_id sequence longitude latitude basis source |
/// | perspectives.tsv | perspective name definition period source |
/// | contested.tsv | place_id perspective name native period source note |
/// | credits.tsv | key title licence credit |
/// | not-places.tsv | text language reason |
///
/// A row that cannot be read is set aside and reported with file:line:column; the rest stands.
public struct CuratedTables: Sendable {
    /// One table as its file has it.
    public struct File: Hashable, Sendable {
        /// The file's name, such as `places.tsv`.
        public var name: String
        /// The file as messages name it.
        public var path: String
        /// Its bytes.
        public var bytes: [UInt8]

        /// Makes a file from its parts; messages name it by its name when no path is given.
        public init(name: String, path: String? = nil, bytes: [UInt8]) {
            self.name = name
            self.path = path ?? name
            self.bytes = bytes
        }
    }

    /// The names of all tables, in the order in which they are read.
    public static let names = [
        "pack.tsv", "perspectives.tsv", "places.tsv", "names.tsv", "memberships.tsv", "lines.tsv",
        "contested.tsv", "credits.tsv", "not-places.tsv",
    ]

    private let files: [File]

    /// Takes the files of a gazetteer, in any order. A table without a file is empty; of several files
    /// with one name each adds its rows to those before, and a place keeps the first row that it has.
    public init(_ files: [File]) {
        self.files = files.sorted { $0.name < $1.name }
    }

    /// Reads all tables.
    ///
    /// - Returns: what a pack of them holds: all rows that could be read, with the tables' hash in its
    ///   recipe, and what is wrong with the others.
    /// - Complexity: O(*n*) in the number of rows.
    public func read() -> (contents: PackContents, report: DiagnosticReport) {
        var reading = TableReading(files: files)
        var contents = reading.contents()
        contents.recipe = recipe
        return (contents, reading.report)
    }

    /// The line that the recipe of a pack of these tables has: tells whether a pack is theirs.
    public var recipe: String { "tables: \(files.count) files, FNV-1a \(hash)" }

    /// The hash of every file's name, 0, and the CRC-32 of its bytes, in the order of names.
    public var hash: String {
        var hash = ContentHash()
        for file in files {
            let sum = Checksum.crc32(file.bytes)
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) }
            for byte in Array(file.name.utf8) + [0] + bytes { hash.add(byte) }
        }
        return hash.digits
    }
}
