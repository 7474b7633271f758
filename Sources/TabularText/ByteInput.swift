public import Diagnostics

/// Where the bytes of a table come from: a piece at a time, and again from the start.
public protocol ByteInput: AnyObject {
    /// The next bytes; empty at the end.
    ///
    /// - Throws: `FileFault` when they cannot be read.
    func next() throws(FileFault) -> [UInt8]

    /// Goes back to the start.
    ///
    /// - Throws: `FileFault` when that cannot be done.
    func rewind() throws(FileFault)
}

/// The rows of a database or binary file as lines of JSON, one GeoJSON feature each.
///
/// What is wrong with a row is told as `file:table:row`, since it has no lines and columns.
public protocol RecordLines: ByteInput {
    /// The file and the table, `events.gpkg:event_places`.
    var name: String { get }
}

/// Bytes that are in memory already.
public final class MemoryInput: ByteInput {
    private let bytes: [UInt8]
    private var isDone = false

    /// Makes an input of bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// All bytes at once.
    public func next() -> [UInt8] {
        defer { isDone = true }
        return isDone ? [] : bytes
    }

    /// Goes back to the start.
    public func rewind() {
        isDone = false
    }
}
