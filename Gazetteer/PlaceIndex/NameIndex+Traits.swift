package import EDTF
internal import FlatFile
package import GeoModel
package import Places

/// What is weighed of a place, read where it lies: most of those that fit a name are weighed and never
/// shown.
package struct PlaceTraits: Sendable {
    /// What sort of place it is.
    package let kind: PlaceKind
    /// How early a map names it: from 1, first, to 6.
    package let rank: Int
    /// How many people live there; nil when not known.
    package let population: Int?
    /// Where it stands.
    package let coordinate: Coordinate
}

/// What is weighed of a name, read where it lies.
package struct NameTraits: Sendable {
    /// What sort of name it is.
    package let kind: NameKind
    /// How sure its row is.
    package let certainty: Certainty
    /// Whether it is the usual name in English text.
    package let isUsual: Bool
    /// Whether its source says who uses it.
    package let hasPerspective: Bool
    /// Whether its source says in which language it is.
    package let hasLanguage: Bool
}

extension NameIndex {
    /// What is weighed of the place at an index of `places`; nil where there is none.
    package func traits(at position: Int) -> PlaceTraits? {
        guard let (part, local) = own(position) else { return nil }
        let records = parts[part].records
        return PlaceTraits(
            kind: records.kind(at: local), rank: records.rank(at: local),
            population: records.population(at: local), coordinate: records.coordinate(at: local))
    }

    /// What is weighed of the name that a match met; nil where there is none.
    package func traits(of match: NameMatch) -> NameTraits? {
        guard let (records, number) = record(of: match) else { return nil }
        return records.attributes.traits(ofNames: records.attributeRow(ofName: number))
    }

    /// When the place at an index of `places` existed; nil when its source does not say.
    package func period(at position: Int) -> HistoricalDate? {
        own(position).flatMap { part, local in
            let records = parts[part].records
            return records.attributes.place(records.attributeRow(local)).period
        }
    }

    /// The language of the name that a match met.
    package func language(of match: NameMatch) -> LanguageTag? {
        record(of: match).map { records, number in
            records.attributes.language(ofNames: records.attributeRow(ofName: number))
        }
    }

    /// When the name that a match met was in use; nil when its source does not say.
    package func period(of match: NameMatch) -> HistoricalDate? {
        guard let (records, number) = record(of: match) else { return nil }
        return records.attributes.name(records.attributeRow(ofName: number)).period
    }

    /// The names of a kind that the place at an index of `places` has, in their order; a name that two
    /// packs have may come twice.
    package func names(at position: Int, of kind: NameKind) -> [PlaceName] {
        names(at: position) { $0.kind == kind }
    }

    /// The place at an index of `places` with its usual names alone: enough for its label of today.
    package func abridged(at position: Int) -> Place {
        var place = sketch(at: position)
        if place.names.isEmpty { place.names = names(at: position) { $0.isUsual } }
        return place
    }

    /// The place at an index of `places` with what its label of today is made from alone, and no claims.
    ///
    /// - Complexity: O(*n*) in its names, of which the usual ones are decoded.
    package func labelled(at position: Int) -> Place {
        guard let (part, local) = own(position) else { return place(at: position) }
        var place = parts[part].records.identity(at: local)
        place.names = names(at: position) { $0.isUsual }
        return place
    }

    /// The place at an index of `places` with all that a map of today tells of it: without claims and
    /// course, and with its usual names alone.
    ///
    /// - Complexity: O(*n*) in its names, of which the usual ones are decoded.
    package func mapped(at position: Int) -> Place {
        guard let (part, local) = own(position) else { return place(at: position) }
        var place = parts[part].records.mark(at: local)
        place.names = names(at: position) { $0.isUsual }
        return place
    }

    /// The place at an index of `places` without its names, its claims and its course.
    package func mark(at position: Int) -> Place {
        guard let (part, local) = own(position) else { return place(at: position) }
        return parts[part].records.mark(at: local)
    }

