import EDTF
import FlatFile
import GeoModel
import NameFolding
import PlaceIndex
import PlacePack
import Places
import TestSupport
import Testing

/// A small pack with something in every section.
private func sample() throws -> PackContents {
    let day = try #require(CalendarDay(year: 2026, month: 11, day: 24))
    let tag = try #require(LanguageTag("az-Latn"))
    var contents = PackContents(title: "Sample", version: "7", date: day, recipe: "by\nhand")
    contents.places = try ["Gəncə", "Şəki", "Bakı", "Qax"].enumerated().map { number, text in
        var place = Place(
            id: "tp:\(number)", kind: .district, label: text,
            coordinate: Coordinate(longitude: Double(number), latitude: 40), source: "a page")
        var name = PlaceName("\(text) rayonu", language: tag, kind: .official, source: "a page")
        name.period = try HistoricalDate(edtf: "1991/..")
        place.names = [name]
        place.memberships = [Membership(.country, in: "iso:AZ", source: "a page")]
        place.line = [LinePoint(coordinate: place.coordinate, basis: "way-point", source: "p")]
        return place
    }
    contents.perspectives = [
        NamingPerspective(
            key: "AZ", name: "Azerbaijan", definition: "The state",
            period: try HistoricalDate(edtf: "1991/.."), source: "a page")
    ]
    contents.contested = [
        ContestedName(
            placeID: "tp:0", perspective: "AZ", name: "Ganja", native: "Gəncə", period: nil,
            source: "a page", note: "")
    ]
    contents.credits = [Credit(key: "p", title: "A page", licence: "CC0", credit: "a page")]
    contents.notPlaces = [NotPlace(text: "Minsk Group", language: tag, reason: "a group")]
    contents.outlines = [1, 2, 3]
    return contents
}

private func bytes(_ contents: PackContents) throws -> [UInt8] {
    try PackBuilder(contents).finished().bytes
}

private func open(_ bytes: [UInt8]) throws(FlatFileError) -> PackFile {
    try PackFile(FlatBytes(bytes))
}

@Suite("Pack files") struct PackFileTests {
    @Test func `a pack folded by other rules is refused`() throws {
        let folding = Array(FoldingRevision.current.utf8)
        let other = Array(String(repeating: "0", count: folding.count).utf8)
        var contents = try sample()
        contents.recipe = "names folded by revision 0000000000000000"
        #expect(try open(bytes(contents)).info.recipe.hasSuffix(FoldingRevision.current))
        let written = try bytes(contents)
        let start = try #require(written.indices.first { written[$0...].starts(with: folding) })
        var changed = written
        changed.replaceSubrange(start..<start + folding.count, with: other)
        #expect(
            throws: FlatFileError.otherRevision(
                String(decoding: other, as: UTF8.self), expected: FoldingRevision.current)
        ) { try open(changed) }
    }

    @Test func `all that was written comes back`() throws {
        let contents = try sample()
        let file = try open(bytes(contents))
        try file.verify()
        let pack = Pack(file)
        #expect(pack.title == "Sample" && pack.version == "7" && pack.date == contents.date)
        let folding = "names folded by revision \(FoldingRevision.current)"
        #expect(file.info.recipe == "by\nhand\n\(folding)" && pack.hash.count == 16)
        #expect(Array(pack.places) == contents.places)
        #expect(pack.perspectives == contents.perspectives)
        #expect(pack.contested == contents.contested)
        #expect(pack.credits == contents.credits)
        #expect(pack.notPlaces == contents.notPlaces)
        #expect(file.outlines == [1, 2, 3])
        #expect(pack.index.attested("GENCE").count == 1)
    }

    @Test func `every attribute of every embedded place comes back`() throws {
        let contents = try CuratedTables.checkedOut().read().contents
        let file = try open(bytes(contents))
        try file.verify()
        let pack = Pack(file)
        #expect(Array(pack.places) == contents.places)
        #expect(pack.contested == contents.contested)
        #expect(pack.perspectives == contents.perspectives)
    }

    @Test func `the same contents give the same bytes, whatever the order of joining`() throws {
        let contents = try sample()
        #expect(try bytes(contents) == bytes(contents))
        var builder = PackBuilder(contents)
        let places = contents.places
        builder.change { $0.places = places }
        #expect(builder.nameCount == 8)
        #expect(try builder.finished().bytes.count == bytes(contents).count)
    }

    @Test func `names that come after their place stand with it, each once`() throws {
        var contents = try sample()
        var places = contents.places
        let (name, claim) = (places[0].names[0], places[0].memberships[0])
        places[0].names = []
        places[0].memberships = []
        contents.places = places
        var builder = PackBuilder(contents)
        for _ in 0..<2 {
            let hasName = builder.add(name, toPlaceWithID: "tp:0")
            let hasClaim = builder.add(claim, toPlaceWithID: "tp:0")
            #expect(hasName && hasClaim)
        }
        let isKnown = builder.add(name, toPlaceWithID: "tp:none")
        #expect(!isKnown)
        #expect(builder.hasPlace(withID: "tp:3") && !builder.hasPlace(withID: "tp:none"))
        let pack = Pack(try PackFile(FlatBytes(builder.finished().bytes)))
        #expect(Array(pack.places) == (try sample()).places)
    }

    @Test func `an empty pack opens and finds nothing`() throws {
        let day = try #require(CalendarDay(year: 1, month: 1, day: 1))
        let file = try open(bytes(PackContents(title: "", date: day)))
        try file.verify()
        let pack = Pack(file)
        #expect(pack.places.isEmpty && pack.index.attested("Ganja").isEmpty)
        #expect(pack.index.fuzzy("Stepanakert").isEmpty && file.outlines == nil)
    }

    @Test func `several packs are one gazetteer and the first has the say`() throws {
        var other = try sample()
        other.title = "Other"
        other.credits.append(Credit(key: "q", title: "Q", licence: "L", credit: "q"))
        other.places = [
            Place(
                id: "tp:new", kind: .town, label: "New",
                coordinate: Coordinate(longitude: 1, latitude: 1), source: "q")
        ]
        let (first, second) = (try open(bytes(sample())), try open(bytes(other)))
        let pack = Pack(first).adding([second])
        #expect(pack.title == "Sample" && pack.places.count == 5)
        #expect(pack.credits.map(\.key) == ["p", "q"] && pack.perspectives.count == 1)
        #expect(pack.hash == "\(first.info.hash)+\(second.info.hash)")
        #expect(pack.place(id: "tp:new")?.label == "New")
    }
}

