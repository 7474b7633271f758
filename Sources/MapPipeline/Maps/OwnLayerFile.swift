public import Cartography
public import Diagnostics
internal import GeoJSON
internal import GeoModel
internal import Raster
internal import TabularText

/// Reads a layer of the map maker's own: GeoJSON, one text or a feature a line, styled by simplestyle.
///
/// The keys are `stroke`, `stroke-width`, `stroke-opacity`, `fill`, `fill-opacity`, `marker-color`,
/// `marker-size` and `title` (or `name`). Another key means nothing here and is passed over; another
/// value of these is a fault, since a map would quietly look otherwise than it was meant to.
///
/// Source: simplestyle-spec 1.1.0, Mapbox.
public enum OwnLayerFile {
    /// The most positions of one layer: some 64 MB once drawn.
    public static let greatestPositions = 1_000_000

    /// Reads a file; `-` is standard input.
    ///
    /// - Throws: `FileFault` with line and column for the first thing that cannot be used.
    public static func read(_ name: String) throws(FileFault) -> OwnLayer {
        try read(FileInput(name), file: name)
    }

    static func read(_ input: any ByteInput, file: String) throws(FileFault) -> OwnLayer {
        var records = try JSONRecords(input, file: file, wanted: "GeoJSON features")
        var layer = OwnLayer(name: SourceLocation(file: file).stem, shapes: [])
        var positions = 0
        var number = 0
        while let taken = try records.next(number: number + 1) {
            number += 1
            guard case .value(let value, let source, let start) = taken else {
                if case .broken(let diagnostic, _) = taken { throw FileFault(diagnostic) }
                continue
            }
            let shapes = try LayerFeature(value: value, source: source, offset: start).shapes()
            positions += shapes.reduce(0) { $0 + $1.geometry.positions.count }
            guard positions <= greatestPositions else {
                throw source.fault(
                    "layer-too-large", at: start,
                    "more than \(greatestPositions) positions in one layer",
                    remedy: "simplify it, or cut it to the frame of the map")
            }
            layer.shapes += shapes
        }
        return layer
    }
}

/// A feature of a layer, and where it stands in the file.
private struct LayerFeature {
    let value: JSONValue
    let source: SourceText
    let offset: Int

    func shapes() throws(FileFault) -> [OwnLayer.Shape] {
        let isFeature = value.text("type") == "Feature"
        let properties = isFeature ? value["properties"] ?? .null : .null
        let geometries: [Geometry]
        do throws(GeometryError) {
            geometries = try Geometry.shapes(of: isFeature ? value["geometry"] ?? .null : value)
        } catch {
            throw source.fault(
                "bad-geometry", at: value.member("geometry")?.offset ?? offset, "\(error)",
                remedy: "mend the geometry, or leave the feature out")
        }
        let look = try look(properties)
        let title = properties.text("title", "name") ?? ""
        return geometries.map { OwnLayer.Shape($0, look: look, title: title) }
    }

    private func look(_ properties: JSONValue) throws(FileFault) -> OwnLayer.Look {
        var look = OwnLayer.Look()
        look.stroke = try color(properties, "stroke") ?? look.stroke
        if let opacity = try number(properties, "stroke-opacity", in: 0...1) {
            look.stroke = look.stroke.opacity(opacity)
        }
        look.strokeWidthInPixels =
            try number(properties, "stroke-width", in: 0...100) ?? look.strokeWidthInPixels
        if let fill = try color(properties, "fill") { look.fill = fill.opacity(0.6) }
        if let opacity = try number(properties, "fill-opacity", in: 0...1) {
            look.fill = look.fill.opacity(opacity)
        }
        look.marker = try color(properties, "marker-color") ?? look.marker
        look.markerRadiusInPixels = try markerRadius(properties) ?? look.markerRadiusInPixels
        return look
    }

    private func markerRadius(_ properties: JSONValue) throws(FileFault) -> Double? {
        guard let size = properties.text("marker-size") else { return nil }
        switch size {
        case "small": return 3.5
        case "medium": return 5
        case "large": return 7.5
        default:
            throw fault(
                properties, "marker-size", "is \"\(size.shortened)\"",
                "write small, medium or large")
        }
    }

    private func color(_ properties: JSONValue, _ key: String) throws(FileFault) -> Color? {
        guard let text = properties.text(key) else { return nil }
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard let color = Color(hexDigits: digits) else {
            throw fault(
                properties, key, "is \"\(text.shortened)\"", "write a colour such as #ff8800")
        }
        return color
    }

    private func number(
        _ properties: JSONValue, _ key: String, in range: ClosedRange<Double>
    ) throws(FileFault) -> Double? {
        guard let member = properties.member(key) else { return nil }
        guard let number = member.value.double, range.contains(number) else {
            throw fault(
                properties, key, "is \(member.value.description.shortened)",
                "write a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
        }
        return number
    }

    private func fault(
        _ properties: JSONValue, _ key: String, _ problem: String, _ remedy: String
    ) -> FileFault {
        source.fault(
            "bad-style", at: properties.member(key)?.offset ?? offset, "\(key) \(problem)",
            remedy: remedy)
    }
}
