public import GeoJSON
internal import Boundaries
internal import EDTF
internal import GeoModel
public import PlaceResolution
internal import Places

extension PlaceDocument {
    /// The answer of `suggest`: `{"prefix","completions":[place + "matched"]}`.
    public func completions(of prefix: String, _ completions: [Completion]) -> JSONValue {
        [
            "prefix": .string(prefix),
            "completions": .array(
                completions.map { .object(members(of: $0.place) + [matched($0)]) }),
        ]
    }

    /// One completion as a GeoJSON feature.
    public func feature(_ prefix: String, _ completion: Completion) -> JSONValue {
        feature(
            completion.place, before: [JSONMember("prefix", .string(prefix))],
            behind: [matched(completion)])
    }

    private func matched(_ completion: Completion) -> JSONMember {
        JSONMember("matched", .object(attributes(of: completion.name)))
    }

    /// One position of `reverse`: `{"longitude","latitude","nearest":[place + "distance_m"],
    /// "within":[place + "outline", "claims"]}`.
    public func whereabouts(_ whereabouts: Whereabouts) -> JSONValue {
        .object(
            coordinate(whereabouts.position) + [
                JSONMember(
                    "nearest",
                    .array(
                        whereabouts.nearest.map { .object(members(of: $0.place) + [distance($0)]) })
                ),
                JSONMember(
                    "within",
                    .array(whereabouts.within.map { .object(members(of: $0.place) + basis($0)) })),
            ])
    }

    /// The places of one position as GeoJSON features: `relation` is `nearest` or `within`.
    public func features(_ whereabouts: Whereabouts) -> [JSONValue] {
        let asked = [
            JSONMember("asked_longitude", .number(whereabouts.position.longitude, digits: 7)),
            JSONMember("asked_latitude", .number(whereabouts.position.latitude, digits: 7)),
        ]
        func relation(_ word: String) -> [JSONMember] {
            asked + [JSONMember("relation", .string(word))]
        }
        return whereabouts.nearest.map {
            feature($0.place, before: relation("nearest"), behind: [distance($0)])
        }
            + whereabouts.within.map {
                feature($0.place, before: relation("within"), behind: basis($0))
            }
    }

    private func coordinate(_ position: Coordinate) -> [JSONMember] {
        [
            JSONMember("longitude", .number(position.longitude, digits: 7)),
            JSONMember("latitude", .number(position.latitude, digits: 7)),
        ]
    }

    private func distance(_ neighbour: Whereabouts.Neighbour) -> JSONMember {
        JSONMember("distance_m", .number(neighbour.distanceInMetres, digits: 0))
    }

    /// By what a position lies in an area: the outline, or null, and the claims.
    private func basis(_ holder: Whereabouts.Holder) -> [JSONMember] {
        let outline = holder.outline.map { outline -> JSONValue in
            [
                "perspective": .string(
                    orNull: outline.perspective.isEmpty ? nil : outline.perspective),
                "period": .string(orNull: outline.validity?.description),
                "nearest_known": .bool(holder.isNearestKnown),
                "source": .string(outline.source),
            ]
        }
        return [
            JSONMember("outline", outline ?? .null),
            JSONMember("claims", .array(holder.claims.map(basis))),
        ]
    }

    private func basis(_ claim: Membership) -> JSONValue {
        [
            "perspective": .string(orNull: claim.perspective),
            "period": .string(orNull: claim.period?.description),
            "source": .string(claim.source),
        ]
    }

    private func feature(
        _ place: Place, before: [JSONMember], behind: [JSONMember]
    ) -> JSONValue {
        [
            "type": "Feature", "id": .string(place.id), "geometry": point(of: place),
            "properties": .object(
                before
                    + members(of: place).filter { !["longitude", "latitude"].contains($0.key) }
                    + behind),
        ]
    }

    private func point(of place: Place) -> JSONValue {
        [
            "type": "Point",
            "coordinates": [
                .number(place.coordinate.longitude, digits: 5),
                .number(place.coordinate.latitude, digits: 5),
            ],
        ]
    }
}
