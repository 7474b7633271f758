public import Diagnostics
internal import FeatureFormats
internal import GeoModel

extension EventExport {
    /// Writes the events of a table while they are read to a file, beside its name first.
    ///
    /// - Parameters:
    ///   - stream: The events; at the end it holds the counts and the report.
    ///   - format: What is written.
    ///   - name: The file; `-` is standard output.
    /// - Throws: `FileFault` when the input cannot be read, a field is not known, or the file cannot be
    ///   written; an older file is then still there.
    public func write(
        _ stream: inout EventStream, as format: ExportFormat, toFile name: String
    ) throws(FileFault) {
        var target = try StreamedFile(name)
        let file = try format.file(in: target, name)
        try write(&stream, as: format, file: file) { bytes throws(FileFault) in
            try target.write(bytes)
        }
        try target.keep()
    }

    /// Writes events that are there as a whole to a file, beside its name first.
    ///
    /// - Throws: `FileFault` when a field is not known or the file cannot be written.
    public func write(
        _ placed: PlacedEvents, as format: ExportFormat, toFile name: String
    ) throws(FileFault) {
        precondition(format != .csv, "the table again is written while it is read")
        let recorder = try recorder(
            EventTableColumns(placed.columns), tellsCoarsening: placed.coarsening != nil)
        var target = try StreamedFile(name)
        var writer = try format.makeWriter(
            recorder.schema, to: try format.file(in: target, name))
        var record = FeatureRecord(recorder.schema)
        for feature in placed.features {
            recorder.fill(&record, from: feature)
            try writer.write(record) { bytes throws(FileFault) in try target.write(bytes) }
        }
        let provenance = provenance(placed, oneSource: OneSource.line(placed.features))
        try writer.finish(provenance) { bytes throws(FileFault) in try target.write(bytes) }
        try target.keep()
    }
}

extension ExportFormat {
    /// The file to write, for a format that needs one.
    fileprivate func file(
        in target: borrowing StreamedFile, _ name: String
    ) throws(FileFault) -> (path: String, name: String)? {
        guard needsFile else { return nil }
        guard let path = target.besideName else {
            throw FileFault(
                Diagnostic(
                    .error, code: "no-file", at: SourceLocation(file: name),
                    problem: "this format is a database, which a pipe or a device cannot hold",
                    remedy: "name a file with -o"))
        }
        return (path, name)
    }
}
