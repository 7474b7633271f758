/// Keeps each name by its closest match.
struct MatchCollection {
    private var matches: [NameMatch]

    init(_ matches: [NameMatch] = []) { self.matches = matches }

    mutating func add(_ match: NameMatch) { matches.append(match) }

    /// The names that are matched so far.
    var names: MatchedNames { MatchedNames(matches) }

    /// The matches, the closest first. `isSame` tells whether two names that two packs tell of a place are
    /// one; nil for one pack.
    consuming func sorted(
        _ isSame: ((NameMatch, NameMatch) -> Bool)? = nil
    ) -> [NameMatch] {
        var matches = matches
        guard matches.count > 1 else { return matches }
        matches.sort { left, right in
            left.isOfSameName(as: right)
                ? Self.isCloser(left, right) : Self.isBefore(left, right)
        }
        var kept = 1
        for match in matches.dropFirst() where !matches[kept - 1].isOfSameName(as: match) {
            if let isSame, let twin = Self.twin(of: match, in: matches[..<kept], isSame) {
                matches[twin].come(as: match)
                continue
            }
            matches[kept] = match
            kept += 1
        }
        matches.removeLast(matches.count - kept)
        matches.sort(by: Self.isCloser)
        return matches
    }

    /// Where the same name stands that a pack before tells of the place.
    private static func twin(
        of match: NameMatch, in kept: ArraySlice<NameMatch>,
        _ isSame: (NameMatch, NameMatch) -> Bool
    ) -> Int? {
        var index = kept.endIndex - 1
        while index >= 0, kept[index].placeIndex == match.placeIndex {
            if kept[index].pack != match.pack, isSame(kept[index], match) { return index }
            index -= 1
        }
        return nil
    }

    private static func isBefore(_ left: NameMatch, _ right: NameMatch) -> Bool {
        (left.placeIndex, left.pack, left.nameIndex)
            < (right.placeIndex, right.pack, right.nameIndex)
    }

    private static func isCloser(_ left: NameMatch, _ right: NameMatch) -> Bool {
        if left.tier != right.tier { return left.tier < right.tier }
        if left.slips != right.slips { return left.slips < right.slips }
        if left.isBare != right.isBare { return !left.isBare }
        return isBefore(left, right)
    }
}

extension NameMatch {
    fileprivate func isOfSameName(as other: NameMatch) -> Bool {
        nameIndex == other.nameIndex && pack == other.pack && placeIndex == other.placeIndex
    }

    /// Takes over how another match of the name met, if that is closer.
    fileprivate mutating func come(as other: NameMatch) {
        guard (other.tier, other.slips, other.isBare ? 1 : 0) < (tier, slips, isBare ? 1 : 0)
        else { return }
        (tier, slips, isBare) = (other.tier, other.slips, other.isBare)
    }
}

/// Which names are matched; a few are looked through, more are hashed.
struct MatchedNames {
    private let few: [NameMatch]
    private let many: Set<[Int]>

    fileprivate init(_ matches: [NameMatch]) {
        let areFew = matches.count <= 16
        few = areFew ? matches : []
        many = areFew ? [] : Set(matches.map { [$0.pack, $0.nameIndex] })
    }

    func contains(name: Int, ofPack pack: Int) -> Bool {
        few.contains { $0.nameIndex == name && $0.pack == pack }
            || !many.isEmpty && many.contains([pack, name])
    }
}
