/// Keeps each name by its closest match.
struct MatchCollection {
    private var matches: [NameMatch] = []
    private var positions: [Key: Int] = [:]

    private struct Key: Hashable {
        var place: Int
        var name: Int
    }

    mutating func add(_ match: NameMatch) {
        let key = Key(place: match.placeIndex, name: match.nameIndex)
        guard let position = positions[key] else {
            positions[key] = matches.count
            matches.append(match)
            return
        }
        if Self.isCloser(match, matches[position]) { matches[position] = match }
    }

    func sorted() -> [NameMatch] { matches.sorted(by: Self.isCloser) }

    private static func isCloser(_ left: NameMatch, _ right: NameMatch) -> Bool {
        if left.tier != right.tier { return left.tier < right.tier }
        if left.slips != right.slips { return left.slips < right.slips }
        if left.isBare != right.isBare { return !left.isBare }
        return (left.placeIndex, left.nameIndex) < (right.placeIndex, right.nameIndex)
    }
}
