extension BrokenRecord {
    private static let flood = "A" + String(repeating: "\u{301}", count: 31)
    private static let long = String(repeating: "n", count: 401)
    private static let start = String(repeating: "n", count: 59)
    private static let degrees = "write decimal degrees with a point, such as 44.5126"
    private static let ranges = "they run from -180 to 180 and from -90 to 90"
    private static let classes = "classes are A, H, L, P, R, S, T, U and V"

    /// Lines of a dump.
    static let dumpLines: [BrokenRecord] =
        dumpShapes + dumpNames + dumpPositions + dumpParts

    private static func dump(_ record: String, _ fate: Fate, _ message: String) -> BrokenRecord {
        BrokenRecord(.geoNames, record, fate, message)
    }

    private static let dumpShapes: [BrokenRecord] =
        [("word", 1), ("7\tA\tB", 3), (Lines.dump() + "\t", 20)].map { record, count in
            dump(
                record, .passedOver,
                "1: error: \(count) columns where a GeoNames dump has 19; "
                    + "check that the file is a dump and the line is whole")
        }
        + ["x", "", "0", "-7", "7.0", "99999999999999999999"].map { id in
            dump(
                Lines.dump(id: id), .passedOver,
                "1: error: \"\(id)\" as a GeoNames id; check that the line is whole")
        }

    private static let dumpNames: [BrokenRecord] = [
        dump(Lines.dump(name: ""), .passedOver, "3: error: no name; give a name"),
        dump(Lines.dump(name: " \u{A0} "), .passedOver, "3: error: no name; give a name"),
        dump(
            Lines.dump(name: "a\u{1}b"), .passedOver,
            "3: error: a control character in the name \"a\\u{1}b\"; take it away"),
        dump(
            Lines.dump(name: "a\u{202E}b"), .passedOver,
            "3: error: a control character in the name \"a\\u{202E}b\"; take it away"),
        dump(
            Lines.dump(name: long), .passedOver,
            "3: error: a name of more than 400 letters, \"\(start)…\"; "
                + "keep descriptions out of the names"),
        dump(
            Lines.dump(name: flood), .passedOver,
            "3: error: a letter with more than 30 marks on it; take the marks away"),
    ]

    private static let dumpPositions: [BrokenRecord] =
        ["", " "].map { latitude in
            dump(
                Lines.dump(latitude: latitude), .passedOver,
                "8: error: no coordinates; give longitude and latitude in decimal degrees")
        }
        + [
            dump(
                Lines.dump(longitude: ""), .passedOver,
                "8: error: no coordinates; give longitude and latitude in decimal degrees")
        ]
        + ["40,1", "40°06'N", "1e1", "NaN", "inf", "0x28", "4 0", "1.2.3"].map { latitude in
            dump(
                Lines.dump(latitude: latitude), .passedOver,
                "8: error: \"\(latitude)\" where the latitude should be; \(degrees)")
        }
        + [
            dump(
                Lines.dump(longitude: "east"), .passedOver,
                "8: error: \"east\" where the longitude should be; \(degrees)"),
            dump(
                Lines.dump(latitude: "91"), .passedOver,
                "8: error: longitude 47.2, latitude 91.0; \(ranges); "
                    + "check whether longitude and latitude are exchanged"),
            dump(
                Lines.dump(longitude: "181"), .passedOver,
                "8: error: longitude 181.0, latitude 40.1; \(ranges); write decimal degrees, WGS 84"
            ),
            dump(
                Lines.dump(latitude: "4010000", longitude: "472000"), .passedOver,
                "8: error: longitude 472000.0, latitude 4010000.0; \(ranges); "
                    + "write decimal degrees, WGS 84"),
            dump(
                Lines.dump(latitude: "0", longitude: "0"), .passedOver,
                "8: error: longitude 0 and latitude 0; "
                    + "leave the place out if its position is not known"),
        ]

    private static let dumpParts: [BrokenRecord] =
        ["Z", "p", "PP"].map { word in
            dump(
                Lines.dump(class: word), .passedOver,
                "18: error: no feature class is called \"\(word)\"; \(classes)")
        }
        + ["A1", "AZE", "Ä"].map { country in
            dump(
                Lines.dump(country: country), .used,
                "24: warning: \"\(country)\" where a country should be; "
                    + "write its two letters of ISO 3166-1")
        }
        + ["many", "-4", "1.5", "99999999999999999999"].map { number in
            dump(
                Lines.dump(population: number), .used,
                "34: warning: \"\(number)\" where a population should be; write digits alone")
        }
        + [
            dump(
                Lines.dump(listed: "B,a\u{7}b"), .used,
                "7: warning: a control character in the name \"a\\u{7}b\"; take it away"),
            dump(
                Lines.dump(listed: "\(long),B"), .used,
                "7: warning: a name of more than 400 letters, \"\(start)…\"; "
                    + "keep descriptions out of the names"),
        ]

    /// Lines of alternate names.
    static let nameLines: [BrokenRecord] =
        [
            ("7", 1), ("5\t7\tru", 3), (Lines.name().dropLast().description, 9),
            (Lines.name() + "\t", 11),
        ]
        .map { record, count in
            name(
                record, .passedOver,
                "1: error: \(count) columns where alternate names have 10, or 8; "
                    + "check that the file is alternateNamesV2.txt and the line is whole")
        }
        + ["x", "0", "", "1.0"].map { id in
            name(
                Lines.name(id: id), .passedOver,
                "3: error: \"\(id)\" as a GeoNames id; check that the line is whole")
        }
        + ["r!", "e n", "abcdefghi", "english name"].map { tag in
            name(
                Lines.name(language: tag), .passedOver,
                "5: error: \"\(tag)\" where a language should be; "
                    + "write a BCP 47 tag, such as az or az-Latn")
        }
        + [
            name(Lines.name(text: ""), .passedOver, "8: error: no name; give a name"),
            name(
                Lines.name(text: "a\u{202E}b"), .passedOver,
                "8: error: a control character in the name \"a\\u{202E}b\"; take it away"),
            name(
                Lines.name(text: long), .passedOver,
                "8: error: a name of more than 400 letters, \"\(start)…\"; "
                    + "keep descriptions out of the names"),
            name(
                Lines.name(text: flood), .passedOver,
                "8: error: a letter with more than 30 marks on it; take the marks away"),
        ] + periods

    private static func name(_ record: String, _ fate: Fate, _ message: String) -> BrokenRecord {
        BrokenRecord(.alternateNames, record, fate, message)
    }

    private static let edtf = "write EDTF, such as 1930/1991 or 1991/.."

    private static let periods: [BrokenRecord] = [
        name(
            Lines.name(from: "long ago"), .used,
            "14: warning: \"l\" where a year of four digits should be in the period \"long ago\"; \(edtf)"
        ),
        name(
            Lines.name(to: "someday"), .used,
            "15: warning: \"s\" where a year of four digits should be in the period \"someday\"; \(edtf)"
        ),
        name(
            Lines.name(from: "19911332"), .used,
            "14: warning: month 13; months run 01...12, seasons 21...41 in the period \"1991-13-32\"; \(edtf)"
        ),
        name(
            Lines.name(from: "1990", to: "1935"), .used,
            "14: warning: the interval ends before it starts in the period \"1990/1935\"; \(edtf)"),
    ]
}
