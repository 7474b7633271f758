public import Diagnostics
internal import FlatGeobuf
internal import GeoJSON
internal import SQLite
public import TabularText

/// The rows of a table of a GeoPackage as lines of GeoJSON, in the order of their keys.
///
/// Source: OGC 12-128r18, GeoPackage 1.3.
public final class GeoPackageLines: RecordLines {
    /// The file and the table.
    public let name: String

    private let database: SQLiteDatabase
    private let query: String
    private var statement: SQLiteStatement
    private let columns: [Column]
    private var line = FeatureLine()
    private var isAtEnd = false

    /// What a column of the statement is.
    private enum Column {
        case key
        case geometry
        case value(String)
    }

    /// A file that takes more steps of the database's machine to read through is refused, in millions: a
    /// view may go on for ever.
    private static let millionsOfSteps = 5_000
    /// The most bytes of a cell.
    private static let greatestCell = 16 << 20

    /// Whether bytes start as an SQLite database does.
    public static func isStart(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("SQLite format 3\0".utf8))
    }

    /// Chooses a table.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - table: Which of its tables; nil for the only one, or that of events as exports call it.
    /// - Throws: `FileFault` for what is no GeoPackage, has no such table or several, and for coordinates that
    ///   are not WGS 84.
    public convenience init(_ file: String, table: String?) throws(FileFault) {
        try self.init(file, table: table, millionsOfSteps: Self.millionsOfSteps)
    }

    package init(_ file: String, table: String?, millionsOfSteps: Int) throws(FileFault) {
        let opened = try Self.told(file) { () throws(SQLiteError) in
            try Self.open(file, millionsOfSteps)
        }
        let contents = try Self.told(file) { () throws(SQLiteError) in
            try GeoPackageContents(opened)
        }
        let chosen = try contents.table(named: table, file: file)
        let name = "\(file):\(chosen.name)"
        try chosen.reference.check(name, file: file)
        let query = "SELECT * FROM \(SQLName.quoted(chosen.name)) ORDER BY \(chosen.order)"
        let columns = try Self.columns(of: chosen, in: opened, name)
        let statement = try Self.told(name) { () throws(SQLiteError) in
            try opened.prepare(query)
        }
        (self.name, self.query, self.columns) = (name, query, columns)
        database = opened
        self.statement = statement
    }

    private static func open(_ file: String, _ millionsOfSteps: Int) throws(SQLiteError)
        -> SQLiteDatabase
    {
        let database = try SQLiteDatabase(file, .reading, millionsOfSteps: millionsOfSteps)
        database.limitCells(toBytes: greatestCell)
        try database.execute("PRAGMA trusted_schema = OFF")
        return database
    }

    /// What the columns of a table are, in its order.
    private static func columns(
        of table: GeoPackageContents.Table, in database: borrowing SQLiteDatabase, _ name: String
    ) throws(FileFault) -> [Column] {
        var names: [String] = []
        try told(name) { () throws(SQLiteError) in
            try database.query("SELECT name FROM pragma_table_info(?)", [.text(table.name)]) {
                row in
                names.append(row.value(0).text ?? "")
            }
        }
        let known = Set(names)
        return names.map { column in
            if column == table.key || FeatureLine.isRedundant(column, among: known) {
                return .key
            }
            return column == table.geometry ? .geometry : .value(column)
        }
    }

    /// The next lines; empty at the end.
    public func next() throws(FileFault) -> [UInt8] {
        while !isAtEnd, line.bytes.count < featurePieceSize {
            isAtEnd = try !Self.told(name) { () throws(SQLiteError) in try statement.step() }
            if !isAtEnd { writeRow() }
        }
        return line.take()
    }

    /// Goes back to the first row.
    public func rewind() throws(FileFault) {
        statement = try Self.told(name) { () throws(SQLiteError) in try database.prepare(query) }
        isAtEnd = false
        _ = line.take()
    }

    private func writeRow() {
        var (shape, id) = (FeatureLine.Shape.none, Int?.none)
        var values: [(key: String, JSONValue)] = []
        for (index, column) in columns.enumerated() {
            let value = statement.value(index)
            switch column {
            case .key: id = id ?? value.integer
            case .geometry: shape = GeoPackageShape.shape(of: value.bytes ?? [])
            case .value(let key): values.append((key, Self.json(value)))
            }
        }
        line.write(shape, id: id, values)
    }

    private static func json(_ value: SQLiteValue) -> JSONValue {
        switch value {
        case .null, .bytes: .null
        case .integer(let number): .integer(number)
        case .real(let number): .number(number)
        case .text(let text): .string(text)
        }
    }

    /// Runs a step and names the file when it fails.
    private static func told<Result: ~Copyable>(
        _ name: String, _ step: () throws(SQLiteError) -> Result
    ) throws(FileFault) -> Result {
        do throws(SQLiteError) {
            return try step()
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "bad-geopackage", at: SourceLocation(file: name),
                    problem: "the GeoPackage cannot be read: \(error)",
                    remedy: "check it with ogrinfo, or write it anew"))
        }
    }
}
