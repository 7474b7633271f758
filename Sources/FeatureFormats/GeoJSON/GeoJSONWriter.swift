public import Diagnostics
package import GeoJSON
public import GeoModel

/// Writes features as GeoJSON (RFC 7946), one at a time.
///
///     var writer = GeoJSONWriter(recorder.schema)
///     for feature in features { recorder.fill(&record, from: feature); writer.write(record) }
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
    /// The keys of the properties as JSON spells them.
    private let keys: [[UInt8]]
    /// Whether the values of a column are JSON already.
    private let isJSON: [Bool]
    private var json = JSONWriter()
    private var box: BoundingBox?
    private var isEmpty = true

    /// What was written since it was last drained.
    public var bytes: [UInt8] { json.bytes }

    /// Starts a text of features that have the columns of a schema.
    public init(_ schema: FeatureSchema, layout: Layout = .collection) {
        self.layout = layout
        keys = schema.columns.map { Array(JSONValue.string($0.name).description.utf8) }
        isJSON = schema.columns.map { $0.type == .json }
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

    /// Writes one feature, by the schema that the writer was made for.
    public mutating func write(_ record: FeatureRecord) {
        startFeature()
        let (keys, isJSON) = (keys, isJSON)
        json.object { json in
            json.member("type", "Feature")
            json.key("id")
            json.string(record.bytes, record.id)
            json.key("geometry")
            record.geometry.write(to: &json, digits: record.digits)
            json.key("properties")
            json.object { json in Self.write(propertiesOf: record, keys, isJSON, to: &json) }
        }
        if layout != .collection { json.raw("\n") }
        if let added = record.writtenBox { box = box.map { $0.union(added) } ?? added }
    }

    private static func write(
        propertiesOf record: FeatureRecord, _ keys: [[UInt8]], _ isJSON: [Bool],
        to json: inout JSONWriter
    ) {
        for column in keys.indices {
            let cell = record.cells[column]
            if cell == .absent { continue }
            json.key(spelled: keys[column])
            switch cell {
            case .absent, .null: json.write(.null)
            case .integer(let number): json.write(.integer(number))
            case .number(let number): json.write(.number(number))
            case .text(let range) where isJSON[column]:
                json.write(spelled: record.bytes[range])
            case .text(let range): json.string(record.bytes, range)
            }
        }
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
}

extension GeoJSONWriter: FeatureWriter {
    /// Writes a feature, and hands on what was gathered.
    public mutating func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        write(record)
        try drain(beyond: featurePieceSize, receive)
    }

    /// Ends the text, and hands on the rest.
    public mutating func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        finish(provenance)
        try drain(receive)
    }
}

extension GeoJSONWriter {
    /// All features as one text, with provenance if the layout has it and any is given.
    public static func text(
        of features: [Feature], provenance: ExportProvenance? = nil, layout: Layout = .collection
    ) -> [UInt8] {
        let recorder = EventRecorder(of: features)
        var writer = GeoJSONWriter(recorder.schema, layout: layout)
        var record = FeatureRecord(recorder.schema)
        for feature in features {
            recorder.fill(&record, from: feature)
            writer.write(record)
        }
        if let provenance { writer.finish(provenance) }
        return writer.bytes
    }
}

extension JSONWriter {
    /// Writes a string that stands among bytes, UTF-8.
    fileprivate mutating func string(_ source: [UInt8], _ range: Range<Int>) {
        unsafe spelled(upTo: 6 * range.count + 2) { output in
            unsafe output.quote(source.span, ByteRange(range))
        }
    }
}

extension FeatureRecord {
    /// The box around its coordinates as they are written, so that it holds them all.
    package var writtenBox: BoundingBox? {
        (geometry?.positions).flatMap { positions in
            BoundingBox(around: positions.lazy.map { $0.rounded(digits: digits) })
        }
    }
}
