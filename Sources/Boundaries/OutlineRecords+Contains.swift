internal import GeoModel

extension OutlineRecords {
    /// Whether a position lies inside a polygon, by the even-odd rule over all of its arcs.
    ///
    /// An edge counts from its lower end up to, but not including, its upper one, and is computed
    /// from the arc alone, so that both areas beside it agree: of areas that tile, one holds each
    /// position.
    ///
    /// Source: M. Shimrat, Algorithm 112, Communications of the ACM 5 (1962), 434.
    ///
    /// - Complexity: O(*v*) in the vertices of the arcs at the position's latitude.
    func contains(_ position: Coordinate, in rings: [ArcChain]) -> Bool {
        var isInside = false
        for ring in rings {
            for number in ring where crossings(of: arc(number), eastOf: position) {
                isInside.toggle()
            }
        }
        return isInside
    }

    /// Whether an arc crosses the ray from a position to the east an odd number of times.
    private func crossings(of arc: Arc, eastOf position: Coordinate) -> Bool {
        guard arc.box.south <= position.latitude, position.latitude <= arc.box.north,
            position.longitude <= arc.box.east
        else { return false }
        var isOdd = false
        for index in 1..<arc.points.count {
            let (a, b) = (arc.points[index - 1], arc.points[index])
            guard (a.latitude > position.latitude) != (b.latitude > position.latitude) else {
                continue
            }
            let share = (position.latitude - a.latitude) / (b.latitude - a.latitude)
            let longitude = a.longitude + share * (b.longitude - a.longitude)
            if position.longitude < longitude { isOdd.toggle() }
        }
        return isOdd
    }
}
