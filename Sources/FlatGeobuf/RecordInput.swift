internal import Diagnostics
internal import TabularText

/// The bytes of an input as records with their size in front, and how faults among them are told.
struct RecordInput {
    /// The file as the user named it, and the table in it once that is known.
    var name: String
    private let input: any ByteInput
    private var piece: [UInt8] = []
    private var place = 0
    private var isAtEnd = false

    init(_ input: any ByteInput, name: String) {
        self.input = input
        self.name = name
    }

    /// The next record, without its size; nil at the end of the input. It has at most `limit` bytes;
    /// `number` says which feature it is, for faults, and is nil for the header.
    mutating func record(atMost limit: Int, number: Int?) throws(FileFault) -> [UInt8]? {
        guard let size = try take(4) else {
            guard isWhole else { throw fault("it ends in the size of a record", number) }
            return nil
        }
        let count = size.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard count <= limit else {
            throw fault("a record of \(count) bytes, where at most \(limit) are read", number)
        }
        guard let record = try take(count) else {
            throw fault("it ends in the middle of a record", number)
        }
        return record
    }

    /// Whether no bytes are left over at the end.
    private var isWhole: Bool { isAtEnd && place == piece.count }

    /// The next bytes; nil when there are not so many.
    mutating func take(_ count: Int) throws(FileFault) -> [UInt8]? {
        while piece.count - place < count, !isAtEnd {
            let next = try input.next()
            isAtEnd = next.isEmpty
            if place == piece.count {
                piece = next
            } else {
                piece.removeSubrange(..<place)
                piece += next
            }
            place = 0
        }
        guard piece.count - place >= count else { return nil }
        defer { place += count }
        return Array(piece[place..<place + count])
    }

    /// Passes over bytes; false when there are not so many.
    mutating func skip(_ count: UInt64) throws(FileFault) -> Bool {
        var rest = count
        while rest > UInt64(piece.count - place) {
            rest -= UInt64(piece.count - place)
            piece = try input.next()
            place = 0
            if piece.isEmpty {
                isAtEnd = true
                return false
            }
        }
        place += Int(rest)
        return true
    }

    /// A fault of the file, or of one of its features.
    func fault(_ problem: String, _ number: Int? = nil) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "bad-flatgeobuf", at: SourceLocation(file: name, line: number),
                problem: "broken FlatGeobuf: \(problem)",
                remedy: "fetch the file again, or write it anew"))
    }
}
