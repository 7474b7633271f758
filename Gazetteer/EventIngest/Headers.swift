/// Headers that tables give to what this module knows, beside its own names.
enum Headers {
    /// Small letters, `_` for spaces, hyphens and dots. The order decides when several are there.
    ///
    /// Among them the column names of ACLED and of the UCDP GED codebook.
    static let otherNames: [EventField: [String]] = [
        .id: ["event_id", "event_id_cnty"],
        .date: ["event_date", "when", "date_of_event", "edtf"],
        .place: ["location", "place_name", "placename", "where", "locality", "settlement"],
        .longitude: ["lon", "lng", "long", "x"],
        .latitude: ["lat", "y"],
        .title: ["event_title", "headline", "event_name", "event"],
        .category: ["event_type", "type"],
        .subcategory: ["sub_event_type", "subtype"],
        .reportedBy: ["reporter", "reported"],
        .source: ["sources"],
        .partOf: ["parent", "parent_id"],
        .note: ["notes", "remark", "remarks", "comment", "comments"],
    ]

    /// Headers that may stand over places, but over other things as well: offered, never taken.
    static let mayNamePlaces: Set<String> = [
        "name", "city", "town", "village", "district", "region", "address", "area", "site", "venue",
    ]

    /// Columns of published tables whose numbers are codes and count nothing.
    ///
    /// Source: the codebooks that `TablePreset` names.
    static let codes: Set<String> = [
        "geo_precision", "time_precision", "where_prec", "date_prec", "event_clarity",
        "type_of_violence", "inter1", "inter2", "interaction",
    ]

    /// How plainly a header says that its cells are figures.
    enum FigureSense {
        /// `killed`
        case outright
        /// `killed_children`, but `killed_by` too: the cells decide.
        case inPart
    }

    /// Whether a header says that its cells are figures; nil when it does not.
    static func figureSense(_ header: String) -> FigureSense? {
        let name = String(NearSpelling.normalised(header))
        if figureStems.contains(name) { return .outright }
        return figureStems.contains(String(name.prefix { $0 != "_" })) ? .inPart : nil
    }

    private static let figureStems: Set<String> = [
        "killed", "wounded", "injured", "dead", "deaths", "fatalities", "casualties", "missing",
        "captive", "captives", "captured", "detained", "released", "disabled", "displaced",
        "evacuated",
    ]

    /// Headers in a sentence, cut short when there are many.
    static func list(_ headers: [String]) -> String {
        let shown = headers.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        return headers.count > 12 ? "\(shown) and \(headers.count - 12) more" : shown
    }
}
