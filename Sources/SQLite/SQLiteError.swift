internal import CSQLite

/// Why a database could not be used, in the words of the library.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of fault it is, for those that callers tell apart.
    public enum Kind: Hashable, Sendable {
        /// The file is no database, or its pages do not fit together.
        case broken
        /// There is no more room on the disk.
        case full
        /// The work took more steps than were allowed.
        case interrupted
        /// Anything else: a table that is missing, a file that cannot be opened, a constraint.
        case other
    }

    /// What kind of fault it is.
    public let kind: Kind
    /// The library's words, without a full stop.
    public let description: String

    /// What a result code means, with the words of the connection that gave it.
    init(_ code: Int32, _ words: String) {
        switch code & 0xFF {
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: kind = .broken
        case SQLITE_FULL: kind = .full
        case SQLITE_INTERRUPT: kind = .interrupted
        default: kind = .other
        }
        description = words
    }
}
