public import Diagnostics
internal import EDTF
internal import GeoJSON
internal import GeoModel
public import Places
public import TabularText

/// Places of the Linked Places Format, version 1.3: a collection, or one feature a line.
///
/// Source: https://github.com/LinkedPasts/linked-places-format.
public struct LinkedPlaces: JSONImporter {
    /// What was found.
    public internal(set) var log = ImportLog()
    /// What the collection says of its licence and makers beside its features; all of it is known once
    /// the last place was given.
    public var declared: DeclaredCredit { records.declared }
    var records: JSONRecords
    private let source: ImportSource

    /// Starts at the start of a collection, or of one feature a line.
    ///
    /// - Throws: `FileFault` when the file cannot be read or is no JSON.
    public init(
        _ input: any ByteInput, file: String, source: ImportSource
    ) throws(FileFault) {
        self.source = source
        records = try JSONRecords(input, file: file, source)
        if let note = records.note { log.add(note) }
    }

    /// The next place; nil at the end.
    ///
    /// - Throws: `FileFault` when the file cannot be read further.
    public mutating func next() throws(FileFault) -> Place? { try nextPlace() }

    mutating func place(_ record: JSONRecord) throws(RecordFault) -> Place {
        let feature = record.value
        guard feature.text("type") == "Feature", let properties = feature["properties"] else {
            throw RecordFault(
                code: "not-a-feature", problem: "a value that is no feature with properties",
                remedy: "write {\"type\":\"Feature\",\"@id\":…,\"properties\":{…},…}")
        }
        guard let id = feature.text("@id", "id") else {
            throw RecordFault(
                code: "no-id", problem: "a feature without @id", remedy: "give it a lasting @id")
        }
        let title = properties.text("title")
        let names = names(record, title)
        guard let label = title ?? names.first?.text else {
            throw RecordFault(
                code: "no-name", problem: "no title and no names", remedy: "give the place a title")
        }
        let position = try GeometryPosition(feature["geometry"] ?? .null)
        var place = Place(
            id: source.id(of: id), kind: kind(feature, properties),
            label: try RecordChecks.name(label), coordinate: position.coordinate,
            source: source.key, certainty: position.certainty ?? source.certainty)
        place.names = names
        place.period = period(feature, record)
        let relations = relations(feature, record)
        // Claims about countries that say whose they are need none of codes beside them.
        let saysCountries = relations.contains { $0.relation == .country }
        place.memberships = (saysCountries ? [] : countries(properties, record)) + relations
        place.memberships.removeAll { $0.targetID == place.id }
        place.rank = GeoNamesFeature.rank(place.kind, "", population: 0)
        place.note = note(feature, position)
        place.takeOwnMembers(of: properties)
        return place
    }

    // MARK: Kind, period, note

    private func kind(_ feature: JSONValue, _ properties: JSONValue) -> PlaceKind {
        for type in feature.list("types") {
            if let id = type.text("identifier")?.split(whereSeparator: { ":/".contains($0) }).last,
                let kind = KindWords.thesaurus[String(id)]
            {
                return kind
            }
            let labels = [type.text("label")] + type.list("sourceLabels").map { $0.text("label") }
            for label in labels.compactMap(\.self) {
                if let kind = KindWords.known(label) { return kind }
            }
        }
        let classes = properties.list("fclasses") + feature.list("fclasses")
        for case .string(let letter) in classes {
            if let kind = GeoNamesCode(letter)?.kind { return kind }
        }
        return .site
    }

    /// The period of a `when`: its spans, joined where there are several.
    private mutating func period(_ value: JSONValue, _ record: JSONRecord) -> HistoricalDate? {
        guard let when = value.member("when") else { return nil }
        do throws(RecordFault) {
            return try WhenReader.period(when.value)
        } catch {
            log.add(record.diagnostic(.warning, error, at: when.offset))
            return nil
        }
    }

    private func note(_ feature: JSONValue, _ position: GeometryPosition) -> String? {
        let same = feature.list("links").compactMap { link -> String? in
            guard ["exactMatch", "closeMatch"].contains(link.text("type") ?? "") else { return nil }
            return link.text("identifier")
        }
        var remarks = same.isEmpty ? [] : ["same as " + same.joined(separator: ", ")]
        if position.isMiddle { remarks.append(GeometryPosition.remark) }
        return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    }

    // MARK: Names

