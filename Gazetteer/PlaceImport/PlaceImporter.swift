public import Diagnostics
public import Places
public import TabularText

/// Reads places from a file of others, one at a time and in bounded memory.
///
/// A record that cannot be used is told with file, line, column and remedy, and passed over; what is
/// wrong with a part of one (a name, a period) is told as a warning and the rest is used. A place that
/// comes twice is meant to be one: whoever collects them joins them by id.
public protocol PlaceImporter {
    /// The next place with its names and claims; nil at the end.
    ///
    /// - Throws: `FileFault` for what makes the rest of the file useless.
    mutating func next() throws(FileFault) -> Place?

    /// What was found, and what was used.
    var log: ImportLog { get }

    /// What the file says of its licence and makers, once the last place was given; nothing where the
    /// format has no place for it.
    var declared: DeclaredCredit { get }
}

extension PlaceImporter {
    /// Nothing: tables have no place for it.
    public var declared: DeclaredCredit { DeclaredCredit() }
}

/// What is said of all places of a file.
public struct ImportSource: Hashable, Sendable {
    /// What stands as the source of each name: the key of a credit.
    public var key: String
    /// How sure its rows are where they do not say.
    public var certainty: Certainty
    /// How the letters are written; nil to tell by the bytes.
    public var encoding: TextEncoding?
    /// What is refused.
    public var limits = ReadingLimits()

    /// Makes a description from its parts.
    public init(key: String, certainty: Certainty = .medium, encoding: TextEncoding? = nil) {
        self.key = key
        self.certainty = certainty
        self.encoding = encoding
    }

    /// An id of a record as an id of ours: as it is where it has a prefix, else with the key as one.
    package func id(of record: String) -> String {
        record.contains(":") ? record : "\(key):\(record)"
    }
}

/// What an importer found: 100 findings of one code are kept, the rest is counted.
public struct ImportLog: Hashable, Sendable {
    /// The findings.
    public private(set) var report = DiagnosticReport(keeping: 100)
    /// How many records there were.
    public private(set) var records = 0
    /// How many of them could not be used.
    public private(set) var passedOver = 0
    /// What was left out by rule, with its count, in the order of the words.
    public var leftOut: [(what: String, count: Int)] {
        omissions.sorted { $0.key < $1.key }.map { (what: $0.key, count: $0.value) }
    }

    private var omissions: [String: Int] = [:]

    init() {}

    mutating func beginRecord() { records += 1 }

    mutating func passOver(_ diagnostic: Diagnostic) {
        passedOver += 1
        report.add(diagnostic)
    }

    mutating func add(_ diagnostic: Diagnostic) { report.add(diagnostic) }

    /// Counts what was left out by rule.
    package mutating func leaveOut(_ what: String, count: Int = 1) {
        if count > 0 { omissions[what, default: 0] += count }
    }
}

/// Why a part of a record, or all of it, cannot be used.
struct RecordFault: Error, Hashable {
    var code: String
    var problem: String
    var remedy: String
}
