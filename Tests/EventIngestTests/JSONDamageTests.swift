import Diagnostics
import EventIngest
import TabularText
import Testing

/// A line that is no event, and what is said of it.
struct LineDamage: CustomTestStringConvertible, Sendable {
    var line: String
    var message: String
    var testDescription: String { line }

    init(_ line: String, _ message: String) {
        self.line = line
        self.message = message
    }
}

/// Columns are counted by hand; what is no JSON is by RFC 8259.
@Suite("Damaged lines of JSON") struct DamagedLineTests {
    static let lines: [LineDamage] = [
        .init(
            #"{"id":"a","place":"x",}"#,
            #"23: error: "}" where a key in quotes should be; mend the JSON of this line"#),
        .init(
            #"{"id":"b" "place":"x"}"#,
            #"11: error: """ where , or } should be; mend the JSON of this line"#),
        .init(
            #"{id:"c"}"#,
            #"2: error: "i" where a key in quotes should be; mend the JSON of this line"#),
        .init(
            #"{'id':'c'}"#,
            #"2: error: "'" where a key in quotes should be; mend the JSON of this line"#),
        .init(
            #"{"id":"d","place":"x"} // c"#,
            #"24: error: "/" where the end should be; mend the JSON of this line"#),
        .init(
            #"{"id":"e","killed":NaN}"#,
            #"20: error: "N" where a value should be; mend the JSON of this line"#),
        .init(
            #"{"id":"f","killed":01}"#,
            #"20: error: "0" where a number without leading zero should be; mend the JSON of this line"#
        ),
        .init(
            #"{"id":"g","killed":1e999}"#,
            #"20: error: a number beyond all range; mend the JSON of this line"#),
        .init(
            #"{"id":"h","note":"\x"}"#,
            #"19: error: an escape that JSON does not have, or half of a surrogate pair; mend the JSON of this line"#
        ),
        .init(
            #"{"id":"i","note":"\ud800"}"#,
            #"19: error: an escape that JSON does not have, or half of a surrogate pair; mend the JSON of this line"#
        ),
        .init(
            #"{"id":"j","id":"k"}"#,
            #"16: error: the key "id" a second time in one object; mend the JSON of this line"#),
        .init(
            #""text""#,
            #"1: error: a value that is no object; write {…}"#),
        .init(
            #"[{"id":"l"}]"#,
            #"1: error: a value that is no object; write {…}"#),
        .init(
            #"null"#,
            #"1: error: a value that is no object; write {…}"#),
        .init(
            "{\"id\":\"m\",\"note\":\"a\tb\"}",
            #"20: error: the byte 0x9 where an escape for this control character should be; mend the JSON of this line"#
        ),
        .init(
            #"{"id":"n","note":"open}"#,
            #"24: error: the text ends where the closing quote of a string should be; mend the JSON of this line"#
        ),
        .init(
            #"{"id":"o","killed":+1}"#,
            #"20: error: "+" where a value should be; mend the JSON of this line"#),
        .init(
            #"{"id":"p","killed":.5}"#,
            #"20: error: "." where a value should be; mend the JSON of this line"#),
        .init(
            #"{"id":"q","killed":5.}"#,
            #"22: error: "}" where a digit should be; mend the JSON of this line"#),
        .init(
            #"{"id":"r","killed":-}"#,
            #"21: error: "}" where a digit should be; mend the JSON of this line"#),
        .init(
            #"{"id":"s","killed":tru}"#,
            #"23: error: "}" where true should be; mend the JSON of this line"#),
        .init(
            #"{"id":"t","killed":[1}"#,
            #"22: error: "}" where , or ] should be; mend the JSON of this line"#),
        .init(
            #"{"type":"Feature","geometry":null,"properties":"x"}"#,
            #"1: error: properties that are no object; write "properties":{…}"#),
        .init(
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":[44,91]},"properties":{"id":"x"}}"#,
            #"64: error: latitude 91; it runs from -90 to 90; check whether longitude and latitude are exchanged"#
        ),
        .init(
            #"{"id":"y","place":5}"#,
            #"19: error: only a number, "5", where a place should be; put coordinates into the columns longitude and latitude"#
        ),
        .init(
            #"}"#,
            #"1: error: "}" where a value should be; mend the JSON of this line"#),
        .init(
            String(repeating: #"{"a":"#, count: 65) + "1",
            "321: error: arrays and objects nested more than 64 deep; mend the JSON of this line"),
        .init(
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":["a",1]},"properties":{}}"#,
            #"2: error: "a" where the longitude should be; write degrees, such as 44.5126 or 44°30'45""#
        ),
    ]

    @Test(arguments: lines)
    func `set the row aside and keep the rest`(damage: LineDamage) throws {
        let table = try read(
            """
            {"id":"A","place":"x","killed":1,"longitude":46,"latitude":40}
            \(damage.line)
            {"id":"B","place":"y"}
            """, file: "a.ndjson")
        #expect(table.report.diagnostics.map(\.description) == ["a.ndjson:2:" + damage.message])
        #expect(table.events.map(\.row) == [1, 3])
        #expect(table.setAside.map(\.row) == [2] && table.rows == 3)
    }
}

/// Bytes without an end.
private final class EndlessInput: ByteInput {
    private let start: [UInt8]
    private let piece: [UInt8]
    private var isStarted = false
    private(set) var given = 0

    init(_ start: String, _ unit: String) {
        self.start = Array(start.utf8)
        piece = Array(String(repeating: unit, count: 1 << 14).utf8)
    }

    func next() -> [UInt8] {
        defer { isStarted = true }
        let bytes = isStarted ? piece : start
        given += bytes.count
        return bytes
    }

    func rewind() {
        isStarted = false
        given = 0
    }
}

/// Files that would fill any memory are refused after a bounded look at them.
@Suite("Files without an end") struct EndlessFileTests {
    @Test(arguments: [
        (
            "a.csv", "place\n", "x",
            "a.csv:2:1: error: a row of more than 1048576 bytes; check the line ends of the file"
        ),
        (
            "a.csv", "place\n\"", "x",
            "a.csv:2:1: error: a quote opens here and is not closed; close it, and write a quote inside a cell twice (\"\")"
        ),
        (
            "a.csv", "place\n\"", "\"\"",
            "a.csv:2:1: error: a quote opens here and is not closed; close it, and write a quote inside a cell twice (\"\")"
        ),
        (
            "a.csv", "place", ",a",
            "a.csv:1:2005: error: more than 1000 columns; keep the columns that the map needs"
        ),
        (
            "a.csv", "place\n", "a,",
            "a.csv:2:2001: error: more than 1000 columns; keep the columns that the map needs"
        ),
        (
            "a.ndjson", "{\"place\":\"", "x",
            "a.ndjson:1:1: error: a line of more than 1048576 bytes; write one object a line"
        ),
        (
            "a.geojson", "{\"features\":[", "[",
            "a.geojson:1:14: error: a value of more than 16777216 bytes; simplify its geometry, or check that the brackets close"
        ),
        (
            "a.geojson", "{\"name\":\"", "x",
            "a.geojson:1:9: error: a value of more than 16777216 bytes; simplify its geometry, or check that the brackets close"
        ),
        (
            "a.geojson", "[1", "1",
            "a.geojson:1:2: error: a value of more than 16777216 bytes; simplify its geometry, or check that the brackets close"
        ),
        (
            "a.geojson", "{\"features\":[],\"a\":\"", "x",
            "a.geojson:1:15: error: more than 1048576 bytes after the features; put the features last"
        ),
    ])
    func `are refused`(file: String, start: String, unit: String, message: String) {
        let input = EndlessInput(start, unit)
        let fault = #expect(throws: FileFault.self) {
            try EventTable.read(input, file: file)
        }
        #expect(fault?.description == message)
        #expect(input.given < 64 << 20)
    }
}
