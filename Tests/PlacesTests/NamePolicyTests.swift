import EDTF
import GeoModel
import Places
import Testing

/// A town that was named twice and then by two authorities, all made up.
private func town(_ rows: [NameRow], id: String = "tp:town") throws -> Place {
    var place = Place(
        id: id, kind: .town, label: "Label", coordinate: Coordinate(longitude: 46, latitude: 40),
        source: "a page")
    place.names = try rows.map { try $0.name() }
    return place
}

private struct NameRow {
    var text: String
    var tag: String
    var kind: NameKind
    var who: String?
    var period: String?
    var isUsual = false
    var source = "a page"
    var certainty = Certainty.medium

    init(
        _ text: String, _ tag: String, _ kind: NameKind, _ who: String? = nil,
        _ period: String? = nil
    ) {
        self.text = text
        self.tag = tag
        self.kind = kind
        self.who = who
        self.period = period
    }

    func usual() -> NameRow {
        var row = self
        row.isUsual = true
        return row
    }

    func unverified() -> NameRow {
        var row = self
        row.source = "unverified"
        row.certainty = .low
        return row
    }

    func name() throws -> PlaceName {
        let tag = try #require(LanguageTag(tag))
        var name = PlaceName(text, language: tag, kind: kind, source: source, certainty: certainty)
        name.perspective = who
        name.period = try period.map { try HistoricalDate(edtf: $0) }
        name.isUsual = isUsual
        return name
    }
}

@Suite("Name policy") struct NamePolicyTests {
    private let setting: NameSetting

    init() throws {
        let date = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        setting = NameSetting(
            date: date,
            contested: [
                ContestedName(
                    placeID: "tp:two", perspective: "BB", name: "Bton", native: "Btön", period: nil,
                    source: "a page"),
                ContestedName(
                    placeID: "tp:two", perspective: "AA", name: "Aville", native: "Avíl",
                    period: nil,
                    source: "a page"),
                ContestedName(
                    placeID: "tp:same", perspective: "AA", name: "Aville", native: "A", period: nil,
                    source: "a page"),
                ContestedName(
                    placeID: "tp:same", perspective: "BB", name: "Aville", native: "B", period: nil,
                    source: "a page"),
            ],
            perspectives: [
                NamingPerspective(
                    key: "AA", name: "A-land", definition: "The state of A", period: nil,
                    source: "a page")
            ])
    }

    private let rows = [
        NameRow("Oldtown", "en-Latn", .official, "SU", "1923/1991"),
        NameRow("Олдтаун", "ru-Cyrl", .official, "SU", "1923/1991"),
        NameRow("Aville", "en-Latn", .official, "AA", "1991/..").usual(),
        NameRow("Avíl", "az-Latn", .official, "AA", "1991/.."),
        NameRow("Bton", "en-Latn", .official, "BB", "1992/2023"),
        NameRow("Բտոն", "hy-Armn", .official, "BB", "1992/2023"),
        NameRow("Բտոն", "hy-Armn", .exonym, "CC", "2023/.."),
        NameRow("Dton", "en-Latn", .exonym, "DD"),
    ]

    private func label(
        _ policy: String, asOf: String? = nil, perspective: String? = nil, id: String = "tp:two",
        rows: [NameRow]? = nil, spelling: String? = nil
    ) throws -> PlaceLabel {
        let date = try asOf.map { try HistoricalDate(edtf: $0) }
        let policy = try NamePolicy(named: policy, perspective: perspective, asOf: date)
        return policy.label(
            for: try town(rows ?? self.rows, id: id), in: setting, spelling: spelling)
    }

    @Test func `sides names a contested place by both names in alphabetical order`() throws {
        let label = try label("sides")
        #expect(label.text == "Aville / Bton")
        #expect(label.rule == .contested)
    }

    @Test func `sides prints one name where both sides use the same`() throws {
        #expect(try label("sides", id: "tp:same").text == "Aville")
    }

    @Test func `sides names any other place by its usual English name`() throws {
        let label = try label("sides", id: "tp:plain")
        #expect(label.text == "Aville")
        #expect(label.rule == .usual)
    }

    @Test(arguments: [("1988", "Oldtown"), ("2010", "Aville / Bton"), ("1924-05", "Oldtown")])
    func `sides as of an earlier date prints what was official then`(date: String, text: String)
        throws
    {
        let label = try label("sides", asOf: date)
        #expect(label.text == text)
        #expect(label.rule == .officialThen)
    }

    @Test func `a date since which no official name changed is the present`() throws {
        #expect(try label("sides", asOf: "2025").rule == .contested)
        #expect(try label("sides", asOf: "2030").rule == .contested)
    }

    @Test func `where nothing was official the usual name stands in and the rule says so`() throws {
        let label = try label("sides", asOf: "1800")
        #expect(label.text == "Aville")
        #expect(label.rule == .usualAsFallback)
    }

