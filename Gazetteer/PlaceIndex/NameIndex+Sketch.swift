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
        for (other, share) in sharesBehind(local, of: part) {
            place.addMemberships(of: parts[other].records.sketch(at: share))
        }
        return place
    }

    /// The name that a match met, decoded alone.
    package func nameAlone(of match: NameMatch) -> PlaceName? {
        record(of: match).map { records, number in records.name(at: number) }
    }

    /// Where the name that a match met is read from.
    func record(of match: NameMatch) -> (records: PlaceRecords, number: Int)? {
        guard parts.indices.contains(match.pack), match.nameIndex >= 0 else { return nil }
        let records = parts[match.pack].records
        return match.nameIndex < records.nameCount ? (records, match.nameIndex) : nil
    }
}
