/// Writes comma-separated values (RFC 4180) that a spreadsheet cannot mistake for formulas.
public struct CSVText: Sendable {
    /// What was written, lines ended by LF.
    public private(set) var text = ""

    /// Makes a text with a header.
    public init(header: [String]) {
        add(header)
    }

    /// Adds a row.
    public mutating func add(_ row: [String]) {
        text += row.map(Self.cell).joined(separator: ",") + "\n"
    }

    /// A cell, quoted when it must be. A text that a spreadsheet would run as a formula gets an apostrophe
    /// in front, as OWASP's "CSV Injection" advises; numbers with a sign stay as they are.
    static func cell(_ text: String) -> String {
        let isRisky = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isRisky && Double(text) == nil ? "'" + text : text
        guard safe.contains(where: { "\",\n\r".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
