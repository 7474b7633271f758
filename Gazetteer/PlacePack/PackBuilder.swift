public import FlatFile
internal import PlaceIndex
public import Places

/// Lays out a pack. Places may be added one by one, and names to those that are there, so that what
/// comes from a file of millions need not stand in memory but in the bytes that it takes.
///
/// Same calls in the same order, same bytes. A place whose id is there already adds its names and claims
/// to that one.
public struct PackBuilder: Sendable {
    /// What the pack says of itself and needs; its places are in the builder.
    public private(set) var contents: PackContents
    private var records = PlaceRecordsBuilder()

    /// Starts with the places of the contents.
    public init(_ contents: PackContents) {
        self.contents = contents
        for place in contents.places { records.add(place) }
        self.contents.places = []
    }

    /// How many places there are.
    public var placeCount: Int { records.placeCount }
    /// How many names there are.
    public var nameCount: Int { records.nameCount }

    /// Changes what the pack says of itself, such as credits that an importer finds.
    public mutating func change(_ change: (inout PackContents) -> Void) {
        change(&contents)
        for place in contents.places { records.add(place) }
        contents.places = []
    }

    /// Adds a place.
    public mutating func add(_ place: Place) { records.add(place) }

    /// Whether there is a place with an id.
    public func hasPlace(withID id: String) -> Bool { records.hasPlace(withID: id) }

    /// Adds a name to the place with an id, unless it has the same.
    ///
    /// - Returns: whether there is such a place.
    @discardableResult
    public mutating func add(_ name: PlaceName, toPlaceWithID id: String) -> Bool {
        records.add(name, toPlaceWithID: id)
    }

    /// Adds a claim to the place with an id, unless it has the same.
    ///
    /// - Returns: whether there is such a place.
    @discardableResult
    public mutating func add(_ claim: Membership, toPlaceWithID id: String) -> Bool {
        records.add(claim, toPlaceWithID: id)
    }

    /// The pack, ready to be written.
    ///
    /// - Parameter spoolFolder: where what is laid out waits on the disk until it is written; nil for in
    ///   memory.
    /// - Returns: what writes the file.
    /// - Throws: `FlatFileError.tooLarge` for more than the format holds.
    /// - Complexity: O(*n* log *n*) in the names: about 4 µs a name (release).
    public consuming func finished(
        spoolFolder: String? = nil
    ) throws(FlatFileError) -> SectionFileWriter {
        let contents = contents
        var writer = SectionFileWriter(PackFormat.kind, spoolFolder: spoolFolder)
        writer.add(PackFormat.info, PackInfo(contents).bytes)
        writer.add(PackFormat.facts, PackFacts(contents).bytes)
        try records.layOut { writer.add($0, $1) }
        if !contents.outlines.isEmpty { writer.add(PackFormat.outlines, contents.outlines) }
        return writer
    }
}

/// What packs are known by. The page PackFormat of the documentation tells them byte by byte.
enum PackFormat {
    /// A change that old programs would read wrong takes a new version; they refuse it.
    static let kind = SectionFile.Kind(magic: "TOPOPACK", version: 3)
    /// What a pack says of itself has stood the same since the first version: a program that is built with
    /// an older pack can so build the newer one.
    static let kindOfInfo = SectionFile.Kind(
        magic: kind.magic, version: kind.version, oldestVersion: 1)
    static let info = "info"
    static let facts = "facts"
    static let outlines = "outlines"
}
