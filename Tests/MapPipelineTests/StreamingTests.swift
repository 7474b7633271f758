import Diagnostics
import EventIngest
import FeatureFormats
import GeoJSON
import GeoModel
import MapPipeline
import PlacePack
import TabularText
import TestSupport
import Testing

/// Bytes that come in pieces, as a pipe gives them.
final class PiecewiseInput: ByteInput {
    private let bytes: [UInt8]
    private let size: Int
    private var offset = 0

    init(_ bytes: [UInt8], size: Int) {
        self.bytes = bytes
        self.size = size
    }

    func next() -> [UInt8] {
        let end = min(bytes.count, offset + size)
        defer { offset = end }
        return Array(bytes[offset..<end])
    }

    func rewind() { offset = 0 }
}

/// Exports and what was said on the way.
struct Exported: Equatable {
    var bytes: [UInt8] = []
    var summary = ""
    var findings: [Diagnostic] = []

    /// All at once: the whole table, then the whole text.
    static func whole(
        _ table: [UInt8], _ file: String, _ layout: GeoJSONWriter.Layout = .collection
    ) throws -> Exported {
        let table = try EventTable.read(table, file: file)
        let placed = Sample.placer.place(table)
        return Exported(
            bytes: EventExport(pack: .embedded).geoJSON(placed, layout: layout),
            summary: CheckDocument(placed).summary, findings: placed.report.diagnostics)
    }

    /// A row at a time, from pieces.
    static func streamed(
        _ table: [UInt8], _ file: String, size: Int = 1 << 16,
        _ format: ExportFormat = .geoJSON(.collection)
    ) throws -> Exported {
        try streamed(PiecewiseInput(table, size: size), file, format)
    }

    static func streamed(
        _ input: any ByteInput, _ file: String, _ format: ExportFormat = .geoJSON(.collection)
    ) throws -> Exported {
        var stream = try EventStream(
            input, file: file, options: ReadingOptions(), placer: Sample.placer)
        var exported = Exported()
        try EventExport(pack: .embedded).write(&stream, as: format) { bytes in
            exported.bytes += bytes
        }
        exported.summary = CheckDocument(stream.placed).summary
        exported.findings = stream.placed.report.diagnostics
        return exported
    }
}

/// A table of a million rows takes another way to the same bytes than one of three: each way is the
/// other's judge.
@Suite("Streams of events") struct StreamingTests {
    @Test(arguments: [GeoJSONWriter.Layout.collection, .lines, .textSequence])
    func `the example is exported the same as a whole and a row at a time`(
        layout: GeoJSONWriter.Layout
    ) throws {
        let table = try Checkout.bytes("Gazetteer/Data/Examples/events.csv")
        let whole = try Exported.whole(table, "events.csv", layout)
        #expect(try Exported.streamed(table, "events.csv", .geoJSON(layout)) == whole)
        #expect(try Exported.streamed(table, "events.csv", size: 7, .geoJSON(layout)) == whole)
    }

    @Test(arguments: [ExportFormat.geoJSON(.collection), .geoJSON(.textSequence), .csv])
    func `what is exported is exported the same again`(format: ExportFormat) throws {
        let table = try Checkout.bytes("Gazetteer/Data/Examples/events.csv")
        let first = try Exported.streamed(table, "events.csv")
        let between = try Exported.streamed(table, "events.csv", format)
        let name =
            switch format {
            case .csv: "x.csv"
            case .geoJSON(.textSequence): "x.geojsons"
            default: "x.geojson"
            }
        #expect(try Exported.streamed(between.bytes, name).bytes == first.bytes)
    }

    /// Cells that plain rows are made of, and such as make a row anything but plain.
    private static let cells: [String: [String]] = [
        "id": ["", "7", "E-1", "Ş\"x\"", "a\u{2028}b", "row\\1"],
        "longitude": ["46.5", "46.50000", "-0.5", "0", "46.123456", "+46.5", "181", "", "46,5"],
        "latitude": ["39.5", "40", "0", "-12.250", "7.0000049", "91", "05.5"],
        "place": ["", "Baku", "near Baku", "Bakı", "a; b", "x -> y", "12", "q\u{7}r"],
        "date": ["", "1992-02-25", "1992-02-30", "1992", "2000-02-29", "1900-02-29", "c. 1993"],
        "status": ["", "reported", "planned", "odd"],
        "place_basis": ["", "stated", "other"],
        "source": ["", "s", "s", "t, u"],
        "reported_by": ["", "r"],
        "killed": ["", "5", "12.50", "0", "0.10", "~5", "007", "1-2"],
        "houses": ["", "3", "4", "many"],
        "tier": ["", "b", " c\u{A0}"],
        "note": ["", "=1+1", "'=x", "-5", "a\nb", "é"],
    ]

    private func table(seed: UInt64, without left: [String] = []) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        let names = Self.cells.keys.sorted().filter {
            let isTaken = Bool.random(using: &random)
            return ["id", "longitude", "latitude"].contains($0) || isTaken && !left.contains($0)
        }
        var text = names.joined(separator: ",") + "\r\n"
        for _ in 0..<40 {
            // Most rows are of the first cells of each kind, which are plain.
            let reach = Bool.random(using: &random) ? 3 : 9
            let row = names.map { name -> String in
                let cells = Self.cells[name, default: []]
                let cell = cells[Int.random(in: 0..<min(reach, cells.count), using: &random)]
                let isQuoted =
                    cell.contains { ",\"\n".contains($0) }
                    || Int.random(in: 0..<9, using: &random) == 0
                return isQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }
            text += row.joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `any table is exported the same as a whole and a row at a time`(seed: UInt64) throws {
        let table = table(seed: seed)
        let whole = try Exported.whole(table, "x.csv")
        #expect(try Exported.streamed(table, "x.csv", size: 50) == whole)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `any table comes back from CSV as it was exported`(seed: UInt64) throws {
        // Whether `houses` are figures is for most of its cells to say, and which claim a row is for
        // all of them: rows that are set aside for their place are gone.
        let table = table(seed: seed, without: ["houses", "place"])
        let first = try Exported.streamed(table, "x.csv")
        let csv = try Exported.streamed(table, "x.csv", .csv)
        let again = try Exported.streamed(csv.bytes, "x.csv")
        #expect(features(again.bytes) == features(first.bytes))
    }

    /// The features without the notes, which tell of rows that are set aside once.
    private func features(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
            $0.hasPrefix("{\"type\":\"Feature\",")
        }
    }

    @Test func `a formula is kept from being run, and comes back`() throws {
        let table = Array("id,place,note\nA,Baku,\"=HYPERLINK(\"\"x\"\")\"\nB,Baku,'=x\n".utf8)
        let csv = try Exported.streamed(table, "x.csv", .csv)
        #expect(
            String(decoding: csv.bytes, as: UTF8.self)
                == "id,place,note\nA,Baku,\"'=HYPERLINK(\"\"x\"\")\"\nB,Baku,'=x\n")
    }

    @Test func `of a million faults the first thousand are listed and the rest counted`() throws {
        let rows = String(repeating: "x,1992-02-30\n", count: 1_005)
        var stream = try EventStream(
            MemoryInput(Array(("place,date\n" + rows).utf8)), file: "x.csv",
            options: ReadingOptions(), placer: Sample.placer)
        while true {
            if case .end = try stream.next() { break }
        }
        #expect(stream.placed.setAside == [.unreadable: 1_005])
        #expect(stream.placed.report.diagnostics.count == 1_000)
        #expect(stream.placed.report.counted.map(\.count) == [5])
    }
}
