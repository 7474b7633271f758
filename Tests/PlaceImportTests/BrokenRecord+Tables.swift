extension BrokenRecord {
    private static let degrees = "write decimal degrees with a point, such as 44.5126"
    private static let ranges = "they run from -180 to 180 and from -90 to 90"
    private static let edtf = "write EDTF, such as 1930/1991 or 1991/.."
    private static let unknown = "leave the place out if its position is not known"

    /// Rows of LP-TSV: id, title, variants, lon, lat, start, end, ccodes, geowkt, approximation.
    static let linkedRows: [BrokenRecord] =
        [
            ("\tA\t\t1\t2\t\t\t\t\t", "1: error: a row without an id; give it one"),
            ("7\t\t\t1\t2\t\t\t\t\t", "1: error: no name; give a name"),
            (
                "7\tA\t\t\t\t\t\t\t\t",
                "1: error: no coordinates; give longitude and latitude in decimal degrees"
            ),
            (
                "7\tA\t\teast\t2\t\t\t\t\t",
                "6: error: \"east\" where the longitude should be; \(degrees)"
            ),
            (
                "7\tA\t\t-181\t2\t\t\t\t\t",
                "6: error: longitude -181.0, latitude 2.0; \(ranges); write decimal degrees, WGS 84"
            ),
            ("7\tA\t\t0\t0\t\t\t\t\t", "6: error: longitude 0 and latitude 0; \(unknown)"),
            (
                "7\tA\t\t1\t2\t\t\t\t\t\tx",
                "15: error: 11 cells where the header has 10; put cells that hold the delimiter in quotes"
            ),
            (
                "7\tA\t\t1\t2\t\t\t\tPOINT(1 2\t",
                "13: error: brackets that do not close in \"POINT(1 2\"; write such as POINT (46.75 39.82), longitude first"
            ),
            (
                "7\tA\t\t1\t2\t\t\t\t46.7 39.8\t",
                "13: error: no shape of well-known text in \"46.7 39.8\"; write such as POINT (46.75 39.82), longitude first"
            ),
            (
                "7\tA\t\t1\t2\t\t\t\tPOINT(1 95)\t",
                "13: error: longitude 1.0, latitude 95.0; \(ranges); check whether longitude and latitude are exchanged"
            ),
        ].map { BrokenRecord(.linkedTable, $0.0, .passedOver, $0.1) }
        + [
            (
                "7\tA\tB@e n\t1\t2\t\t\t\t\t",
                "5: warning: \"e n\" where a language should be; write a BCP 47 tag, such as az or az-Latn"
            ),
            (
                "7\tA\tB;c\u{8}d@az\t1\t2\t\t\t\t\t",
                "5: warning: a control character in the name \"c\\u{8}d\"; take it away"
            ),
            (
                "7\tA\t\t1\t2\tonce\t\t\t\t",
                "10: warning: \"o\" where a year of four digits should be in the period \"once\"; \(edtf)"
            ),
            (
                "7\tA\t\t1\t2\t\tsomeday\t\t\t",
                "11: warning: \"s\" where a year of four digits should be in the period \"someday\"; \(edtf)"
            ),
            (
                "7\tA\t\t1\t2\t1950\t1900\t\t\t",
                "10: warning: the interval ends before it starts in the period \"1950/1900\"; \(edtf)"
            ),
            (
                "7\tA\t\t1\t2\t\t\tAZE\t\t",
                "12: warning: \"AZE\" where a country should be; write its two letters of ISO 3166-1"
            ),
            (
                "7\tA\t\t1\t2\t\t\t\t\tfar",
                "14: warning: \"far\" where kilometres should be; write a number alone, such as 2.5"
            ),
            (
                "7\tA\t\t1\t2\t\t\t\t\t-1",
                "14: warning: \"-1\" where kilometres should be; write a number alone, such as 2.5"
            ),
            (
                "7\tA\t\t1\t2",
                "1: warning: 5 cells where the header has 10; check that no cell is missing; the last ones are taken as empty"
            ),
        ].map { BrokenRecord(.linkedTable, $0.0, .used, $0.1) }

    /// Rows of a plain table: id, name, lon, lat, kind, language, name_kind, name_period, country, population,
    /// period, certainty.
    static let tableRows: [BrokenRecord] =
        [
            ("7,,1,2,,,,,,,,", "1: error: no name; give a name"),
            (
                "7,\"a\u{1B}b\",1,2,,,,,,,,",
                "4: error: a control character in the name \"a\\u{1B}b\"; take it away"
            ),
            (
                "7,\"a\nb\",1,2,,,,,,,,",
                "4: error: a control character in the name \"a\\u{A}b\"; take it away"
            ),
            (
                "7,A,,2,,,,,,,,",
                "1: error: no coordinates; give longitude and latitude in decimal degrees"
            ),
            (
                "7,A,1,,,,,,,,,",
                "5: error: no coordinates; give longitude and latitude in decimal degrees"
            ),
            ("7,A,x,2,,,,,,,,", "5: error: \"x\" where the longitude should be; \(degrees)"),
            ("7,A,1,\"2,5\",,,,,,,,", "5: error: \"2,5\" where the latitude should be; \(degrees)"),
            (
                "7,A,46.7E,2,,,,,,,,",
                "5: error: \"46.7E\" where the longitude should be; \(degrees)"
            ),
            (
                "7,A,200,2,,,,,,,,",
                "5: error: longitude 200.0, latitude 2.0; \(ranges); write decimal degrees, WGS 84"
            ),
            (
                "7,A,2,200,,,,,,,,",
                "5: error: longitude 2.0, latitude 200.0; \(ranges); write decimal degrees, WGS 84"
            ),
            ("7,A,0,0,,,,,,,,", "5: error: longitude 0 and latitude 0; \(unknown)"),
            (
                "7,A,1,2,planet,,,,,,,",
                "9: error: no kind is called \"planet\"; write city, town, village, settlement, district, province, country, region, historical, road, site, water"
            ),
            (
                "7,A,1,2,,a b,,,,,,",
                "10: error: \"a b\" where a language should be; write a BCP 47 tag, such as az or az-Latn"
            ),
            (
                "7,A,1,2,,,,,,,,,9",
                "17: error: 13 cells where the header has 12; put cells that hold the delimiter in quotes"
            ),
        ].map { BrokenRecord(.table, $0.0, .passedOver, $0.1) }
        + [
            (
                "7,A,1,2,,,nick,,,,,",
                "11: warning: no name_kind is called \"nick\"; write official, local, alternate, historical, exonym, transliteration, colloquial, code"
            ),
            (
                "7,A,1,2,,,,1991-13,,,,",
                "12: warning: month 13; months run 01...12, seasons 21...41 in the period \"1991-13\"; \(edtf)"
            ),
            (
                "7,A,1,2,,,,,XYZ,,,",
                "13: warning: \"XYZ\" where a country should be; write its two letters of ISO 3166-1"
            ),
            (
                "7,A,1,2,,,,,,1.5k,,",
                "14: warning: \"1.5k\" where a population should be; write digits alone"
            ),
            (
                "7,A,1,2,,,,,,,once,",
                "15: warning: \"o\" where a year of four digits should be in the period \"once\"; \(edtf)"
            ),
            (
                "7,A,1,2,,,,,,,,sure",
                "16: warning: no certainty is called \"sure\"; write low, medium, high"
            ),
            (
                "7,A,1,2",
                "1: warning: 4 cells where the header has 12; check that no cell is missing; the last ones are taken as empty"
            ),
        ].map { BrokenRecord(.table, $0.0, .used, $0.1) }
}
