internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import GeoJSON
internal import MapPipeline
internal import PlacePack
internal import PlaceResolution
internal import Places
internal import Projections
internal import SystemFiles
internal import TabularText

/// A finished map.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draws a finished map of events or places.",
        discussion: """
            The ending of the file says the format: .png or .svg. Rows that cannot be placed are listed on \
            standard error and counted on the map.

            Examples:
              toponym map events.csv -o map.png
              toponym map events.csv --as-of 1990 --from 1988 --to 1991 -o map.png
              toponym map --places "Khankendi; Shusha; Yerevan" --names az+hy -o names.png
              toponym map events.csv --layer roads.geojson -o map.png
              toponym map events.csv --bare --zoom 8 --bbox 44,38.5,49,41 -o window.png
            """)

    /// What a file holds.
    enum Format {
        case png
        case svg
    }

    /// How the colours of a PNG are kept.
    enum PNGColorChoice: String, ExpressibleByArgument, CaseIterable {
        case palette
        case rgb
    }

    /// How the text of an SVG is kept.
    enum SVGTextChoice: String, ExpressibleByArgument, CaseIterable {
        case outlines
        case text
    }

    @Argument(help: "The event table: CSV, NDJSON or GeoJSON; - is standard input.")
    var events: String?

    @OptionGroup var reading: ReadingInput

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write, .png or .svg.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "Places that the map is about, with ; between them.", valueName: "places"))
    var places: String?

    @Option(
        name: .customLong("layer"),
        help: ArgumentHelp(
            "A layer of your own under the events: GeoJSON, styled by simplestyle keys; again for several.",
            valueName: "file"))
    var layers: [String] = []

    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var coarsening: CoarseningOptions
    @OptionGroup var naming: NamingOptions

    @Option(help: ArgumentHelp("Also writes what the map says, as JSON.", valueName: "file"))
    var describe: String?

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if events == nil, places == nil, layers.isEmpty {
            throw ValidationError(
                "nothing to draw: name an event table, --places \"Khankendi; Shusha\" or a --layer")
        }
        if ([events].compactMap(\.self) + layers).filter({ $0 == "-" }).count > 1 {
            throw ValidationError("--layer -: standard input can be read once")
        }
        if let describe, describe == output {
            throw ValidationError("--describe \(describe): -o names the same file")
        }
        let format = try format()
        if drawing.zoom != nil {
            guard format == .png else {
                throw ValidationError("-o \(output): --zoom draws pixels; write .png")
            }
            if let describe, describe == WorldFile.name(beside: output) {
                throw ValidationError("--describe \(describe): the world file has that name")
            }
        }
        try naming.validate(gazetteer)
    }

    func run() throws {
        let pack = try gazetteer.pack()
        var options = try drawing.options()
        options.policy = try naming.policy(pack)
        options.threads = common.threads ?? SystemFile.processorCount
        options.theme = try drawing.styling.theme.theme(common)
        for layer in layers { options.ownLayers.append(try OwnLayerFile.read(layer)) }

        var placed: PlacedEvents?
        var counted: CountedPoints?
        if let events {
            // Opened once: standard input is laid aside by whoever reads it first.
            let input = try reading.open(events)
            counted = try countedPoints(input, events, options)
            let table =
                try counted?.placed
                ?? reading.placed(events, input, pack: pack, policy: options.policy)
            common.report(table.report)
            try reading.refuse(table, common)
            try options.check(against: table)
            placed = coarsening.apply(
                to: table, pack: pack, policy: options.policy,
                keeping: Set([options.sizeBy].compactMap(\.self)), common)
        }
        let wanted = try wantedPlaces(pack, policy: options.policy)
        let base = RiverFile.basemap()
        if let problem = base.problem { common.remark("note: \(problem)") }
        let map = try MapMaker(pack: pack, basemap: base.store)
            .map(
                of: placed, counting: counted?.points, wanted: wanted.ids,
                notFound: wanted.missing, options: options)
        try counted?.check()
        let bytes = try format() == .png ? map.png() : map.svg()
        if options.isShaded, !map.composed.isShaded {
            common.remark(
                "note: nothing is shaded: no heights are known finely enough for this scale")
        }
        var files = [(bytes: bytes, name: output)]
        if let world = map.worldFile {
            files.append((Array(world.text.utf8), WorldFile.name(beside: output)))
        }
        if let describe { files.append((Array((map.json.description + "\n").utf8), describe)) }
        try OutputFile.write(files)
        if let placed { common.remark(CheckDocument(placed).summary) }
        common.remark("\(output): \(bytes.count) bytes")
        if map.worldFile != nil {
            common.remark(
                "\(WorldFile.name(beside: output)): where its pixels lie, in metres of EPSG:3857")
        }
    }

    /// The table as positions that are only counted; nil where its events are to be told apart.
    private func countedPoints(
        _ input: any ByteInput, _ events: String, _ options: MapOptions
    ) throws -> CountedPoints? {
        // A table of positions has neither dates nor categories: whoever asks for some is told so.
        guard options.density != .never, options.filter == EventFilter() else { return nil }
        return try CountedPoints.read(
            input, file: events, options: try reading.options(),
            always: options.density == .always, threads: options.threads)
    }

    private func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
    }

    private func format() throws -> Format {
        let name = output.lowercased()
        if name.hasSuffix(".png") { return .png }
        if name.hasSuffix(".svg") { return .svg }
        throw ValidationError("-o \(output): the ending says the format; write .png or .svg")
    }

    /// The ids of the places asked for; those that cannot be told are reported.
    private func wantedPlaces(_ pack: Pack, policy: NamePolicy) throws -> (
        ids: [String], missing: Int
    ) {
        guard let places else { return ([], 0) }
        let resolver = PlaceResolver(pack: pack)
        let names = places.split(separator: ";").map(trimmed).filter { !$0.isEmpty }
        var ids: [String] = []
        for name in names {
            let resolution = resolver.resolve(name, in: ResolutionContext(asOf: policy.asOf))
            if let match = resolution.match {
                ids.append(match.place.id)
            } else {
                common.report([PlaceFault(resolution, of: name).diagnostic])
            }
        }
        let missing = names.count - ids.count
        if reading.strict, missing > 0 { throw ExitStatus.notAll }
        if ids.isEmpty, events == nil {
            throw FileFault(
                Diagnostic(
                    .error, code: "nothing-to-draw", problem: "none of the places can be told",
                    remedy: "`toponym lookup NAME` shows what there is"))
        }
        return (ids, missing)
    }
}
