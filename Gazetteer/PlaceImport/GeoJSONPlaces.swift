public import Diagnostics
internal import GeoJSON
internal import GeoModel
public import Places
public import TabularText

/// Places of GeoJSON features: points, or areas and lines that stand at the middle of their box.
///
/// Names are the properties `name`, `name:az` or `name_az` in a language, `alt_name`, `old_name`,
/// `int_name`, `official_name`, `loc_name` and `short_name`, with or without a language behind them, as
/// OpenStreetMap and Natural Earth have them. Several in one, parted by `;`, are several.
public struct GeoJSONPlaces: JSONImporter {
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
        guard record.value.text("type") == "Feature",
            let properties = record.value.member("properties"),
            case .object(let members) = properties.value
        else {
            throw RecordFault(
                code: "not-a-feature", problem: "a value that is no feature with properties",
                remedy: "write {\"type\":\"Feature\",\"properties\":{…},\"geometry\":…}")
        }
        let position = try GeometryPosition(record.value["geometry"] ?? .null)
        let names = names(members, record)
        guard let label = names.first(where: { $0.note == nil })?.text ?? names.first?.text else {
            throw RecordFault(
                code: "no-name", problem: "a feature without a name",
                remedy: "give it a property name")
        }
        let kind = try kind(properties.value)
        let id = record.value.text("id") ?? properties.value.text("id", "@id", "osm_id")
        var place = Place(
            id: source.id(of: id ?? Self.hash(label, position.coordinate)), kind: kind,
            label: label, coordinate: position.coordinate, source: source.key,
            certainty: source.certainty)
        place.names = names
        if position.isMiddle { place.note = GeometryPosition.remark }
        place.population = population(properties.value, record)
        place.rank = GeoNamesFeature.rank(kind, "", population: place.population ?? 0)
        addCountry(properties.value, to: &place, record)
        return place
    }

    private static func hash(_ name: String, _ position: Coordinate) -> String {
        let key = "\(name)\u{1F}\(position.longitude)\u{1F}\(position.latitude)"
        return String(ByteText.hash(key), radix: 16)
    }

    private func kind(_ properties: JSONValue) throws(RecordFault) -> PlaceKind {
        guard let text = properties.text("kind", "place", "type", "featurecla", "fclass") else {
            return .settlement
        }
        return KindWords.known(text) ?? .site
    }

    private mutating func population(_ properties: JSONValue, _ record: JSONRecord) -> Int? {
        guard let text = properties.text("population") else { return nil }
        do throws(RecordFault) {
            return try RecordChecks.population(text)
        } catch {
            log.add(record.diagnostic(.warning, error, at: record.offset(of: "properties")))
            return nil
        }
    }

    private mutating func addCountry(
        _ properties: JSONValue, to place: inout Place, _ record: JSONRecord
    ) {
        guard
            let text = properties.text(
                "country", "country_code", "addr:country", "iso_a2", "ISO_A2", "ISO3166-1:alpha2")
        else { return }
        do throws(RecordFault) {
            place.memberships.append(try source.countryClaim(text))
        } catch {
            log.add(record.diagnostic(.warning, error, at: record.offset(of: "properties")))
        }
    }

    private mutating func names(_ members: [JSONMember], _ record: JSONRecord) -> [PlaceName] {
        var names: [PlaceName] = []
        for member in members {
            guard let sense = NameProperty(member.key), case .string(let all) = member.value else {
                continue
            }
            names += record.names(
                all.split(separator: ";").map(String.init), of: member, as: sense,
                source: source.key, certainty: source.certainty, log: &log)
        }
        return names
    }
}

/// What a property says of the name that it holds.
///
/// Source: "Key:name" and "Names" of the OpenStreetMap wiki.
struct NameProperty: NameSense {
    var kind: NameKind
    var language: String
    var note: String?

    /// Nil for a property that is no name.
    init?(_ key: String) {
        let lower = key.lowercased()
        for (stem, kind) in Self.stems {
            guard lower.hasPrefix(stem) else { continue }
            var rest = key.dropFirst(stem.count)
            self.kind = kind
            note = stem == "name" ? nil : stem
            language = stem == "int_name" ? "en" : "und"
            guard !rest.isEmpty else { return }
            guard rest.removeFirst() == ":" || key.dropFirst(stem.count).first == "_" else {
                continue
            }
            let tag = rest.map { $0 == "_" ? "-" : $0 }
            guard let first = String(tag).split(separator: "-").first,
                (2...3).contains(first.utf8.count), LanguageTag(String(tag)) != nil
            else { return nil }
            language = String(tag)
            return
        }
        return nil
    }

    private static let stems: [(String, NameKind)] = [
        ("official_name", .official), ("short_name", .alternate), ("int_name", .alternate),
        ("alt_name", .alternate), ("old_name", .historical), ("loc_name", .colloquial),
        ("name", .alternate),
    ]
}
