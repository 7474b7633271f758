internal import CGazetteerData

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
    /// The gazetteer linked into the program, read once.
    ///
    /// Tests hold that its tables read without an error.
    public static let embedded = CuratedTables.embedded.read().pack
}
