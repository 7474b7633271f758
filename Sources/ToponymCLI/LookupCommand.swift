internal import ArgumentParser
internal import Diagnostics
internal import GeoJSON
internal import MapPipeline
internal import PlacePack
internal import PlaceResolution
internal import Places

/// Places by name.
struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Finds places by any of their names.",
        discussion: """
            Names come as arguments, or one a line on standard input. A name may be followed by the area it \
            lies in ("Garadaghli, Khojavend district") and may be an id (gn:147928).

            Examples:
              toponym lookup Irevan Երևան Erivan
              toponym lookup Zhdanov --as-of 1985 --country AZ
              toponym lookup --format ndjson < names.txt

            Exit status: 1 when a name was not found; several places for one name are not a failure.
            """)

    /// Whether slips are forgiven.
    enum Fuzzy: String, ExpressibleByArgument, CaseIterable {
        case auto
        case none
    }

    @Argument(help: "Names to find; none: one a line from standard input.")
    var names: [String] = []

    @OptionGroup var hints: HintOptions

    @Option(help: "Whether names with a slip are found where none fits: auto or none.")
    var fuzzy = Fuzzy.auto

    @Option(help: ArgumentHelp("At most so many places a name.", valueName: "n"))
    var limit = 20

    @Flag(help: "Say what each score is the sum of.")
    var explain = false

    @Option(help: "How answers are written: table, json, ndjson, csv or geojson.")
    var format = AnswerFormat.table

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        let pack = try gazetteer.pack()
        let resolver = PlaceResolver(pack: pack)
        var context = hints.context(limit: limit)
        context.allowsFuzzy = fuzzy == .auto
        let queries = names.isEmpty ? try Terminal.linesOfInput() : names
        let text = LookupText(pack: pack, explains: explain)
        var hasAll = true
        // Lines stand alone: they are written as they come, and a million names need no memory.
        for batch in format == .ndjson ? queries.map({ [$0] }) : [queries] {
            let answers = batch.map { (query: $0, resolution: resolver.resolve($0, in: context)) }
            try Terminal.writeOutput(text.bytes(answers, as: format))
            if answers.contains(where: { $0.resolution.status == .none }) { hasAll = false }
        }
        guard hasAll else { throw ExitStatus.notAll }
    }
}
