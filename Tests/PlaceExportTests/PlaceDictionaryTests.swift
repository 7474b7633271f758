import FeatureFormats
import PlaceExport
import TestSupport
import Testing

/// The page for readers and the declaration for writers say the same.
@Suite("Dictionary of places") struct PlaceDictionaryTests {
    @Test func `the page has a row for each column, as it is declared`() throws {
        let page = String(
            decoding: try Checkout.bytes("Sources/Toponym/Toponym.docc/ExportedPlaces.md"),
            as: UTF8.self)
        let rows = page.split(separator: "\n").map(String.init)
        let columns = PlaceRecorder().schema.columns
        let declared = columns.map { column in
            let unknown = column.nullRule == .never ? "never" : "null"
            return "| `\(column.name)` | \(column.type) | \(column.unit ?? "") | \(unknown) | "
                + "\(column.summary) |"
        }
        let first = rows.firstIndex { $0.hasPrefix("| `id` |") } ?? 0
        #expect(Array(rows[first...].prefix(columns.count)) == declared)
    }
}
