import Diagnostics
import TabularText
import Testing

@Suite("Rows of CSV") struct CSVRowsTests {
    private func rows(
        _ text: String, rules: TableRules = TableRules(singleHeaders: [], remedyOfEmptyFile: "")
    ) throws -> (headers: [String], rows: [[String]], findings: [String]) {
        let opening = try TextOpening(MemoryInput(Array(text.utf8)), file: "a.csv", encoding: nil)
        var csv = try CSVRows(opening.window(), rules)
        var (rows, findings) = ([[String]](), csv.report.diagnostics.map(\.description))
        while true {
            switch try csv.next(number: rows.count + 1) {
            case .end: return (csv.headers.names, rows, findings)
            case .broken(let diagnostic, _): findings.append(diagnostic.description)
            case .raw(let row, _, let found):
                rows.append(row.cells.map(\.text))
                findings += found.map(\.description)
            case .cells:
                let bytes = csv.window.bytes
                rows.append(
                    csv.row.cells.map { ByteText.string(bytes.span, $0) })
            }
        }
    }

    /// RFC 4180, section 2, rules 5 to 7.
    @Test func `quoted cells hold delimiters, line ends and quotes`() throws {
        let (headers, rows, _) = try rows("a,b\r\n\"1,\r\n2\",\"say \"\"x\"\"\"\r\n3,4\r\n")
        #expect(headers == ["a", "b"])
        #expect(rows == [["1,\r\n2", "say \"x\""], ["3", "4"]])
    }

    @Test func `a row with too many cells is told and passed over`() throws {
        let (_, rows, findings) = try rows("a;b\n1;2;3\n4;5\n")
        #expect(rows == [["4", "5"]])
        #expect(
            findings == [
                "a.csv:2:5: error: 3 cells where the header has 2; put cells that hold the "
                    + "delimiter in quotes"
            ])
    }

    @Test func `a header that may stand only once is refused the second time`() {
        let rules = TableRules(singleHeaders: ["b"], remedyOfEmptyFile: "")
        let fault = #expect(throws: FileFault.self) { try rows("b,a,a,b\n1,2,3,4\n", rules: rules) }
        #expect(fault?.description == "a.csv:1:7: error: a second column \"b\"; rename one of them")
    }
}
