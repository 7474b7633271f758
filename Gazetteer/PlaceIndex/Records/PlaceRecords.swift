internal import EDTF
package import FlatFile
package import GeoModel
internal import NameFolding
package import Places

/// The places of one pack with their indexes, read where they lie: opening costs nothing, and a place is
/// decoded when it is asked for.
///
/// Numbers of places and names count from 0. What a damaged file says wrong becomes a place without
/// names, or none; `verify` tells.
package final class PlaceRecords: Sendable {
    let attributes: AttributeReader
    let forms: TextDictionary
    let formsByLength: FormsByLength
    let sketches: FormSketches
    let keys: TextDictionary
    let skeletons: PackedColumn
    let pieces: PieceTable
    let completions: CompletionTree
    let sphere: SphereTree
    let places: FixedTable
    /// Where the names of places start, and one more, for the end. Apart from the places: what a million
    /// looks need most stays in the nearest caches so.
    let firstNames: PackedColumn
    let firstClaims: PackedColumn
    let nameTexts: PackedColumn
    let nameRows: PackedColumn
    let owners: PackedColumn
    let claimRows: FixedColumn<UInt32>
    private let lines: FixedTable
    private let ids: IDTable

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
        firstNames = PackedColumn(try file.section(Tag.firstNames))
        firstClaims = PackedColumn(try file.section(Tag.firstClaims))
        nameTexts = PackedColumn(try file.section(Tag.nameTexts))
        nameRows = PackedColumn(try file.section(Tag.nameRows))
        owners = PackedColumn(try file.section(Tag.owners))
        claimRows = FixedColumn(try file.section(Tag.claimRows))
        lines = FixedTable(try file.section(Tag.lines), width: PlaceLayout.Line.width)
        ids = IDTable(try file.section(Tag.ids))
        forms = TextDictionary(
            texts: try file.section(Tag.formTexts), blocks: try file.section(Tag.formBlocks),
            heads: try file.section(Tag.formHeads), values: try file.section(Tag.formEntries))
        formsByLength = FormsByLength(
            starts: try file.section(Tag.formLengths), ranks: try file.section(Tag.formRanks),
            count: forms.count)
        sketches = FormSketches(try file.section(Tag.formSketches), of: formsByLength)
        keys = TextDictionary(
            texts: try file.section(Tag.keyTexts), blocks: try file.section(Tag.keyBlocks),
            heads: try file.section(Tag.keyHeads), values: try file.section(Tag.keyEntries))
        skeletons = PackedColumn(try file.section(Tag.skeletons))
        pieces = PieceTable(
            offsets: try file.section(Tag.pieceOffsets), forms: try file.section(Tag.pieceForms))
        completions = CompletionTree(
            orders: try file.section(Tag.orders), nodes: try file.section(Tag.formTree),
            blocks: forms.blockCount)
        sphere = SphereTree(try file.section(Tag.sphere))
    }

    /// How many places there are.
    package var count: Int { places.count }
    /// How many names there are.
    package var nameCount: Int { nameTexts.count }
    /// The languages of the names.
    package var languages: [LanguageTag] { attributes.languageTags }

    // MARK: Places

    /// The place of a number; one without names when there is none.
    package func place(at index: Int) -> Place {
        var place = sketch(at: index)
        place.names = nameRange(at: index).map { name(at: $0) }
        place.line = line(at: index)
        return place
    }

    /// The place without its names and its course.
    func sketch(at index: Int) -> Place {
        var place = mark(at: index)
        place.memberships = claimRange(at: index).map { attributes.claim(Int(claimRows[$0])) }
        return place
    }

    /// The place without its names, its course and its claims.
    func mark(at index: Int) -> Place {
        typealias At = PlaceLayout.Place
        var place = attributes.place(attributeRow(index))
        place.id = texts[id(at: index)]
        place.label = texts[places.number(index, at: At.label)]
        place.coordinate = coordinate(at: index)
        place.population = population(at: index)
        return place
    }

    /// The number of the place with an id.
    package func index(ofID id: String) -> Int? {
        ids.first(hash: TextHash.hash(id.utf8)) { texts.holds(id, at: self.id(at: $0)) }
    }

    /// The number of the place with the id of a place of another pack; no text is made.
    func index(ofSamePlaceAs other: Int, in records: PlaceRecords) -> Int? {
        let id = records.id(at: other)
        return ids.first(hash: records.texts.hash(at: id)) {
            texts.holds(textAt: id, of: records.texts, at: self.id(at: $0))
        }
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

    var texts: TextPool { attributes.texts }

    func id(at index: Int) -> UInt32 { places.number(index, at: PlaceLayout.Place.id) }

    func attributeRow(_ index: Int) -> Int {
        Int(places.number(index, at: PlaceLayout.Place.attributes, as: UInt32.self))
    }

    func claimRange(at index: Int) -> Range<Int> {
        range(at: index, firstClaims, count: claimRows.count)
    }

    func range(at index: Int, _ firsts: PackedColumn, count: Int) -> Range<Int> {
        guard index >= 0, index < self.count else { return 0..<0 }
        let (start, end) = (Int(firsts[index]), Int(firsts[index + 1]))
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
