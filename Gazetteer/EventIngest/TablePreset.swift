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

    /// Makes of two columns what one field holds: UCDP GED gives the first and the last day apart,
    /// each with a time of day that is always midnight, and the best estimate apart from its bounds.
    func rewrite(_ row: inout RawRow, _ headers: [EventColumn]) {
        guard self == .ucdpGED else { return }
        bound(&row, headers)
        guard let start = row.cells.firstIndex(where: { headers[$0.column].header == "date_start" })
        else { return }
        func text(_ header: String) -> String? {
            row.cells.first { headers[$0.column].header == header }?.text
        }
        let first = Self.day(row.cells[start].text)
        let last = text("date_end").map(Self.day) ?? first
        row.cells[start].text = span(first, last, precision: text("date_prec") ?? "")
    }

    /// Makes `5 (3-9)` of the columns `best`, `low` and `high`, if they agree.
    private func bound(_ row: inout RawRow, _ headers: [EventColumn]) {
        func place(_ header: String) -> Int? {
            row.cells.firstIndex { headers[$0.column].header == header }
        }
        guard let best = place("best"), let low = place("low"), let high = place("high") else {
            return
        }
        let text = "\(row.cells[best].text) (\(row.cells[low].text)-\(row.cells[high].text))"
        guard let figure = try? Figure(parsing: text), figure.minimum != figure.maximum else {
            return
        }
        row.cells[best].text = figure.description
    }

    private static func day(_ text: String) -> String {
        guard let end = text.firstIndex(where: { $0 == " " || $0 == "T" }),
            text[text.index(after: end)...].allSatisfy({ "0:.Z".contains($0) })
        else { return text }
        return String(text[..<end])
    }
}
