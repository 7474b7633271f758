internal import ArgumentParser
internal import EDTF
internal import GeoJSON
internal import GeoModel
internal import MapPipeline
internal import PlacePack
internal import Places

/// Places by position.
struct ReverseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: "Finds the places nearest to a position, and the areas it lies in.",
        discussion: """
            Positions are degrees, longitude before latitude, as arguments or one a line on standard input. \
            Distances are metres along the sphere. A position lies in an area by the area's outline, and by what \
            is claimed of a place less than 2 km away; each says who claims it, and since when.

            Examples:
              toponym reverse 46.75,39.82
              toponym reverse 46.75,39.82 --as-of 1988 --limit 1
              toponym reverse -71.06,42.36 44.5,40.2 --kind city --format json

            Exit status: 1 when there is neither a place nor an area for a position.
            """)

    @Argument(
        help: ArgumentHelp(
            "Positions; none: one a line from standard input.", valueName: "LON,LAT"),
        transform: PositionArgument.init)
    var positions: [PositionArgument] = []

    @Option(
        help: ArgumentHelp("Only places in a country, by its ISO 3166-1 code.", valueName: "code"),
        transform: CountryArgument.init)
    var country: CountryArgument?

    @Option(
        help: ArgumentHelp(
            "Only places of a kind; not given: all but areas.", valueName: "kind"))
    var kind: [PlaceKind] = []

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The date of outlines and claims (EDTF); not given: that of the gazetteer.",
            valueName: "date"),
        transform: DateArgument.init)
    var asOf: DateArgument?

    @Option(help: ArgumentHelp("At most so many places a position.", valueName: "n"))
    var limit = 5

    @Option(help: "How answers are written: table, json, ndjson, csv or geojson.")
    var format = AnswerFormat.table

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        let pack = try gazetteer.pack()
        let text = ReverseText(pack: pack)
        let positions = try self.positions.isEmpty ? linesOfInput() : self.positions
        var hasAll = true
        // Lines stand alone: they are written as they come.
        for batch in format == .ndjson ? positions.map({ [$0] }) : [positions] {
            let answers = batch.map { answer($0, pack) }
            try Terminal.writeOutput(Array(text.text(answers, as: format).utf8))
            if answers.contains(where: { $0.nearest.isEmpty && $0.within.isEmpty }) {
                hasAll = false
            }
        }
        guard hasAll else { throw ExitStatus.notAll }
    }

    private func answer(_ position: PositionArgument, _ pack: Pack) -> Whereabouts {
        Whereabouts(of: position.coordinate, in: pack, asOf: asOf?.date, limit: limit) { place in
            (kind.isEmpty ? !place.kind.isArea : kind.contains(place.kind))
                && (country.map { place.isClaimed(byCountry: $0.code) } ?? true)
        }
    }

    private func linesOfInput() throws -> [PositionArgument] {
        try Terminal.linesOfInput().map { line in
            do {
                return try PositionArgument(line)
            } catch {
                throw ValidationError("standard input: \"\(line)\": \(error)")
            }
        }
    }
}
