internal import ArgumentParser
internal import Diagnostics
internal import GeoJSON
internal import MapPipeline
internal import PlacePack
internal import Places

/// Events for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes events with their places as GeoJSON.",
        discussion: """
            The ending of the file says the format: .geojson, .geojsonl (one feature a line) or .geojsons \
            (RFC 8142 text sequence).

            Examples:
              toponym export events.csv -o events.geojson
              toponym export events.csv > events.geojson
            """)

    @OptionGroup var input: EventInput

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write; not given: standard output, as .geojson.", valueName: "file"))
    var output: String?

    @OptionGroup var naming: NamingOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        _ = try layout()
    }

    func run() throws {
        let layout = try layout()
        let pack = Pack.embedded
        let policy = try naming.policy(pack)
        let placed = try input.placed(pack: pack, policy: policy)
        common.report(placed.report.diagnostics)
        try input.reading.refuse(placed, common)
        let bytes = EventExport(pack: pack, policy: policy).geoJSON(placed, layout: layout)
        guard let output, output != "-" else { return try Terminal.writeOutput(bytes) }
        try OutputFile.write(bytes, to: output)
        let count = placed.features.count
        common.remark(CheckDocument(placed).summary)
        common.remark("\(output): \(count) \(count == 1 ? "feature" : "features")")
    }

    private func layout() throws -> GeoJSONWriter.Layout {
        guard let output, output != "-" else { return .collection }
        let layouts: [(ending: String, layout: GeoJSONWriter.Layout)] = [
            (".geojson", .collection), (".geojsonl", .lines), (".geojsons", .textSequence),
        ]
        for (ending, layout) in layouts where output.lowercased().hasSuffix(ending) {
            return layout
        }
        throw ValidationError(
            "-o \(output): the ending says the format; write .geojson, .geojsonl or .geojsons")
    }
}