    /// The ISO 3166-1 code of the pack's default country, as `Place.countryCode`; no claim is decoded.
    package func countryCode(at position: Int) -> String? {
        guard let (part, local) = own(position) else { return nil }
        if parts[part].records.kind(at: local) == .country {
            return Place.isoCode(ofID: parts[part].records.idText(at: local))
        }
        var (byDefault, other): (String?, String?)
        forEachRecord(of: local, inPart: part) { part, local in
            let records = parts[part].records
            for row in records.claimRange(at: local) {
                let claim = Int(records.claimRows[row])
                let (relation, target) = records.attributes.target(ofClaim: claim)
                guard relation == .country, byDefault == nil else { continue }
                let isDefault = records.attributes.isDefault(claim: claim)
                guard isDefault || other == nil else { continue }
                let code = Place.isoCode(ofID: records.texts[target])
                if isDefault { byDefault = code } else { other = code }
            }
        }
        return byDefault ?? other
    }

    /// Whether the place at an index of `places` is one of some, or is claimed to belong to one by any
    /// relation.
    package func isTold(at position: Int, of ids: [String]) -> Bool {
        own(position).map { isTold($0.local, inPart: $0.part, of: ids, by: nil) } ?? false
    }

    /// Whether the place at an index of `places` is claimed to belong to a unit right below a country.
    package func hasUnit(at position: Int) -> Bool {
        var found = false
        forEachTarget(at: position) { relation, _ in if relation == .admin1 { found = true } }
        return found
    }

    /// Calls a closure with the id of all that the place at an index of `places` is claimed to belong to;
    /// with some more than once.
    package func forEachTarget(
        at position: Int, _ body: (Membership.Relation, String) -> Void
    ) {
        forEachRecord(of: position) { $0.forEachTarget(of: $1, body) }
    }

    // MARK: Records

    private func names(at position: Int, where isWanted: (NameTraits) -> Bool) -> [PlaceName] {
        var names: [PlaceName] = []
        forEachRecord(of: position) { records, local in
            for number in records.nameRange(at: local) {
                let row = records.attributeRow(ofName: number)
                if isWanted(records.attributes.traits(ofNames: row)) {
                    names.append(records.name(at: number))
                }
            }
        }
        return names
    }

    /// Calls a closure with what each pack tells of a place, in the order of the packs.
    private func forEachRecord(of position: Int, _ body: (PlaceRecords, Int) -> Void) {
        guard let (part, local) = own(position) else { return }
        forEachRecord(of: local, inPart: part) { body(parts[$0].records, $1) }
    }

    /// Calls a closure with the record that each part has of a place of one of them.
    func forEachRecord(of local: Int, inPart part: Int, _ body: (_ part: Int, Int) -> Void) {
        let (part, local) = owner(of: local, inPart: part) ?? (part, local)
        body(part, local)
        for other in parts.indices.dropFirst(part + 1) {
            if let share = record(ofSamePlaceAs: local, of: part, inPart: other) {
                body(other, share)
            }
        }
    }
}

extension PlaceRecords {
    /// A place with its id, kind, label and position alone.
    fileprivate func identity(at index: Int) -> Place {
        Place(
            id: idText(at: index), kind: kind(at: index),
            label: texts[places.number(index, at: PlaceLayout.Place.label)],
            coordinate: coordinate(at: index), source: "")
    }
}

extension AttributeReader {
    /// Whether a claim is the one that the pack gives where only one can be given.
    func isDefault(claim row: Int) -> Bool {
        claims.number(row, at: PlaceLayout.Claim.flags, as: UInt8.self) & 1 == 1
    }

    /// What is weighed of names with the attributes of a row.
    func traits(ofNames row: Int) -> NameTraits {
        typealias At = PlaceLayout.NameAttributes
        let flags: UInt8 = names.number(row, at: At.flags)
        return NameTraits(
            kind: RecordCode.word(names.number(row, at: At.kind), in: RecordCode.nameKinds),
            certainty: RecordCode.word(flags >> 1, in: RecordCode.certainties),
            isUsual: flags & 1 == 1,
            hasPerspective: names.number(row, at: At.perspective, as: UInt32.self) != TextPool.none,
            hasLanguage: !isLanguageUndetermined(ofNames: row))
    }
}
