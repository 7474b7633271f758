internal import EDTF
package import FlatFile
internal import GeoModel
package import Places

/// Collects places, names and claims in the few bytes that their records take, and lays them out with
/// their indexes.
///
/// Names may come after their place and between others: importers join two files so.
package struct PlaceRecordsBuilder: Sendable {
    var texts = TextPoolBuilder()
    private var languages: [LanguageTag: UInt16] = [:]
    private var languageList: [UInt8] = []
    private var placeAttributes = RowPool(width: PlaceLayout.PlaceAttributes.width)
    private var nameAttributes = RowPool(width: PlaceLayout.NameAttributes.width)
    private var claims = RowPool(width: PlaceLayout.Claim.width)
    /// The place with an id, by the offset of the id in the pool.
    private var placeOfID: [UInt32: UInt32] = [:]
    private var lastNameAttributes: (name: PlaceName, row: UInt32)?

    var places: [PlaceRow] = []
    var names: [NameRow] = []
    var claimRows: [ClaimRow] = []
    private var lines: [(place: UInt32, point: LinePoint)] = []

    /// A place without what many share.
    struct PlaceRow {
        var id: UInt32
        var label: UInt32
        var longitude: Int32
        var latitude: Int32
        var attributes: UInt32
        var population: Int
        var rank: Int
        var isArea: Bool
    }

    /// One that came after its place falls away where the place has the same already.
    struct NameRow {
        var place: UInt32
        var text: UInt32
        var attributes: UInt32
        var language: UInt16
        var isLater: Bool
    }

    struct ClaimRow {
        var place: UInt32
        var claim: UInt32
        var isLater: Bool
    }

    /// Starts without places.
    package init() {}

    /// The tags of the languages, in the order of their numbers.
    var languageTags: [String] {
        languages.sorted { $0.value < $1.value }.map(\.key.description)
    }

    /// How many places there are.
    package var placeCount: Int { places.count }
    /// How many names there are.
    package var nameCount: Int { names.count }

    /// Adds a place. One whose id is there already adds its names and claims to that one, but for those
    /// that it has.
    package mutating func add(_ place: Place) {
        let id = texts.offset(of: place.id)
        let known = placeOfID[id]
        let index = known ?? UInt32(places.count)
        if known == nil {
            placeOfID[id] = index
            places.append(row(place, id: id))
            for point in place.line { lines.append((index, point)) }
        }
        for name in place.names { add(name, to: index, isLater: known != nil) }
        for claim in place.memberships { add(claim, to: index, isLater: known != nil) }
    }

    /// Whether there is a place with an id.
    package func hasPlace(withID id: String) -> Bool { place(id: id) != nil }

    /// Adds a name to the place with an id, unless it has the same; false when there is no such place.
    package mutating func add(_ name: PlaceName, toPlaceWithID id: String) -> Bool {
        guard let place = place(id: id) else { return false }
        add(name, to: place, isLater: true)
        return true
    }

    /// Adds a claim to the place with an id, unless it has the same; false when there is no such place.
    package mutating func add(_ claim: Membership, toPlaceWithID id: String) -> Bool {
        guard let place = place(id: id) else { return false }
        add(claim, to: place, isLater: true)
        return true
    }

    private func place(id: String) -> UInt32? {
        texts.knownOffset(of: id).flatMap { placeOfID[$0] }
    }

    /// Lays out all that was added as sections, one after the other.
    ///
    /// - Parameter take: is given the tag and the bytes of each; what it lets go of is free for the next.
    /// - Throws: `FlatFileError.tooLarge` for more than the format holds.
    /// - Complexity: O(*n* log *n*) in the number of names.
    package consuming func layOut(
        _ take: (_ tag: String, _ bytes: [UInt8]) -> Void
    ) throws(FlatFileError) {
        guard names.count < NameEntry.mostNames, places.count < Int(Int32.max), !texts.isFull else {
            throw .tooLarge("more names than a pack holds")
        }
        sortByPlace()
        let lines = lineBytes()
        texts.freeze()
        typealias Tag = PlaceLayout.Tag
        take(Tag.texts, texts.bytes)
        take(Tag.languages, languageList)
        take(Tag.places, placeBytes())
        take(Tag.firstNames, starts(names.lazy.map(\.place)))
        take(Tag.firstClaims, starts(claimRows.lazy.map(\.place)))
        take(Tag.placeAttributes, placeAttributes.bytes)
        take(Tag.nameTexts, PackedColumn.bytes(names.lazy.map(\.text)))
        take(Tag.nameRows, PackedColumn.bytes(names.lazy.map(\.attributes)))
        take(Tag.nameAttributes, nameAttributes.bytes)
        take(Tag.owners, PackedColumn.bytes(sampledOwners()))
        take(Tag.claims, claims.bytes)
        take(Tag.claimRows, claimRows.flatBytes { [$0.claim] })
        take(Tag.lines, lines)
        take(Tag.ids, idBytes())
        take(Tag.sphere, sphereBytes())
        try indexes().layOut(take)
    }

    /// What makes the indexes over names. Rows that are laid out are let go of: the indexes of 30 million
    /// names want the room.
    private mutating func indexes() -> NameIndexBuilder {
        let orders = CompletionTreeBuilder.orders(
            places.map { (rank: $0.rank, population: max(0, $0.population)) })
        let areAreas = places.map(\.isArea)
        places = []
        claimRows = []
        placeOfID = [:]
        return NameIndexBuilder(
            texts: texts, languages: languageTags, names: names, orders: orders, areAreas: areAreas)
    }
}

