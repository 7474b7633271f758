internal import CSQLite

/// A statement that was made ready; freed with its owner.
@safe public struct SQLiteStatement: ~Copyable {
    // SAFETY: owned by this value alone, which is not copied and frees it at its end.
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        unsafe self.handle = handle
    }

    deinit {
        _ = unsafe sqlite3_finalize(handle)
    }

    /// Runs a statement that gives no rows with values for its `?`, so that it can be run again.
    public func run(_ values: SQLiteValue...) throws(SQLiteError) {
        try bind(values)
        _ = try step()
    }

    /// Starts anew with values for the `?`, in their order.
    public func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
        _ = unsafe sqlite3_reset(handle)
        for (index, value) in values.enumerated() {
            let code = bind(value, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw error(code) }
        }
    }

    /// Goes to the next row; false after the last.
    public func step() throws(SQLiteError) -> Bool {
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw error(code)
        }
    }

    /// The value of a column of the row, counted from 0.
    public func value(_ column: Int) -> SQLiteValue {
        let place = Int32(column)
        switch unsafe sqlite3_column_type(handle, place) {
        case SQLITE_INTEGER: return .integer(Int(unsafe sqlite3_column_int64(handle, place)))
        case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, place))
        case SQLITE_TEXT: return .text(String(decoding: bytes(place), as: UTF8.self))
        case SQLITE_BLOB: return .bytes(bytes(place))
        default: return .null
        }
    }

    // SAFETY: both bindings let the library copy what it is given, whose sizes it is told.
    private func bind(_ value: SQLiteValue, at place: Int32) -> Int32 {
        let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return unsafe sqlite3_bind_null(handle, place)
        case .integer(let number): return unsafe sqlite3_bind_int64(handle, place, Int64(number))
        case .real(let number): return unsafe sqlite3_bind_double(handle, place, number)
        case .text(let text):
            return unsafe sqlite3_bind_text(
                handle, place, text, Int32(clamping: text.utf8.count), copied)
        case .bytes(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                // No bytes have no address, and NULL would be bound for them.
                guard let address = buffer.baseAddress, !bytes.isEmpty else {
                    return unsafe sqlite3_bind_zeroblob(handle, place, 0)
                }
                return unsafe sqlite3_bind_blob64(
                    handle, place, address, UInt64(buffer.count), copied)
            }
        }
    }

    /// The bytes of a text or blob.
    private func bytes(_ place: Int32) -> [UInt8] {
        // SAFETY: the bytes stay until the next step and are copied at once; asked in this order, as the
        // library wants it.
        guard let start = unsafe sqlite3_column_blob(handle, place) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(handle, place))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    func error(_ code: Int32) -> SQLiteError {
        // SAFETY: the words stay until the next call and are copied at once.
        unsafe SQLiteError(code, String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
}
