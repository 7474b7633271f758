import Diagnostics
import FeatureFormats
import Testing

@Suite("Delimited tables") struct DelimitedWriterTests {
    private static let schema = FeatureSchema(
        name: "t", summary: "",
        columns: [
            FeatureColumn("a", .text, summary: ""), FeatureColumn("b", .number, summary: ""),
            FeatureColumn("c", .integer, summary: ""),
        ])

    private static func written(_ style: DelimitedWriter.Style, _ text: String) throws -> String {
        var writer = DelimitedWriter(schema, style)
        var record = FeatureRecord(schema)
        record.set(0, to: .text(text))
        record.set(1, to: .number(2))
        var bytes: [UInt8] = []
        try writer.write(record) { bytes += $0 }
        try writer.finish(
            ExportProvenance(nameRule: "", packDate: "", packHash: "", credits: [], licences: [])
        ) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// RFC 4180, section 2, rules 5 to 7; OWASP, "CSV Injection".
    @Test func `cells of commas are quoted where they must be`() throws {
        #expect(try Self.written(.commas, "x, \"y\"") == "a,b,c\n\"x, \"\"y\"\"\",2,\n")
        #expect(try Self.written(.commas, "=1+1") == "a,b,c\n'=1+1,2,\n")
    }

    /// IANA, text/tab-separated-values: fields that contain tabs are not allowable.
    @Test func `cells of tabs hold neither tabs nor line ends nor quotes of ours`() throws {
        #expect(try Self.written(.tabs, "x\t\"y\"\nz") == "a\tb\tc\nx \"y\" z\t2\t\n")
    }
}