// MARK: - Adding

extension PlaceRecordsBuilder {
    private mutating func row(_ place: Place, id: UInt32) -> PlaceRow {
        PlaceRow(
            id: id, label: texts.offset(of: place.label),
            longitude: FixedDegrees.fixed(place.coordinate.longitude),
            latitude: FixedDegrees.fixed(place.coordinate.latitude),
            attributes: placeAttributes.row(attributes(place)),
            population: place.population ?? Int.min, rank: place.rank,
            isArea: place.kind.isArea)
    }

    private mutating func attributes(_ place: Place) -> [UInt8] {
        var extentID: String?
        let extent: UInt8
        switch place.extent {
        case .point: extent = 0
        case .outline: extent = 1
        case .line: extent = 2
        case .approximately(let id): (extent, extentID) = (3, id)
        }
        var row: [UInt8] = [
            RecordCode.code(place.kind, in: RecordCode.kinds),
            RecordCode.code(place.certainty, in: RecordCode.certainties), extent,
            place.uncertaintyInMetres == nil ? 0 : 1,
        ]
        row.append(littleEndian: Int32(clamping: place.rank))
        row.append(littleEndian: texts.offset(of: extentID))
        row.append(littleEndian: texts.offset(of: place.period?.description))
        row.append(littleEndian: texts.offset(of: place.source))
        row.append(littleEndian: texts.offset(of: place.note))
        row.append(littleEndian: (place.uncertaintyInMetres ?? 0).bitPattern)
        return row
    }

    private mutating func add(_ name: PlaceName, to place: UInt32, isLater: Bool) {
        let language = language(name.language)
        names.append(
            NameRow(
                place: place, text: texts.offset(of: name.text),
                attributes: attributes(name, language), language: language, isLater: isLater))
    }

    private mutating func language(_ tag: LanguageTag) -> UInt16 {
        if let known = languages[tag] { return known }
        // Sixteen bits hold all tags in use; a table with more has garbage for tags.
        let number = UInt16(clamping: languages.count)
        if languages.count >= Int(UInt16.max) { return number }
        languages[tag] = number
        languageList.append(littleEndian: texts.offset(of: tag.description))
        return number
    }

    private mutating func attributes(_ name: PlaceName, _ language: UInt16) -> UInt32 {
        // Names of one source come in runs that differ in nothing but the text.
        if let (last, row) = lastNameAttributes, last.sharesAttributes(with: name) { return row }
        var row: [UInt8] = []
        row.append(littleEndian: language)
        row.append(RecordCode.code(name.kind, in: RecordCode.nameKinds))
        row.append(
            RecordCode.code(name.certainty, in: RecordCode.certainties) << 1
                | (name.isUsual ? 1 : 0))
        row.append(littleEndian: texts.offset(of: name.perspective))
        row.append(littleEndian: texts.offset(of: name.period?.description))
        row.append(littleEndian: texts.offset(of: name.source))
        row.append(littleEndian: texts.offset(of: name.derived))
        row.append(littleEndian: texts.offset(of: name.note))
        let number = nameAttributes.row(row)
        lastNameAttributes = (name, number)
        return number
    }