    @Test func `an unverified row never decides`() throws {
        let wrong = NameRow("Wrong", "en-Latn", .official, "SU", "1800/1900").unverified()
        #expect(try label("sides", asOf: "1850", rows: rows + [wrong]).text == "Aville")
        let wrongAgain = NameRow("Wrong", "az-Latn", .official, "AA", "1991/..").unverified()
        #expect(try label("az", rows: [wrongAgain] + rows).text == "Avíl")
    }

    @Test(arguments: [
        ("az", "Avíl"), ("hy", "Բտոն"), ("ka,hy,en", "Բտոն"), ("az+hy", "Avíl / Բտոն"),
        ("en+az-Latn", "Aville / Avíl"), ("ka+az", "Avíl"),
    ])
    func `languages print the first that has a name, pairs both`(policy: String, text: String)
        throws
    {
        #expect(try label(policy).text == text)
    }

    @Test func `a pair does not repeat equal names`() throws {
        let rows = [
            NameRow("Baku", "en-Latn", .official, "AA", "1991/..").usual(),
            NameRow("Baku", "tr-Latn", .exonym, "TR"),
        ]
        let label = try label("en+tr", rows: rows)
        #expect(label.text == "Baku")
        #expect(label.languages.map(\.language) == ["en", "tr"])
    }

    @Test func `a language as of a date prints the name of that time`() throws {
        #expect(try label("ru", asOf: "1988").text == "Олдтаун")
        #expect(try label("hy", asOf: "2010", perspective: "BB").text == "Բտոն")
    }

    @Test func `a language without a name for the date takes the nearest in time and says so`()
        throws
    {
        let label = try label("ru")
        #expect(label.text == "Олдтаун")
        #expect(label.rule == .languageOfAnotherTime)
    }

    @Test func `a historical name is never printed for another time`() throws {
        let rows = [
            NameRow("Aville", "en-Latn", .official, "AA", "1991/..").usual(),
            NameRow("Yelenovka", "az-Latn", .historical, "AZ", "1842/1935"),
        ]
        #expect(try label("az", rows: rows).text == "Aville")
        #expect(try label("az", asOf: "1900", rows: rows).text == "Yelenovka")
    }

    @Test func `a language without any name falls back to English`() throws {
        let label = try label("ka")
        #expect(label.text == "Aville")
        #expect(label.rule == .usualAsFallback)
    }

    @Test func `a perspective narrows to its own names where it has any`() throws {
        #expect(try label("sides", perspective: "AA").text == "Aville")
        #expect(try label("sides", perspective: "BB").text == "Bton")
        #expect(try label("sides", asOf: "2010", perspective: "BB").text == "Bton")
        #expect(try label("sides", perspective: "DD").text == "Dton")
        #expect(try label("sides", perspective: "ZZ").rule == .usualAsFallback)
    }

    @Test func `a perspective that shares a contested name prints it in English letters`() throws {
        let shared = NameRow("Btön", "az-Latn", .exonym, "EE")
        #expect(try label("sides", perspective: "EE", rows: rows + [shared]).text == "Bton")
    }

    @Test func `the table's spelling is printed as it stands`() throws {
        let label = try label("table", spelling: "Áville (town)")
        #expect(label.text == "Áville (town)")
        #expect(label.rule == .table)
        #expect(try self.label("table").text == "Aville / Bton")
    }

    @Test func `a place without rows is named by the table of places`() throws {
        #expect(try label("sides", id: "tp:plain", rows: []).text == "Label")
    }

    @Test(
        arguments: [
            (
                "sides", nil, nil,
                "Names: English usage; where two authorities have named a place since 1988, both, alphabetical; as of 2026-11-24"
            ),
            (
                "sides", "1988", nil,
                "Names: official names of the time in English form, else English usage; where two"
                    + " authorities named a place, both, alphabetical; as of 1988"
            ),
            (
                "az", nil, nil,
                "Names: Azerbaijani; where none of the date is known, the nearest in time, else English"
                    + " usage; as of 2026-11-24"
            ),
            (
                "az+hy+ru", nil, nil,
                "Names: Azerbaijani, Armenian and Russian; where none of the date is known, the nearest in"
                    + " time, else English usage; as of 2026-11-24"
            ),
            ("table", nil, nil, "Names: as the event table spells them; as of 2026-11-24"),
            (
                "sides", nil, "AA",
                "Names: English usage; where two authorities have named a place since 1988, both, alphabetical; names used by"
                    + " A-land where there are any; as of 2026-11-24"
            ),
        ] as [(String, String?, String?, String)])
    func `the statement says the rule and the date`(
        name: String, date: String?, perspective: String?, statement: String
    ) throws {
        let asOf = try date.map { try HistoricalDate(edtf: $0) }
        let policy = try NamePolicy(named: name, perspective: perspective, asOf: asOf)
        #expect(policy.statement(in: setting) == statement)
    }

    @Test(arguments: ["", "a", "az,,hy", "az+", "best names"])
    func `what is no policy is refused with what to write`(text: String) {
        #expect(throws: NamePolicyError.self) { try NamePolicy(named: text) }
    }
}
