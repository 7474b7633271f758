import GeoJSON
import TestSupport
import Testing

@Suite("Exported events") struct ExportTests {
    /// The contract: exports keep the input's order, and each event and place is one feature.
    @Test func `features stand in the order of the rows, whatever that is`() async throws {
        try await Workplace.use { workplace in
            let table = try Table.shuffledExample(seed: 11)
            try workplace.write(table, to: "shuffled.csv")
            let run = try await workplace.toponym("export", "shuffled.csv")
            #expect(run.status == 0, "\(run.errors)")
            let features = try Self.features(of: run.output)
            let ids = features.compactMap { $0["properties"]?["event_id"]?.string }
            // Ids of the example hold no comma or quote; E27 stands in two rows.
            let rows = table.split(whereSeparator: \.isNewline).dropFirst().compactMap {
                $0.split(separator: ",").first.map(String.init)
            }
            #expect(Self.withoutRepeats(ids) == Self.withoutRepeats(rows))
            #expect(Set(features.compactMap { $0["id"]?.string }).count == features.count)
        }
    }

    @Test func `a shuffled table gives the same features`() async throws {
        try await Workplace.use { workplace in
            try workplace.write(try Table.shuffledExample(seed: 13), to: "shuffled.csv")
            let first = try await workplace.toponym("export", "events.csv")
            let second = try await workplace.toponym("export", "shuffled.csv")
            let lines = first.text.split(separator: "\n").map(Self.withoutComma).sorted()
            #expect(lines == second.text.split(separator: "\n").map(Self.withoutComma).sorted())
        }
    }

    /// RFC 7946, RFC 8142: a collection; a feature a line; each feature after a record separator.
    @Test func `the three layouts hold the same features`() async throws {
        try await Workplace.use { workplace in
            for ending in ["geojson", "geojsonl", "geojsons"] {
                let run = try await workplace.toponym(
                    "export", "events.csv", "-o", "events.\(ending)")
                #expect(run.status == 0, "\(run.errors)")
            }
            let collection = try Self.features(of: workplace.bytes("events.geojson"))
            let lines = try workplace.bytes("events.geojsonl").split(separator: 0x0A)
            let sequence = try workplace.bytes("events.geojsons")
            #expect(sequence.first == 0x1E)
            #expect(try lines.map { try JSONValue(parsing: Array($0)) } == collection)
            #expect(
                try sequence.split(separator: 0x1E).map { try JSONValue(parsing: Array($0)) }
                    == collection)
        }
    }

    /// The keys of an export are those of a table: what was exported is a table again.
    @Test(arguments: ["geojson", "geojsonl", "geojsons"])
    func `an export read again gives the same export`(ending: String) async throws {
        try await Workplace.use { workplace in
            for (table, file) in [("events.csv", "once"), ("once.\(ending)", "twice")] {
                let run = try await workplace.toponym(
                    "export", table, "-o", "\(file).\(ending)")
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.errors.contains("47 rows: "))
            }
            let (once, twice) = try (
                workplace.bytes("once.\(ending)"), workplace.bytes("twice.\(ending)")
            )
            #expect(once == twice)
        }
    }

    /// E20 of the example gives six killed and no place.
    @Test func `a row without a place keeps its figures`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym("export", "events.csv")
            let event = try #require(
                Self.features(of: run.output).first {
                    $0["properties"]?["event_id"]?.string == "E20"
                })
            #expect(event["geometry"] == .null)
            #expect(event["properties"]?["killed"] == 6)
        }
    }

    private static func features(of bytes: [UInt8]) throws -> [JSONValue] {
        try JSONValue(parsing: bytes)["features"]?.elements ?? []
    }

    private static func withoutComma(_ line: Substring) -> Substring {
        line.hasSuffix(",") ? line.dropLast() : line
    }

    private static func withoutRepeats(_ ids: [String]) -> [String] {
        ids.reduce(into: []) { kept, id in
            if kept.last != id { kept.append(id) }
        }
    }
}
