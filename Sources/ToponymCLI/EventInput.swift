internal import ArgumentParser
internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import MapPipeline
internal import PlacePack
internal import Places
internal import TabularText

/// An event table as an argument, with what its columns mean.
struct EventInput: ParsableArguments {
    @Argument(
        help:
            "The event table: CSV, NDJSON, GeoJSON, GeoPackage or FlatGeobuf; - is standard input.")
    var events: String

    @OptionGroup var reading: ReadingInput

    /// Reads the table and finds its places.
    ///
    /// - Throws: `FileFault` for what makes the whole file useless.
    func placed(pack: Pack, policy: NamePolicy) throws -> PlacedEvents {
        try reading.placed(events, pack: pack, policy: policy)
    }

    /// Reads the table, finds its places and looks for what is worth a second look.
    ///
    /// - Throws: `FileFault` for what makes the whole file useless.
    func checked(pack: Pack) throws -> PlacedEvents {
        try EventPlacer(pack: pack).check(
            try reading.open(events), file: events, options: try reading.options())
    }
}

/// An event table as an argument that may be missing.
struct ExportInput: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The event table: CSV, NDJSON, GeoJSON, GeoPackage or FlatGeobuf; - is standard input. None with --places.",
            valueName: "events"))
    var table: String?

    @OptionGroup var reading: ReadingInput

    /// The table; standard input where none was named, which `ExportCommand` refuses.
    var events: String { table ?? "-" }

    /// Reads the table and finds its places.
    ///
    /// - Throws: `FileFault` for what makes the whole file useless.
    func placed(pack: Pack, policy: NamePolicy) throws -> PlacedEvents {
        try reading.placed(events, pack: pack, policy: policy)
    }
}

/// The presets by the names of the command line.
enum PresetName: String, ExpressibleByArgument, CaseIterable {
    case acled
    case ucdpGED = "ucdp-ged"
}

/// The encodings by the names of the command line.
enum EncodingName: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1254 = "windows-1254"
}

/// How an event table is read.
struct ReadingInput: ParsableArguments {
    /// Whether the day or the month stands first.
    enum DateOrder: String, ExpressibleByArgument, CaseIterable {
        case dmy
        case mdy
    }

    /// The year that a spreadsheet counts its days from.
    enum SpreadsheetYear: String, ExpressibleByArgument, CaseIterable {
        case from1900 = "1900"
        case from1904 = "1904"
    }

    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            "Says which column is which, such as date=when.", valueName: "field=header"))
    var columns: [String] = []

    @Option(
        help: "The columns of a published table: acled or ucdp-ged; not given: told by the headers."
    )
    var preset: PresetName?

    @Option(
        help: ArgumentHelp(
            "How the letters are written; not given: told by the bytes, and said.",
            valueName: "encoding"))
    var encoding: EncodingName?

    @Option(
        name: .customLong("date-order"),
        help: ArgumentHelp(
            "What 12.07.2020 is: dmy, the day first, or mdy; not given: such dates are refused.",
            valueName: "order"))
    var dateOrder: DateOrder?

    @Option(
        name: .customLong("excel-dates"),
        help: ArgumentHelp(
            "Reads numbers such as 44024 as days of a spreadsheet that counts from 1900 or 1904.",
            valueName: "year"))
    var excelDates: SpreadsheetYear?

    @Option(
        help: ArgumentHelp(
            "The table of a GeoPackage; not given: the only one, or event_places.",
            valueName: "name"))
    var table: String?

    @Flag(help: "Write nothing when a row is set aside; no option of check.")
    var strict = false

    /// What the options say.
    func options() throws -> ReadingOptions {
        var options = ReadingOptions()
        for column in columns { try options.add(columnMapping: column) }
        options.dates.order = dateOrder.flatMap { .init(rawValue: $0.rawValue) }
        options.dates.spreadsheetDays = excelDates.flatMap { .init(rawValue: $0.rawValue) }
        options.preset = preset.flatMap { TablePreset(rawValue: $0.rawValue) }
        options.encoding = encoding.flatMap { TextEncoding(rawValue: $0.rawValue) }
        return options
    }

    /// Opens a table.
    func open(_ file: String) throws -> any ByteInput {
        try FileInput.table(file, table: table)
    }

    /// Reads a table whole and finds its places; `input` is the file where it is open already.
    func placed(
        _ file: String, _ input: (any ByteInput)? = nil, pack: Pack, policy: NamePolicy
    ) throws -> PlacedEvents {
        EventPlacer(pack: pack, policy: policy).place(try table(file, input))
    }

    /// Reads a table whole, which a map has to.
    func table(_ file: String, _ input: (any ByteInput)? = nil) throws -> EventTable {
        var options = try options()
        options.limits.rows = MapOptions.greatestRows
        return try EventTable.read(
            try input ?? open(file), file: file, options: options)
    }

    /// Ends the run when a row was set aside and that is not allowed.
    func refuse(_ placed: PlacedEvents, _ common: CommonOptions) throws {
        guard strict, placed.setAsideCount > 0 else { return }
        common.remark(
            "--strict: \(placed.setAsideCount) of \(placed.rows) rows set aside; nothing is written"
        )
        throw ExitStatus.notAll
    }
}
