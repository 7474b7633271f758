internal import CSQLite

/// A value for a `?` that stands among bytes which the caller keeps.
package enum SQLitePiece: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    /// A TEXT, UTF-8.
    case text(Range<Int>)
    /// A BLOB.
    case bytes(Range<Int>)
}

extension SQLiteStatement {
    /// Runs a statement that gives no rows with values for its `?`, in their order; texts and blobs are
    /// taken from where they stand, without a copy.
    package func run(_ pieces: [SQLitePiece], among bytes: [UInt8]) throws(SQLiteError) {
        var code = SQLITE_OK
        // SAFETY: the bytes stay where they are while the closure runs, and what is bound to them is
        // forgotten before it ends.
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe sqlite3_reset(handle)
            for (index, piece) in pieces.enumerated() where code == SQLITE_OK {
                code = unsafe bind(piece, at: Int32(index + 1), of: buffer)
            }
            if code == SQLITE_OK { code = unsafe sqlite3_step(handle) }
            _ = unsafe sqlite3_reset(handle)
            _ = unsafe sqlite3_clear_bindings(handle)
        }
        guard code == SQLITE_DONE else { throw error(code) }
    }

    // SAFETY: a range outside of the buffer traps; the library copies nothing and keeps the address.
    private func bind(
        _ piece: SQLitePiece, at place: Int32, of buffer: UnsafeRawBufferPointer
    ) -> Int32 {
        switch piece {
        case .null: return unsafe sqlite3_bind_null(handle, place)
        case .integer(let number): return unsafe sqlite3_bind_int64(handle, place, Int64(number))
        case .real(let number): return unsafe sqlite3_bind_double(handle, place, number)
        case .text(let range):
            guard let start = unsafe buffer[range].baseAddress(in: buffer) else {
                return unsafe sqlite3_bind_text(handle, place, "", 0, nil)
            }
            return unsafe sqlite3_bind_text(
                handle, place, start.assumingMemoryBound(to: CChar.self),
                Int32(clamping: range.count), nil)
        case .bytes(let range):
            guard let start = unsafe buffer[range].baseAddress(in: buffer) else {
                return unsafe sqlite3_bind_zeroblob(handle, place, 0)
            }
            return unsafe sqlite3_bind_blob64(handle, place, start, UInt64(range.count), nil)
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    /// Where the slice starts; nil for an empty one.
    fileprivate func baseAddress(in buffer: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        unsafe isEmpty ? nil : unsafe buffer.baseAddress?.advanced(by: startIndex)
    }
}
