internal import EDTF
internal import GeoModel

/// The columns in which a published table says, by a code, how closely places and dates are known.
struct PrecisionCodes {
    var place: Int?
    var date: Int?
}

extension TablePreset {
    /// Where the codes stand; those that are not there are nil.
    func codes(among headers: [String]) -> PrecisionCodes {
        switch self {
        case .acled:
            PrecisionCodes(
                place: headers.firstIndex(of: "geo_precision"),
                date: headers.firstIndex(of: "time_precision"))
        case .ucdpGED:
            PrecisionCodes(
                place: headers.firstIndex(of: "where_prec"),
                date: headers.firstIndex(of: "date_prec"))
        }
    }

    /// What the code of a place says: how closely its coordinates are known, and the radius around
    /// them outside of which the event is not expected, in metres; nil for a code that is none.
    ///
    /// The codebooks give the classes, and the 25 km of UCDP's 2; the other radii are conventions of
    /// this program: 5 km for a settlement, 30 km for a second-order division, 100 km for a
    /// first-order one, 300 km for what is larger and smaller than a country, 500 km for a country.
    ///
    ///     ACLED geo_precision
    ///     1  a town, with its coordinates                                      settlement    5 km
    ///     2  part of a region or about a town, at that town                    near         25 km
    ///     3  a larger region, at a feature of it or its capital                region      100 km
    ///     UCDP where_prec
    ///     1  the place named, at its coordinates                               settlement    5 km
    ///     2  within 25 km of the place named                                   near         25 km
    ///     3  a second-order division, at its middle                            district     30 km
    ///     4  a first-order division, at its middle                             region      100 km
    ///     5  a part of a country beyond that, a line, or between two places    region      300 km
    ///     6  a country, at its middle                                          country     500 km
    ///     7  over water or in international airspace, at an estimate           region      300 km
    ///
    /// A place named exactly is a settlement here and no point: the coordinates are those of the
    /// place, not of the event.
    ///
    /// Source: Armed Conflict Location & Event Data Project (ACLED) Codebook, "Spatial precision
    /// codes", and UCDP Georeferenced Event Dataset (GED) Codebook, "where_prec", both as the manual
    /// of the R package mapme.biodiversity digests them; the 25 km, The UCDP and AidData Codebook on
    /// Georeferencing Aid, precision category 2, as the IATI code list GeographicalPrecision has it.
    func precision(ofCode code: String) -> (class: PlacePrecision, metres: Double)? {
        switch (self, code) {
        case (_, "1"): (.settlement, 5_000)
        case (_, "2"): (.near, 25_000)
        case (.ucdpGED, "3"): (.district, 30_000)
        case (.acled, "3"), (.ucdpGED, "4"): (.region, 100_000)
        case (.ucdpGED, "5"), (.ucdpGED, "7"): (.region, 300_000)
        case (.ucdpGED, "6"): (.country, 500_000)
        default: nil
        }
    }

    /// What the code of a date leaves of a day.
    ///
    /// ACLED gives one day for what it knows to a week (2) or a month (3): the first stays the day,
    /// about, the second becomes the month, about. UCDP gives the first and the last day, see `span`.
    ///
    /// Source: Armed Conflict Location & Event Data Project (ACLED) Codebook, "Time precision".
    func loosened(_ date: HistoricalDate, byCode code: String) -> HistoricalDate {
        let text = date.description
        let isDay = text.utf8.count == 10 && text.utf8.allSatisfy { $0 <= 0x39 }
        guard self == .acled, isDay else { return date }
        let loose: String? =
            switch code {
            case "2": text + "~"
            case "3": String(text.prefix(7)) + "~"
            default: nil
            }
        return loose.flatMap { try? HistoricalDate(edtf: $0) } ?? date
    }

    /// What UCDP GED says of a date: the days that are known (1), or one of them (2 to 5, for some
    /// days, a week, a month, a year).
    ///
    /// Source: UCDP Georeferenced Event Dataset (GED) Codebook, "date_prec".
    func span(_ first: String, _ last: String, precision: String) -> String {
        let isOneOf = ["2", "3", "4", "5"].contains(precision)
        if first == last { return isOneOf ? first + "~" : first }
        return isOneOf ? "[\(first)..\(last)]" : "\(first)/\(last)"
    }
}
