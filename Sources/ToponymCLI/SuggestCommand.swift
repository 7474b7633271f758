internal import ArgumentParser
internal import GeoJSON
internal import GeoModel
internal import MapPipeline
internal import PlacePack
internal import PlaceResolution
internal import Places

/// Completions of the start of a name.
struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Completes the start of a name, the best place first.",
        discussion: """
            Case and marks do not matter; letters of any script do. Each place comes once, by the first of its \
            names that starts so. Large places come first.

            Examples:
              toponym suggest Step
              toponym suggest Ере --limit 3 --format json
              toponym suggest san --country US --kind city

            Exit status: 0, also when nothing starts so.
            """)

    @Argument(help: "The start of a name.")
    var prefix: String

    @OptionGroup var hints: HintOptions

    @Option(help: ArgumentHelp("At most so many places.", valueName: "n"))
    var limit = 10

    @Option(help: "How answers are written: table, json, ndjson, csv or geojson.")
    var format = AnswerFormat.table

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        let pack = try gazetteer.pack()
        let completions = PlaceResolver(pack: pack).completions(
            of: prefix, in: hints.context(limit: limit))
        let text = text(completions, PlaceDocument(pack: pack))
        try Terminal.writeOutput(Array(text.utf8))
        if completions.isEmpty { common.remark("no name starts with \"\(prefix)\"") }
    }

    private func text(_ completions: [Completion], _ document: PlaceDocument) -> String {
        let header = ["matched", "id", "name", "kind", "country", "longitude", "latitude"]
        switch format {
        case .table:
            var table = TextTable(header: header)
            for completion in completions { table.add(cells(completion, document)) }
            return table.text
        case .csv:
            var csv = CSVText(header: ["prefix"] + header)
            for completion in completions { csv.add([prefix] + cells(completion, document)) }
            return csv.text
        case .json, .ndjson:
            return document.completions(of: prefix, completions).description + "\n"
        case .geojson:
            let collection: JSONValue = [
                "type": "FeatureCollection",
                "features": .array(completions.map { document.feature(prefix, $0) }),
            ]
            return collection.description + "\n"
        }
    }

    private func cells(_ completion: Completion, _ document: PlaceDocument) -> [String] {
        [completion.name.text] + document.cells(completion.place)
    }
}

extension PlaceDocument {
    /// id, name, kind, country, longitude and latitude of a place.
    func cells(_ place: Place) -> [String] {
        [
            place.id, label(place), place.kind.rawValue, place.countryCode ?? "",
            "\(place.coordinate.longitude)", "\(place.coordinate.latitude)",
        ]
    }
}
