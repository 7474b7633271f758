internal import EventIngest
internal import GeoModel
internal import PlaceExpressions
internal import Places

/// A place of an event with everything a feature needs of it.
///
/// `uncertaintyInMetres` is the radius around the anchor outside of which the event is not expected,
/// by the point-radius method (see `Ground`); nil where nothing tells it.
struct FoundPlace {
    var reference: PlaceReference
    var destination: PlaceReference?
    var geometry: Geometry
    var anchor: Coordinate
    var precision: PlacePrecision
    var uncertaintyInMetres: Double?

    /// Coordinates that the table gives.
    init(coordinate: Coordinate, text: String) {
        reference = PlaceReference(text: text, id: nil, matchedName: nil, tier: nil, label: text)
        geometry = .point(coordinate)
        anchor = coordinate
        precision = .point
    }

    /// At a place of the gazetteer.
    init(at known: KnownPlace, text: String) {
        reference = known.reference(text: text)
        anchor = known.place.coordinate
        precision = PlacePrecision(of: known.place)
        geometry = known.ground.geometry
        uncertaintyInMetres = known.ground.radiusInMetres
    }

    /// A movement from one place to another.
    init(from start: FoundPlace, to end: FoundPlace) {
        self = start
        destination = end.reference
        geometry = .lineString([start.anchor, end.anchor])
        precision = max(start.precision, end.precision)
        uncertaintyInMetres = [start.uncertaintyInMetres, end.uncertaintyInMetres]
            .compactMap(\.self).max()
    }
}

extension FoundPlace {
    /// The place as vaguely as the row says that it is known, or as the gazetteer knows it, whichever
    /// is the vaguer.
    func noCloser(than event: Event) -> FoundPlace {
        var found = self
        found.precision = max(precision, event.precision ?? precision)
        found.uncertaintyInMetres = [uncertaintyInMetres, event.uncertaintyInMetres]
            .compactMap(\.self).max()
        return found
    }
}

// MARK: - About places

extension FoundPlace {
    /// How far beyond a place what is `near` it may be, in metres: a convention of this program, well
    /// within the 25 km that the UCDP Georeferenced Event Dataset allows for "near" (`where_prec` 2).
    static let reachOfNear = 10_000.0
    /// How far beyond a place its outskirts may reach, in metres: a convention of this program.
    static let reachOfOutskirts = 5_000.0

    /// Somewhere about a place: the anchor stays at it, the doubt reaches beyond.
    init(about known: KnownPlace, reach: Double, text: String) {
        self.init(at: known, text: text)
        geometry = .point(anchor)
        precision = known.precisionNearby
        uncertaintyInMetres = known.ground.radiusInMetres.map { $0 + reach }
    }

    /// Some way from a place.
    ///
    /// With a distance and a direction the anchor is led there. The doubt reaches to the corner of what
    /// the words may mean: the distance and the direction both off by their slack, from the far side of
    /// the place. With one of the two alone the anchor stays at the place.
    init(_ way: Offset, from known: KnownPlace, text: String) {
        guard let distance = way.distanceInMetres, let bearing = way.bearing else {
            let reach = way.distanceInMetres.map { $0 + way.distanceSlackInMetres }
            self.init(about: known, reach: reach ?? Self.reachOfNear, text: text)
            return
        }
        self.init(about: known, reach: 0, text: text)
        let start = known.place.coordinate
        anchor = start.destination(bearing: bearing.degrees, distance: distance)
        geometry = .point(anchor)
        let corner = start.destination(
            bearing: bearing.degrees + bearing.slackInDegrees,
            distance: distance + way.distanceSlackInMetres)
        uncertaintyInMetres = known.ground.radiusInMetres.map { $0 + anchor.distance(to: corner) }
        // The name of the place must not be drawn at where the way leads.
        reference.id = nil
        reference.label = text
    }

    /// Somewhere between two places: at the middle, give or take half the way.
    init(between first: KnownPlace, and second: KnownPlace, text: String) {
        let (start, end) = (first.place.coordinate, second.place.coordinate)
        anchor = start.midpoint(to: end)
        geometry = .point(anchor)
        precision = max(first.precisionNearby, second.precisionNearby)
        reference = Self.reference(first, second, text: text)
        uncertaintyInMetres = Self.wider(first, second)
            .map { $0 + start.distance(to: end) / 2 }
    }

    /// On a road between two places that no road of the gazetteer joins: the straight line.
    init(straightRoadFrom first: KnownPlace, to second: KnownPlace, text: String) {
        self.init(between: first, and: second, text: text)
        geometry = .lineString([first.place.coordinate, second.place.coordinate])
    }

    /// On a stretch of a road, whose course may be off by so many metres.
    init(on stretch: [Coordinate], of road: KnownPlace, text: String) {
        self.init(at: road, text: text)
        anchor = stretch[stretch.count / 2]
        geometry = .lineString(stretch)
        uncertaintyInMetres =
            geometry.radius(around: anchor) + (road.place.uncertaintyInMetres ?? 0)
    }

    /// On the border of two areas.
    init(
        onBorder lines: [[Coordinate]], of first: KnownPlace, and second: KnownPlace, text: String
    ) {
        let longest = lines.max { $0.count < $1.count } ?? []
        anchor = longest[longest.count / 2]
        geometry = lines.count == 1 ? .lineString(longest) : .multiLineString(lines)
        let precision = max(first.precisionNearby, second.precisionNearby)
        // A border is known more closely than the country it bounds.
        self.precision = min(precision, .region)
        reference = Self.reference(first, second, text: text)
        uncertaintyInMetres = geometry.radius(around: anchor)
    }

    /// A reference to two places, which is to neither of them.
    private static func reference(
        _ first: KnownPlace, _ second: KnownPlace, text: String
    ) -> PlaceReference {
        PlaceReference(
            text: text, id: nil, matchedName: nil, tier: nil,
            label: "\(first.label) – \(second.label)")
    }

    private static func wider(_ first: KnownPlace, _ second: KnownPlace) -> Double? {
        guard let left = first.ground.radiusInMetres, let right = second.ground.radiusInMetres
        else { return nil }
        return max(left, right)
    }
}
