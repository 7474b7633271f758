import SQLite
import TestSupport
import Testing

@Suite("SQLite") struct SQLiteTests {
    @Test func `values come back as they were written`() throws {
        try withTemporaryDirectory { folder in
            let values: [SQLiteValue] = [
                .null, .integer(.min), .integer(.max), .real(0.1), .text("Խանքենդի\u{0}ə"),
                .text(""),
                .bytes([0, 255]), .bytes([]),
            ]
            let database = try SQLiteDatabase("\(folder)/a.db", .writing)
            try database.execute("CREATE TABLE cells (place INTEGER PRIMARY KEY, value)")
            try database.transaction { () throws(SQLiteError) in
                let insert = try database.prepare("INSERT INTO cells VALUES (?, ?)")
                for (place, value) in values.enumerated() { try insert.run(.integer(place), value) }
            }
            var read: [SQLiteValue] = []
            try database.query(
                "SELECT value FROM cells WHERE place >= ? ORDER BY place", [.integer(0)]
            ) {
                read.append($0.value(0))
            }
            #expect(read == values)
        }
    }

    @Test func `values that stand among bytes come back as they stand`() throws {
        try withTemporaryDirectory { folder in
            let database = try SQLiteDatabase("\(folder)/a.db", .writing)
            try database.execute("CREATE TABLE cells (a, b, c, d, e, f, g)")
            let insert = try database.prepare("INSERT INTO cells VALUES (?, ?, ?, ?, ?, ?, ?)")
            try insert.run(
                [
                    .null, .integer(-5), .real(0.1), .text(1..<4), .text(2..<2), .bytes(0..<2),
                    .bytes(4..<4),
                ], among: Array("aBakú".utf8.prefix(4)))
            // Fewer values than places: what stood there before is forgotten.
            try insert.run([.integer(1)], among: [])
            var read: [[SQLiteValue]] = []
            try database.query("SELECT * FROM cells") { row in
                read.append((0..<7).map { row.value($0) })
            }
            let first: [SQLiteValue] = [
                .null, .integer(-5), .real(0.1), .text("Bak"), .text(""), .bytes([0x61, 0x42]),
                .bytes([]),
            ]
            #expect(read == [first, [.integer(1)] + Array(repeating: .null, count: 6)])
        }
    }

    @Test func `what throws in a transaction leaves nothing`() throws {
        try withTemporaryDirectory { folder in
            let database = try SQLiteDatabase("\(folder)/a.db", .writing)
            try database.execute("CREATE TABLE a (b INTEGER PRIMARY KEY)")
            let error = #expect(throws: SQLiteError.self) {
                try database.transaction { () throws(SQLiteError) in
                    try database.execute("INSERT INTO a VALUES (1)")
                    try database.execute("INSERT INTO a VALUES (1)")
                }
            }
            #expect(error?.description == "UNIQUE constraint failed: a.b")
            var count = SQLiteValue.null
            try database.query("SELECT count(*) FROM a") { count = $0.value(0) }
            #expect(count == .integer(0))
        }
    }

    @Test func `faults are told apart`() throws {
        try withTemporaryDirectory { folder in
            #expect(throws: SQLiteError.self) {
                _ = try SQLiteDatabase("\(folder)/none.db", .reading)
            }
            let broken = try SQLiteDatabase(Checkout.path("README.md"), .reading)
            let error = #expect(throws: SQLiteError.self) {
                try broken.execute("SELECT * FROM sqlite_master")
            }
            #expect(error?.kind == .broken)
        }
    }

    @Test func `work without an end is ended`() throws {
        try withTemporaryDirectory { folder in
            let database = try SQLiteDatabase("\(folder)/a.db", .writing, millionsOfSteps: 3)
            let error = #expect(throws: SQLiteError.self) {
                try database.query(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                    SELECT max(i) FROM n
                    """
                ) { _ in }
            }
            #expect(error?.kind == .interrupted)
        }
    }
}
