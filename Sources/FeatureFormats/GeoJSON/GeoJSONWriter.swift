package import Diagnostics
package import GeoJSON
public import GeoModel

/// What travels with exported features: where names and outlines come from and on what terms.
public struct ExportProvenance: Hashable, Sendable {
    /// The rule that chose the names.
    public var nameRule: String
    /// The date of the gazetteer's data, `YYYY-MM-DD`.
    public var packDate: String
    /// The lines of credit that the sources ask for.
    public var credits: [String]
    /// The licences of the sources, such as `CC-BY-4.0`.
    public var licences: [String]
    /// What a reader must know of the whole, such as that all events come from one source.
    public var notes: [String]

    /// Makes a provenance from its parts.
    public init(
        nameRule: String, packDate: String, credits: [String], licences: [String],
        notes: [String] = []
    ) {
        self.nameRule = nameRule
        self.packDate = packDate
        self.credits = credits
        self.licences = licences
        self.notes = notes
    }

    var json: JSONValue {
        [
            "name_rule": .string(nameRule), "pack_date": .string(packDate),
            "credits": .array(credits.map { .string($0) }),
            "licences": .array(licences.map { .string($0) }),
            "notes": .array(notes.map { .string($0) }),
        ]
    }
}

/// Writes features as GeoJSON (RFC 7946), one at a time.
///
///     var writer = GeoJSONWriter()
///     for feature in features { writer.write(feature) }
///     writer.finish(provenance)                            // writer.bytes is the whole text
///
/// To stream, `drain` now and then. The provenance comes last, since it tells what was left out.
/// Equal features give equal bytes.
public struct GeoJSONWriter: Sendable {
    /// How the features stand in the text.
    public enum Layout: Hashable, Sendable {
        /// One `FeatureCollection` with provenance and `bbox`, each feature on its own line.
        case collection
        /// One feature a line, without collection, provenance or `bbox` (`.geojsonl`).
        case lines
        /// As `lines`, with a record separator before each (RFC 8142, `.geojsons`).
        case textSequence
    }

    private let layout: Layout
    private var json = JSONWriter()
    private var box: BoundingBox?
    private var isEmpty = true

    /// What was written since it was last drained.
    public var bytes: [UInt8] { json.bytes }

    /// Starts a text.
    public init(layout: Layout = .collection) {
        self.layout = layout
        guard layout == .collection else { return }
        json.open(UInt8(ascii: "{"))
        json.member("type", "FeatureCollection")
        json.key("features")
        json.open(UInt8(ascii: "["))
    }

    /// Hands on what was written once it is more than a size in bytes, and forgets it.
    ///
    /// - Throws: What the receiver throws.
    public mutating func drain<Failure: Error>(
        beyond size: Int = 0, _ receive: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard json.bytes.count > size else { return }
        try receive(json.bytes)
        json.bytes.removeAll(keepingCapacity: true)
    }

    private mutating func startFeature() {
        switch layout {
        case .collection: json.raw(isEmpty ? "\n" : ",\n", startsText: true)
        case .lines: json.raw("", startsText: true)
        case .textSequence: json.raw("\u{1E}", startsText: true)
        }
        isEmpty = false
    }

    /// Writes a row of cells as the feature that `template` makes of it.
    ///
    /// - Returns: How many bytes were written since it was last drained.
    @discardableResult
    package mutating func write(
        _ row: PlainFeature, of bytes: Span<UInt8>, cells: Span<ByteRange>,
        _ template: FeatureTemplate
    ) -> Int {
        let (layout, isFirst) = (layout, isEmpty)
        unsafe json.bytes.append(upTo: template.room(for: cells) + 3) { output in
            switch layout {
            case .collection:
                if !isFirst { unsafe output.put(UInt8(ascii: ",")) }
                unsafe output.put(0x0A)
            case .lines: break
            case .textSequence: unsafe output.put(0x1E)
            }
            unsafe template.write(row, of: bytes, cells, to: &output)
            if layout != .collection { unsafe output.put(0x0A) }
        }
        isEmpty = false
        extendBox(to: row.writtenPosition)
        return json.bytes.count
    }

    private mutating func extendBox(to position: Coordinate) {
        if let box, position.longitude >= box.west, position.longitude <= box.east,
            position.latitude >= box.south, position.latitude <= box.north
        {
            return
        }
        let added = BoundingBox(
            west: position.longitude, south: position.latitude, east: position.longitude,
            north: position.latitude)
        box = box.map { $0.union(added) } ?? added
    }

    /// Writes one feature.
    public mutating func write(_ feature: Feature) {
        startFeature()
        json.object { json in
            json.member("type", "Feature")
            json.member("id", .string(feature.id))
            json.key("geometry")
            feature.geometry.write(to: &json, digits: feature.coordinateDigits)
            json.key("properties")
            FeatureProperties(feature).write(to: &json)
        }
        if layout != .collection { json.raw("\n") }
        if let added = feature.writtenBox { box = box.map { $0.union(added) } ?? added }
    }

    /// Ends the text.
    public mutating func finish(_ provenance: ExportProvenance) {
        guard layout == .collection else { return }
        json.raw(isEmpty ? "" : "\n")
        json.close(UInt8(ascii: "]"))
        json.member("toponym", provenance.json)
        if let box {
            json.key("bbox")
            json.array { json in
                for edge in [box.west, box.south, box.east, box.north] {
                    json.write(fixed: edge, digits: 5)
                }
            }
        }
        json.close(UInt8(ascii: "}"))
        json.raw("\n")
    }

    /// All features as one text.
    public static func text(
        of features: some Sequence<Feature>, provenance: ExportProvenance,
        layout: Layout = .collection
    ) -> [UInt8] {
        var writer = GeoJSONWriter(layout: layout)
        for feature in features { writer.write(feature) }
        writer.finish(provenance)
        return writer.bytes
    }
}

extension Feature {
    /// The box around its coordinates as they are written, so that it holds them all.
    var writtenBox: BoundingBox? {
        let digits = coordinateDigits
        return (geometry?.positions).flatMap { positions in
            BoundingBox(
                around: positions.lazy.map { position in
                    Coordinate(
                        longitude: FixedPoint(position.longitude, digits: digits).value,
                        latitude: FixedPoint(position.latitude, digits: digits).value)
                })
        }
    }

    /// How many digits of a degree its coordinates are worth: 5 is a metre, 4 ten metres, 2 a
    /// kilometre. Outlines and courses keep 4 whatever they stand for, since they are shapes and not
    /// positions; a movement is but its two ends.
    var coordinateDigits: Int {
        switch geometry {
        case .polygon, .multiPolygon: return 4
        case .lineString where destination == nil, .multiLineString where destination == nil:
            return 4
        default: break
        }
        return (precision ?? .point).coordinateDigits
    }
}
