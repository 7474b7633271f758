package import Places

/// Parts of places for those who weigh many and keep few: most of the work of decoding a place are its
/// names.
extension NameIndex {
    /// The place at an index of `places`, without its names and its course unless several packs tell of
    /// it.
    ///
    /// - Complexity: O(*n*) in its memberships: about a µs.
    package func sketch(at position: Int) -> Place {
        guard let (part, local) = own(position), isTold(by: part, alone: local) else {
            return place(at: position)
        }
        return parts[part].records.sketch(at: local)
    }

    /// The name that a match met, decoded alone.
    package func nameAlone(of match: NameMatch) -> PlaceName? {
        if let (part, local) = own(match.placeIndex) {
            let range = parts[part].records.nameRange(at: local)
            // Names that later packs add stand behind these.
            if match.nameIndex < range.count {
                return parts[part].records.name(at: range.lowerBound + match.nameIndex)
            }
        }
        let names = place(at: match.placeIndex).names
        return names.indices.contains(match.nameIndex) ? names[match.nameIndex] : nil
    }

    /// Whether no other pack tells of the place of a part.
    private func isTold(by part: Int, alone local: Int) -> Bool {
        guard part + 1 < parts.count else { return true }
        let id = parts[part].records.idText(at: local)
        return !parts.dropFirst(part + 1).contains { $0.records.index(ofID: id) != nil }
    }
}
