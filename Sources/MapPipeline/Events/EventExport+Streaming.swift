public import Diagnostics
internal import EventIngest
public import FeatureFormats
internal import GeoJSON
internal import GeoModel

/// What events are written as.
public enum ExportFormat: Hashable, Sendable {
    /// GeoJSON of one layout or another.
    case geoJSON(GeoJSONWriter.Layout)
    /// The table again: the rows that are events, with the columns they were read from.
    case csv
}

extension EventExport {
    /// How many bytes are gathered before they are handed on.
    private static let pieceSize = 1 << 16

    /// Writes the events of a table while they are read, in the order of the table.
    ///
    /// The bytes are those that the whole table gives at once. Memory does not grow with the rows, but
    /// for the 5 to 10 bytes that `EventReader` keeps of each.
    ///
    /// - Parameters:
    ///   - stream: The events; at the end it holds the counts and the report.
    ///   - format: What is written.
    ///   - receive: Takes the bytes, a piece at a time.
    /// - Throws: `FileFault` when the input cannot be read or `receive` throws it.
    public func write(
        _ stream: inout EventStream, as format: ExportFormat,
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        switch format {
        case .geoJSON(let layout): try writeGeoJSON(&stream, layout, to: receive)
        case .csv: try writeCSV(&stream, to: receive)
        }
    }

    private func writeGeoJSON(
        _ stream: inout EventStream, _ layout: GeoJSONWriter.Layout,
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var writer = GeoJSONWriter(layout: layout)
        let template = FeatureTemplate.Columns(stream.reader).flatMap { FeatureTemplate($0) }
        writing: while true {
            if let template {
                while try stream.passPlain({ feature, bytes, cells in
                    writer.write(feature, of: bytes, cells: cells, template) <= Self.pieceSize
                }) {
                    try writer.drain(beyond: Self.pieceSize, receive)
                }
            }
            switch try stream.next() {
            case .event(_, let features):
                for feature in features { writer.write(feature) }
            case .none: break
            case .end: break writing
            }
            try writer.drain(beyond: Self.pieceSize, receive)
        }
        writer.finish(provenance(stream.placed, oneSource: stream.oneSource.line))
        try writer.drain(receive)
    }

    private func writeCSV(
        _ stream: inout EventStream, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var writer = EventCSVWriter(
            stream.reader.columns, addsPrecision: stream.reader.hasPrecisionCodes,
            estimate: stream.reader.estimate)
        writing: while true {
            while try stream.passPlain({ feature, bytes, cells in
                writer.write(feature, of: bytes, cells) <= Self.pieceSize
            }) {
                try writer.drain(beyond: Self.pieceSize, receive)
            }
            switch try stream.next() {
            case .event(let event, _): writer.write(event)
            case .none: break
            case .end: break writing
            }
            try writer.drain(beyond: Self.pieceSize, receive)
        }
        try writer.drain(receive)
    }
}

extension FeatureTemplate.Columns {
    /// The columns of a table by the keys that features have; nil when it has no coordinates.
    fileprivate init?(_ reader: EventReader) {
        let keys: [EventField: FeatureKey] = [
            .id: .eventID, .date: .date, .place: .place, .title: .title, .category: .category,
            .subcategory: .subcategory, .reportedBy: .reportedBy, .source: .source,
            .partOf: .partOf, .counted: .counted, .sourceWord: .sourceWord,
            .placeBasis: .placeBasis, .note: .note,
        ]
        guard let longitude = reader.column(of: .longitude),
            let latitude = reader.column(of: .latitude)
        else { return nil }
        self.init(longitude: longitude, latitude: latitude, known: [:], figures: [], passed: [])
        estimate = reader.estimate
        for (index, column) in reader.columns.enumerated() {
            switch column.meaning {
            case .field(let field):
                if let key = keys[field] { known[key] = index }
            case .figure: figures.append((column.header, index))
            case .passedThrough: passed.append((column.header, index))
            }
        }
    }
}