    private mutating func names(_ record: JSONRecord, _ title: String?) -> [PlaceName] {
        var names: [PlaceName] = []
        for entry in record.value.list("names") {
            do throws(RecordFault) {
                names.append(try name(entry, record))
            } catch {
                log.add(record.diagnostic(.warning, error, at: record.offset(of: "names")))
            }
        }
        // A title says in its brackets which of several places is meant; it is no name of its own where
        // there are names.
        if names.isEmpty, let title, let text = try? RecordChecks.name(title),
            let language = try? RecordChecks.language("und", of: text)
        {
            names.append(
                PlaceName(
                    text, language: language, kind: .alternate, source: source.key,
                    certainty: source.certainty))
        }
        return names
    }

    private mutating func name(
        _ entry: JSONValue, _ record: JSONRecord
    ) throws(RecordFault) -> PlaceName {
        let text = try RecordChecks.name(entry.text("toponym") ?? "")
        var name = PlaceName(
            text, language: try RecordChecks.language(entry.text("lang") ?? "und", of: text),
            kind: .alternate, source: citation(entry) ?? source.key,
            certainty: entry.text("certainty").flatMap { CertaintyWords.certainty($0) }
                ?? source.certainty)
        name.period = period(entry, record)
        name.takeOwnMembers(of: entry)
        return name
    }

    /// The first citation with the key of the file: `key: label (@id)`.
    private func citation(_ entry: JSONValue) -> String? {
        guard let first = entry.list("citations").first, let label = first.text("label") else {
            return nil
        }
        let id = first.text("@id").map { " (\($0))" } ?? ""
        return "\(source.key): \(label)\(id)"
    }

    // MARK: Claims

    private mutating func countries(_ properties: JSONValue, _ record: JSONRecord) -> [Membership] {
        var claims: [Membership] = []
        for code in properties.list("ccodes") {
            guard case .string(let text) = code else { continue }
            do throws(RecordFault) {
                var claim = Membership(
                    .country, in: "iso:\(try RecordChecks.country(text))", source: source.key,
                    certainty: source.certainty)
                claim.isDefault = claims.isEmpty
                claims.append(claim)
            } catch {
                log.add(record.diagnostic(.warning, error, at: record.offset(of: "properties")))
            }
        }
        return claims
    }

    private mutating func relations(_ feature: JSONValue, _ record: JSONRecord) -> [Membership] {
        var claims: [Membership] = []
        for relation in feature.list("relations") {
            let type = relation.text("relationType") ?? ""
            guard type.hasSuffix("broaderPartitive"), let target = relation.text("relationTo")
            else {
                log.leaveOut("relation \(type)")
                continue
            }
            var claim = Membership(
                .partOf, in: source.id(of: target), source: citation(relation) ?? source.key,
                certainty: relation.text("certainty").flatMap { CertaintyWords.certainty($0) }
                    ?? source.certainty)
            claim.period = period(relation, record)
            claim.note = relation.text("label")
            claim.takeOwnMembers(of: relation)
            claims.append(claim)
        }
        return claims
    }
}

/// Reads the `when` of the Linked Places Format.
enum WhenReader {
    /// The period of its spans; nil when it has none, such as one with named periods alone.
    ///
    /// A member `edtf`, which exports of this program have, tells it as a whole. A span without an end is the time that its start describes. Several are joined to one from the
    /// first start to the last end.
    static func period(_ when: JSONValue) throws(RecordFault) -> HistoricalDate? {
        if let text = when.text("edtf") { return try Periods.period(text) }
        let spans = when.list("timespans")
        guard let first = spans.first, let last = spans.last else { return nil }
        let start = try bound(first["start"], isEnd: false)
        guard let start else {
            throw RecordFault(
                code: "bad-period", problem: "a timespan without a start",
                remedy: "write \"start\":{\"in\":\"1923\"}")
        }
        guard let end = try bound(last["end"], isEnd: true) else {
            return spans.count == 1
                ? try Periods.period(Periods.padded(start))
                : try Periods.period(from: start, to: "")
        }
        return try Periods.period(from: start, to: end)
    }

    /// `in`, or `earliest` and `latest`; older files write the date itself.
    private static func bound(_ value: JSONValue?, isEnd: Bool) throws(RecordFault) -> String? {
        switch value {
        case .string(let text): return text
        case .integer(let year): return "\(year)"
        case .some(.object):
            let keys = isEnd ? ["in", "latest", "earliest"] : ["in", "earliest", "latest"]
            return keys.lazy.compactMap { value?.text($0) }.first
        default: return nil
        }
    }
}
