import Diagnostics
import FeatureFormats
import GeoJSON
import GeoModel
import MapPipeline
import PlaceImport
import PlaceIndex
import PlacePack
import Places
import TabularText
import Testing

/// What is written of the linked gazetteer is read back by importers that other programs' files go through
/// too, and by a JSON reader: the expected values are the gazetteer's own facts.
@Suite("Export of the gazetteer") struct GazetteerExportTests {
    @Test func `Linked Places Format gives back every fact but the course of roads`() throws {
        let bytes = try Self.written(.linkedPlaces)
        var importer = try LinkedPlaces(
            MemoryInput(bytes), file: "x.lpf.json", source: ImportSource(key: "import"))
        var places: [String: Place] = [:]
        while let place = try importer.next() { places[place.id] = place }
        #expect(importer.log.passedOver == 0)
        #expect(importer.log.report.isEmpty)
        #expect(importer.declared.licence?.contains("CC BY 4.0") == true)
        #expect(importer.declared.credit?.contains("GeoNames") == true)
        #expect(places.count == Self.armenian.count)
        let different = Self.armenian.filter { place in
            var place = place
            place.line = []
            return places[place.id] != place
        }
        #expect(different.map(\.id) == [])
    }

    @Test func `a table of names gives back names with their attributes`() throws {
        let bytes = try Self.written(.csv)
        var importer = try TablePlaces(
            MemoryInput(bytes), file: "x.csv", source: ImportSource(key: "import"))
        var names: [String: [PlaceName]] = [:]
        while let place = try importer.next() { names[place.id, default: []] += place.names }
        #expect(importer.log.passedOver == 0)
        for place in Self.armenian {
            let known = (names[place.id] ?? []).map(Self.withoutRemarks)
            #expect(Set(known) == Set(place.names.map(Self.withoutRemarks)))
        }
    }

    @Test func `LP-TSV gives back places, positions, periods and names`() throws {
        let bytes = try Self.written(.linkedPlacesTable)
        var importer = try LinkedPlacesTable(
            MemoryInput(bytes), file: "x.tsv", source: ImportSource(key: "import"))
        var places: [String: Place] = [:]
        while let place = try importer.next() { places[place.id] = place }
        #expect(importer.log.passedOver == 0)
        for place in Self.armenian {
            let read = try #require(places[place.id])
            #expect(read.label == place.label)
            #expect(read.coordinate == place.coordinate)
            #expect(read.uncertaintyInMetres == place.uncertaintyInMetres)
            #expect(read.note == place.note)
            // Without a concept of its own, a road is told by its word.
            #expect(read.kind == place.kind)
            #expect(Set(read.names.map(\.text)).isSuperset(of: place.names.map(\.text)))
        }
    }

    @Test func `GeoJSON has the places that lookup would admit, by their ids, with outlines`()
        throws
    {
        let bytes = try Self.written(.geoJSON(.collection))
        let collection = try JSONValue(parsing: bytes)
        guard case .array(let features)? = collection["features"] else { throw Missing() }
        let ids = features.compactMap { $0["id"] }.compactMap { id -> String? in
            if case .string(let text) = id { text } else { nil }
        }
        #expect(ids == Self.armenian.map(\.id).sorted())
        #expect(collection["toponym"]?["pack_hash"] == .string(Pack.embedded.hash))
        let country = features.first { $0["id"] == "iso:AM" }
        #expect(country?["geometry"]?["type"] != "Point")
        #expect(country?["properties"]?["outline_source"] != .null)
        guard case .array(let names)? = country?["properties"]?["names"] else { throw Missing() }
        #expect(names.count == Pack.embedded.place(id: "iso:AM")?.names.count)
    }

    @Test func `kind and box narrow what is written`() throws {
        let box = BoundingBox(west: 44, south: 40, east: 45, north: 40.5)
        var export = GazetteerExport(
            pack: .embedded, policy: NamePolicy(), country: "AM", kinds: [.city], box: box)
        try export.write(as: .geoJSON(.lines)) { _ in }
        let wanted = Self.armenian.filter { $0.kind == .city && box.contains($0.coordinate) }
        #expect(export.placeCount == wanted.count)
        #expect(!wanted.isEmpty)
    }

    // MARK: Support

    private struct Missing: Error {}

    private static let armenian: [Place] = {
        let index = Pack.embedded.index
        let filter = PlaceFilter(country: "iso:AM")
        return index.places.indices.filter { index.admits($0, filter) }
            .map { index.place(at: $0) }
    }()

    private static func written(_ format: GazetteerExport.Format) throws -> [UInt8] {
        var export = GazetteerExport(pack: .embedded, policy: NamePolicy(), country: "AM")
        var bytes: [UInt8] = []
        try export.write(as: format) { bytes += $0 }
        return bytes
    }

    /// The name as the table has it, which has no column for remarks about names and how they were derived.
    private static func withoutRemarks(_ name: PlaceName) -> PlaceName {
        var name = name
        (name.note, name.derived) = (nil, nil)
        return name
    }
}
