internal import ArgumentParser
internal import GeoJSON
internal import EDTF
internal import MapPipeline
internal import PlaceIndex
internal import PlacePack
internal import PlaceResolution
internal import Places

/// Every name of a place.
struct NamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "Lists every name of a place with its language, kind, period and source.",
        discussion: """
            Examples:
              toponym names Ganja
              toponym names gn:586523 --format json
            """)

    /// How names are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    @Argument(help: ArgumentHelp("An id, or a name that one place bears.", valueName: "id-or-name"))
    var query: String

    @Option(help: "How names are written: table or json.")
    var format = Format.table

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let pack = try gazetteer.pack()
        let resolution = PlaceResolver(pack: pack).resolve(query)
        let document = PlaceDocument(pack: pack)
        switch resolution.status {
        case .none:
            common.remark(LookupText(pack: pack, explains: false).nothing(query, resolution))
            throw ExitStatus.notAll
        case .match, .ambiguous:
            let places = resolution.match.map { [$0.place] } ?? resolution.candidates.map(\.place)
            if places.count > 1 {
                common.remark("\"\(query)\" fits \(places.count) places; all are listed")
            }
            if let match = resolution.match, match.tier == .fuzzy {
                let name = match.spelling
                common.remark("\"\(query)\" is read as \"\(name)\" (\(match.place.id))")
            }
            for place in places {
                try Terminal.writeOutput(Array(text(place, document).utf8))
            }
        }
    }

    private func text(_ place: Place, _ document: PlaceDocument) -> String {
        switch format {
        case .json: document.names(of: place).description + "\n"
        case .table:
            "\(place.id)  \(document.label(place)), \(place.kind.rawValue)\n" + table(place)
        }
    }

    private func table(_ place: Place) -> String {
        var table = TextTable(
            header: [
                "text", "language", "kind", "perspective", "period", "certainty", "source",
            ])
        for name in place.names {
            table.add([
                name.text, name.language.description, name.kind.rawValue, name.perspective ?? "",
                name.period?.description ?? "", name.certainty.rawValue, name.source,
            ])
        }
        return table.text
    }
}
