internal import GeoJSON
internal import GeoModel

/// Spells shapes as well-known text.
///
/// Source: OGC 06-103r4 (Simple Features), section 7.2.
struct WellKnownText {
    private(set) var bytes: [UInt8] = []
    private let digits: Int

    /// Spells a shape with some digits after the point of its degrees.
    init(_ geometry: Geometry, digits: Int) {
        self.digits = digits
        switch geometry.written(digits: digits) {
        case .point(let position): write("POINT ", [position])
        case .multiPoint(let positions):
            write("MULTIPOINT ", parts: positions) { text, position in text.write("", [position]) }
        case .lineString(let line): write("LINESTRING ", line)
        case .multiLineString(let lines):
            write("MULTILINESTRING ", parts: lines) { text, line in text.write("", line) }
        case .polygon(let polygon): write("POLYGON ", polygon)
        case .multiPolygon(let polygons):
            write("MULTIPOLYGON ", parts: polygons) { text, polygon in text.write("", polygon) }
        }
    }

    private mutating func write(_ word: String, _ polygon: Polygon) {
        write(word, parts: [polygon.outer] + polygon.holes) { text, ring in text.write("", ring) }
    }

    private mutating func write(_ word: String, _ positions: [Coordinate]) {
        write(word, parts: positions) { text, position in text.write(position) }
    }

    private mutating func write<Part>(
        _ word: String, parts: [Part], _ write: (inout WellKnownText, Part) -> Void
    ) {
        bytes += word.utf8
        bytes.append(UInt8(ascii: "("))
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, part)
        }
        bytes.append(UInt8(ascii: ")"))
    }

    private mutating func write(_ position: Coordinate) {
        FixedPoint(position.longitude, digits: digits).append(to: &bytes)
        bytes.append(0x20)
        FixedPoint(position.latitude, digits: digits).append(to: &bytes)
    }
}
