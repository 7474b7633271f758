internal import EDTF
internal import PlaceIndex
internal import Places

extension Candidate {
    /// The part of the score that the spelling gives: always the first.
    var spellingScore: Double { parts.first?.value ?? 0 }

    /// Whether this match tells more of the place than another one: the better score, then the usual
    /// name, then one still in use.
    func isFitter(than other: Candidate) -> Bool {
        if score != other.score { return score > other.score }
        guard let name = matchedName, let known = other.matchedName else { return false }
        if name.isUsual != known.isUsual { return name.isUsual }
        return name.isOpen && !known.isOpen
    }
}

extension PlaceName {
    /// Whether no end of its use is known.
    fileprivate var isOpen: Bool { period?.latest == nil }
}
