internal import GeoJSON
internal import GeoModel
internal import TabularText

/// Tables whose columns are published, so that their sense need not be guessed.
public enum TablePreset: String, Hashable, Sendable, CaseIterable {
    /// The export of the Armed Conflict Location & Event Data project.
    ///
    /// Source: ACLED Codebook, 2023, "Columns in the ACLED dataset".
    case acled
    /// The Georeferenced Event Dataset of the Uppsala Conflict Data Program.
    ///
    /// Source: UCDP GED Codebook version 23.1, section 2, "Variables".
    case ucdpGED = "ucdp-ged"

    /// What people call it.
    public var name: String {
        switch self {
        case .acled: "ACLED"
        case .ucdpGED: "UCDP GED"
        }
    }

    /// The columns that stand for fields.
    var columns: [EventField: String] {
        switch self {
        case .acled:
            [
                .id: "event_id_cnty", .date: "event_date", .place: "location",
                .longitude: "longitude", .latitude: "latitude", .category: "event_type",
                .subcategory: "sub_event_type", .source: "source", .note: "notes",
            ]
        case .ucdpGED:
            [
                .id: "id", .date: "date_start", .place: "where_coordinates",
                .longitude: "longitude", .latitude: "latitude", .title: "dyad_name",
                .category: "type_of_violence", .reportedBy: "source_office",
                .source: "source_article", .note: "where_description",
            ]
        }
    }

    /// Headers that no other table has together.
    private var signature: [String] {
        switch self {
        case .acled: ["event_id_cnty", "event_date", "event_type", "sub_event_type", "location"]
        case .ucdpGED:
            ["type_of_violence", "where_coordinates", "date_start", "date_end", "best", "low"]
        }
    }

    /// The preset whose headers a table has.
    static func recognised(_ headers: [String]) -> TablePreset? {
        let headers = Set(headers)
        return allCases.first { headers.isSuperset(of: $0.signature) }
    }

    /// The columns that fields stand in.
    ///
    /// Those that are not there are left out: files are often cut to some columns.
    func fields(among headers: [String]) -> [EventField: Int] {
        columns.compactMapValues { headers.firstIndex(of: $0) }
    }

    /// The columns of the first and the last day that `rewrite` joins.
    func days(among columns: [EventColumn]) -> (first: Int, last: Int?)? {
        guard self == .ucdpGED,
            let first = columns.firstIndex(where: { $0.header == "date_start" })
        else { return nil }
        return (first, columns.firstIndex { $0.header == "date_end" })
    }

    /// The columns of the figure that `rewrite` gives its bounds.
    func estimate(among columns: [EventColumn]) -> EstimateColumns? {
        func column(_ header: String) -> Int? { columns.firstIndex { $0.header == header } }
        guard self == .ucdpGED, let best = column("best"), let low = column("low"),
            let high = column("high")
        else { return nil }
        return EstimateColumns(best: best, low: low, high: high)
    }
}

/// Makes of several columns what one field holds: UCDP GED gives the first and the last day apart,
/// each with a time of day that is always midnight, and the best estimate apart from its bounds.
struct PresetRewriting {
    private let preset: TablePreset
    private let days: (first: Int, last: Int?)?
    private let datePrecision: Int?
    private let estimate: EstimateColumns?

    /// Nil for a preset that keeps its columns.
    init?(_ preset: TablePreset, _ columns: [EventColumn]) {
        guard preset == .ucdpGED else { return nil }
        self.preset = preset
        days = preset.days(among: columns)
        datePrecision = columns.firstIndex { $0.header == "date_prec" }
        estimate = preset.estimate(among: columns)
    }

    /// Rewrites the cells of a row.
    func rewrite(_ row: inout RawRow, _ memory: inout RowMemory) {
        if let estimate { bound(&row, estimate, &memory) }
        guard let days, let start = row.place(of: days.first) else { return }
        func text(_ column: Int?) -> String? {
            column.flatMap { row.place(of: $0) }.map { row.cells[$0].text }
        }
        let first = Self.day(row.cells[start].text)
        let last = text(days.last).map(Self.day) ?? first
        row.cells[start].text = preset.span(first, last, precision: text(datePrecision) ?? "")
    }

    /// Makes `5 (3-9)` of the columns `best`, `low` and `high`, if they agree.
    private func bound(
        _ row: inout RawRow, _ columns: EstimateColumns, _ memory: inout RowMemory
    ) {
        guard let best = row.place(of: columns.best), let low = row.place(of: columns.low),
            let high = row.place(of: columns.high)
        else { return }
        let text = "\(row.cells[best].text) (\(row.cells[low].text)-\(row.cells[high].text))"
        let figure = try? memory.figures.value(of: text) { text throws(FigureError) in
            try Figure(parsing: text)
        }
        guard let figure, figure.minimum != figure.maximum else { return }
        row.cells[best].text = figure.description
    }

    private static func day(_ text: String) -> String {
        let bytes = text.utf8
        guard let end = bytes.firstIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "T") }),
            bytes[bytes.index(after: end)...].allSatisfy({ $0.isMidnight })
        else { return text }
        return String(text[..<end])
    }
}

extension RawRow {
    /// Where among the cells that of a column is.
    fileprivate func place(of column: Int) -> Int? { cells.firstIndex { $0.column == column } }
}

extension UInt8 {
    /// Whether a time of day that has no other letters is midnight.
    fileprivate var isMidnight: Bool {
        switch self {
        case UInt8(ascii: "0"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "Z"): true
        default: false
        }
    }
}
