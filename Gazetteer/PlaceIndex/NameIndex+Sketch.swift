package import Places

/// Parts of places for those who weigh many and keep few: most of the work of decoding a place are its
/// names.
extension NameIndex {
    /// The place at an index of `places`, without its names and its course.
    ///
    /// - Complexity: O(*n*) in its memberships: about a µs for each pack that tells of it.
    package func sketch(at position: Int) -> Place {
        guard let (part, local) = own(position) else { return place(at: position) }
        var place = parts[part].records.sketch(at: local)
        guard isShared(local, from: part) else { return place }
        for share in joined(local, from: part).shares.dropFirst() {
            place.addMemberships(of: parts[share.part].records.sketch(at: share.local))
        }
        return place
    }

    /// The name that a match met, decoded alone.
    package func nameAlone(of match: NameMatch) -> PlaceName? {
        record(of: match).map { records, number in records.name(at: number) }
    }

    /// Where the name that a match met is read from.
    func record(of match: NameMatch) -> (records: PlaceRecords, number: Int)? {
        guard let (part, local) = own(match.placeIndex), match.nameIndex >= 0 else { return nil }
        let range = parts[part].records.nameRange(at: local)
        if match.nameIndex < range.count {
            return (parts[part].records, range.lowerBound + match.nameIndex)
        }
        // Names that later packs add stand behind these.
        guard isShared(local, from: part) else { return nil }
        return joined(local, from: part).source(ofName: match.nameIndex).map {
            (parts[$0.part].records, $0.number)
        }
    }
}
