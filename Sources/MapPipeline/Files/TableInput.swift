public import Diagnostics
internal import FeatureFormats
public import TabularText

extension FileInput {
    /// Opens a table of events: text, unpacked if it is packed with gzip, a FlatGeobuf file, or a table of a
    /// GeoPackage, told by their first bytes.
    ///
    /// - Parameters:
    ///   - name: The file; `-` is standard input.
    ///   - table: Which table of a GeoPackage; nil for the only one, or that of events.
    /// - Returns: The bytes of the text, or one line of GeoJSON a row.
    /// - Throws: `FileFault` when it cannot be read, or the file has no such table.
    public static func table(
        _ name: String, table: String? = nil
    ) throws(FileFault) -> any ByteInput {
        let input = try open(name)
        let start = try input.next()
        try input.rewind()
        if GeoPackageLines.isStart(start) {
            guard name != "-" else {
                throw fault(
                    name, "a GeoPackage is a database, which is no use in a pipe",
                    remedy: "name the file")
            }
            return try GeoPackageLines(name, table: table)
        }
        guard table == nil else {
            throw fault(
                name, "--table names a table of a GeoPackage, and this file is none",
                remedy: "leave it out")
        }
        return FlatGeobufLines.isStart(start) ? try FlatGeobufLines(input, file: name) : input
    }

    private static func fault(_ name: String, _ problem: String, remedy: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "no-table", at: SourceLocation(file: name), problem: problem,
                remedy: remedy))
    }
}
