internal import FlatFile
package import GeoModel
package import Places

/// Which places may be meant at all. What is turned away by it is neither decoded nor weighed.
package struct PlaceFilter: Hashable, Sendable {
    /// The id of a country that some claim must put the place in; nil for any.
    package var country: String?
    /// The ids of units of which the place must be one, or be claimed to lie in one; empty for any.
    package var units: [String]
    /// The kinds that it may be of; empty for any.
    package var kinds: Set<PlaceKind>
    /// The box that it must stand in.
    package var box: BoundingBox?

    /// Makes a filter of what is told.
    package init(
        country: String? = nil, units: [String] = [], kinds: Set<PlaceKind> = [],
        box: BoundingBox? = nil
    ) {
        self.country = country
        self.units = units
        self.kinds = kinds
        self.box = box
    }

    /// Whether it admits all.
    package var admitsAll: Bool {
        country == nil && units.isEmpty && kinds.isEmpty && box == nil
    }
}

extension NameIndex {
    /// Whether a filter admits the place at an index of `places`.
    package func admits(_ position: Int, _ filter: PlaceFilter) -> Bool {
        own(position).map { admits($0.local, inPart: $0.part, filter) } ?? false
    }

    /// Whether a filter admits the place of a part, by what all packs tell of it.
    func admits(_ local: Int, inPart part: Int, _ filter: PlaceFilter) -> Bool {
        let (part, local) = part > 0 ? owner(of: local, inPart: part) ?? (part, local) : (0, local)
        let records = parts[part].records
        if !filter.kinds.isEmpty, !filter.kinds.contains(records.kind(at: local)) { return false }
        if let box = filter.box, !box.contains(records.coordinate(at: local)) { return false }
        if let country = filter.country, !isTold(local, inPart: part, of: [country], by: .country) {
            return false
        }
        return filter.units.isEmpty || isTold(local, inPart: part, of: filter.units, by: nil)
    }

    /// Whether any pack says of a place that it is one of some places or belongs to one, by a relation or,
    /// for nil, by any.
    func isTold(
        _ local: Int, inPart part: Int, of ids: [String], by relation: Membership.Relation?
    ) -> Bool {
        if parts[part].records.belongs(local, to: ids, by: relation) { return true }
        return parts.indices.dropFirst(part + 1).contains { other in
            record(ofSamePlaceAs: local, of: part, inPart: other)
                .map { parts[other].records.belongs($0, to: ids, by: relation) } ?? false
        }
    }
}

extension PlaceRecords {
    /// Whether a place is one of some places or is said to belong to one; no text is made.
    func belongs(_ index: Int, to ids: [String], by relation: Membership.Relation?) -> Bool {
        for id in ids where texts.holds(id, at: self.id(at: index)) { return true }
        for row in claimRange(at: index) {
            let (stated, target) = attributes.target(ofClaim: Int(claimRows[row]))
            guard relation == nil || relation == stated else { continue }
            for id in ids where texts.holds(id, at: target) { return true }
        }
        return false
    }

    /// Calls a closure with the id of all that a place is said to belong to.
    func forEachTarget(
        of index: Int, _ body: (Membership.Relation, String) -> Void
    ) {
        for row in claimRange(at: index) {
            let (relation, target) = attributes.target(ofClaim: Int(claimRows[row]))
            body(relation, texts[target])
        }
    }
}

extension AttributeReader {
    /// What a claim relates a place to, and where the id of that stands; read in place.
    func target(ofClaim row: Int) -> (relation: Membership.Relation, target: UInt32) {
        typealias At = PlaceLayout.Claim
        return (
            RecordCode.word(claims.number(row, at: At.relation), in: RecordCode.relations),
            claims.number(row, at: At.target)
        )
    }
}
