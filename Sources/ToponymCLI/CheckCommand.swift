internal import ArgumentParser
internal import Diagnostics
internal import GeoJSON
internal import MapPipeline
internal import PlacePack
internal import Places

/// The report on an event table alone.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reports what an event table holds and what is wrong with it.",
        discussion: """
            Every row is counted once: placed, known by country only, without a place, or set aside.

            Examples:
              toponym check events.csv
              toponym check events.csv --format json

            Exit status: 1 when a row would be set aside.
            """)

    /// How the report is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @OptionGroup var input: EventInput

    @Option(help: "How the report is written: text or json.")
    var format = Format.text

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard input.reading.strict else { return }
        throw ValidationError(
            "--strict: a check writes its report alone, and ends with 1 when a row would be set "
                + "aside; leave it out")
    }

    func run() throws {
        let placed = try input.checked(pack: try gazetteer.pack())
        let document = CheckDocument(placed)
        switch format {
        case .json:
            try Terminal.writeOutput(Array((document.json.description + "\n").utf8))
        case .text:
            try Terminal.writeOutput(Array(document.text.utf8))
        }
        if placed.setAsideCount > 0 { throw ExitStatus.notAll }
    }
}
