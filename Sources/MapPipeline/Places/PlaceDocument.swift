public import GeoJSON
internal import EDTF
internal import GeoModel
internal import PlaceIndex
public import PlacePack
public import PlaceResolution
public import Places

/// Places and what was asked of them, in the JSON shapes of the program.
public struct PlaceDocument: Sendable {
    private let pack: Pack
    private let policy: NamePolicy

    /// Makes a document writer that names places by a policy.
    public init(pack: Pack, policy: NamePolicy = NamePolicy()) {
        self.pack = pack
        self.policy = policy
    }

    /// One query of `lookup` with its answer:
    /// `{"query","status","candidates":[…]}`; `reason` and `suggestions` when nothing fits.
    public func lookup(_ query: String, _ resolution: Resolution) -> JSONValue {
        var members = [
            JSONMember("query", .string(query)),
            JSONMember("status", .string(resolution.status.rawValue)),
            JSONMember("candidates", .array(resolution.candidates.map(candidate))),
        ]
        if resolution.status == .none {
            members.append(JSONMember("reason", .string(orNull: resolution.reason)))
            members.append(
                JSONMember("suggestions", .array(resolution.suggestions.map(candidate))))
        }
        return .object(members)
    }

    /// `{"id","name","names":[…]}`: every name of a place with all its attributes.
    public func names(of place: Place) -> JSONValue {
        [
            "id": .string(place.id), "name": .string(label(place)),
            "names": .array(place.names.map { .object(attributes(of: $0) + [derived($0)]) }),
        ]
    }

    /// A place as every list has it.
    public func place(_ place: Place) -> JSONValue {
        .object(members(of: place))
    }

    /// A candidate as a GeoJSON feature: its point, and what `lookup` says of it.
    public func feature(_ query: String, _ candidate: Candidate) -> JSONValue {
        [
            "type": "Feature", "id": .string(candidate.place.id),
            "geometry": [
                "type": "Point",
                "coordinates": [
                    .number(candidate.place.coordinate.longitude, digits: 5),
                    .number(candidate.place.coordinate.latitude, digits: 5),
                ],
            ],
            "properties": .object(
                [JSONMember("query", .string(query))]
                    + members(of: candidate.place).filter {
                        !["longitude", "latitude"].contains($0.key)
                    } + match(of: candidate)),
        ]
    }

    /// The name that the policy prints for a place.
    public func label(_ place: Place) -> String { pack.label(for: place, policy).text }

    private func candidate(_ candidate: Candidate) -> JSONValue {
        .object(members(of: candidate.place) + match(of: candidate))
    }

    private func match(of candidate: Candidate) -> [JSONMember] {
        [
            JSONMember(
                "matched", candidate.matchedName.map { .object(attributes(of: $0)) } ?? .null),
            JSONMember("tier", .string(candidate.tier.rawValue)),
            JSONMember("score", .number(candidate.score, digits: 4)),
            JSONMember("distance", .integer(candidate.distance)),
            JSONMember("reasons", .array(candidate.reasons.map { .string($0) })),
        ]
    }

    func members(of place: Place) -> [JSONMember] {
        var members = [
            JSONMember("id", .string(place.id)),
            JSONMember("name", .string(label(place))),
            JSONMember("kind", .string(place.kind.rawValue)),
            JSONMember("country", .string(orNull: place.countryCode)),
            JSONMember("admin1", .string(orNull: place.firstOrderCode)),
            JSONMember("longitude", .number(place.coordinate.longitude, digits: 5)),
            JSONMember("latitude", .number(place.coordinate.latitude, digits: 5)),
        ]
        if place.countries.count > 1 {
            members.append(JSONMember("countries", .array(place.countries.map(claim))))
        }
        return members
    }

    private func claim(_ membership: Membership) -> JSONValue {
        [
            "country": .string(
                membership.targetID.hasPrefix("iso:")
                    ? String(membership.targetID.dropFirst(4)) : membership.targetID),
            "perspective": .string(orNull: membership.perspective),
            "period": .string(orNull: membership.period?.description),
            "source": .string(membership.source),
        ]
    }

    func attributes(of name: PlaceName) -> [JSONMember] {
        [
            JSONMember("text", .string(name.text)),
            JSONMember("language", .string(name.language.description)),
            JSONMember("kind", .string(name.kind.rawValue)),
            JSONMember("perspective", .string(orNull: name.perspective)),
            JSONMember("period", .string(orNull: name.period?.description)),
            JSONMember("source", .string(name.source)),
            JSONMember("certainty", .string(name.certainty.rawValue)),
        ]
    }

    private func derived(_ name: PlaceName) -> JSONMember {
        JSONMember("derived", .string(orNull: name.derived))
    }
}
