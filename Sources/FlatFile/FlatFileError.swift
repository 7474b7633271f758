/// Why bytes are no flat file that can be used. Offsets count bytes from 0.
@nonexhaustive
public enum FlatFileError: Error, Hashable, Sendable {
    /// The system could not open or map it, in its words.
    case unreadable(String)
    /// It starts with other bytes than files of its kind do.
    case otherKind(expected: String)
    /// It was written by a later version than is read here.
    case newerVersion(Int, newestKnown: Int)
    /// It was written by a version from before the format was settled.
    case olderVersion(Int, oldestKnown: Int)
    /// Its format is known, but it was made by other rules than those it would be read by.
    case otherRevision(String, expected: String)
    /// It has fewer or more bytes than it says.
    case otherLength(Int, expected: Int)
    /// Its header or table of sections is not what was written.
    case damagedHeader(String)
    /// A section that is needed is not there.
    case missingSection(String)
    /// A section is not what was written, or says what cannot be.
    case damagedSection(String, problem: String, offset: Int)
    /// More was to be written than the format holds.
    case tooLarge(String)
}

extension FlatFileError: CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .unreadable(let reason): reason
        case .otherKind(let expected): "it does not start with \"\(expected)\""
        case .newerVersion(let version, let known):
            "its format is version \(version); this program reads up to version \(known)"
        case .olderVersion(let version, let known):
            "its format is version \(version); this program reads from version \(known)"
        case .otherRevision(let found, let expected):
            "it was made by rules of revision \(found), this program's are \(expected); build it again"
        case .otherLength(let length, let expected):
            length < expected
                ? "it is cut short: \(length) of \(expected) bytes"
                : "it has \(length) bytes, \(length - expected) more than it says"
        case .damagedHeader(let problem): "its header is damaged: \(problem)"
        case .missingSection(let tag): "it has no section \"\(tag)\""
        case .damagedSection(let tag, let problem, let offset):
            "its section \"\(tag)\" is damaged at byte \(offset): \(problem)"
        case .tooLarge(let what): "\(what)"
        }
    }
}
