import Boundaries
import EDTF
import FlatFile
import GeoModel
import TestSupport
import Testing

@Suite("Several files of outlines") struct SeveralFilesTests {
    static let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)

    /// A square degree at a longitude, with a time.
    static func square(_ id: String, at x: Int32, _ validity: String = "") throws -> BoundaryStore {
        let corners: [(x: Int32, y: Int32)] = [
            (x, 0), (x + 10_000, 0), (x + 10_000, 10_000), (x, 10_000), (x, 0),
        ]
        let sample = SampleOutlines(
            claims: [(validity, "")], arcs: [.init(points: corners, zooms: [0, 0, 0, 0, 0])],
            areas: [.init(id: id, kind: 2, chains: [[1]])])
        return try BoundaryStore(FlatBytes(sample.bytes))
    }

    @Test func `areas and lines of all files are found`() throws {
        let other = try Self.square("tp:z", at: 50_000)
        let store = try BoundaryFileTests.store(.square).adding(other)
        try store.verify()
        #expect(store.ids == ["tp:a", "tp:z"])
        #expect(store.areas(in: Self.world).map(\.id) == ["tp:a", "tp:z"])
        #expect(
            store.areas(containing: Coordinate(longitude: 5.5, latitude: 0.5)).map(\.id) == ["tp:z"]
        )
        #expect(store.isInside(Coordinate(longitude: 0.5, latitude: 0.5), areaOf: "tp:a") == true)
        #expect(store.area(of: "tp:z") != nil)
        #expect(store.lines().count == 1)
        #expect(store.credits == ["A credit"])
    }

    @Test func `of two outlines of one id the later file's counts`() throws {
        let store = try Self.square("tp:a", at: 0).adding(Self.square("tp:a", at: 50_000))
        #expect(store.ids == ["tp:a"])
        let (old, new) = (
            Coordinate(longitude: 0.5, latitude: 0.5), Coordinate(longitude: 5.5, latitude: 0.5)
        )
        #expect(store.areas(containing: old).isEmpty)
        #expect(store.areas(containing: new).count == 1)
        #expect(store.isInside(old, areaOf: "tp:a") == false)
        #expect(store.areas(in: Self.world).count == 1)
    }

    @Test func `the one that stands nearer to the date counts before the later one`() throws {
        let store = try Self.square("tp:a", at: 0, "1900/1950")
            .adding(Self.square("tp:a", at: 50_000, "1960/.."))
        let old = Coordinate(longitude: 0.5, latitude: 0.5)
        #expect(store.isInside(old, areaOf: "tp:a", asOf: try HistoricalDate(edtf: "1940")) == true)
        #expect(
            store.isInside(old, areaOf: "tp:a", asOf: try HistoricalDate(edtf: "1970")) == false)
        #expect(store.areas(in: Self.world, asOf: try HistoricalDate(edtf: "1940")).count == 1)
    }
}
