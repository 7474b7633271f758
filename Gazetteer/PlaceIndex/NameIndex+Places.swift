public import GeoModel
public import Places

extension NameIndex {
    /// The place at an index of `places`.
    ///
    /// - Complexity: O(*n*) in the names of the place: some µs, less where it was asked for lately.
    public func place(at position: Int) -> Place {
        guard let (part, local) = own(position) else {
            preconditionFailure("\(position) is no place")
        }
        return recent.value(parts[part].base + local) { decoded(local, inPart: part) }
    }

    private func decoded(_ local: Int, inPart part: Int) -> Place {
        var place = parts[part].records.place(at: local)
        let behind = sharesBehind(local, of: part)
        guard !behind.isEmpty else { return place }
        let joined = JoinedPlace(
            ([(part: part, local: local)] + behind).map { ($0.local, parts[$0.part].records) })
        for ((part, local), added) in zip(behind, joined.added) {
            let records = parts[part].records
            place.names += added.map { records.name(at: $0) }
            place.addMemberships(of: records.sketch(at: local))
        }
        return place
    }

    /// Where the place at an index of `places` stands; nil where there is none.
    ///
    /// - Complexity: O(1); no name is decoded.
    public func coordinate(at position: Int) -> Coordinate? {
        own(position).map { parts[$0.part].records.coordinate(at: $0.local) }
    }

    /// The id of the place at an index of `places`; nil where there is none.
    ///
    /// - Complexity: O(1); no name is decoded.
    public func id(at position: Int) -> String? {
        own(position).map { parts[$0.part].records.idText(at: $0.local) }
    }

    /// The place with an id, or nil.
    ///
    /// - Complexity: O(1), and as of `place(at:)`.
    public func place(id: String) -> Place? {
        placeIndex(ofID: id).map { place(at: $0) }
    }

    /// Where the place with an id stands in `places`, or nil.
    ///
    /// - Complexity: O(1).
    public func placeIndex(ofID id: String) -> Int? {
        for part in parts {
            if let local = part.records.index(ofID: id) { return part.base + local }
        }
        return nil
    }

    /// The places of a kind.
    ///
    /// - Complexity: O(*n*) in the number of places, at some ns a place; those of the kind are decoded.
    public func places(of kind: PlaceKind) -> [Place] {
        positions(of: kind).map { place(at: $0) }
    }

    /// Where the places of a kind stand in `places`.
    package func positions(of kind: PlaceKind) -> [Int] {
        positions { $0.kind(at: $1) == kind }
    }

    /// The ids of all that a place is said to belong to; empty for an unknown one.
    ///
    /// - Complexity: O(1); no name is decoded.
    public func targets(ofPlaceWithID id: String) -> [String] {
        parts.flatMap { part in
            part.records.index(ofID: id).map { part.records.targets(at: $0) } ?? []
        }
    }

    /// The positions of places for which a test of their records holds.
    func positions(where isWanted: (PlaceRecords, Int) -> Bool) -> [Int] {
        var positions: [Int] = []
        for (number, part) in parts.enumerated() {
            let records = part.records
            for local in 0..<records.count where isWanted(records, local) {
                if isOwn(local, inPart: number) { positions.append(part.base + local) }
            }
        }
        return positions
    }

    var endPosition: Int { parts.last.map { $0.base + $0.records.count } ?? 0 }

    /// The first position from one on whose place no pack before has.
    func firstOwnPosition(from position: Int) -> Int {
        var position = position
        while position < endPosition, let (part, local) = located(position),
            !isOwn(local, inPart: part)
        {
            position += 1
        }
        return Swift.min(position, endPosition)
    }

    /// Whether no pack before has the place.
    func isOwn(_ local: Int, inPart part: Int) -> Bool {
        part == 0 || owner(of: local, inPart: part) == nil
    }

    /// The position that stands for a place of a part: that of the first pack that has it.
    func position(of local: Int, inPart part: Int) -> Int {
        let (part, local) = part > 0 ? owner(of: local, inPart: part) ?? (part, local) : (0, local)
        return parts[part].base + local
    }

    /// The record of the first pack that has a place, where a pack before has it.
    func owner(of local: Int, inPart part: Int) -> (part: Int, local: Int)? {
        if part < owners.count, owners[part].indices.contains(local) {
            let owner = owners[part][local]
            return owner < 0 ? nil : located(Int(owner))
        }
        for earlier in 0..<part {
            if let owner = record(ofSamePlaceAs: local, of: part, inPart: earlier) {
                return (earlier, owner)
            }
        }
        return nil
    }

    func record(ofSamePlaceAs local: Int, of part: Int, inPart other: Int) -> Int? {
        if part < other, part < shares.count {
            let share = shares[part][other - part - 1][local]
            return share < 0 ? nil : Int(share)
        }
        return parts[other].records.index(ofSamePlaceAs: local, in: parts[part].records)
    }

    /// The records that packs behind the first that has a place have of it, in the order of the packs.
    func sharesBehind(_ local: Int, of part: Int) -> [(part: Int, local: Int)] {
        parts.indices.dropFirst(part + 1).compactMap { other in
            record(ofSamePlaceAs: local, of: part, inPart: other).map { (other, $0) }
        }
    }

    private func located(_ position: Int) -> (part: Int, local: Int)? {
        guard position >= 0, position < endPosition,
            let part = parts.lastIndex(where: { $0.base <= position && $0.records.count > 0 })
        else { return nil }
        return (part, position - parts[part].base)
    }

    /// The part whose record stands for a position, and where it stands there.
    func own(_ position: Int) -> (part: Int, local: Int)? {
        guard let (part, local) = located(position) else { return nil }
        return isOwn(local, inPart: part)
            ? (part, local) : located(self.position(of: local, inPart: part))
    }
}

extension Place {
    /// Adds what another pack claims of the same place, but for what is claimed already.
    mutating func addMemberships(of other: Place) {
        memberships += other.memberships.filter { !memberships.contains($0) }
    }
}
