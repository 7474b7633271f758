import GeoModel
import Testing

/// The forms are those of the event table's contract.
@Suite("Figures") struct FigureTests {
    @Test(arguments: [
        ("613", Figure(613)), ("0", Figure(0)), ("~500", Figure(500, form: .about)),
        (">250000", Figure(250_000, form: .moreThan)), ("<40", Figure(40, form: .fewerThan)),
        ("6500-7000", Figure(from: 6500, through: 7000)), ("12.5", Figure(12.5)),
        ("5 (3-9)", Figure(5, from: 3, through: 9)),
        ("5-5", Figure(from: 5, through: 5)), ("999999999999", Figure(999_999_999_999)),
    ])
    func `are read and written alike`(text: String, expected: Figure) throws {
        #expect(try Figure(parsing: text) == expected)
        #expect(expected.description == text)
    }

    @Test(arguments: [
        (" 613 ", "613"), ("~ 500", "~500"), ("6500 – 7000", "6500-7000"), ("1.50", "1.5"),
        ("5( 3 – 9 ) ", "5 (3-9)"),
    ])
    func `other spellings are written anew`(text: String, expected: String) throws {
        #expect(try Figure(parsing: text).description == expected)
    }

    @Test(arguments: [
        ("", FigureError.unexpectedEnd(column: 1, expected: "a number")),
        ("many", .unexpected("m", column: 1, expected: "a number")),
        ("6,500", .unexpected(",", column: 2, expected: "the end of the figure")),
        ("5 (6-9)", .runsDownwards), ("5 (3-4)", .runsDownwards),
        ("5 (3)", .unexpected(")", column: 5, expected: "a hyphen")),
        ("5 (3-9", .unexpectedEnd(column: 7, expected: "a closing bracket")),
        ("6 500", .unexpected("5", column: 3, expected: "the end of the figure")),
        ("500+", .unexpected("+", column: 4, expected: "the end of the figure")),
        ("-5", .unexpected("-", column: 1, expected: "a number")),
        ("~", .unexpectedEnd(column: 2, expected: "a number")),
        ("~5-6", .unexpected("-", column: 3, expected: "the end of the figure")),
        ("5-", .unexpectedEnd(column: 3, expected: "a number")),
        ("5-6-7", .unexpected("-", column: 4, expected: "the end of the figure")),
        ("7000-6500", .runsDownwards), ("007", .leadingZero(column: 1)),
        ("1e9", .unexpected("e", column: 2, expected: "the end of the figure")),
        ("1.", .unexpectedEnd(column: 3, expected: "a number")),
        ("1234567890123", .tooLong(column: 1)), ("1.12345", .tooLong(column: 3)),
        ("nan", .unexpected("n", column: 1, expected: "a number")),
    ])
    func `what is no figure is told with its column`(text: String, expected: FigureError) {
        #expect(throws: expected) { try Figure(parsing: text) }
    }

    @Test func `what a source leaves open is no limit`() {
        #expect(Figure(40, form: .fewerThan).minimum == nil)
        #expect(Figure(40, form: .moreThan).maximum == nil)
        #expect(Figure(from: 6500, through: 7000).drawnValue == 6500)
    }
}
