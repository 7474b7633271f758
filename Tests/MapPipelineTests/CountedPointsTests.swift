import Cartography
import Diagnostics
import EventIngest
import GeoModel
import TabularText
import TestSupport
import Testing

@testable import MapPipeline

@Suite("Tables of positions") struct CountedPointsTests {
    private static func read(
        _ text: String, always: Bool = true, threads: Int = 1
    ) throws -> CountedPoints? {
        try CountedPoints.read(
            MemoryInput(Array(text.utf8)), file: "p.csv", always: always, threads: threads)
    }

    private static func positions(_ points: PointSource) -> [FixedCoordinate] {
        (0..<points.blockCount).flatMap { points.block($0) }
    }

    /// Random rows in the ways that tables spell them, plain ones mostly.
    private static func table(_ rows: Int, seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        var text = "name,lat,lng\n"
        for _ in 0..<rows {
            let (x, y) = (
                Double.random(in: -180...180, using: &random),
                Double.random(in: -90...90, using: &random)
            )
            switch Int.random(in: 0..<40, using: &random) {
            case 0: text += "\"a, b\",\(y),\(x)\n"
            case 1: text += "a,\"\(y)\",\"\(x)\"\r\n"
            case 2: text += "a,\(Int(y)),\(Int(x))\n"
            case 3: text += "a, \(y) , \(x)\n"
            case 4: text += "a,,\n"
            case 5: text += "a,\(y),\n"
            case 6: text += "a,north,\(x)\n"
            case 7: text += "a,\(abs(y) + 90.5),\(x)\n"
            case 8: text += "\n"
            case 9: text += ",,\n"
            case 10: text += "a,\(y)\n"
            case 11: text += "a,\(y),\(x),more\n"
            case 12: text += "a,+\(abs(y)),\(x)\n"
            case 13: text += "a,0.0,0.0\n"
            case 14: text += "a,\"\(Int(y)),5\",\"\(Int(x)),25\"\n"
            case 15: text += "a,1e1,\(x)\n"
            default:
                // As many digits as programs write.
                let digits = [10.0, 1e3, 1e5, 1e7][Int.random(in: 0..<4, using: &random)]
                text += "é,\((y * digits).rounded() / digits),\((x * digits).rounded() / digits)\n"
            }
        }
        return text
    }

    /// What reading events one by one makes of the same table, every row having an id of its own.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func `rows are read as events are`(seed: UInt64) throws {
        let text = Self.table(3_000, seed: seed)
        let counted = try #require(try Self.read(text))
        let table = try EventTable.read(Array(text.utf8), file: "p.csv")
        let ids = table.report.diagnostics.filter { $0.code == "duplicate-row" }.count
        let expected = table.events.compactMap { event -> FixedCoordinate? in
            guard case .coordinate(let place, _)? = event.places.first else { return nil }
            return FixedCoordinate(place)
        }
        let found = Self.positions(counted.points)
        let repeated = table.setAside.count { $0.reason == .duplicate }
        #expect(ids == 0 || repeated > 0)
        #expect(counted.placed.rows == table.rows)
        #expect(counted.placed.setAsideCount + repeated == table.setAside.count)
        if repeated == 0 { #expect(found == expected) }
        #expect(Set(found) == Set(expected))
        let own = counted.placed.report.diagnostics
        let others = table.report.diagnostics.filter { finding in
            !["duplicate-row", "same-row"].contains(finding.code)
        }
        for finding in own { #expect(others.contains(finding), "\(finding)") }
    }

    @Test func `threads read alike, over the ends of blocks`() throws {
        let text = Self.table(60_000, seed: 77)
        let one = try #require(try Self.read(text))
        for threads in [2, 3] {
            let other = try #require(try Self.read(text, threads: threads))
            #expect(other.placed == one.placed)
            let isSame = Self.positions(other.points) == Self.positions(one.points)
            #expect(isSame)
        }
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for finding in one.placed.report.diagnostics where finding.code == "bad-latitude" {
            let line = try #require(finding.location?.line)
            let row = String(decoding: Array(lines[line - 1]), as: UTF8.self)
            #expect(row.contains("north") || row.contains("1e1") || row.hasPrefix("a,"))
        }
    }

    @Test func `many positions are laid aside and come back`() throws {
        var random = SplitMix64(seed: 3)
        let positions = (0..<1_200_000).map { _ in
            FixedCoordinate(
                east: UInt32.random(in: 0...UInt32.max, using: &random),
                south: UInt32.random(in: 0...UInt32.max, using: &random))
        }
        var store = PositionStore()
        for start in stride(from: 0, to: positions.count, by: 70_001) {
            try store.add(Array(positions[start..<min(positions.count, start + 70_001)]))
        }
        let source = try store.source()
        let isSame = Self.positions(source.points) == positions
        #expect(isSame)
        #expect(source.points.count == positions.count)
        #expect(source.fault() == nil)
    }

    @Test(arguments: [
        "id,longitude,latitude\nA,1,2\n", "longitude,latitude,place\n1,2,Baku\n",
        "longitude,latitude,killed\n1,2,3\n", "longitude,latitude,date\n1,2,2000\n",
        "longitude\n1\n", "{\"longitude\":1}", "", "longitude,latitude\n\"1\n\",2\n",
        "longitude,latitude\r1,2\r3,4\r",
    ])
    func `other tables are read as events`(text: String) throws {
        #expect(try Self.read(text) == nil)
    }

    @Test func `few positions are drawn one by one`() throws {
        let rows = (0..<DensityChoice.mostMarks).map { "\($0 % 90),\($0 / 90).5\n" }.joined()
        #expect(try Self.read("lon,lat\n" + rows, always: false) == nil)
        let more = try #require(try Self.read("lon,lat\n" + rows + "1,1\n", always: false))
        #expect(more.placed.placed == DensityChoice.mostMarks + 1)
    }
}
