import GeoJSON
import GeoModel
import TestSupport
import Testing

@testable import FeatureFormats

/// The page for readers and the declaration for writers say the same.
@Suite("Data dictionary") struct DataDictionaryTests {
    private static let page = "Sources/Toponym/Toponym.docc/ExportedProperties.md"

    private func row(_ column: FeatureColumn) -> String {
        let unknown =
            switch column.nullRule {
            case .never: "never"
            case .null: "null"
            case .absent: "absent"
            }
        let unit = column.unit ?? ""
        return "| `\(column.name)` | \(column.type) | \(unit) | \(unknown) | \(column.summary) |"
    }

    @Test func `the page has a row for each column, as it is declared`() throws {
        var feature = Feature(eventID: "x", placeIndex: 1, placeCount: 1)
        feature.figures = [.init(key: "killed", figure: Figure(1))]
        let schema = EventRecorder(
            EventTableColumns(of: [feature]), tellsCoarsening: true
        ).schema
        let text = String(decoding: try Checkout.bytes(Self.page), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        #expect(rows == schema.columns.map(row))
    }
}
