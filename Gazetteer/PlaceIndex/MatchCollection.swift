/// Keeps each name by its closest match.
struct MatchCollection {
    private var matches: [NameMatch] = []

    mutating func add(_ match: NameMatch) { matches.append(match) }

    /// The names that are matched so far.
    var names: MatchedNames { MatchedNames(matches) }

    /// The matches, the closest first.
    consuming func sorted() -> [NameMatch] {
        var matches = matches
        guard matches.count > 1 else { return matches }
        matches.sort { left, right in
            Self.isSameName(left, right)
                ? Self.isCloser(left, right)
                : (left.placeIndex, left.nameIndex) < (right.placeIndex, right.nameIndex)
        }
        var kept = 1
        for match in matches.dropFirst() where !Self.isSameName(matches[kept - 1], match) {
            matches[kept] = match
            kept += 1
        }
        matches.removeLast(matches.count - kept)
        matches.sort(by: Self.isCloser)
        return matches
    }

    private static func isSameName(_ left: NameMatch, _ right: NameMatch) -> Bool {
        left.placeIndex == right.placeIndex && left.nameIndex == right.nameIndex
    }

    private static func isCloser(_ left: NameMatch, _ right: NameMatch) -> Bool {
        if left.tier != right.tier { return left.tier < right.tier }
        if left.slips != right.slips { return left.slips < right.slips }
        if left.isBare != right.isBare { return !left.isBare }
        return (left.placeIndex, left.nameIndex) < (right.placeIndex, right.nameIndex)
    }
}

/// Which names are matched; a few are looked through, more are hashed.
struct MatchedNames {
    private let few: [NameMatch]
    private let many: Set<[Int]>

    fileprivate init(_ matches: [NameMatch]) {
        let areFew = matches.count <= 16
        few = areFew ? matches : []
        many = areFew ? [] : Set(matches.map { [$0.placeIndex, $0.nameIndex] })
    }

    func contains(_ match: NameMatch) -> Bool {
        few.contains { $0.placeIndex == match.placeIndex && $0.nameIndex == match.nameIndex }
            || !many.isEmpty && many.contains([match.placeIndex, match.nameIndex])
    }
}
