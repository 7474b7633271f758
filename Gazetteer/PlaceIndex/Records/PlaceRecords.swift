internal import EDTF
package import FlatFile
package import GeoModel
internal import NameFolding
package import Places
internal import Synchronization

/// The places of one pack with their indexes, read where they lie: opening costs nothing, and a place is
/// decoded when it is asked for.
///
/// Numbers of places and names count from 0. What a damaged file says wrong becomes a place without
/// names, or none; `verify` tells.
package final class PlaceRecords: Sendable {
    let attributes: AttributeReader
    let forms: TextDictionary
    let masks: FixedColumn<UInt32>
    let keys: TextDictionary
    let skeletons: FixedColumn<UInt32>
    let sphere: SphereTree
    private let places: FixedTable
    private let names: FixedTable
    private let owners: FixedColumn<UInt32>
    private let claimRows: FixedColumn<UInt32>
    private let lines: FixedTable
    private let ids: IDTable
    private let memory = Mutex<[Place?]>([])

    /// So many places are kept decoded, each in the slot of its number's remainder: countries and
    /// districts are asked for over and over.
    private static let keptPlaces = 512

    /// Takes the sections of a file.
    ///
    /// - Throws: `FlatFileError.missingSection`.
    /// - Complexity: O(1) but for the languages, some hundred.
    package init(_ file: SectionFile) throws(FlatFileError) {
        typealias Tag = PlaceLayout.Tag
        attributes = AttributeReader(
            texts: try file.section(Tag.texts), languages: try file.section(Tag.languages),
            names: try file.section(Tag.nameAttributes),
            places: try file.section(Tag.placeAttributes), claims: try file.section(Tag.claims))
        places = FixedTable(try file.section(Tag.places), width: PlaceLayout.Place.width)
        names = FixedTable(try file.section(Tag.names), width: PlaceLayout.Name.width)
        owners = FixedColumn(try file.section(Tag.owners))
        claimRows = FixedColumn(try file.section(Tag.claimRows))
        lines = FixedTable(try file.section(Tag.lines), width: PlaceLayout.Line.width)
        ids = IDTable(try file.section(Tag.ids))
        forms = TextDictionary(
            texts: try file.section(Tag.formTexts), blocks: try file.section(Tag.formBlocks),
            values: try file.section(Tag.formEntries))
        masks = FixedColumn(try file.section(Tag.formMasks))
        keys = TextDictionary(
            texts: try file.section(Tag.keyTexts), blocks: try file.section(Tag.keyBlocks),
            values: try file.section(Tag.keyEntries))
        skeletons = FixedColumn(try file.section(Tag.skeletons))
        sphere = SphereTree(try file.section(Tag.sphere))
    }

    /// How many places there are.
    package var count: Int { max(0, places.count - 1) }
    /// How many names there are.
    package var nameCount: Int { names.count }
    /// The languages of the names.
    package var languages: [LanguageTag] { attributes.languageTags }

    // MARK: Places

    /// The place of a number; one without names when there is none.
    package func place(at index: Int) -> Place {
        let slot = index & (Self.keptPlaces - 1)
        return memory.withLock { kept in
            if kept.isEmpty { kept = Array(repeating: nil, count: Self.keptPlaces) }
            if let place = kept[slot], texts.holds(place.id, at: id(at: index)) {
                return place
            }
            let place = decoded(index)
            kept[slot] = place
            return place
        }
    }

    private func decoded(_ index: Int) -> Place {
        var place = sketch(at: index)
        place.names = nameRange(at: index).map { name(at: $0) }
        place.line = line(at: index)
        return place
    }

    /// The place without its names and its course.
    func sketch(at index: Int) -> Place {
        typealias At = PlaceLayout.Place
        var place = attributes.place(attributeRow(index))
        place.id = texts[id(at: index)]
        place.label = texts[places.number(index, at: At.label)]
        place.coordinate = coordinate(at: index)
        place.population = population(at: index)
        place.memberships = claimRange(at: index).map { attributes.claim(Int(claimRows[$0])) }
        return place
    }

    /// The number of the place with an id.
    package func index(ofID id: String) -> Int? {
        ids.first(hash: TextHash.hash(id.utf8)) { texts.holds(id, at: self.id(at: $0)) }
    }

    /// The id of a place.
    package func idText(at index: Int) -> String { texts[id(at: index)] }

    /// What sort of place it is.
    package func kind(at index: Int) -> PlaceKind { attributes.kind(attributeRow(index)) }

    /// How early a map names it.
    package func rank(at index: Int) -> Int { attributes.rank(attributeRow(index)) }

    /// Where it stands.
    package func coordinate(at index: Int) -> Coordinate {
        Coordinate(
            longitude: FixedDegrees.degrees(
                places.number(index, at: PlaceLayout.Place.longitude)),
            latitude: FixedDegrees.degrees(places.number(index, at: PlaceLayout.Place.latitude)))
    }

    /// How many people live there.
    package func population(at index: Int) -> Int? {
        let population: Int64 = places.number(index, at: PlaceLayout.Place.population)
        return population == Int64.min ? nil : Int(population)
    }

    /// The ids that a place is said to belong to.
    package func targets(at index: Int) -> [String] {
        claimRange(at: index).map { attributes.claim(Int(claimRows[$0])).targetID }
    }

    private var texts: TextPool { attributes.texts }

    private func id(at index: Int) -> UInt32 { places.number(index, at: PlaceLayout.Place.id) }

    private func attributeRow(_ index: Int) -> Int {
        Int(places.number(index, at: PlaceLayout.Place.attributes, as: UInt32.self))
    }

    private func claimRange(at index: Int) -> Range<Int> {
        range(at: index, PlaceLayout.Place.firstClaim, count: claimRows.count)
    }

    private func range(at index: Int, _ offset: Int, count: Int) -> Range<Int> {
        guard index >= 0, index < self.count else { return 0..<0 }
        let start = Int(places.number(index, at: offset, as: UInt32.self))
        let end = Int(places.number(index + 1, at: offset, as: UInt32.self))
        return start <= end && end <= count ? start..<end : 0..<0
    }

    private func line(at index: Int) -> [LinePoint] {
        typealias At = PlaceLayout.Line
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(lines.number(middle, at: At.place, as: UInt32.self)) < index {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var line: [LinePoint] = []
        while low < lines.count, Int(lines.number(low, at: At.place, as: UInt32.self)) == index {
            line.append(
                LinePoint(
                    coordinate: Coordinate(
                        longitude: FixedDegrees.degrees(lines.number(low, at: At.longitude)),
                        latitude: FixedDegrees.degrees(lines.number(low, at: At.latitude))),
                    basis: texts[lines.number(low, at: At.basis)],
                    source: texts[lines.number(low, at: At.source)]))
            low += 1
        }
        return line
    }
}

// MARK: - Names

extension PlaceRecords {
    /// The name of a number.
    func name(at index: Int) -> PlaceName {
        var name = attributes.name(attributeRow(ofName: index))
        name.text = text(ofName: index)
        return name
    }

    /// The text of a name.
    func text(ofName index: Int) -> String {
        texts[names.number(index, at: PlaceLayout.Name.text)]
    }

    /// The row of a name's attributes.
    func attributeRow(ofName index: Int) -> Int {
        Int(names.number(index, at: PlaceLayout.Name.attributes, as: UInt32.self))
    }

    /// The numbers of the names of a place.
    func nameRange(at index: Int) -> Range<Int> {
        range(at: index, PlaceLayout.Place.firstName, count: names.count)
    }

    /// The place whose name it is, and which of its names; nil where the file says what cannot be.
    func owner(ofName index: Int) -> (place: Int, name: Int)? {
        guard index < owners.count else { return nil }
        let place = Int(owners[index])
        let range = nameRange(at: place)
        return range.contains(index) ? (place, index - range.lowerBound) : nil
    }

    /// The bytes under which a name stands in Latin letters.
    func latinFold(of entry: NameEntry) -> [UInt8] {
        var text = text(ofName: entry.name)
        if entry.isBare, let split = GenericWords.split(text) { text = split.bareName }
        let fold = NameFolder.fold(text)
        guard fold.contains(where: { $0 >= 0x80 }) else { return fold }
        let row = attributeRow(ofName: entry.name)
        let language = attributes.language(ofNames: row).description
        return NameFolder.fold(Transliterator.latin(text, language: language))
    }
}

// MARK: - Checking

extension PlaceRecords {
    /// Checks that everything a record names is there.
    ///
    /// - Throws: `FlatFileError.damagedSection`.
    /// - Complexity: O(*n* log *n*) in the names.
    package func verify() throws(FlatFileError) {
        typealias Tag = PlaceLayout.Tag
        func refuse(_ tag: String, _ problem: String, at offset: Int = 0) -> FlatFileError {
            .damagedSection(tag, problem: problem, offset: offset)
        }
        if let offset = texts.firstFault() { throw refuse(Tag.texts, "no text", at: offset) }
        if let fault = attributes.firstFault() { throw refuse(fault.tag, fault.problem) }
        try verifyPlaces()
        for name in 0..<names.count where owner(ofName: name) == nil {
            throw refuse(Tag.owners, "name \(name) is of another place")
        }
        let limit = names.count << 2
        if let fault = forms.firstFault(valuesBelow: limit) { throw refuse(Tag.formTexts, fault) }
        if let fault = keys.firstFault(valuesBelow: limit) { throw refuse(Tag.keyTexts, fault) }
        guard masks.count == forms.count else {
            throw refuse(Tag.formMasks, "\(masks.count) masks for \(forms.count) forms")
        }
        for index in 0..<skeletons.count where Int(skeletons[index]) >= keys.count {
            throw refuse(Tag.skeletons, "row \(index) names no key")
        }
        if let fault = sphere.firstFault(placesBelow: count) { throw refuse(Tag.sphere, fault) }
    }

    private func verifyPlaces() throws(FlatFileError) {
        typealias At = PlaceLayout.Place
        typealias Tag = PlaceLayout.Tag
        var (names, claims) = (0, 0)
        for place in 0..<count {
            let (ofNames, ofClaims) = (nameRange(at: place), claimRange(at: place))
            guard ofNames.isEmpty || ofNames.lowerBound == names,
                ofClaims.isEmpty || ofClaims.lowerBound == claims
            else {
                throw .damagedSection(
                    Tag.places, problem: "names or claims of place \(place) start elsewhere",
                    offset: place * At.width)
            }
            (names, claims) = (names + ofNames.count, claims + ofClaims.count)
            guard index(ofID: idText(at: place)) == place else {
                throw .damagedSection(
                    Tag.ids, problem: "\"\(idText(at: place))\" is not found", offset: 0)
            }
        }
        guard names == self.names.count, claims == claimRows.count else {
            throw .damagedSection(Tag.places, problem: "some names have no place", offset: 0)
        }
    }
}
