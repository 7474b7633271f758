public import Diagnostics
internal import EventIngest
internal import FeatureFormats
internal import GeoJSON
internal import GeoModel

extension EventExport {
    /// Writes the events of a table while they are read, in the order of the table.
    ///
    /// The bytes are those that the whole table gives at once. Memory does not grow with the rows, but
    /// for the 5 to 10 bytes that `EventReader` keeps of each.
    ///
    /// - Parameters:
    ///   - stream: The events; at the end it holds the counts and the report.
    ///   - format: What is written; one that needs a file is a mistake of the caller's.
    ///   - receive: Takes the bytes, a piece at a time.
    /// - Throws: `FileFault` when the input cannot be read, a field is not known, or `receive` throws it.
    public func write(
        _ stream: inout EventStream, as format: ExportFormat,
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        try write(&stream, as: format, file: nil, to: receive)
    }

    func write(
        _ stream: inout EventStream, as format: ExportFormat, file: (path: String, name: String)?,
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        if format == .csv { return try writeCSV(&stream, to: receive) }
        let recorder = try recorder(EventTableColumns(stream.reader))
        if case .geoJSON(let layout) = format, let template = FeatureTemplate(recorder) {
            return try writeGeoJSON(&stream, recorder, template, layout, to: receive)
        }
        var writer = try format.makeWriter(recorder.schema, to: file)
        try write(&stream, recorder, &writer, to: receive)
    }

    /// Writes the events in any format, each as a record.
    private func write(
        _ stream: inout EventStream, _ recorder: EventRecorder, _ writer: inout any FeatureWriter,
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var record = FeatureRecord(recorder.schema)
        writing: while true {
            var fault: FileFault?
            _ = try stream.passPlain { feature, bytes, cells in
                recorder.fill(&record, from: feature, of: bytes, cells)
                do throws(FileFault) {
                    try writer.write(record, to: receive)
                } catch {
                    fault = error
                }
                return fault == nil
            }
            if let fault { throw fault }
            switch try stream.next() {
            case .event(_, let features):
                for feature in features {
                    recorder.fill(&record, from: feature)
                    try writer.write(record, to: receive)
                }
            case .none: break
            case .end: break writing
            }
        }
        try writer.finish(provenance(of: stream), to: receive)
    }

    /// Writes the events as GeoJSON: rows that need no more than copying without a record between,
    /// which takes a third of the time.
    private func writeGeoJSON(
        _ stream: inout EventStream, _ recorder: EventRecorder, _ template: FeatureTemplate,
        _ layout: GeoJSONWriter.Layout, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var writer = GeoJSONWriter(recorder.schema, layout: layout)
        var record = FeatureRecord(recorder.schema)
        writing: while true {
            while try stream.passPlain({ feature, bytes, cells in
                writer.write(feature, of: bytes, cells: cells, template) <= featurePieceSize
            }) {
                try writer.drain(beyond: featurePieceSize, receive)
            }
            switch try stream.next() {
            case .event(_, let features):
                for feature in features {
                    recorder.fill(&record, from: feature)
                    try writer.write(record, to: receive)
                }
            case .none: break
            case .end: break writing
            }
        }
        try writer.finish(provenance(of: stream), to: receive)
    }

    private func provenance(of stream: EventStream) -> ExportProvenance {
        provenance(stream.placed, oneSource: stream.oneSource.line)
    }

    private func writeCSV(
        _ stream: inout EventStream, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var writer = try known { () throws(UnknownField) in
            try EventCSVWriter(
                stream.reader.columns, addsPrecision: stream.reader.hasPrecisionCodes,
                estimate: stream.reader.estimate, fields: fields)
        }
        writing: while true {
            while try stream.passPlain({ feature, bytes, cells in
                writer.write(feature, of: bytes, cells) <= featurePieceSize
            }) {
                try writer.drain(beyond: featurePieceSize, receive)
            }
            switch try stream.next() {
            case .event(let event, _): writer.write(event)
            case .none: break
            case .end: break writing
            }
            try writer.drain(beyond: featurePieceSize, receive)
        }
        try writer.drain(receive)
    }
}
