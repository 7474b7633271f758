internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import MapPipeline

/// A theme by its name, or a file of the map maker's own.
enum ThemeArgument {
    case builtIn(Theme)
    case file(String)

    /// The names of the built-in themes, for help and errors.
    static var names: String { Theme.all.map(\.name).joined(separator: ", ") }

    /// Takes a name; what has an ending or lies in a folder is a file.
    init(_ argument: String) throws {
        if let theme = Theme(named: argument) {
            self = .builtIn(theme)
        } else if argument.contains(".") || argument.contains("/") {
            self = .file(argument)
        } else {
            let nearest = Spelling.nearest(to: argument, among: Theme.all.map(\.name))
            let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
            throw ValidationError(
                "there is no theme \"\(argument)\": write \(Self.names), or a file with an ending, "
                    + "such as mine.toml\(hint)")
        }
    }

    /// The theme; what would be hard to read is reported.
    ///
    /// - Throws: `FileFault` for a file that cannot be used.
    func theme(_ common: CommonOptions) throws -> Theme {
        switch self {
        case .builtIn(let theme): return theme
        case .file(let name):
            let file = try ThemeFile(
                reading: try InputFile.read(name, limit: 1 << 20), file: name)
            common.report(file.warnings)
            return file.theme
        }
    }
}

/// Themes as files.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Prints a theme as a file to start from, or checks one of your own.",
        discussion: """
            Prints every key, whatever the file leaves out.

            Examples:
              toponym theme light > mine.toml
              toponym map events.csv --theme mine.toml -o map.png
            """)

    @Argument(
        help: ArgumentHelp(
            "One of \(ThemeArgument.names), or a file.", valueName: "name"),
        transform: ThemeArgument.init)
    var theme: ThemeArgument

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Terminal.writeOutput(Array(ThemeFile.text(of: try theme.theme(common)).utf8))
    }
}
