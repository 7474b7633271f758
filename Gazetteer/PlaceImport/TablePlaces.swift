public import Diagnostics
internal import EDTF
internal import GeoModel
public import Places
public import TabularText

/// Places of a plain table, CSV or TSV with a header: one row a name. Rows with the same id are names of
/// one place.
///
/// Headers: `id`, `name` (needed), `language`, `name_kind`, `perspective`, `name_period`, `usual`, `kind`,
/// `longitude`, `latitude` (needed), `country`, `admin1`, `period`, `population`, `source`, `certainty`,
/// `note`, and the common other ones of the page Importing.
public struct TablePlaces: TableImporter {
    /// What was found.
    public internal(set) var log = ImportLog()
    var records: TableRecords
    private let source: ImportSource

    /// Reads the header of a table.
    ///
    /// - Throws: `FileFault` when the file cannot be read or has no name or no coordinates.
    public init(
        _ input: any ByteInput, file: String, source: ImportSource
    ) throws(FileFault) {
        self.source = source
        records = try TableRecords(
            input, file: file, source, names: Self.headers,
            needed: ["name", "longitude", "latitude"])
        for finding in records.findings { log.add(finding) }
    }

    private static let headers: [String: String] = {
        let senses: [String: [String]] = [
            "id": ["id", "place_id", "geonameid", "geonames_id", "identifier"],
            "name": ["name", "title", "place", "place_name", "placename", "toponym", "label"],
            "language": ["language", "lang", "name_language"],
            "name_kind": ["name_kind", "name_type"],
            "perspective": ["perspective"],
            "name_period": ["name_period", "name_dates"],
            "usual": ["usual"],
            "kind": ["kind", "type", "place_type", "feature_type"],
            "longitude": ["longitude", "lon", "lng", "long", "x"],
            "latitude": ["latitude", "lat", "y"],
            "country": ["country", "country_code", "ccode", "iso2", "iso_a2"],
            "admin1": ["admin1", "admin1_code", "province", "iso_3166_2"],
            "period": ["period", "dates"],
            "population": ["population", "pop"],
            "source": ["source", "sources"],
            "certainty": ["certainty"],
            "note": ["note", "notes", "remarks", "comment"],
        ]
        var headers: [String: String] = [:]
        for (sense, names) in senses { for name in names { headers[name] = sense } }
        return headers
    }()

    /// The next place, with the one name of its row; nil at the end.
    ///
    /// - Throws: `FileFault` when the file cannot be read further.
    public mutating func next() throws(FileFault) -> Place? { try nextPlace() }

    func place(_ record: inout TableRecord) -> Result<Place, ColumnFault> {
        do throws(ColumnFault) {
            let text = try checked(record, "name") { text throws(RecordFault) in
                try RecordChecks.name(text)
            }
            let coordinate = try position(record)
            let kind = try kind(record)
            let certainty: Certainty? = record.optional("certainty") { text throws(RecordFault) in
                try RecordChecks.word(text, "certainty")
            }
            let row = RowSource(
                text: record.text("source").isEmpty ? source.key : record.text("source"),
                certainty: certainty ?? source.certainty)
            var place = Place(
                id: id(record, text, coordinate), kind: kind, label: text, coordinate: coordinate,
                source: row.text, certainty: row.certainty)
            place.population = record.optional("population") { text throws(RecordFault) in
                try RecordChecks.population(text)
            }
            place.period = record.optional("period") { text throws(RecordFault) in
                try Periods.period(text)
            }
            let note = record.text("note")
            place.note = note.isEmpty ? nil : note
            place.rank = GeoNamesFeature.rank(kind, "", population: place.population ?? 0)
            place.names = [try name(text, &record, row)]
            place.memberships = claims(&record, row)
            return .success(place)
        } catch {
            return .failure(error)
        }
    }

    private struct RowSource {
        var text: String
        var certainty: Certainty
    }

    private func checked<Value>(
        _ record: TableRecord, _ sense: String, _ read: (String) throws(RecordFault) -> Value
    ) throws(ColumnFault) -> Value {
        do throws(RecordFault) {
            return try read(record.text(sense))
        } catch {
            throw ColumnFault(sense: sense, fault: error)
        }
    }

    private func position(_ record: TableRecord) throws(ColumnFault) -> Coordinate {
        do throws(RecordFault) {
            return try RecordChecks.coordinate(
                longitude: record.text("longitude"), latitude: record.text("latitude"))
        } catch {
            throw ColumnFault(sense: "longitude", fault: error)
        }
    }

    private func kind(_ record: TableRecord) throws(ColumnFault) -> PlaceKind {
        guard !record.text("kind").isEmpty else { return .settlement }
        return try checked(record, "kind") { text throws(RecordFault) in
            try KindWords.kind(text)
        }
    }

    /// The id of the row; one of its name and position where it has none.
    private func id(_ record: TableRecord, _ name: String, _ position: Coordinate) -> String {
        let own = record.text("id")
        guard own.isEmpty else { return source.id(of: own) }
        let key = "\(name)\u{1F}\(position.longitude)\u{1F}\(position.latitude)"
        return source.id(of: String(ByteText.hash(key), radix: 16))
    }

    private func name(
        _ text: String, _ record: inout TableRecord, _ row: RowSource
    ) throws(ColumnFault) -> PlaceName {
        let language = try checked(record, "language") { tag throws(RecordFault) in
            try RecordChecks.language(tag, of: text)
        }
        let kind: NameKind? = record.optional("name_kind") { text throws(RecordFault) in
            try RecordChecks.word(text, "name_kind")
        }
        var name = PlaceName(
            text, language: language, kind: kind ?? .alternate, source: row.text,
            certainty: row.certainty)
        let perspective = record.text("perspective")
        name.perspective = perspective.isEmpty ? nil : perspective
        name.period = record.optional("name_period") { text throws(RecordFault) in
            try Periods.period(text)
        }
        name.isUsual = ["usual", "yes", "true", "1"].contains(record.text("usual").lowercased())
        return name
    }

    private func claims(_ record: inout TableRecord, _ row: RowSource) -> [Membership] {
        var claims: [Membership] = []
        if let country = record.optional(
            "country", { text throws(RecordFault) in try RecordChecks.country(text) })
        {
            claims.append(Membership(.country, in: "iso:\(country)", source: row.text))
        }
        let unit = record.text("admin1")
        if !unit.isEmpty {
            let isCode = unit.utf8.count <= 6 && unit.contains("-")
            claims.append(
                Membership(
                    .admin1, in: isCode ? "iso:\(unit)" : source.id(of: unit), source: row.text))
        }
        for index in claims.indices {
            claims[index].certainty = row.certainty
            claims[index].isDefault = true
        }
        return claims
    }
}
