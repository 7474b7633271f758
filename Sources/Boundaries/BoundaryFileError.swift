public import FlatFile

/// What is wrong with a file of outlines. Rows count from 0.
@nonexhaustive
public enum BoundaryFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no file of sections, or not one of outlines that can be read.
    case container(FlatFileError)
    /// A claim has a text that is no EDTF date; `problem` says why.
    case notADate(String, problem: String, claim: Int)
    /// A section's size is no whole number of rows, or does not fit that of another.
    case oddSize(section: String)
    /// A row names what is not there, or says what cannot be.
    case badRow(section: String, row: Int, problem: String)

    /// What was seen and what to do.
    public var description: String {
        switch self {
        case .container(let error): error.description
        case .notADate(let text, let problem, let claim):
            "its claim \(claim) has \"\(text)\", which is no EDTF date: \(problem)"
        case .oddSize(let section): "its section \"\(section)\" has a size that cannot be"
        case .badRow(let section, let row, let problem):
            "row \(row) of its section \"\(section)\": \(problem)"
        }
    }
}
