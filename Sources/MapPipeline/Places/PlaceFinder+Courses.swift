internal import Boundaries
internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel
internal import PlaceExpressions
internal import PlaceIndex
internal import PlacePack
internal import PlaceResolution
internal import Places

// Roads and borders.

extension PlaceFinder {
    /// A road of the gazetteer passes through a place when a point of its course is this close, in metres.
    private static let reachOfRoad = 5_000.0

    mutating func road(
        _ expression: PlaceExpression, from first: WrittenName, to second: WrittenName,
        of event: Event
    ) throws(PlaceFault) -> FoundPlace {
        let text = expression.description
        let whole = resolution(of: expression.whole, at: event.date).match
        if let whole, whole.place.kind == .road, whole.tier != .fuzzy {
            return FoundPlace(at: known(whole, expression.whole, of: event), text: text)
        }
        let start = try known(first, of: event)
        let end = try known(second, of: event)
        if let (road, stretch) = stretch(from: start.place, to: end.place) {
            let known = known(road, expression.whole, matchedName: nil, tier: nil, of: event)
            return FoundPlace(on: stretch, of: known, text: text)
        }
        findings.append(
            .straightRoad(text, at: event.location(of: expression), row: event.row))
        return FoundPlace(straightRoadFrom: start, to: end, text: text)
    }

    /// The stretch of a road of the gazetteer that joins two places, from one to the other.
    private func stretch(from start: Place, to end: Place) -> (road: Place, line: [Coordinate])? {
        let ends = [start, end]
        for road in pack.index.places(of: .road) where !road.line.isEmpty {
            let line = road.line.map(\.coordinate)
            let stops = ends.compactMap { place in
                line.indices.min {
                    line[$0].distance(to: place.coordinate)
                        < line[$1].distance(to: place.coordinate)
                }
            }
            let isJoined = zip(stops, ends).allSatisfy {
                line[$0].distance(to: $1.coordinate) <= Self.reachOfRoad
            }
            guard isJoined, let first = stops.min(), let last = stops.max(), first < last else {
                continue
            }
            let stretch = Array(line[first...last])
            return (road, stops[0] == first ? stretch : stretch.reversed())
        }
        return nil
    }

    mutating func border(
        of first: WrittenName, and second: WrittenName, text: String, of event: Event
    ) throws(PlaceFault) -> FoundPlace {
        let left = try known(first, of: event, isForArea: true)
        let right = try known(second, of: event, isForArea: true)
        let lines = CommonBorder.lines(of: left.ground.geometry, and: right.ground.geometry)
        guard !lines.isEmpty else {
            throw PlaceFault(
                noBorderOf: left.place, and: right.place, text: text, at: event.location(of: first),
                row: event.row)
        }
        return FoundPlace(onBorder: lines, of: left, and: right, text: text)
    }
}

extension PlaceFinder {
    /// Where the place that a label names surely is; nil when it is not known, vague, or one of several.
    mutating func position(of label: PlaceExpression, at date: HistoricalDate?) -> Coordinate? {
        guard case .at(let name) = label.form, let match = resolution(of: name, at: date).match,
            match.tier != .fuzzy, PlacePrecision(of: match.place) <= .near
        else { return nil }
        return match.place.coordinate
    }

    /// Whether a position lies in a country, by its name or code; nil when that is not known.
    mutating func isInside(_ position: Coordinate, country text: String) -> Bool? {
        let name = PlaceExpression(text).whole
        guard let match = resolution(of: name, at: nil, isForArea: true).match,
            match.tier != .fuzzy, match.place.kind == .country, let id = match.place.outlineID
        else { return nil }
        return boundaries.isInside(position, areaOf: id)
    }
}
