public import Diagnostics
internal import EDTF
internal import GeoModel
public import Places
public import TabularText

/// Places of LP-TSV, version 0.5, the table of the Linked Places Format: one row a place.
///
/// Source: `tsv_0.5.md` of https://github.com/LinkedPasts/linked-places-format.
public struct LinkedPlacesTable: TableImporter {
    /// What was found.
    public internal(set) var log = ImportLog()
    var records: TableRecords
    private let source: ImportSource

    private static let columns = [
        "id", "title", "title_source", "title_uri", "fclasses", "aat_types", "types",
        "attestation_year", "start", "end", "ccodes", "matches", "variants", "parent_name",
        "parent_id", "lon", "lat", "geowkt", "description", "approximation",
    ]

    /// Reads the header of a table.
    ///
    /// - Throws: `FileFault` when the file cannot be read or has no column `id` or `title`.
    public init(
        _ input: any ByteInput, file: String, source: ImportSource
    ) throws(FileFault) {
        self.source = source
        records = try TableRecords(
            input, file: file, source,
            names: Dictionary(uniqueKeysWithValues: Self.columns.map { ($0, $0) }),
            needed: ["id", "title"])
        for finding in records.findings { log.add(finding) }
    }

    /// The next place; nil at the end.
    ///
    /// - Throws: `FileFault` when the file cannot be read further.
    public mutating func next() throws(FileFault) -> Place? { try nextPlace() }

    func place(_ record: inout TableRecord) -> Result<Place, ColumnFault> {
        do throws(ColumnFault) {
            let title = try title(record)
            guard !record.text("id").isEmpty else {
                throw ColumnFault(
                    sense: "id",
                    fault: RecordFault(
                        code: "no-id", problem: "a row without an id", remedy: "give it one"))
            }
            let position = try position(record)
            var place = Place(
                id: source.id(of: record.text("id")), kind: kind(record), label: title,
                coordinate: position.coordinate, source: cited(record),
                certainty: source.certainty)
            place.period = period(&record)
            place.uncertaintyInMetres = record.optional("approximation") {
                text throws(RecordFault) in try Self.metres(text)
            }
            place.rank = GeoNamesFeature.rank(place.kind, "", population: 0)
            place.names = names(title, &record)
            place.memberships = claims(&record)
            let (description, matches) = (record.text("description"), record.text("matches"))
            let remarks = [
                description.isEmpty ? nil : description,
                matches.isEmpty ? nil : "same as \(matches)",
                position.isMiddle ? GeometryPosition.remark : nil,
            ].compactMap(\.self)
            place.note = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
            return .success(place)
        } catch {
            return .failure(error)
        }
    }

    private func title(_ record: TableRecord) throws(ColumnFault) -> String {
        do throws(RecordFault) {
            return try RecordChecks.name(record.text("title"))
        } catch {
            throw ColumnFault(sense: "title", fault: error)
        }
    }

    /// The position: of `geowkt` where there is one, since it may be a shape; else of `lon` and `lat`.
    private func position(
        _ record: TableRecord
    ) throws(ColumnFault) -> (isMiddle: Bool, coordinate: Coordinate) {
        let text = record.text("geowkt")
        do throws(RecordFault) {
            if !text.isEmpty {
                return try GeometryPosition.place(of: try WellKnownText(text).positions)
            }
            let coordinate = try RecordChecks.coordinate(
                longitude: record.text("lon"), latitude: record.text("lat"))
            return (false, coordinate)
        } catch {
            throw ColumnFault(sense: text.isEmpty ? "lon" : "geowkt", fault: error)
        }
    }

    private func kind(_ record: TableRecord) -> PlaceKind {
        for id in record.text("aat_types").split(separator: ";") {
            if let kind = KindWords.thesaurus[String(id).trimmedWithLead().text] { return kind }
        }
        for word in record.text("types").split(separator: ";") {
            if let kind = KindWords.known(String(word).trimmedWithLead().text) { return kind }
        }
        for letter in record.text("fclasses").split(separator: ";") {
            if let kind = GeoNamesCode(String(letter).trimmedWithLead().text)?.kind { return kind }
        }
        return .site
    }

    private func cited(_ record: TableRecord) -> String {
        let (title, uri) = (record.text("title_source"), record.text("title_uri"))
        guard !title.isEmpty else { return source.key }
        return "\(source.key): \(title)" + (uri.isEmpty ? "" : " (\(uri))")
    }

    /// `start` alone is open at its end; a year of attestation alone says nothing of start and end.
    private func period(_ record: inout TableRecord) -> HistoricalDate? {
        do throws(RecordFault) {
            return try Periods.period(from: record.text("start"), to: record.text("end"))
        } catch {
            record.warn(error, at: record.text("start").isEmpty ? "end" : "start")
            return nil
        }
    }

    /// Metres from the kilometres that `approximation` gives.
    private static func metres(_ text: String) throws(RecordFault) -> Double {
        guard let kilometres = RecordChecks.number(Array(text.utf8)), kilometres >= 0 else {
            throw RecordFault(
                code: "bad-approximation",
                problem: "\"\(text.shortened)\" where kilometres should be",
                remedy: "write a number alone, such as 2.5")
        }
        return kilometres * 1000
    }

    private func names(_ title: String, _ record: inout TableRecord) -> [PlaceName] {
        var names: [PlaceName] = []
        for entry in [title[...]] + record.text("variants").split(separator: ";") {
            let isTitle = names.isEmpty && entry == title[...]
            let parts = isTitle ? [entry] : entry.split(separator: "@")
            guard let first = parts.first else { continue }
            do throws(RecordFault) {
                let text = try RecordChecks.name(String(first))
                let tag = parts.count > 1 ? String(parts[1]).trimmedWithLead().text : "und"
                names.append(
                    PlaceName(
                        text, language: try RecordChecks.language(tag, of: text),
                        kind: .alternate, source: isTitle ? cited(record) : source.key,
                        certainty: source.certainty))
            } catch {
                guard error.code != "no-name" else { continue }
                record.warn(error, at: "variants")
            }
        }
        return names
    }

    private func claims(_ record: inout TableRecord) -> [Membership] {
        var claims: [Membership] = []
        for code in record.text("ccodes").split(separator: ";") {
            do throws(RecordFault) {
                let country = try RecordChecks.country(String(code).trimmedWithLead().text)
                var claim = Membership(
                    .country, in: "iso:\(country)", source: source.key,
                    certainty: source.certainty)
                claim.isDefault = claims.isEmpty
                claims.append(claim)
            } catch {
                record.warn(error, at: "ccodes")
            }
        }
        let parent = record.text("parent_id")
        if !parent.isEmpty {
            var claim = Membership(
                .partOf, in: source.id(of: parent), source: source.key,
                certainty: source.certainty)
            let name = record.text("parent_name")
            claim.note = name.isEmpty ? nil : name
            claims.append(claim)
        }
        return claims
    }
}
