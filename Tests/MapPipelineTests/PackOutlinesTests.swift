import Cartography
import Diagnostics
import EDTF
import EventIngest
import FlatFile
import GeoModel
import MapPipeline
import PlacePack
import Places
import TestSupport
import Testing

/// A pack of one district at sea, a square degree from 0 to 1 E and N (`SampleOutlines.square`).
@Suite("Outlines of packs") struct PackOutlinesTests {
    static let inside = Coordinate(longitude: 0.6, latitude: 0.6)

    static func bytes(outlines: [UInt8]) throws -> [UInt8] {
        let day = try #require(CalendarDay(year: 2024, month: 6, day: 1))
        var place = Place(
            id: "tp:a", kind: .district, label: "Farland",
            coordinate: Coordinate(longitude: 0.5, latitude: 0.5), source: "made for tests")
        place.extent = .outline
        let language = try #require(LanguageTag("en-Latn"))
        place.names = [
            PlaceName("Farland", language: language, kind: .official, source: "made for tests")
        ]
        let contents = PackContents(
            title: "Farland", date: day, places: [place], outlines: outlines)
        return try PackBuilder(contents).finished().bytes
    }

    static func pack() throws -> Pack {
        let file = try PackFile(FlatBytes(bytes(outlines: SampleOutlines.square.bytes)))
        return Pack.embedded.adding([file])
    }

    @Test func `a position lies in an area that a pack brings`() throws {
        let whereabouts = Whereabouts(of: Self.inside, in: try Self.pack())
        let holder = try #require(whereabouts.within.first)
        #expect(holder.place.id == "tp:a")
        #expect(holder.reason == "outline 1990/..")
        #expect(Whereabouts(of: Self.inside, in: .embedded).within.isEmpty)
    }

    @Test func `what is linked in stays as it is`() throws {
        let khankendi = Coordinate(longitude: 46.7528, latitude: 39.8177)
        let (own, both) = (
            Whereabouts(of: khankendi, in: .embedded),
            Whereabouts(of: khankendi, in: try Self.pack())
        )
        #expect(own.within.map(\.place.id) == both.within.map(\.place.id))
        #expect(own.within.map(\.reason) == both.within.map(\.reason))
    }

    @Test func `an event in such an area has its outline, and the map draws it`() throws {
        let table = try EventTable.read(
            Array("date,title,place\n2001,A fair,Farland district\n".utf8), file: "events.csv")
        let pack = try Self.pack()
        let placed = EventPlacer(pack: pack).place(table)
        let feature = try #require(placed.features.first)
        #expect(feature.place?.id == "tp:a")
        #expect((feature.geometry?.positions.count ?? 0) >= 5)
        var options = MapOptions()
        (options.width, options.height) = (300, 225)
        let map = try MapMaker(pack: pack).map(of: placed, options: options)
        #expect(map.composed.credits.contains("A credit"))
        let without = try MapMaker(pack: .embedded).map(of: placed, options: options)
        #expect(!without.composed.credits.contains("A credit"))
        #expect(map.composed.scene != without.composed.scene)
    }

    @Test func `a pack whose outlines are damaged is refused, and says where`() throws {
        var sections = SampleOutlines.square.sections
        let index = try #require(sections.firstIndex { $0.tag == "areas" })
        sections[index].bytes[24] = 200
        let damaged = try Self.bytes(outlines: SampleOutlines.file(sections))
        try withTemporaryDirectory { folder in
            let name = folder + "/mine.pack"
            try OutputFile.write(damaged, to: name)
            let fault = #expect(throws: FileFault.self) { try PackFile.open(name) }
            #expect(
                fault?.diagnostic.problem
                    == "the outlines of this pack cannot be used: row 0 of its section \"areas\": "
                    + "its kind, claim or polygons are not known")
        }
    }
}