    private mutating func add(_ claim: Membership, to place: UInt32, isLater: Bool) {
        var row: [UInt8] = [
            RecordCode.code(claim.relation, in: RecordCode.relations),
            RecordCode.code(claim.certainty, in: RecordCode.certainties) << 1
                | (claim.isDefault ? 1 : 0),
            0, 0,
        ]
        row.append(littleEndian: texts.offset(of: claim.targetID))
        row.append(littleEndian: texts.offset(of: claim.perspective))
        row.append(littleEndian: texts.offset(of: claim.period?.description))
        row.append(littleEndian: texts.offset(of: claim.source))
        row.append(littleEndian: texts.offset(of: claim.note))
        claimRows.append(ClaimRow(place: place, claim: claims.row(row), isLater: isLater))
    }
}

// MARK: - Laying out

extension PlaceRecordsBuilder {
    /// Puts names and claims in the order of their places; those of one place keep theirs.
    private mutating func sortByPlace() {
        names.sortByPlace(\.place, count: places.count)
        names.removeRepeated(\.place, isLater: \.isLater) {
            $0.text == $1.text && $0.attributes == $1.attributes
        }
        claimRows.sortByPlace(\.place, count: places.count)
        claimRows.removeRepeated(\.place, isLater: \.isLater) { $0.claim == $1.claim }
    }

    private func sampledOwners() -> [UInt32] {
        stride(from: 0, to: names.count, by: PlaceLayout.ownerStep).map { names[$0].place }
    }

    private func placeBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(places.count * PlaceLayout.Place.width)
        for place in places {
            bytes.append(littleEndian: place.id)
            bytes.append(littleEndian: place.label)
            bytes.append(littleEndian: place.longitude)
            bytes.append(littleEndian: place.latitude)
            bytes.append(littleEndian: place.attributes)
            bytes.append(littleEndian: Int64(place.population))
        }
        return bytes
    }

    /// Where the rows of each place start, and one more, for the end.
    private func starts(_ owners: some Sequence<UInt32>) -> [UInt8] {
        var starts = [UInt32](repeating: 0, count: places.count + 1)
        for place in owners { starts[Int(place) + 1] += 1 }
        for place in places.indices { starts[place + 1] += starts[place] }
        return PackedColumn.bytes(starts)
    }

    private mutating func lineBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, point) in lines {
            bytes.append(littleEndian: place)
            bytes.append(littleEndian: FixedDegrees.fixed(point.coordinate.longitude))
            bytes.append(littleEndian: FixedDegrees.fixed(point.coordinate.latitude))
            bytes.append(littleEndian: texts.offset(of: point.basis))
            bytes.append(littleEndian: texts.offset(of: point.source))
        }
        return bytes
    }

    private func sphereBytes() -> [UInt8] {
        SphereTreeBuilder.bytes(places.map { (longitude: $0.longitude, latitude: $0.latitude) })
    }

    private func idBytes() -> [UInt8] {
        IDTable.bytes(count: places.count) { texts.hash(at: places[$0].id) }
    }
}

extension PlaceName {
    /// Whether all but the text is the same.
    fileprivate func sharesAttributes(with other: PlaceName) -> Bool {
        language == other.language && kind == other.kind && perspective == other.perspective
            && period == other.period && isUsual == other.isUsual && source == other.source
            && certainty == other.certainty && derived == other.derived && note == other.note
    }
}

extension Array {
    fileprivate func flatBytes(_ numbers: (Element) -> [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        for element in self {
            for number in numbers(element) { bytes.append(littleEndian: number) }
        }
        return bytes
    }

    /// Sorts by counting, which keeps the order of those of one place.
    fileprivate mutating func sortByPlace(_ place: (Element) -> UInt32, count: Int) {
        guard let first, !zip(self, dropFirst()).allSatisfy({ place($0) <= place($1) }) else {
            return
        }
        var next = [Int](repeating: 0, count: count + 1)
        for element in self { next[Int(place(element)) + 1] += 1 }
        for index in next.indices.dropFirst() { next[index] += next[index - 1] }
        var sorted = [Element](repeating: first, count: self.count)
        for element in self {
            let index = Int(place(element))
            sorted[next[index]] = element
            next[index] += 1
        }
        self = sorted
    }

    /// Takes away each later one whose place has an equal one before it; sorted by place.
    fileprivate mutating func removeRepeated(
        _ place: (Element) -> UInt32, isLater: (Element) -> Bool,
        areEqual: (Element, Element) -> Bool
    ) {
        guard contains(where: isLater) else { return }
        var kept: [Element] = []
        kept.reserveCapacity(count)
        var start = 0
        for element in self {
            if let last = kept.last, place(last) != place(element) { start = kept.count }
            if isLater(element), kept[start...].contains(where: { areEqual($0, element) }) {
                continue
            }
            kept.append(element)
        }
        self = kept
    }
}
