import Boundaries
import GeoModel
import TestSupport
import Testing

@Suite("Reading outlines") struct BoundaryFileTests {
    @Test func `reads arcs as steps and joins them to rings`() throws {
        let store = try BoundaryStore(text: BoundaryText.bytes(BoundaryText.square))
        let area = try #require(store.area(of: "tp:a"))
        let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)]
        #expect(
            area.polygons == [
                Polygon(outer: corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })
            ])
        #expect(area.claim.source == "A title")
        #expect(store.credits == ["A credit"])
        #expect(store.lines()[0].parts[0].count == 2)
    }

    @Test(arguments: [
        ("end\t6", "end\t7", BoundaryFileError.truncated(line: 8)),
        ("end\t6", "# nothing", .truncated(line: 9)),
        ("0 10 0 -10", "0 ten 0 -10", .notANumber("ten", line: 5)),
        ("0 10 0 -10", "0 10x 0 -10", .notANumber("10x", line: 5)),
        ("0 10 0 -10", "0 10  0 -10", .notANumber("", line: 5)),
        ("0 10 0 -10", "0 99999999999", .notANumber("99999999999", line: 5)),
        ("0 10 0 -10", "0 10 0 -10 3", .shortArc(line: 5)),
        ("0 10 0 -10", "0 10", .shortArc(line: 5)),
        ("0 10 0 -10", "0 10 0 901", .outsideTheWorld(line: 5)),
        ("exact\t1 2", "exact\t1 3", .unknownArc(3, line: 6)),
        ("exact\t1 2", "exact\t1 0", .unknownArc(0, line: 6)),
        ("exact\t1 2", "exact\t1 -2", .brokenChain(arc: -2, line: 6)),
        ("exact\t1 2", "exact\t1", .brokenChain(arc: 1, line: 6)),
        ("exact\t1 2", "exact\t1 2;", .shortArc(line: 6)),
        (
            "area\tdistrict", "area\tcounty",
            .unknownWord(
                "county", expected: ["country", "region", "district", "historical", "water"],
                line: 6)
        ),
        ("source\ts", "source\tz", .unknownSource("s", line: 6)),
        (
            "1990/..\t2000\t\ts\thigh\texact\t1 2", "1990/..\t2000",
            .fieldCount(5, expected: 10, line: 6)
        ),
        ("unit\t10", "unit\t0", .notANumber("0", line: 2)),
        ("unit\t10", "units\t10", .unknownRecord("units", line: 2)),
    ])
    func `a broken file names its line`(
        part: String, broken: String, error: BoundaryFileError
    ) throws {
        let text = BoundaryText.square.replacing(part, with: broken, maxReplacements: 1)
        #expect(text != BoundaryText.square)
        #expect(throws: error) { try BoundaryStore(text: BoundaryText.bytes(text)) }
    }

    @Test func `a date that is none is named with its reason`() throws {
        let text = BoundaryText.square.replacing("1990/..", with: "1990-13/..", maxReplacements: 1)
        let error = #expect(throws: BoundaryFileError.self) {
            try BoundaryStore(text: BoundaryText.bytes(text))
        }
        #expect(error?.line == 6)
        #expect(error?.description.hasPrefix("\"1990-13/..\" is no EDTF date: ") ?? false)
    }

    /// Any cut is noticed, since the last record counts the others.
    @Test func `every shorter file is refused`() {
        let bytes = BoundaryText.bytes(BoundaryText.square)
        for count in 0..<bytes.count - 1 {
            #expect(throws: BoundaryFileError.self) {
                try BoundaryStore(text: Array(bytes.prefix(count)))
            }
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `bytes changed at random are read or refused, without a crash`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = BoundaryText.bytes(BoundaryText.square)
        for _ in 0..<3 {
            bytes[Int.random(in: bytes.indices, using: &random)] = .random(
                in: 0...255, using: &random)
        }
        _ = try? BoundaryStore(text: bytes).lines()
    }
}
