internal import Diagnostics
internal import TabularText

/// What a column of a table of places may tell.
public enum PlaceField: String, Hashable, Sendable, CaseIterable {
    /// The name or id of the place.
    case place
    /// Its country, by code or name.
    case country
    /// The unit below the country, by code or name.
    case admin1
    case longitude
    case latitude
    /// When the place was called so.
    case date
    /// What someone decided that it means: an id, or `none`. Only a file of decisions has it.
    case decision
}

/// Which column of a table tells what of its places.
struct PlaceColumns {
    private(set) var fields: [PlaceField: Int] = [:]

    /// Headers that tables give to the fields, in the order in which they are looked for: small letters,
    /// `_` for spaces, hyphens and dots.
    private static let otherNames: [PlaceField: [String]] = [
        .place: Headers.otherNames[.place, default: []] + ["toponym", "name", "city", "town"],
        .country: [
            "country_code", "countrycode", "country_name", "cc", "iso", "iso2", "iso_a2", "iso3",
        ],
        .admin1: [
            "admin1_code", "admin1code", "admin1_name", "adm1", "province", "state", "district",
            "region", "rayon", "county",
        ],
        .longitude: Headers.otherNames[.longitude, default: []],
        .latitude: Headers.otherNames[.latitude, default: []],
        .date: Headers.otherNames[.date, default: []] + ["year"],
    ]

    /// Finds the fields among headers: first what was said, then exact names, then other common ones.
    ///
    /// - Throws: `FileFault` when a column that was named is not there, unless more may come.
    init(
        _ headers: TableHeaders, _ said: [PlaceField: String], file: String, mayGrow: Bool
    ) throws(FileFault) {
        var names = headers.names.map { String(NearSpelling.normalised($0)) }
        // x and y say where only as a pair: either alone may be anything.
        if !names.contains("x") || !names.contains("y") {
            names = names.map { $0 == "x" || $0 == "y" ? "" : $0 }
        }
        var isTaken = [Bool](repeating: false, count: names.count)
        for field in PlaceField.allCases {
            guard let header = said[field] else { continue }
            guard let index = headers.names.firstIndex(of: header) else {
                if mayGrow { continue }
                throw FileFault(
                    Diagnostic(
                        .error, code: "no-such-column",
                        at: headers.locations.first ?? SourceLocation(file: file),
                        problem: "no column \"\(header)\" to read as \(field.rawValue)",
                        remedy: "columns are \(Headers.list(headers.names))",
                        candidates: NearSpelling.candidates(for: header, among: headers.names)))
            }
            fields[field] = index
            isTaken[index] = true
        }
        for field in PlaceField.allCases where said[field] == nil {
            for name in [field.rawValue] + Self.otherNames[field, default: []] {
                guard let index = names.indices.first(where: { names[$0] == name && !isTaken[$0] })
                else { continue }
                fields[field] = index
                isTaken[index] = true
                break
            }
        }
        // Half a position is none.
        if fields[.longitude] == nil || fields[.latitude] == nil {
            fields[.longitude] = nil
            fields[.latitude] = nil
        }
    }

    /// Takes `FIELD=HEADER`, as `--column place=city` says it.
    ///
    /// - Throws: `FileFault` when there is no `=` or no such field.
    static func mapping(_ text: String) throws(FileFault) -> (PlaceField, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty,
            let field = PlaceField(rawValue: String(parts[0]))
        else {
            let names = PlaceField.allCases.map(\.rawValue).joined(separator: ", ")
            throw FileFault(
                Diagnostic(
                    .error, code: "bad-column-mapping",
                    problem: "\"\(text)\" where FIELD=HEADER should be",
                    remedy: "write, for instance, place=city; fields are \(names)"))
        }
        return (field, String(parts[1]))
    }
}
