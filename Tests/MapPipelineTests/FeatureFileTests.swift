import Diagnostics
import FeatureFormats
import GeoJSON
import MapPipeline
import PlacePack
import TabularText
import TestSupport
import Testing

/// The example through a format and back: the features of a second export are those of the first.
@Suite("Feature files as tables of events") struct FeatureFileTests {
    private static func features(_ bytes: [UInt8]) throws -> [String: JSONValue] {
        guard case .array(let features)? = try JSONValue(parsing: bytes)["features"] else {
            return [:]
        }
        return Dictionary(features.map { ($0["id"]?.description ?? "", $0) }) { first, _ in first }
    }

    @Test func `the example comes back from FlatGeobuf, in the order of its index`() throws {
        let table = try Checkout.bytes("Gazetteer/Data/Examples/events.csv")
        let first = try Exported.streamed(table, "events.csv")
        let between = try Exported.streamed(table, "events.csv", .flatGeobuf)
        let lines = try FlatGeobufLines(MemoryInput(between.bytes), file: "x.fgb")
        #expect(lines.name == "x.fgb:event_places")
        let second = try Exported.streamed(lines, "x.fgb")
        let (before, after) = (try Self.features(first.bytes), try Self.features(second.bytes))
        #expect(before.count > 40)
        #expect(Set(before.keys) == Set(after.keys))
        #expect(before.keys.filter { before[$0] != after[$0] } == [])
    }

    @Test func `faults of rows have the table and the number of the row, and no column`() throws {
        let table = Array(
            "id,longitude,latitude,date\n1,46,39,1992\n2,46,39,1992-13\n".utf8)
        let csv = try Exported.streamed(table, "e.csv")
        // The month of the cell that starts in column 9.
        #expect(csv.findings.first?.location?.description == "e.csv:3:14")
        let lines = Lines(
            #"{"type":"Feature","geometry":null,"properties":{"place":"Baku","date":"1992"}}"#
                + "\n"
                + #"{"type":"Feature","geometry":null,"properties":{"place":"Baku","date":"1992-13"}}"#
                + "\n")
        let found = try Exported.streamed(lines, "e.gpkg").findings
        #expect(found.first?.location?.description == "e.gpkg:t:2")
    }

    /// Rows of a database, made up.
    private final class Lines: RecordLines {
        let name = "e.gpkg:t"
        private let base: MemoryInput
        init(_ text: String) { base = MemoryInput(Array(text.utf8)) }
        func next() -> [UInt8] { base.next() }
        func rewind() { base.rewind() }
    }
}
