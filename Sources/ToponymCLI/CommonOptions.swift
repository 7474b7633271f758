internal import ArgumentParser
internal import Diagnostics
internal import MapPipeline
internal import SystemFiles

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors on standard error.")
    var quiet = false

    @Option(help: "Colour on standard error: auto, always or never.")
    var color = ColorChoice.auto

    @Option(
        help: ArgumentHelp(
            "Threads to work with; the result is the same for any number.", valueName: "n"))
    var threads: Int?

    mutating func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads \(threads): give a number from 1 to 256")
        }
    }

    /// When to colour.
    enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
        case auto
        case always
        case never
    }

    /// Whether findings are printed in colour.
    var isColored: Bool {
        switch color {
        case .auto: SystemFile.standardErrorIsTerminal
        case .always: true
        case .never: false
        }
    }

    /// Prints findings to standard error: all of them, or only errors when quiet.
    func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where !quiet || diagnostic.severity == .error {
            Terminal.say(diagnostic, inColor: isColored)
        }
    }

    /// Prints the findings of a report, and how many more there were.
    func report(_ report: DiagnosticReport) {
        self.report(report.diagnostics)
        for (code, count) in report.counted {
            remark("… and \(count) more of the kind \(code), counted and not listed")
        }
    }

    /// Prints a remark to standard error unless quiet.
    func remark(_ text: String) {
        if !quiet { Terminal.writeError(text + "\n") }
    }
}
