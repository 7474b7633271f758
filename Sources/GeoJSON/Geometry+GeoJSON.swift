package import GeoModel

extension Optional where Wrapped == Geometry {
    /// Writes a geometry, or `null` for none.
    package func write(to json: inout JSONWriter, digits: Int) {
        switch self {
        case .some(let geometry): geometry.write(to: &json, digits: digits)
        case nil: json.write(.null)
        }
    }
}

extension Geometry {
    /// Writes the geometry by RFC 7946, as `written(digits:)` has it, longitude first, with foreign members
    /// behind its own.
    package func write(
        to json: inout JSONWriter, digits: Int, with members: [JSONMember] = []
    ) {
        json.object { json in
            let written = written(digits: digits)
            json.member("type", .string(written.type))
            json.key("coordinates")
            CoordinateText(digits: digits).write(written, to: &json)
            for member in members { json.member(member.key, member.value) }
        }
    }

    /// What GeoJSON calls the shape.
    package var type: String {
        switch self {
        case .point: "Point"
        case .multiPoint: "MultiPoint"
        case .lineString: "LineString"
        case .multiLineString: "MultiLineString"
        case .polygon: "Polygon"
        case .multiPolygon: "MultiPolygon"
        }
    }
}

/// Writes coordinates with some digits after the point.
private struct CoordinateText {
    var digits: Int

    func write(_ geometry: Geometry, to json: inout JSONWriter) {
        switch geometry {
        case .point(let position): write(position, to: &json)
        case .multiPoint(let line), .lineString(let line): write(line, to: &json)
        case .multiLineString(let lines): write(lines, to: &json)
        case .polygon(let polygon): write([polygon.outer] + polygon.holes, to: &json)
        case .multiPolygon(let polygons):
            json.array { json in
                for polygon in polygons { write([polygon.outer] + polygon.holes, to: &json) }
            }
        }
    }

    private func write(_ lines: [[Coordinate]], to json: inout JSONWriter) {
        json.array { json in for line in lines { write(line, to: &json) } }
    }

    private func write(_ line: [Coordinate], to json: inout JSONWriter) {
        json.array { json in for position in line { write(position, to: &json) } }
    }

    private func write(_ position: Coordinate, to json: inout JSONWriter) {
        json.array { json in
            json.write(fixed: position.longitude, digits: digits)
            json.write(fixed: position.latitude, digits: digits)
        }
    }
}
