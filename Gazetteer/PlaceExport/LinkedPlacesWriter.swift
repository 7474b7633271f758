public import FeatureFormats
internal import EDTF
internal import GeoJSON
internal import GeoModel
internal import Places

/// Writes places in the Linked Places Format: JSON-LD that is GeoJSON too.
///
///     var writer = LinkedPlacesWriter(title: "…", provenance) { id in pack.place(id: id)?.label }
///     for place in places { writer.write(place) }
///     writer.finish()
///
/// What the format has no word for stands beside its own members under the names that plain tables of
/// places have (`kind`, `perspective`, `usual`, …, and `edtf` in a `when`): JSON-LD passes over what its
/// context does not name, and `LinkedPlaces` reads it back, so that no fact is lost but the course of roads
/// and outlines.
///
/// Source: https://github.com/LinkedPasts/linked-places-format, version 1.3.
public struct LinkedPlacesWriter {
    private static let context =
        "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
        + "linkedplaces-context-v1.1.jsonld"

    private var json = JSONWriter()
    private var isEmpty = true
    private let nameOf: (String) -> String?

    /// What was written since it was last drained.
    public var bytes: [UInt8] { json.bytes }

    /// Starts a collection.
    ///
    /// - Parameters:
    ///   - title: What the collection is called.
    ///   - provenance: Where the places come from and on what terms.
    ///   - nameOf: The name of a place by its id, for what others belong to.
    public init(
        title: String, _ provenance: ExportProvenance, nameOf: @escaping (String) -> String?
    ) {
        self.nameOf = nameOf
        json.open(UInt8(ascii: "{"))
        json.member("type", "FeatureCollection")
        json.member("@context", .string(Self.context))
        json.member("title", .string(title))
        json.member("license", .string(provenance.licences.joined(separator: ", ")))
        json.member("attribution", .string(provenance.credits.joined(separator: "; ")))
        json.member("name_rule", .string(provenance.nameRule))
        json.member("pack_date", .string(provenance.packDate))
        json.key("features")
        json.open(UInt8(ascii: "["))
    }

    /// Ends the collection.
    public mutating func finish() {
        json.raw("\n")
        json.close(UInt8(ascii: "]"))
        json.close(UInt8(ascii: "}"))
        json.raw("\n")
    }

    /// Hands on what was written once it is more than a size in bytes, and forgets it.
    ///
    /// - Throws: What the receiver throws.
    public mutating func drain<Failure: Error>(
        beyond size: Int = 0, _ receive: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard json.bytes.count > size else { return }
        try receive(json.bytes)
        json.bytes.removeAll(keepingCapacity: true)
    }

    /// Writes a place.
    public mutating func write(_ entry: ExportedPlace) {
        json.raw(isEmpty ? "\n" : ",\n", startsText: true)
        isEmpty = false
        let place = entry.place
        let relations = place.memberships.map(relation)
        json.object { json in
            json.member("@id", .string(place.id))
            json.member("type", "Feature")
            json.member("properties", Self.properties(entry))
            if let period = place.period { json.member("when", Timespan(period).when) }
            json.member("names", .array(place.names.map(Self.name)))
            json.member("types", .array([Self.type(place.kind)]))
            json.key("geometry")
            Self.write(entry, to: &json)
            if !relations.isEmpty { json.member("relations", .array(relations)) }
        }
    }

    // MARK: Parts of a feature

    private static func properties(_ entry: ExportedPlace) -> JSONValue {
        let place = entry.place
        var members = [
            JSONMember("title", .string(place.label)),
            JSONMember("ccodes", .array(place.countryCodes.map { .string($0) })),
            JSONMember("fclasses", [.string(place.kind.featureClass)]),
            JSONMember("name", .string(entry.name)),
            JSONMember("kind", .string(place.kind.rawValue)),
            JSONMember("rank", .integer(place.rank)),
            JSONMember("extent", .string(place.extent.description)),
        ]
        if let population = place.population {
            members.append(JSONMember("population", .integer(population)))
        }
        if let metres = place.uncertaintyInMetres {
            members.append(JSONMember("uncertainty_m", .number(metres)))
        }
        return .object(members + basis(place.source, place.certainty, place.note))
    }

    /// The source, how sure it is, and a remark.
    private static func basis(
        _ source: String, _ certainty: Certainty, _ note: String?
    ) -> [JSONMember] {
        [
            JSONMember("source", .string(source)),
            JSONMember("certainty", .string(certainty.linkedPlacesWord)),
        ] + [note.map { JSONMember("note", .string($0)) }].compactMap(\.self)
    }

    private static func name(_ name: PlaceName) -> JSONValue {
        var members = [
            JSONMember("toponym", .string(name.text)),
            JSONMember("lang", .string(name.language.description)),
            JSONMember("citations", [["label": .string(name.source)]]),
        ]
        if let period = name.period { members.append(JSONMember("when", Timespan(period).when)) }
        members.append(JSONMember("kind", .string(name.kind.rawValue)))
        for (key, text) in [("perspective", name.perspective), ("derived", name.derived)] {
            if let text { members.append(JSONMember(key, .string(text))) }
        }
        if name.isUsual { members.append(JSONMember("usual", .bool(true))) }
        return .object(members + basis(name.source, name.certainty, name.note))
    }

    private static func type(_ kind: PlaceKind) -> JSONValue {
        let label = JSONMember("label", .string(kind.rawValue))
        guard let id = kind.thesaurusID else { return .object([label]) }
        return .object([JSONMember("identifier", .string("aat:\(id)")), label])
    }

    private func relation(_ claim: Membership) -> JSONValue {
        var members = [
            JSONMember("relationType", "gvp:broaderPartitive"),
            JSONMember("relationTo", .string(claim.targetID)),
            JSONMember("label", .string("part of \(nameOf(claim.targetID) ?? claim.targetID)")),
        ]
        if let period = claim.period { members.append(JSONMember("when", Timespan(period).when)) }
        members.append(JSONMember("relation", .string(claim.relation.rawValue)))
        if let perspective = claim.perspective {
            members.append(JSONMember("perspective", .string(perspective)))
        }
        if claim.isDefault { members.append(JSONMember("default", .bool(true))) }
        return .object(members + Self.basis(claim.source, claim.certainty, claim.note))
    }

    /// Where the place stands, and behind it the ground it covers: who reads one shape reads the first.
    private static func write(_ entry: ExportedPlace, to json: inout JSONWriter) {
        let point = Geometry.point(entry.place.coordinate)
        guard let outline = entry.outline else { return point.write(to: &json, digits: 5) }
        json.object { json in
            json.member("type", "GeometryCollection")
            json.key("geometries")
            json.array { json in
                point.write(to: &json, digits: 5)
                outline.geometry.write(to: &json, digits: 4, with: members(of: outline))
            }
        }
    }

    private static func members(of outline: ExportedPlace.Outline) -> [JSONMember] {
        var members = [JSONMember("citations", [["label": .string(outline.source)]])]
        if let period = outline.period.flatMap({ try? HistoricalDate(edtf: $0) }) {
            members.append(JSONMember("when", Timespan(period).when))
        }
        if let perspective = outline.perspective {
            members.append(JSONMember("perspective", .string(perspective)))
        }
        if outline.isNearestKnown { members.append(JSONMember("nearest_known", .bool(true))) }
        return members
    }
}
