internal import ArgumentParser
internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import MapPipeline
internal import PlacePack
internal import Places

/// An event table as an argument, with what its columns mean.
struct EventInput: ParsableArguments {
    @Argument(help: "The event table: CSV, NDJSON or GeoJSON; - is standard input.")
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
        EventPlacer(pack: pack).check(try reading.table(events))
    }
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

    @Flag(help: "Write nothing when a row is set aside.")
    var strict = false

    func placed(_ file: String, pack: Pack, policy: NamePolicy) throws -> PlacedEvents {
        EventPlacer(pack: pack, policy: policy).place(try table(file))
    }

    func table(_ file: String) throws -> EventTable {
        var options = ReadingOptions()
        options.dates.order = dateOrder.flatMap { .init(rawValue: $0.rawValue) }
        options.dates.spreadsheetDays = excelDates.flatMap { .init(rawValue: $0.rawValue) }
        for column in columns { try options.add(columnMapping: column) }
        return try EventTable.read(try InputFile.read(file), file: file, options: options)
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
