/// Where in a file something was seen. Lines and columns count from 1; columns count Unicode scalars.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file as the user named it; `-` is standard input.
    public var file: String
    /// The line, or nil for the file as a whole.
    public var line: Int?
    /// The column, or nil for the line as a whole.
    public var column: Int?

    /// Makes a location from its parts.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as compilers print it.
    public var description: String {
        [file, line.map { "\($0)" }, column.map { "\($0)" }].compactMap(\.self).joined(
            separator: ":")
    }

    /// The file's own name without folder and ending: no path of a machine goes into what we write.
    package var stem: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return last.split(separator: ".").first.map(String.init) ?? last
    }

    /// By file, then line, then column; a whole file or line comes before its parts.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line ?? 0, left.column ?? 0) < (
            right.file, right.line ?? 0, right.column ?? 0
        )
    }
}

/// One thing found wrong or worth saying about an input, with what to do about it.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How much it matters: an error sets its row aside or stops the run, a warning and a note do not.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        case error
        case warning
        case note
    }

    /// How much it matters.
    public var severity: Severity
    /// A stable word for programs, such as `unknown-place`.
    public var code: String
    /// Where it was seen.
    public var location: SourceLocation?
    /// The data row, counted from 1 without the header; nil for the file as a whole.
    public var row: Int?
    /// What was seen and what was wanted. No full stop, no "invalid".
    public var problem: String
    /// What to do about it.
    public var remedy: String?
    /// Ids or spellings that the remedy offers.
    public var candidates: [String]

    /// Makes a diagnostic from its parts.
    public init(
        _ severity: Severity, code: String, at location: SourceLocation? = nil, row: Int? = nil,
        problem: String, remedy: String? = nil, candidates: [String] = []
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.row = row
        self.problem = problem
        self.remedy = remedy
        self.candidates = candidates
    }

    /// `file:line:column: error: problem; remedy`, on one line.
    ///
    /// What a terminal would obey and not show (line ends, escapes, marks that turn the direction of
    /// writing) is written out, since problems quote what stands in a file: `\u{1B}`.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let advice = remedy.map { "; \($0)" } ?? ""
        return Self.visible("\(place)\(severity.rawValue): \(problem)\(advice)")
    }

    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        // A view of scalars copies itself for each piece that is appended: a flood took minutes.
        var visible = ""
        for scalar in text.unicodeScalars {
            if isObeyed(scalar) {
                visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
