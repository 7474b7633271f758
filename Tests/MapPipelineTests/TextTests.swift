import MapPipeline
import Testing

@Suite("Tables as text") struct TextTests {
    @Test func `columns are as wide as their widest cell`() {
        var table = TextTable(header: ["name", "id"])
        table.add(["Ստեփանակերտ", "1"])
        table.add(["Baku"])
        #expect(table.text == "name         id\nՍտեփանակերտ  1\nBaku\n")
    }

    /// RFC 4180: quotes around cells with a comma, quote or line end; quotes inside are doubled.
    @Test(arguments: [
        ("Baku", "Baku"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""), ("", ""),
    ])
    func `cells are quoted when they must be`(cell: String, expected: String) {
        #expect(row(cell) == expected)
    }

    /// OWASP, CSV Injection: cells that begin with = + - @ tab or return run as formulas.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+1-1", "'+1-1"), ("-a", "'-a"),
        ("\tx", "'\tx"), ("=a,b", "\"'=a,b\""), ("-71.06", "-71.06"), ("+4", "+4"), ("a=b", "a=b"),
    ])
    func `a spreadsheet runs no cell as a formula`(cell: String, expected: String) {
        #expect(row(cell) == expected)
    }

    private func row(_ cell: String) -> String {
        var text = CSVText(header: ["header"])
        text.add([cell])
        return String(text.text.dropFirst("header\n".count).dropLast())
    }
}
