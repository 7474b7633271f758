internal import CSQLite

/// A connection to an SQLite database, closed with its owner.
///
/// The C library is used as it is: the wrappers that there are for Swift need Foundation, which the
/// modules below the pipeline do without.
///
///     let database = try SQLiteDatabase("tiles.mbtiles", .reading)
///     try database.execute("PRAGMA trusted_schema = OFF")
///     try database.query("SELECT name, value FROM metadata") { row in … }
@safe public struct SQLiteDatabase: ~Copyable {
    /// What is done with a file.
    public enum Access: Hashable, Sendable {
        /// Read alone; a file that is not there is a fault, and one that is read-only none.
        case reading
        /// Read and written; a file that is not there is made.
        case writing
    }

    // SAFETY: owned by this value alone, which is not copied and closes it at its end.
    private let handle: OpaquePointer
    private let budget: StepBudget?

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - name: The file.
    ///   - access: What is done with it.
    ///   - steps: After how many millions of steps of its machine a statement ends as `interrupted`, so
    ///     that a hostile file cannot keep it for ever; nil for no end.
    /// - Throws: `SQLiteError`; a file that is no database is told by the first statement.
    public init(
        _ name: String, _ access: Access, millionsOfSteps steps: Int? = nil
    ) throws(SQLiteError) {
        var opened: OpaquePointer?
        let flags =
            switch access {
            case .reading: SQLITE_OPEN_READONLY
            case .writing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        // SAFETY: the C string lives through the call; a handle is given even when it fails.
        let code = unsafe sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let handle = unsafe opened else { throw SQLiteError(code, "no memory") }
        guard code == SQLITE_OK else {
            let error = unsafe SQLiteError(code, String(cString: sqlite3_errmsg(handle)))
            _ = unsafe sqlite3_close_v2(handle)
            throw error
        }
        unsafe self.handle = handle
        budget = steps.map { unsafe StepBudget(millions: $0, handle) }
    }

    deinit {
        // Statements that are still there keep what they need.
        _ = unsafe sqlite3_close_v2(handle)
    }

    /// Runs statements that give no rows, one or several with semicolons between.
    public func execute(_ statements: String) throws(SQLiteError) {
        // SAFETY: the C string lives through the call.
        try check(unsafe sqlite3_exec(handle, statements, nil, nil, nil))
    }

    /// Makes a statement ready, to be run as often as wanted.
    public func prepare(_ statement: String) throws(SQLiteError) -> SQLiteStatement {
        var made: OpaquePointer?
        // SAFETY: the C string lives through the call.
        try check(unsafe sqlite3_prepare_v2(handle, statement, -1, &made, nil))
        guard let made = unsafe made else { throw SQLiteError(SQLITE_MISUSE, "no statement") }
        return unsafe SQLiteStatement(made)
    }

    /// Runs a statement with values for its `?` and hands over each row.
    public func query(
        _ statement: String, _ values: [SQLiteValue] = [],
        _ body: (borrowing SQLiteStatement) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let prepared = try prepare(statement)
        try prepared.bind(values)
        while try prepared.step() { try body(prepared) }
    }

    /// Does everything or, when it throws, nothing.
    public func transaction(_ body: () throws(SQLiteError) -> Void) throws(SQLiteError) {
        try execute("BEGIN")
        do throws(SQLiteError) {
            try body()
            try execute("COMMIT")
        } catch {
            try? execute("ROLLBACK")
            throw error
        }
    }

    /// Refuses cells and rows of more bytes than this.
    public func limitCells(toBytes count: Int) {
        _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: count))
    }

    /// Throws what a result code means unless it is good.
    private func check(_ code: Int32) throws(SQLiteError) {
        guard code != SQLITE_OK else { return }
        // SAFETY: the words stay until the next call and are copied at once.
        throw unsafe SQLiteError(code, String(cString: sqlite3_errmsg(handle)))
    }
}

/// Counts the steps of a connection and ends its work when there were too many.
private final class StepBudget {
    private var millionsLeft: Int

    init(millions: Int, _ handle: OpaquePointer) {
        millionsLeft = millions
        // SAFETY: the connection keeps the address no longer than the database, which keeps this.
        unsafe sqlite3_progress_handler(
            handle, 1_000_000,
            { context in
                guard let context = unsafe context else { return 0 }
                let budget = unsafe Unmanaged<StepBudget>.fromOpaque(context).takeUnretainedValue()
                budget.millionsLeft -= 1
                return budget.millionsLeft < 0 ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
