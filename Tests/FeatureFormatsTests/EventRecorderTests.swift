import GeoJSON
import GeoModel
import Testing

@testable import FeatureFormats

@Suite("Columns of exported events") struct EventRecorderTests {
    private func properties(_ feature: Feature, _ table: EventTableColumns) throws -> JSONValue? {
        let recorder = EventRecorder(table)
        var writer = GeoJSONWriter(recorder.schema, layout: .lines)
        var record = FeatureRecord(recorder.schema)
        recorder.fill(&record, from: feature)
        writer.write(record)
        return try JSONValue(parsing: writer.bytes)["properties"]
    }

    @Test func `fields stand in the order in which they are named, each once`() throws {
        let feature = try GeoJSONWriterTests.event()
        let recorder = try EventRecorder(
            EventTableColumns(of: [feature]), fields: ["killed", "event_id", "killed"])
        #expect(recorder.schema.columns.map(\.name) == ["killed", "event_id"])
    }

    @Test func `a field that is not there is refused, with the one that was meant`() throws {
        let feature = try GeoJSONWriterTests.event()
        #expect {
            _ = try EventRecorder(EventTableColumns(of: [feature]), fields: ["kiled"])
        } throws: { error in
            (error as? UnknownField)?.suggestion == "killed"
        }
    }

    /// A column of numbers stays one when a cell is a word: GIS programs would take all for text.
    @Test func `what is no number in a column of figures stands beside a null`() throws {
        let number = try GeoJSONWriterTests.event()
        var word = Feature(eventID: "E17", placeIndex: 1, placeCount: 1)
        word.passedThrough = [.init(key: "killed", value: "many")]
        let properties = try properties(word, EventTableColumns(of: [number]))
        #expect(properties?["killed"] == .null && properties?["killed_text"] == "many")
    }

    /// A table may have columns of its own for the bounds of a figure.
    @Test func `a figure keeps its name before what goes with another figure`() throws {
        var feature = Feature(eventID: "E1", placeIndex: 1, placeCount: 1)
        feature.figures = [
            .init(key: "killed", figure: Figure(from: 2, through: 5)),
            .init(key: "killed_min", figure: Figure(3)),
        ]
        let properties = try properties(feature, EventTableColumns(of: [feature]))
        #expect(properties?["killed_min"] == 3 && properties?["killed_max"] == 5)
        guard case .object(let members)? = properties else { return }
        #expect(Set(members.map(\.key)).count == members.count)
    }

    /// The contract: all features have the columns up to `note`, null where nothing is known.
    @Test func `each column follows its null rule`() throws {
        let feature = Feature(eventID: "E1", placeIndex: 0, placeCount: 0)
        let recorder = EventRecorder(of: [feature, try GeoJSONWriterTests.event()])
        var record = FeatureRecord(recorder.schema)
        recorder.fill(&record, from: feature)
        for (index, column) in recorder.schema.columns.enumerated() {
            switch column.nullRule {
            case .never: #expect(record[index].text != nil, "\(column.name)")
            case .null: #expect(record[index] == .null, "\(column.name)")
            case .absent: #expect(record[index] == .absent, "\(column.name)")
            }
        }
    }
}
