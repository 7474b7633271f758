/// What is wrong with a file of outlines. Lines count from 1.
public enum BoundaryFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file ends before its `end` record, or that record counts others than there are.
    case truncated(line: Int)
    /// A record starts with a word that stands for none.
    case unknownRecord(String, line: Int)
    /// A record has too few or too many fields.
    case fieldCount(Int, expected: Int, line: Int)
    /// A field is no whole number, or one out of range.
    case notANumber(String, line: Int)
    /// A field is none of the words that may stand there.
    case unknownWord(String, expected: [String], line: Int)
    /// A field is no EDTF date; `problem` says why.
    case notADate(String, problem: String, line: Int)
    /// An arc has fewer than two vertices, or half a vertex.
    case shortArc(line: Int)
    /// A vertex lies beyond 180 degrees of longitude or 90 of latitude.
    case outsideTheWorld(line: Int)
    /// A record names an arc that no record before it made.
    case unknownArc(Int, line: Int)
    /// An arc does not start where the one before it ends, or a ring does not close.
    case brokenChain(arc: Int, line: Int)
    /// A record names a source that no record before it made.
    case unknownSource(String, line: Int)

    /// The line that it was seen in.
    public var line: Int {
        switch self {
        case .truncated(let line), .unknownRecord(_, let line), .fieldCount(_, _, let line),
            .notANumber(_, let line), .unknownWord(_, _, let line), .notADate(_, _, let line),
            .shortArc(let line), .outsideTheWorld(let line), .unknownArc(_, let line),
            .brokenChain(_, let line), .unknownSource(_, let line):
            line
        }
    }

    /// What was seen, what was wanted, what to do.
    public var description: String {
        switch self {
        case .truncated: "the outlines end too early; copy the file again"
        case .unknownRecord(let word, _):
            "unknown record \"\(word)\"; records are unit, source, arc, area, line, end"
        case .fieldCount(let count, let expected, _):
            "the record has \(count) fields; it needs \(expected), parted by tabs"
        case .notANumber(let text, _): "\"\(text)\" is no whole number in range"
        case .unknownWord(let word, let expected, _):
            "\"\(word)\" stands for nothing here; write \(expected.joined(separator: " or "))"
        case .notADate(let text, let problem, _): "\"\(text)\" is no EDTF date: \(problem)"
        case .shortArc: "an arc needs at least two vertices, each of two numbers"
        case .outsideTheWorld: "a vertex lies beyond 180 degrees of longitude or 90 of latitude"
        case .unknownArc(let number, _): "arc \(number) is not defined above"
        case .brokenChain(let number, _):
            "arc \(number) does not start where the one before it ends, or the ring stays open"
        case .unknownSource(let key, _): "source \"\(key)\" is not defined above"
        }
    }
}
