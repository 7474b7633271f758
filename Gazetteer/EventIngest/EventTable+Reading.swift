public import Diagnostics
internal import EDTF
internal import GeoJSON
public import TabularText

extension EventTable {
    /// Reads a table of events from the bytes of a file.
    ///
    /// What is wrong with a row sets the row aside and is told in the report; the rest is used.
    /// Memory is a small multiple of the file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name as the user gave it (`-` for standard input); its ending tells the format.
    ///   - options: Which columns stand for what, the format, and the limits.
    /// - Returns: The table, with every row accounted for.
    /// - Throws: `FileFault` for what makes the whole file useless: empty, not UTF-8, a NUL byte, no
    ///   place column, broken quoting or JSON, or more than the limits allow.
    public static func read(
        _ bytes: [UInt8], file: String, options: ReadingOptions = ReadingOptions()
    ) throws(FileFault) -> EventTable {
        try read(MemoryInput(bytes), file: file, options: options)
    }

    /// Reads a table of events whole, from any input.
    ///
    /// - Throws: `FileFault`, as for bytes.
    public static func read(
        _ input: any ByteInput, file: String, options: ReadingOptions = ReadingOptions()
    ) throws(FileFault) -> EventTable {
        var reader = try EventReader(input, file: file, options: options, tellsClaims: false)
        var table = EventTable(
            file: file, columns: reader.columns, rows: reader.rows, events: [], setAside: [],
            report: DiagnosticReport())
        reading: while true {
            switch try reader.next() {
            case .event(let event): table.events.append(event)
            case .setAside(let row): table.setAside.append(row)
            case .end: break reading
            }
        }
        table.report = reader.report
        table.numberClaims()
        table.checkParts()
        table.report.sort()
        return table
    }
}
