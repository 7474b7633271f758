/// A session at a terminal as text: what was typed, what came back.
///
///     # Remarks begin with a number sign.
///     $ toponym lookup Nowhere < names.txt
///         standard output is set in by four blanks
///       ! standard error by an exclamation mark
///       exit 1
///
/// Commands are `toponym` and `ls`, which lists the files that came new. Words may be quoted; `<` and
/// `>` redirect. There is no shell: what is tested is the program.
struct Transcript {
    /// A line that is typed.
    private enum Line {
        case remark(String)
        case command(String)
    }

    private let lines: [Line]

    /// A command that cannot be run.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// Takes remarks and commands from a transcript; what came back is left out.
    ///
    /// - Throws: `Fault` when there is no command: a test that runs nothing must not pass.
    init(_ text: String) throws {
        lines = text.split(separator: "\n").compactMap { line in
            if line.hasPrefix("$ ") { return .command(String(line.dropFirst(2))) }
            return line.hasPrefix("#") ? .remark(String(line)) : nil
        }
        let hasCommand = lines.contains {
            if case .command = $0 { true } else { false }
        }
        guard hasCommand else { throw Fault(description: "a transcript without a command") }
    }

    /// Runs the commands one after the other and writes the transcript anew.
    func replayed(in workplace: Workplace) async throws -> String {
        var text = ""
        var follows = true
        for line in lines {
            switch line {
            case .remark(let remark):
                text += (follows ? "" : "\n") + remark + "\n"
                follows = true
            case .command(let command):
                text += (follows ? "" : "\n") + "$ \(command)\n"
                text += try await Self.outcome(of: command, in: workplace)
                follows = false
            }
        }
        return text
    }

    private static func outcome(of command: String, in workplace: Workplace) async throws -> String
    {
        var command = try ShellWords(command)
        switch command.words.removeFirst() {
        case "ls": return indented(try workplace.newFiles().joined(separator: "\n"), by: "    ")
        case "toponym":
            let outcome = try await Program.run(
                command.words, in: workplace.folder, input: command.input.map(workplace.path),
                output: command.output.map(workplace.path))
            return indented(outcome.text, by: "    ") + indented(outcome.errors, by: "  ! ")
                + "  exit \(outcome.status)\n"
        case let other: throw Fault(description: "no command is called \(other)")
        }
    }

    private static func indented(_ text: String, by margin: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { ($0.isEmpty ? "" : margin + $0) + "\n" }.joined()
    }
}

/// A command line taken apart as a shell does, without expansion.
private struct ShellWords {
    var words: [String] = []
    var input: String?
    var output: String?

    init(_ line: String) throws {
        var rest = Self.split(line)[...]
        while let word = rest.popFirst() {
            switch word {
            case "<": input = rest.popFirst()
            case ">": output = rest.popFirst()
            default: words.append(word)
            }
        }
        guard !words.isEmpty else { throw Transcript.Fault(description: "an empty command") }
    }

    private static func split(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let whole = word { words.append(whole) }
        return words
    }
}
