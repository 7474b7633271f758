public import Diagnostics
public import EDTF
public import TabularText

/// A table of events as it was read: each row is an event or stands in `setAside`.
public struct EventTable: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The columns, in the order of the table.
    public let columns: [EventColumn]
    /// How many data rows there are, without the header and empty lines.
    public let rows: Int
    /// The events, in the order of the table, one for each claim.
    public internal(set) var events: [Event]
    /// The rows that are no events, in the order of the table.
    public internal(set) var setAside: [SetAsideRow]
    /// What was found, in the order of the table.
    public internal(set) var report: DiagnosticReport
}

/// A row that was not made into an event.
public struct SetAsideRow: Hashable, Sendable {
    /// Why it was set aside.
    public enum Reason: Hashable, Sendable {
        /// Something in it cannot be read: the report holds an error for the row.
        case fault
        /// It has the id, reporter and source of an earlier row: the report holds a warning.
        case duplicate
    }

    /// The data row, counted from 1 without the header.
    public let row: Int
    /// Where it starts.
    public let location: SourceLocation
    /// Its id, if it gives one.
    public let id: String
    /// Why it was set aside.
    public let reason: Reason
}

/// How a table is read.
public struct ReadingOptions: Hashable, Sendable {
    /// What the bytes are.
    public enum Format: Hashable, Sendable {
        /// Told by the ending of the file's name, or else by the first byte.
        case automatic
        /// Comma, semicolon or tab separated.
        case csv
        /// A GeoJSON text, or an array of JSON objects.
        case json
        /// One JSON object or GeoJSON feature a line.
        case jsonLines
    }

    /// Headers that stand for a field, said outright.
    public var columns: [EventField: String] = [:]
    /// What the bytes are.
    public var format = Format.automatic
    /// A published table whose columns are known; nil to tell by the headers.
    public var preset: TablePreset?
    /// How the letters are written; nil to tell by the bytes.
    public var encoding: TextEncoding?
    /// What may be assumed about dates in words and numbers.
    public var dates = DateReadingOptions()
    /// What is refused.
    public var limits = ReadingLimits()

    /// The defaults.
    public init() {}
}

extension ReadingOptions {
    /// Takes `FIELD=HEADER`, as `--column date=when` says it.
    ///
    /// - Throws: `FileFault` when there is no `=` or no such field.
    public mutating func add(columnMapping text: String) throws(FileFault) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else {
            throw FileFault(
                Diagnostic(
                    .error, code: "bad-column-mapping",
                    problem: "\"\(text)\" where FIELD=HEADER should be",
                    remedy: "write, for instance, date=when"))
        }
        guard let field = EventField(rawValue: String(parts[0])) else {
            let names = EventField.allCases.map(\.rawValue)
            throw FileFault(
                Diagnostic(
                    .error, code: "unknown-field", problem: "no field is called \"\(parts[0])\"",
                    remedy: "fields are \(names.joined(separator: ", "))",
                    candidates: NearSpelling.candidates(for: String(parts[0]), among: names)))
        }
        columns[field] = String(parts[1])
    }
}
