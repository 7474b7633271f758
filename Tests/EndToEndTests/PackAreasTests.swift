import Foundation
import GeoJSON
import TestSupport
import Testing

/// A pack of one district at sea with its outline, a square degree from 0 to 1 E and N.
@Suite("Packs with outlines") struct PackAreasTests {
    static let table = """
        id,name,longitude,latitude,kind
        tp:a,Farland,0.5,0.5,district

        """

    private func build(in workplace: Workplace, outlines: [UInt8]) async throws -> Program.Outcome {
        for (name, bytes) in [("places.csv", Array(Self.table.utf8)), ("areas.bin", outlines)] {
            try Data(bytes).write(to: URL(filePath: workplace.path(name)))
        }
        return try await workplace.toponym(
            "pack", "build", "--csv", "places.csv", "--outlines", "areas.bin", "--title", "Farland",
            "--pack-date", "2024-06-01", "--licence", "CC0", "--credit", "Made for tests",
            "--source-key", "own", "-o", "mine.pack")
    }

    @Test func `a position is told to lie in the area of a pack`() async throws {
        try await Workplace.use { workplace in
            let built = try await build(in: workplace, outlines: SampleOutlines.square.bytes)
            #expect(built.status == 0, "\(built.errors)")
            let run = try await workplace.toponym(
                "reverse", "0.6,0.6", "--pack", "mine.pack", "--format", "ndjson")
            #expect(run.status == 0, "\(run.errors)")
            let answer = try JSONValue(parsing: Array(run.text.utf8))
            let within = answer["within"]?.elements.compactMap { $0["id"]?.string }
            #expect(within == ["tp:a"])
        }
    }

    @Test func `damaged outlines go into no pack`() async throws {
        try await Workplace.use { workplace in
            let cut = Array(SampleOutlines.square.bytes.dropLast(5))
            let built = try await build(in: workplace, outlines: cut)
            #expect(built.status == 2)
            #expect(
                built.errors.contains(
                    "areas.bin: error: these outlines cannot be used: it is cut short: "))
            #expect(try !workplace.newFiles().contains("mine.pack"))
        }
    }
}
