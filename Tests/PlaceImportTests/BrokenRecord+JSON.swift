extension BrokenRecord {
    private static let ranges = "they run from -180 to 180 and from -90 to 90"
    private static let point = "give the place a Point"
    private static let pair = "write [longitude, latitude]"
    private static let flood = "A" + String(repeating: "\u{301}", count: 31)
    private static let mend = "mend the JSON of this line"

    /// Features of the Linked Places Format, one a line.
    static let linkedFeatures: [BrokenRecord] =
        brokenJSON + linkedShapes + linkedPositions + linkedParts

    private static func linked(_ record: String, _ fate: Fate, _ message: String) -> BrokenRecord {
        BrokenRecord(.linkedPlaces, record, fate, message)
    }

    private static let escape = "an escape that JSON does not have, or half of a surrogate pair"

    private static let brokenJSON: [BrokenRecord] = [
        ("{", "2: error: the text ends where a key in quotes should be"),
        ("{\"type\":\"Feature\"", "18: error: the text ends where , or } should be"),
        ("{'type':'Feature'}", "2: error: \"'\" where a key in quotes should be"),
        ("{\"type\" \"Feature\"}", "9: error: \"\"\" where : after the key should be"),
        ("{\"type\":\"Feature\",}", "19: error: \"}\" where a key in quotes should be"),
        ("{\"a\":\"\\q\"}", "7: error: \(escape)"),
        ("{\"a\":\"\\ud800\"}", "7: error: \(escape)"),
        (
            "{\"a\":\"b\tc\"}",
            "8: error: the byte 0x9 where an escape for this control character should be"
        ),
        ("{\"a\":01}", "6: error: \"0\" where a number without leading zero should be"),
        ("{\"a\":1e999}", "6: error: a number beyond all range"),
        ("{\"a\":nul}", "9: error: \"}\" where null should be"),
        ("{} {}", "4: error: \"{\" where the end should be"),
        (
            String(repeating: "[", count: 1000),
            "65: error: arrays and objects nested more than 64 deep"
        ),
        ("\u{FEFF}{}", "1: error: the byte 0xEF where a value should be"),
    ].map { linked($0.0, .passedOver, "\($0.1); \(mend)") }

    private static let linkedShapes: [BrokenRecord] =
        [
            "[]", "7", "null", "\"Feature\"", "{\"type\":\"Feature\"}",
            "{\"type\":\"Point\",\"properties\":{}}",
        ]
        .map { record in
            linked(
                record, .passedOver,
                "1: error: a value that is no feature with properties; "
                    + "write {\"type\":\"Feature\",\"@id\":…,\"properties\":{…},…}")
        }
        + [
            linked(
                Lines.linked(id: ""), .passedOver,
                "1: error: a feature without @id; give it a lasting @id"),
            linked(
                Lines.linked(properties: ""), .passedOver,
                "1: error: no title and no names; give the place a title"),
            linked(
                Lines.linked(properties: "\"title\":[]"), .passedOver,
                "1: error: no title and no names; give the place a title"),
            linked(
                Lines.linked(properties: "\"title\":\"a\\u0007b\""), .passedOver,
                "1: error: a control character in the name \"a\\u{7}b\"; take it away"),
            linked(
                Lines.linked(properties: "\"title\":\"\(flood)\""), .passedOver,
                "1: error: a letter with more than 30 marks on it; take the marks away"),
        ]

    private static let linkedPositions: [BrokenRecord] =
        [
            "null", "{}", "7", "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[\"null\"]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[]]}", "{\"geo_wkt\":\"POINT EMPTY\"}",
        ].map { geometry in
            linked(
                Lines.linked(geometry: geometry), .passedOver,
                "1: error: no position in the geometry; \(point)")
        }
        + [
            (
                "{\"type\":\"Ball\",\"coordinates\":[1,9]}",
                "no geometry is called \"Ball\"; write a Point, LineString, Polygon or a Multi… of them"
            ),
            ("{\"type\":\"Point\",\"coordinates\":[1]}", "a position of one number; \(pair)"),
            (
                "{\"type\":\"Point\",\"coordinates\":\"1,2\"}",
                "coordinates that are no arrays of numbers; \(pair)"
            ),
            ("{\"type\":\"Point\"}", "coordinates that are no arrays of numbers; \(pair)"),
            (
                "{\"type\":\"Point\",\"coordinates\":[null,null]}",
                "coordinates that are no arrays of numbers; \(pair)"
            ),
            (
                "{\"type\":\"Point\",\"coordinates\":[[[[[[[1,2]]]]]]]}",
                "coordinates that are no arrays of numbers; \(pair)"
            ),
            (
                "{\"type\":\"Point\",\"coordinates\":[1,91]}",
                "longitude 1.0, latitude 91.0; \(ranges); check whether longitude and latitude are exchanged"
            ),
            (
                "{\"type\":\"Point\",\"coordinates\":[0,0]}",
                "longitude 0 and latitude 0; leave the place out if its position is not known"
            ),
            (
                "{\"geo_wkt\":\"CIRCLE(1 2)\"}",
                "no shape of well-known text in \"CIRCLE(1 2)\"; write such as POINT (46.75 39.82), longitude first"
            ),
            (
                "{\"geo_wkt\":\"POINT(1 2\"}",
                "brackets that do not close in \"POINT(1 2\"; write such as POINT (46.75 39.82), longitude first"
            ),
            (
                "{\"geo_wkt\":\"POINT(1)\"}",
                "\"1\" where a position should be; write such as POINT (46.75 39.82), longitude first"
            ),
        ].map { linked(Lines.linked(geometry: $0.0), .passedOver, "1: error: \($0.1)") }

    private static let edtf = "write EDTF, such as 1930/1991 or 1991/.."

    private static let linkedParts: [BrokenRecord] =
        [
            (
                "\"when\":{\"timespans\":[{\"end\":{\"in\":\"1900\"}}]}",
                "111: warning: a timespan without a start; write \"start\":{\"in\":\"1923\"}"
            ),
            (
                "\"when\":{\"timespans\":[{\"start\":{\"in\":\"19th c\"}}]}",
                "111: warning: \"t\" where a year of four digits should be in the period \"19th c\"; \(edtf)"
            ),
            (
                "\"when\":{\"timespans\":[{\"start\":{\"in\":\"1950\"},\"end\":{\"in\":\"1900\"}}]}",
                "111: warning: the interval ends before it starts in the period \"1950/1900\"; \(edtf)"
            ),
            ("\"names\":[{\"toponym\":\"\"}]", "112: warning: no name; give a name"),
            ("\"names\":[7]", "112: warning: no name; give a name"),
            (
                "\"names\":[{\"toponym\":\"A\",\"lang\":\"e n\"}]",
                "112: warning: \"e n\" where a language should be; write a BCP 47 tag, such as az or az-Latn"
            ),
            (
                "\"names\":[{\"toponym\":\"a\\nb\"}]",
                "112: warning: a control character in the name \"a\\u{A}b\"; take it away"
            ),
            (
                "\"names\":[{\"toponym\":\"A\",\"when\":{\"timespans\":[{\"start\":{\"in\":\"x\"}}]}}]",
                "135: warning: the date ends where a year of four digits should be in the period \"x\"; \(edtf)"
            ),
            (
                "\"relations\":[{\"relationType\":\"gvp:broaderPartitive\",\"relationTo\":\"9\",\"when\":{\"timespans\":[{\"start\":{}}]}}]",
                "180: warning: a timespan without a start; write \"start\":{\"in\":\"1923\"}"
            ),
        ].map { linked(Lines.linked(more: $0.0), .used, $0.1) } + [
            linked(
                Lines.linked(properties: "\"title\":\"A\",\"ccodes\":[\"AZE\"]"), .used,
                "42: warning: \"AZE\" where a country should be; write its two letters of ISO 3166-1"
            )
        ]

    /// Features of GeoJSON, one a line.
    static let features: [BrokenRecord] =
        [
            "[]", "true", "{\"type\":\"Feature\",\"properties\":null}",
            "{\"type\":\"Feature\",\"properties\":[]}",
        ]
        .map { record in
            BrokenRecord(
                .features, record, .passedOver,
                "1: error: a value that is no feature with properties; "
                    + "write {\"type\":\"Feature\",\"properties\":{…},\"geometry\":…}")
        }
        + ["", "\"name\":\"\"", "\"name\":7", "\"name\":\" ; \"", "\"nom\":\"A\""].map {
            properties in
            BrokenRecord(
                .features, Lines.feature(properties: properties), .passedOver,
                "1: error: a feature without a name; give it a property name")
        }
        + [
            BrokenRecord(
                .features, Lines.feature(geometry: "null"), .passedOver,
                "1: error: no position in the geometry; \(point)"),
            BrokenRecord(
                .features,
                Lines.feature(geometry: "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,95]]]}"),
                .passedOver,
                "1: error: longitude 3.0, latitude 95.0; \(ranges); check whether longitude and latitude are exchanged"
            ),
        ]
        + [
            (
                "\"country\":\"Azerbaijan\"",
                "41: warning: \"Azerbaijan\" where a country should be; write its two letters of ISO 3166-1"
            ),
            (
                "\"population\":\"12 000\"",
                "41: warning: \"12 000\" where a population should be; write digits alone"
            ),
            (
                "\"name:ru\":\"a\\u0000b\"",
                "63: warning: a control character in the name \"a\\u{0}b\"; take it away"
            ),
        ].map {
            BrokenRecord(
                .features, Lines.feature(properties: "\"name\":\"A\",\($0.0)"), .used, $0.1)
        }
}
