internal import GeoJSON
internal import Places

// Linked Places Format has no word for much that this gazetteer knows. Exports have it under the names of the
// columns of plain tables beside the format's own members; what is no such value is passed over, since
// others may mean something else by the same word.

extension Place {
    /// Takes what `properties` say in members of our own.
    mutating func takeOwnMembers(of properties: JSONValue) {
        if let word = properties.text("kind"), let kind = PlaceKind(rawValue: word) {
            self.kind = kind
        }
        if let word = properties.text("extent"), let extent = Extent(word) { self.extent = extent }
        if case .integer(let rank) = properties["rank"], (1...6).contains(rank) {
            self.rank = rank
        }
        if case .integer(let people) = properties["population"], people >= 0 {
            population = people
        }
        if let metres = properties["uncertainty_m"]?.double, metres.isFinite, metres >= 0 {
            uncertaintyInMetres = metres
        }
        if let certainty = properties.ownCertainty { self.certainty = certainty }
        source = properties.ownText("source") ?? source
        note = properties.ownText("note") ?? note
    }
}

extension PlaceName {
    /// Takes what an entry of `names` says in members of our own.
    mutating func takeOwnMembers(of entry: JSONValue) {
        if let word = entry.text("kind"), let kind = NameKind(rawValue: word) { self.kind = kind }
        perspective = entry.ownText("perspective")
        derived = entry.ownText("derived")
        isUsual = entry["usual"] == .bool(true)
        source = entry.ownText("source") ?? source
        note = entry.ownText("note")
    }
}

extension Membership {
    /// Takes what an entry of `relations` says in members of our own.
    mutating func takeOwnMembers(of entry: JSONValue) {
        guard let word = entry.text("relation"), let relation = Relation(rawValue: word) else {
            return
        }
        self.relation = relation
        perspective = entry.ownText("perspective")
        isDefault = entry["default"] == .bool(true)
        source = entry.ownText("source") ?? source
        note = entry.ownText("note")
    }
}

extension JSONValue {
    fileprivate func ownText(_ key: String) -> String? {
        text(key).flatMap { $0.isEmpty ? nil : $0 }
    }

    fileprivate var ownCertainty: Certainty? {
        text("certainty").flatMap { CertaintyWords.certainty($0) }
    }
}
