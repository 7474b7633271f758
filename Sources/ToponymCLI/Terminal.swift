internal import Diagnostics
internal import MapPipeline
internal import SystemFiles

/// Standard output for data, standard error for everything else.
enum Terminal {
    /// Writes text to standard error. Nobody is left to tell when that fails.
    static func writeError(_ text: String) {
        try? SystemFile.standardError.write(Array(text.utf8))
    }

    /// Writes bytes to standard output.
    ///
    /// - Throws: `FileFault` when they cannot be written, such as on a full disk.
    static func writeOutput(_ bytes: [UInt8]) throws {
        do {
            try SystemFile.standardOutput.write(bytes)
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "unwritable-output", at: SourceLocation(file: "standard output"),
                    problem: "cannot write it: \(error.reason)",
                    remedy: "use -o FILE, or mend the pipe"))
        }
    }

    /// The lines of standard input that are not blank.
    ///
    /// - Throws: `FileFault` when it cannot be read.
    static func linesOfInput() throws -> [String] {
        String(decoding: try InputFile.read("-"), as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// Prints one finding to standard error.
    static func say(_ diagnostic: Diagnostic, inColor: Bool = false) {
        guard inColor else { return writeError("\(diagnostic)\n") }
        let code =
            switch diagnostic.severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        let word = "\(diagnostic.severity.rawValue):"
        let line = "\(diagnostic)"
        guard let range = line.firstRange(of: word) else { return writeError(line + "\n") }
        writeError(
            line[..<range.lowerBound] + "\u{1B}[\(code)m\(word)\u{1B}[0m"
                + line[range.upperBound...]
                + "\n")
    }
}
