internal import CGazetteerData
internal import FlatFile

extension CuratedTables {
    /// The tables linked into the program.
    public static let embedded = CuratedTables(
        (0..<gazetteer_table_count()).map { index in
            // SAFETY: name and bytes point to constants of the program, alive and unchanged as long as
            // it runs, with `size` bytes and a closing NUL in the name.
            let table = unsafe gazetteer_table_at(index)
            let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.size)
            return unsafe File(name: String(cString: table.name), bytes: Array(bytes))
        })
}

extension Pack {
    /// The gazetteer linked into the program, opened once.
    ///
    /// Tests hold that it is whole.
    public static let embedded = Pack(.embedded)
}

extension PackFile {
    /// The pack linked into the program.
    public static let embedded: PackFile = {
        do {
            let writer = try PackBuilder(CuratedTables.embedded.read().contents).finished()
            return try PackFile(FlatBytes(writer.bytes))
        } catch {
            preconditionFailure("the linked pack cannot be used: \(error)")
        }
    }()
}

extension PackInfo {
    /// What the pack linked into the program says of itself.
    public static let embedded = PackFile.embedded.info
}
