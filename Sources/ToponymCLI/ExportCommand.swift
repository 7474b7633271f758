internal import ArgumentParser
internal import Diagnostics
internal import EventIngest
internal import FeatureFormats
internal import MapPipeline
internal import PlacePack
internal import Places
internal import TabularText

/// Events for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes events with their places, or places alone, for other programs.",
        discussion: """
            The ending of the file or --format says the format: geojson, geojsonl (one feature a line), geojsons \
            (RFC 8142 text sequence), csv (the rows that are events, with the columns they were read from), kml, \
            gpkg (GeoPackage) or fgb (FlatGeobuf, in the order of its index).
            Tables of any size are written in bounded memory.

            Examples:
              toponym export events.csv -o events.geojson
              toponym export events.csv > events.geojson
              toponym export events.csv --format geojsonl --fields event_id,start,killed
              toponym export --places --country AM --kind city -o cities.geojson

            With --places, the entries of the gazetteer are written instead, with all their names, in the order \
            of their ids: geojson, geojsonl, geojsons and fgb with outlines as of --as-of; .lpf.json or .jsonld, \
            Linked Places Format; .tsv, LP-TSV; .csv, one name a row. pack build reads the last three back, \
            the first of them without loss.
            """)

    @OptionGroup var input: ExportInput

    @Flag(help: "Write the places of the gazetteer, not events.")
    var places = false

    @OptionGroup(title: "Which places, with --places") var selection: PlaceSelection

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write; not given: standard output, as .geojson.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The format, whatever the ending of the file: \(ExportFormat.allWords.joined(separator: ", ")).",
            valueName: "format"), transform: Self.format)
    var format: ExportFormat?

    @Flag(
        help: "With .csv: a row for each event and place, with all properties and the shape as WKT."
    )
    var wkt = false

    @Option(
        help: ArgumentHelp(
            "The properties to write, in this order; not given: all. For .csv, the columns.",
            valueName: "a,b,c"))
    var fields: String?

    @OptionGroup var coarsening: CoarseningOptions
    @OptionGroup var naming: NamingOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try naming.validate(gazetteer)
        guard !places else { return try validatePlaces() }
        guard input.table != nil else {
            throw ValidationError("name an event table, or say --places")
        }
        guard selection.isEmpty else {
            throw ValidationError("--country, --kind and --bbox choose places: add --places")
        }
        let format = try chosenFormat()
        if format == .csv, coarsening.coarsen != nil {
            throw ValidationError(
                "--coarsen: a row cannot hold the cells of several places; add --wkt, or write another "
                    + "format")
        }
    }

    private func validatePlaces() throws {
        guard input.table == nil, coarsening.coarsen == nil, format == nil, fields == nil else {
            throw ValidationError(
                "--places writes places alone: give no event table, --coarsen, --format or --fields"
            )
        }
        _ = try GazetteerExport.Format(output: output)
    }

    func run() throws {
        if places {
            return try PlacesRun(
                output: output, selection: selection, naming: naming, gazetteer: gazetteer,
                common: common
            ).run()
        }
        let format = try chosenFormat()
        let pack = try gazetteer.pack()
        let policy = try naming.policy(pack)
        let placer = EventPlacer(pack: pack, policy: policy)
        let export = EventExport(pack: pack, policy: policy, fields: chosenFields)
        if coarsening.coarsen != nil { return try writeCoarsened(export, format, pack, policy) }
        let file = try input.reading.open(input.events)
        // Nothing may be written once a row is set aside, which only the whole table tells.
        if input.reading.strict { try input.reading.refuse(tally(file, placer), common) }
        var stream = try open(file, placer)
        try export.write(&stream, as: format, toFile: output ?? "-")
        common.report(stream.placed.report)
        let isTable = format == .csv
        summarise(
            stream.placed,
            isTable ? stream.placed.rows - stream.placed.setAsideCount : stream.featureCount,
            isTable ? "row" : "feature")
    }

    /// Writes events no closer than they may be told. The table is held whole, since any row may name a
    /// place that another must not.
    private func writeCoarsened(
        _ export: EventExport, _ format: ExportFormat, _ pack: Pack, _ policy: NamePolicy
    ) throws {
        let table = try input.placed(pack: pack, policy: policy)
        try input.reading.refuse(table, common)
        common.report(table.report.diagnostics)
        let placed = coarsening.apply(to: table, pack: pack, policy: policy, common)
        try export.write(placed, as: format, toFile: output ?? "-")
        summarise(placed, placed.features.count, "feature")
    }

    /// Says what was written, unless it went to standard output.
    private func summarise(_ placed: PlacedEvents, _ count: Int, _ word: String) {
        guard let output, output != "-" else { return }
        common.remark(CheckDocument(placed).summary)
        common.remark("\(output): \(count) \(word)\(count == 1 ? "" : "s")")
    }

    /// More rows than this are refused: their ids would fill a gigabyte.
    private static let greatestRows = 100_000_000

    private func open(_ file: any ByteInput, _ placer: EventPlacer) throws -> EventStream {
        var options = try input.reading.options()
        options.limits.rows = Self.greatestRows
        return try EventStream(file, file: input.events, options: options, placer: placer)
    }

    /// The counts of a table, with nothing written; its findings are told.
    private func tally(_ file: any ByteInput, _ placer: EventPlacer) throws -> PlacedEvents {
        var stream = try open(file, placer)
        while true {
            if case .end = try stream.next() { break }
        }
        if stream.placed.setAsideCount > 0 { common.report(stream.placed.report) }
        return stream.placed
    }

    private var chosenFields: [String]? {
        fields?.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    /// The format that `--format` says, or the ending of the file.
    private func chosenFormat() throws -> ExportFormat {
        let isPiped = output == nil || output == "-"
        let found =
            format
            ?? (isPiped ? .geoJSON(.collection) : output.flatMap(ExportFormat.init(endingOf:)))
        guard let found else {
            throw ValidationError(
                "-o \(output ?? ""): the ending says the format; write \(Self.endings), or say it "
                    + "with --format")
        }
        if wkt {
            guard found == .csv else {
                throw ValidationError("--wkt: only .csv has no shapes by itself")
            }
            return .featureCSV
        }
        if isPiped, found.needsFile {
            throw ValidationError(
                "this format is a database, which a pipe cannot hold; name a file with -o")
        }
        return found
    }

    private static var endings: String {
        let endings = ExportFormat.allWords.map { ".\($0)" }
        return endings.dropLast().joined(separator: ", ") + " or \(endings.last ?? "")"
    }

    private static func format(_ argument: String) throws -> ExportFormat {
        guard let format = ExportFormat(word: argument) else {
            let guess = Spelling.nearest(to: argument, among: ExportFormat.allWords)
            throw ValidationError(
                guess.map { "did you mean \($0)?" }
                    ?? "write \(ExportFormat.allWords.joined(separator: ", "))")
        }
        return format
    }
}
