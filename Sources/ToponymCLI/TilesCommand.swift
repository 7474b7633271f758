internal import ArgumentParser
internal import Diagnostics
internal import MapPipeline
internal import PlacePack
internal import SystemFiles
internal import Tiles

/// Map tiles.
struct TilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiles",
        abstract: "Cuts map tiles: a folder, MBTiles or PMTiles.",
        discussion: """
            toponym tiles EVENTS -o FILE builds; the other commands look at what was built. Tiles side by \
            side are the one map of their zoom, pixel for pixel.

            Examples:
              toponym tiles events.csv -o events.pmtiles --zooms 5-12
              toponym tiles events.csv -o tiles --zooms 5-12 --scale 2 --url-base https://example.org/tiles
              toponym tiles verify events.pmtiles
            """,
        subcommands: [
            TilesBuildCommand.self, TilesInfoCommand.self, TilesVerifyCommand.self,
            TilesDiffCommand.self,
        ],
        defaultSubcommand: TilesBuildCommand.self)
}

/// Tiles of events or of the base map.
struct TilesBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Builds tiles; the command that is meant when none is named.",
        discussion: """
            The ending of the output says the format: .pmtiles, .mbtiles, else a folder of z/x/y.png with a \
            TileJSON document. Without events the base map alone is drawn. What an interrupted run has made \
            is kept in OUTPUT.part: run the same command with --resume to go on, to the same bytes.

            Examples:
              toponym tiles events.csv -o events.pmtiles --zooms 5-12
              toponym tiles --bbox 44,38,51,42 --zooms 5-10 -o base.mbtiles
              toponym tiles events.csv --overlay --zooms 5-12 -o overlay
            """)

    @Argument(help: "The event table: CSV, NDJSON or GeoJSON; - is standard input.")
    var events: String?

    @OptionGroup var reading: ReadingInput

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The archive to write, .pmtiles or .mbtiles, or a folder.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp("The zooms, from first to last.", valueName: "first-last"),
        transform: ZoomsArgument.init)
    var zooms: ZoomsArgument

    @Option(
        name: .customLong("url-base"),
        help: ArgumentHelp(
            "Where tiles will be fetched from, for the TileJSON document.", valueName: "url"),
        transform: URLBaseArgument.init)
    var urlBase: URLBaseArgument?

    @Flag(help: "Goes on with what an interrupted run has made.")
    var resume = false

    @Flag(help: "Events and names alone, on clear ground, to lie over another map.")
    var overlay = false

    @Option(
        name: .customLong("layer"),
        help: ArgumentHelp(
            "A layer of your own under the events: GeoJSON, styled by simplestyle keys; again for several.",
            valueName: "file"))
    var layers: [String] = []

    @Option(help: "The name of the tile set; not given: what the map shows.")
    var title = ""

    @OptionGroup var styling: StylingOptions
    @OptionGroup var naming: NamingOptions
    @OptionGroup var coarsening: CoarseningOptions
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if events == nil, styling.bbox == nil {
            throw ValidationError(
                "nothing says where: name an event table, or give --bbox for the base map alone")
        }
        if overlay, events == nil {
            throw ValidationError("--overlay: without events there is nothing on it")
        }
        if ([events].compactMap(\.self) + layers).filter({ $0 == "-" }).count > 1 {
            throw ValidationError("--layer -: standard input can be read once")
        }
        try checkPlan()
        try naming.validate(gazetteer)
    }

    /// Refuses what no tiles have before the table is read.
    private func checkPlan() throws {
        guard let box = styling.bbox?.box else { return }
        do {
            _ = try TilePlan(zooms: zooms.zooms, box: box, scale: styling.scale)
        } catch {
            throw ValidationError("--bbox and --zooms: \(error)")
        }
    }

    func run() throws {
        let pack = try gazetteer.pack()
        var options = styling.options()
        options.policy = try naming.policy(pack)
        options.threads = common.threads ?? 1
        options.theme = try styling.theme.theme(common)
        options.title = title
        for layer in layers { options.ownLayers.append(try OwnLayerFile.read(layer)) }
        let placed = try placed(pack, options)
        let base = RiverFile.basemap()
        if let problem = base.problem { common.remark("note: \(problem)") }
        let maker = try MapMaker(pack: pack, basemap: base.store)
        let job = try job(maker, placed, options)
        try job.check()
        let estimate = job.estimate
        common.remark(
            "\(estimate.tiles) tiles, no more than about \(megabytes(estimate.archiveBytes))")
        let meter = ProgressMeter(isShown: !common.quiet && SystemFile.standardErrorIsTerminal)
        let summary = try job.run { meter.show($0) }
        meter.clear()
        if let placed { common.remark(CheckDocument(placed).summary) }
        common.remark(
            "\(output): \(summary.tiles) tiles, \(summary.pictures) distinct pictures of "
                + "\(megabytes(summary.pictureBytes))")
    }

    private func placed(_ pack: Pack, _ options: MapOptions) throws -> PlacedEvents? {
        guard let events else { return nil }
        let table = try reading.placed(events, pack: pack, policy: options.policy)
        common.report(table.report.diagnostics)
        try reading.refuse(table, common)
        try options.check(against: table)
        return coarsening.apply(
            to: table, pack: pack, policy: options.policy,
            keeping: Set([options.sizeBy].compactMap(\.self)), common)
    }

    private func job(
        _ maker: MapMaker, _ placed: PlacedEvents?, _ options: MapOptions
    ) throws -> TileJob {
        var tiles = TileOptions(
            zooms: zooms.zooms, output: TileOutput(output, urlBase: urlBase?.text))
        tiles.box = styling.bbox?.box
        tiles.isOverlay = overlay
        tiles.resumes = resume
        do {
            return try maker.tiles(of: placed, options: options, tiles: tiles)
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "no-such-tiles", problem: "\(error)",
                    remedy: "say what is covered with --bbox"))
        }
    }
}

/// Bytes as people read them.
func megabytes(_ bytes: Int) -> String {
    bytes < 1_000_000
        ? "\((bytes + 999) / 1000) kB"
        : "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
}
