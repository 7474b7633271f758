internal import ArgumentParser
internal import Diagnostics
internal import EDTF
internal import GeoJSON
internal import MapPipeline
internal import PlaceImport
internal import PlaceIndex
internal import PlacePack

/// Gazetteer packs: files of places and names that are read where they lie.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Builds, describes and checks gazetteer packs.",
        discussion: """
            A pack is one file of places with all their names and indexes. --pack FILE adds it to the \
            gazetteer of lookup, names, check, map and export.
            """,
        subcommands: [PackBuildCommand.self, PackInfoCommand.self, PackVerifyCommand.self])
}

/// A pack from tables.
struct PackBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Builds a pack.",
        discussion: """
            Tables are those of the curated gazetteer: places.tsv, names.tsv and others, tab-separated. Files \
            of others are read in the order of their options here and may be packed with gzip; all but \
            those of GeoNames, and collections that say both themselves, need --licence and --credit. Rows that cannot be read are listed and left \
            out. Same input, same bytes.

            Examples:
              toponym pack build --tables my-places -o mine.pack
              toponym pack build --tables curated --tables derived -o both.pack
              toponym pack build --geonames AZ.txt --alternate-names alternateNamesV2.txt \
                --title "Azerbaijan, GeoNames" --pack-date 2024-06-01 -o az.pack
              toponym pack build --lpf places.jsonl --title "My atlas" --pack-date 2024-06-01 \
                --licence "CC BY 4.0" --credit "© My atlas" --source-key atlas -o atlas.pack
            """)

    @Option(
        help: ArgumentHelp(
            "A folder of tables; again for several, which add rows to those before.",
            valueName: "folder"))
    var tables: [String] = []

    @OptionGroup(title: "Files of others") var imports: ImportOptions

    @Option(help: ArgumentHelp("What the pack calls itself; not given: as pack.tsv says."))
    var title: String?

    @Option(
        name: .customLong("pack-version"),
        help: ArgumentHelp(
            "The version of the pack; not given: as pack.tsv says.", valueName: "text"))
    var packVersion: String?

    @Option(
        name: .customLong("pack-date"),
        help: ArgumentHelp(
            "The day up to which the pack tells; not given: as pack.tsv says.", valueName: "date"),
        transform: DateArgument.init)
    var packDate: DateArgument?

    @Option(
        help: ArgumentHelp(
            "A file of outlines for areas of the pack, such as outlines.bin.", valueName: "file"))
    var outlines: String?

    @Flag(help: "Write nothing when a row cannot be read.")
    var strict = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard tables.isEmpty else { return }
        if imports.files(title: title).isEmpty {
            throw ValidationError(
                "nothing to build from: name a folder with --tables, or files such as --geonames")
        }
        if title == nil || packDate?.date.latest == nil {
            throw ValidationError("--title and --pack-date: say both when there are no --tables")
        }
    }

    func run() throws {
        var (contents, hasErrors) = try startingContents()
        if let outlines { contents.outlines = try PackFile.outlines(outlines) }
        var builder = PackBuilder(contents)
        try imports.files(title: title).add(to: &builder) { file in
            common.report(file.log.report)
            hasErrors = hasErrors || file.log.passedOver > 0
            common.remark("\(file.name): \(file.summary)")
        }
        if strict, hasErrors {
            common.remark("--strict: some rows cannot be read; nothing is written")
            throw ExitStatus.notAll
        }
        builder.change { contents in
            contents.title = title ?? contents.title
            contents.version = packVersion ?? contents.version
            contents.date = packDate?.date.latest ?? contents.date
        }
        let counts = "\(builder.placeCount) places, \(builder.nameCount) names"
        let size = try builder.write(to: output)
        common.remark("\(output): \(counts), \(size) bytes")
    }

    /// What the tables hold, or nothing but the title and date; and whether a row could not be read.
    private func startingContents() throws -> (PackContents, hasErrors: Bool) {
        guard tables.isEmpty, let title, let day = packDate?.date.latest else {
            let (contents, report) = try CuratedTables(folders: tables).read()
            common.report(report)
            return (contents, report.hasErrors)
        }
        return (PackContents(title: title, date: day), false)
    }
}

/// What a pack says of itself.
struct PackInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Says what a pack holds: title, date, hash, counts, sections, credits.",
        discussion: """
            Examples:
              toponym pack info
              toponym pack info mine.pack --format json
            """)

    /// How it is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "The pack; none: the one linked into the program.")
    var file: String?

    @Option(help: "How it is written: text or json.")
    var format = Format.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let pack = try file.map { try PackFile.open($0) } ?? .embedded
        let document = PackDocument(pack, name: file ?? "linked")
        let text = format == .text ? document.text : document.json.description + "\n"
        try Terminal.writeOutput(Array(text.utf8))
    }
}

/// Whether a pack is whole.
struct PackVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks every byte of a pack and every reference in it.",
        discussion: """
            Examples:
              toponym pack verify mine.pack

            Exit status: 2 when the file is damaged or is no pack.
            """)

    @Argument(help: "The pack.")
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let pack = try PackFile.verified(file)
        let census = pack.census
        common.remark("\(file): whole; \(census.places) places, \(census.names) names")
    }
}
