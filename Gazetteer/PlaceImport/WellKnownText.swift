internal import GeoModel
internal import TabularText

/// The positions of a geometry in well-known text, such as `POLYGON ((1 2, 3 4, 5 0, 1 2))`.
///
/// Reads every shape, with or without heights and with or without `SRID=4326;` in front; a shape that is
/// `EMPTY` has no positions.
///
/// Source: OGC 06-103r4, "Simple Feature Access – Part 1: Common Architecture", section 7.
struct WellKnownText {
    /// Each vertex, in the order of the text.
    private(set) var positions: [Coordinate] = []

    private static let shapes = [
        "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
        "GEOMETRYCOLLECTION",
    ]

    /// Reads a text.
    ///
    /// - Throws: `RecordFault` for a shape that is not known, or positions that are none.
    init(_ text: String) throws(RecordFault) {
        let shape = Self.withoutReference(text)
        let word = shape.prefix { $0.isLetter }.uppercased()
        guard Self.shapes.contains(word) else {
            throw Self.fault("no shape of well-known text in \"\(text.shortened)\"")
        }
        guard shape.count(where: { $0 == "(" }) == shape.count(where: { $0 == ")" }) else {
            throw Self.fault("brackets that do not close in \"\(text.shortened)\"")
        }
        // Words name the shapes, Z and M say what the third number is: none of them moves a point.
        for tuple in shape.split(whereSeparator: { "(),".contains($0) || $0.isLetter }) {
            let numbers = tuple.split(whereSeparator: \.isWhitespace)
            if numbers.isEmpty { continue }
            guard numbers.count >= 2 else {
                throw Self.fault("\"\(String(tuple).shortened)\" where a position should be")
            }
            positions.append(
                try RecordChecks.position(
                    longitude: String(numbers[0]), latitude: String(numbers[1])))
        }
    }

    /// `SRID=4326;` is WGS 84, as the rest of the format is.
    private static func withoutReference(_ text: String) -> Substring {
        let trimmed = text.trimmedWithLead().text[...]
        guard trimmed.uppercased().hasPrefix("SRID=4326;") else { return trimmed }
        return trimmed.dropFirst("SRID=4326;".count)
    }

    private static func fault(_ problem: String) -> RecordFault {
        RecordFault(
            code: "bad-geometry", problem: problem,
            remedy: "write such as POINT (46.75 39.82), longitude first")
    }
}
