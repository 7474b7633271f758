internal import FlatFile
public import Places

/// Finds places by any of their names, and by where they are.
///
/// ```swift
/// let index = NameIndex(places)
/// index.attested("XANKƏNDİ")  // the names with that spelling, fold or transliteration
/// index.fuzzy("Stepankert")  // names a slip or two away
/// ```
///
/// A frozen value over the records of one or several packs, which are read where they lie. A place that
/// several packs have is one place: that of the first, with the names and claims that the others add.
public struct NameIndex: Sendable {
    /// The records of each pack, with the position of their first place.
    let parts: [Part]
    /// Places that were asked for: countries and districts are asked for over and over.
    let recent = RecentPlaces()
    /// For each place of each part, the position of the record that a pack before has of it, or -1; empty
    /// but in an index that is `preparedForMany`, as the next.
    private(set) var owners: [[Int32]] = []
    /// For each part, for each one behind it, for each place of the first its record in the other, or -1.
    private(set) var shares: [[[Int32]]] = []

    struct Part: Sendable {
        var records: PlaceRecords
        var base: Int
    }

    /// Makes an index over the records of packs; the first has the say.
    ///
    /// - Complexity: O(1) in the number of places.
    package init(records: [PlaceRecords]) {
        var base = 0
        parts = records.map { records in
            defer { base += records.count }
            return Part(records: records, base: base)
        }
    }

    /// Builds the index of places that are at hand. Places with one id are one: the first, with the names
    /// and memberships of all.
    ///
    /// - Complexity: O(*n* log *n*) in the number of names: about 3 µs a name (release).
    public init(_ places: [Place]) {
        var builder = PlaceRecordsBuilder()
        for place in places { builder.add(place) }
        do {
            self.init(records: [try PlaceRecords(builder.file(of: Self.kindInMemory))])
        } catch {
            preconditionFailure("places in memory are fewer than a file holds: \(error)")
        }
    }

    /// Joins indexes: what one before says of a place stands, and those behind add to it.
    ///
    /// - Complexity: O(1) in the number of places.
    public init(joining indexes: [NameIndex]) {
        self.init(records: indexes.flatMap { $0.parts.map(\.records) })
    }

    /// The same index for those who ask thousands of times: which places packs share is looked up once.
    ///
    /// - Complexity: O(*n*) in the places, at 0.1 µs for each but those of the last pack; four bytes are kept
    ///   for each.
    package func preparedForMany() -> NameIndex {
        guard parts.count > 1, endPosition <= Int(Int32.max) else { return self }
        var prepared = self
        prepared.shares = parts.indices.map { part in
            parts.indices.dropFirst(part + 1).map { other in
                (0..<parts[part].records.count).map { local in
                    record(ofSamePlaceAs: local, of: part, inPart: other).map { Int32($0) } ?? -1
                }
            }
        }
        prepared.owners = parts.indices.map { part in
            part == 0 ? [] : Array(repeating: -1, count: parts[part].records.count)
        }
        // The first pack that has a place has the last word.
        for part in parts.indices.reversed() {
            for (number, locals) in prepared.shares[part].enumerated() {
                for (local, share) in locals.enumerated() where share >= 0 {
                    prepared.owners[part + 1 + number][Int(share)] = Int32(parts[part].base + local)
                }
            }
        }
        return prepared
    }

    private static let kindInMemory = SectionFile.Kind(magic: "TOPOMEMO", version: 1)

    /// All places, in the order of the packs.
    public var places: PlaceList { PlaceList(index: self) }

    /// How many names there are, those of all packs.
    public var nameCount: Int { parts.reduce(0) { $0 + $1.records.nameCount } }

    /// The languages that names are in, sorted.
    public var languages: [LanguageTag] {
        Set(parts.flatMap(\.records.languages)).sorted()
    }
}

extension PlaceRecordsBuilder {
    /// The records of all that was added, as a file in memory.
    consuming func file(of kind: SectionFile.Kind) throws(FlatFileError) -> SectionFile {
        var writer = SectionFileWriter(kind)
        try layOut { writer.add($0, $1) }
        return try SectionFile(FlatBytes(writer.bytes), kind: kind)
    }
}

/// The places of an index. Each is decoded when it is asked for.
///
/// Indexes are those of `NameMatch.placeIndex`. They have gaps where a pack tells of a place that one
/// before it has.
public struct PlaceList: Collection, Sendable {
    fileprivate let index: NameIndex

    /// The first place.
    public var startIndex: Int { index.firstOwnPosition(from: 0) }
    /// Behind the last place.
    public var endIndex: Int { index.endPosition }

    /// The next place.
    public func index(after position: Int) -> Int { index.firstOwnPosition(from: position + 1) }

    /// A place.
    ///
    /// - Complexity: O(*n*) in the names of the place: some µs.
    public subscript(position: Int) -> Place { index.place(at: position) }
}
