import Boundaries
import FlatFile
import GeoModel
import TestSupport
import Testing

@Suite("Reading outlines") struct BoundaryFileTests {
    static func store(_ sample: SampleOutlines) throws -> BoundaryStore {
        try BoundaryStore(FlatBytes(sample.bytes))
    }

    static func positions(_ degrees: [(Double, Double)]) -> [Coordinate] {
        degrees.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    @Test func `arcs are joined to rings and to lines`() throws {
        let store = try Self.store(.square)
        try store.verify()
        let area = try #require(store.area(of: "tp:a"))
        #expect(
            area.polygons == [
                Polygon(
                    outer: Self.positions([(0, 0), (1, 0), (1, 1), (0, 1), (-0.5, 0.5), (0, 0)]))
            ])
        #expect(area.claim.source == "A title")
        #expect(store.credits == ["A credit"])
        #expect(store.lines()[0].parts == [Self.positions([(0, 1), (-0.5, 0.5), (0, 0)])])
    }

    @Test(
        arguments: [
            (0, [(0, 0), (1, 1), (0, 1), (0, 0)]),
            (2, [(0, 0), (1, 1), (0, 1), (0, 0)]),
            (3, [(0, 0), (1, 0), (1, 1), (0, 1), (-0.5, 0.5), (0, 0)]),
        ] as [(Int, [(Double, Double)])])
    func `a zoom has the vertices that it needs`(zoom: Int, ring: [(Double, Double)]) throws {
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        let areas = try Self.store(.square).areas(in: world, zoom: zoom)
        #expect(areas.map(\.polygons) == [[Polygon(outer: Self.positions(ring))]])
    }

    @Test func `an arc too small for the zoom is left out with its area`() throws {
        var sample = SampleOutlines.twoVersions
        sample.arcs[1].zooms = [5, 5, 5, 5]
        sample.arcs[1].lists = [[]]
        let store = try Self.store(sample)
        try store.verify()
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        #expect(store.areas(in: world, zoom: 0).isEmpty)
        #expect(store.areas(in: world, zoom: 4).isEmpty)
        #expect(store.areas(in: world, zoom: 5).count == 1)
    }

    @Test func `a date that is none is named with its reason`() {
        var sample = SampleOutlines.square
        sample.claims[0].validity = "1990-13/.."
        let error = #expect(throws: BoundaryFileError.self) { try Self.store(sample) }
        #expect(
            error?.description.hasPrefix(
                "its claim 0 has \"1990-13/..\", which is no EDTF date: ") ?? false)
    }

    @Test func `another file is refused, and one of a newer version says so`() {
        let strange = Array("unit\t10000\nsource\tne-countries\t".utf8)
        #expect(throws: BoundaryFileError.container(.otherKind(expected: "TOPOLINE"))) {
            try BoundaryStore(FlatBytes(strange))
        }
        let newer = SectionFileWriter(SectionFile.Kind(magic: "TOPOLINE", version: 2)).bytes
        #expect(throws: BoundaryFileError.container(.newerVersion(2, newestKnown: 1))) {
            try BoundaryStore(FlatBytes(newer))
        }
    }

    @Test func `every shorter file is refused`() {
        let bytes = SampleOutlines.square.bytes
        for count in 0..<bytes.count {
            #expect(throws: BoundaryFileError.self) {
                try BoundaryStore(FlatBytes(Array(bytes.prefix(count))))
            }
        }
    }

    /// Each change makes a reference point nowhere, under a checksum that holds.
    @Test(arguments: [
        ("chains", 0, "arc 200 is not there"), ("arcs", 20, "its vertices are not those it counts"),
        ("parts", 20, "it has no arcs"), ("polygons", 4, "it has no rings"),
        ("areas", 24, "its kind, claim or polygons are not known"),
        ("lines", 24, "its kind, claim or parts are not known"),
        ("levels", 0, "no list starts there"),
    ])
    func `a reference to nothing reads as nothing, and verifying finds it`(
        tag: String, offset: Int, problem: String
    ) throws {
        var sections = SampleOutlines.square.sections
        let index = try #require(sections.firstIndex { $0.tag == tag })
        sections[index].bytes[offset] = 200
        let store = try BoundaryStore(FlatBytes(SampleOutlines.file(sections)))
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        _ = (store.areas(in: world, zoom: 0), store.areas(in: world), store.lines(in: world))
        let error = #expect(throws: BoundaryFileError.self) { try store.verify() }
        #expect(error == .badRow(section: tag, row: 0, problem: problem))
    }

    /// Looking at areas that share their polygons, and these their parts, would cost the product of all.
    @Test(arguments: [("areas", 36, 28), ("arcs", 32, 16), ("arcs", 32, 24)])
    func `a row that takes what another has is found`(
        tag: String, rowSize: Int, offset: Int
    ) throws {
        var sample = SampleOutlines.twoVersions
        for arc in sample.arcs.indices { sample.arcs[arc].lists = [[0, 1, 3]] }
        var sections = sample.sections
        let index = try #require(sections.firstIndex { $0.tag == tag })
        try BoundaryStore(FlatBytes(SampleOutlines.file(sections))).verify()
        sections[index].bytes[rowSize + offset] = 0
        let store = try BoundaryStore(FlatBytes(SampleOutlines.file(sections)))
        #expect(
            throws: BoundaryFileError.badRow(
                section: tag, row: 1, problem: "it takes what the row before has")
        ) { try store.verify() }
    }

    @Test func `a line that takes the parts of a polygon is found`() throws {
        var sections = SampleOutlines.square.sections
        let index = try #require(sections.firstIndex { $0.tag == "lines" })
        sections[index].bytes[32] = 0
        let store = try BoundaryStore(FlatBytes(SampleOutlines.file(sections)))
        #expect(
            throws: BoundaryFileError.badRow(
                section: "lines", row: 0, problem: "it takes what the row before has")
        ) { try store.verify() }
    }

    /// Found by fuzzing: such an id read as other letters than it has, and its area was not found by it.
    @Test func `an id that is no UTF-8 is no area, and verifying finds it`() throws {
        var sections = SampleOutlines.square.sections
        let index = try #require(sections.firstIndex { $0.tag == "texts" })
        let id = Array("tp:a".utf8)
        let start = try #require(
            sections[index].bytes.indices.first { sections[index].bytes[$0...].starts(with: id) })
        sections[index].bytes[start + 3] = 0xFF
        let store = try BoundaryStore(FlatBytes(SampleOutlines.file(sections)))
        #expect(
            throws: BoundaryFileError.badRow(
                section: "areas", row: 0, problem: "its kind, claim or polygons are not known")
        ) { try store.verify() }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `bytes changed at random are read or refused, without a crash`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var sections = SampleOutlines.square.sections
        for _ in 0..<3 {
            let index = Int.random(in: sections.indices, using: &random)
            guard !sections[index].bytes.isEmpty else { continue }
            let offset = Int.random(in: sections[index].bytes.indices, using: &random)
            sections[index].bytes[offset] = .random(in: 0...255, using: &random)
        }
        guard let store = try? BoundaryStore(FlatBytes(SampleOutlines.file(sections))) else {
            return
        }
        let box = BoundingBox(west: -1, south: -1, east: 2, north: 2)
        for zoom in [0, 3, 12] { _ = (store.areas(in: box, zoom: zoom), store.lines(zoom: zoom)) }
        _ = store.areas(containing: Coordinate(longitude: 0.5, latitude: 0.5))
        try? store.verify()
    }

    @Test func `the linked outlines are whole`() throws {
        try BoundaryStore.embedded.verify()
    }
}
