internal import GeoJSON
internal import GeoModel
internal import XMLText

/// Writes shapes as KML has them, in degrees with some digits after the point.
struct KMLGeometry {
    let digits: Int

    func write(_ geometry: Geometry, to xml: inout XMLWriter) {
        switch geometry {
        case .point(let position): write(point: position, to: &xml)
        case .multiPoint(let positions):
            xml.element("MultiGeometry") { xml in
                for position in positions { write(point: position, to: &xml) }
            }
        case .lineString(let line): write(lines: [line], to: &xml)
        case .multiLineString(let lines): write(lines: lines, to: &xml)
        case .polygon(let polygon): write(polygon, to: &xml)
        case .multiPolygon(let polygons):
            xml.element("MultiGeometry") { xml in
                for polygon in polygons { write(polygon, to: &xml) }
            }
        }
    }

    private func write(point: Coordinate, to xml: inout XMLWriter) {
        xml.element("Point") { $0.text("coordinates", spelled([point])) }
    }

    private func write(lines: [[Coordinate]], to xml: inout XMLWriter) {
        let parts = lines.flatMap { Antimeridian.cut($0) }
        guard parts.count != 1 else { return write(line: parts[0], to: &xml) }
        xml.element("MultiGeometry") { xml in
            for part in parts { write(line: part, to: &xml) }
        }
    }

    private func write(line: [Coordinate], to xml: inout XMLWriter) {
        xml.element("LineString") { xml in
            xml.text("tessellate", "1")
            xml.text("coordinates", spelled(line))
        }
    }

    private func write(_ polygon: Polygon, to xml: inout XMLWriter) {
        let rings = polygon.writtenRings(digits: digits)
        xml.element("Polygon") { xml in
            for (index, ring) in rings.enumerated() {
                xml.element(index == 0 ? "outerBoundaryIs" : "innerBoundaryIs") { xml in
                    xml.element("LinearRing") { $0.text("coordinates", spelled(ring)) }
                }
            }
        }
    }

    /// `longitude,latitude` with a space between positions (OGC 07-147r2, section 16.9).
    private func spelled(_ positions: [Coordinate]) -> String {
        var bytes: [UInt8] = []
        for position in positions {
            if !bytes.isEmpty { bytes.append(0x20) }
            FixedPoint(position.longitude, digits: digits).append(to: &bytes)
            bytes.append(UInt8(ascii: ","))
            FixedPoint(position.latitude, digits: digits).append(to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