@Suite("Damaged packs") struct DamagedPackTests {
    /// What a user does with a pack.
    private func use(_ file: PackFile) {
        let pack = Pack(file)
        for position in pack.places.indices { _ = pack.places[position].usualName }
        for spelling in ["Gence", "Şəki", "Qax rayonu", "Ծախ", "باكو قاخ", "Shekki"] {
            for match in pack.index.attested(spelling) + pack.index.fuzzy(spelling) {
                _ = pack.index.name(of: match)
            }
            _ = pack.index.starting(with: spelling)
        }
        _ = pack.index.nearest(to: Coordinate(longitude: 1, latitude: 40), limit: 3)
        _ = pack.place(id: "tp:0")
        _ = file.census
    }

    @Test func `a pack cut at any length is refused`() throws {
        let whole = try bytes(sample())
        for length in whole.indices {
            #expect(throws: FlatFileError.self) { try open(Array(whole.prefix(length))) }
        }
    }

    @Test func `a pack with any byte changed is refused, or answers without a crash`() throws {
        let whole = try bytes(sample())
        var generator = SplitMix64(seed: 1)
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(throws: FlatFileError.self) { try open(damaged).verify() }
            if let file = try? open(damaged) { use(file) }
        }
    }

    /// The forgeries below would be refused unread if their version were another.
    @Test func `what is laid out anew without a change opens`() throws {
        let whole = try open(bytes(sample()))
        let forgery = try Forgery(of: bytes(sample()), sections: whole.sections)
        try open(forgery.laidOut()).verify()
    }

    @Test func `verify tells a wrong sketch, order or piece`() throws {
        let whole = try open(bytes(sample()))
        for tag in ["formlens", "formrank", "formsket", "pieceoff", "pieces"] {
            var forgery = try Forgery(of: bytes(sample()), sections: whole.sections)
            forgery.change(tag)
            let file = try open(forgery.laidOut())
            #expect(throws: FlatFileError.self) { try file.verify() }
            use(file)
        }
    }

    /// Checksums made right again, as by a hostile hand: every reference may then be wrong.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a pack forged anywhere answers without a crash`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let whole = try open(bytes(sample()))
        let forged = try Forgery(of: bytes(sample()), sections: whole.sections).changed(
            &generator)
        if let file = try? open(forged) {
            try? file.verify()
            use(file)
        }
    }

    @Test func `a foreign file, a newer pack and one of an older format say so`() throws {
        #expect(throws: FlatFileError.otherKind(expected: "TOPOPACK")) {
            try open(Array("id\tname\n".utf8))
        }
        var newer = try bytes(sample())
        newer[8] = 4
        #expect(throws: FlatFileError.newerVersion(4, newestKnown: 3)) { try open(newer) }
        newer[8] = 1
        #expect(throws: (any Error).self) { try open(newer) }
    }
}

/// Changes bytes of sections and lays the file out anew, with the right checksums.
private struct Forgery {
    private var sections: [(tag: String, bytes: [UInt8])]
    private let version: Int

    init(of bytes: [UInt8], sections: [SectionFile.Section]) {
        version = Int(bytes[8])
        self.sections = sections.map {
            ($0.tag, Array(bytes[$0.offset..<($0.offset + $0.length)]))
        }
    }

    /// Changes the second byte of a section: the first number of packed ones.
    mutating func change(_ tag: String) {
        for index in sections.indices where sections[index].tag == tag {
            sections[index].bytes[1] ^= 0x7F
        }
    }

    func changed(_ generator: inout SplitMix64) -> [UInt8] {
        var forgery = self
        forgery.change(&generator)
        return forgery.laidOut()
    }

    private mutating func change(_ generator: inout SplitMix64) {
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let number = Int.random(in: sections.indices, using: &generator)
            guard !sections[number].bytes.isEmpty else { continue }
            if Int.random(in: 0..<5, using: &generator) == 0 {
                sections[number].bytes.removeLast()
                continue
            }
            let at = Int.random(in: sections[number].bytes.indices, using: &generator)
            let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
            sections[number].bytes[at] =
                values.randomElement(using: &generator) ?? 0
        }
    }

    func laidOut() -> [UInt8] {
        var writer = SectionFileWriter(SectionFile.Kind(magic: "TOPOPACK", version: version))
        for section in sections { writer.add(section.tag, section.bytes) }
        return writer.bytes
    }
}
