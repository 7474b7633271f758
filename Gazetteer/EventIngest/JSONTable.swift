internal import Diagnostics
internal import GeoJSON

/// Reads GeoJSON, arrays of JSON objects and lines of JSON into a raw table.
enum JSONTable {
    /// Reads one JSON text: a feature collection, a feature, an array of objects or one object.
    static func read(_ source: SourceText, _ options: ReadingOptions) throws(FileFault) -> RawTable
    {
        var builder = JSONTableBuilder(source, options.limits)
        var reader = JSONReader(source.bytes, in: start(source)..<source.bytes.count)
        if reader.peek() == UInt8(ascii: "[") {
            try readElements(&reader, source, into: &builder)
        } else {
            try readObject(&reader, source, into: &builder)
        }
        try source.json { () throws(JSONError) in try reader.finish() }
        return builder.finish()
    }

    /// Reads one JSON object a line; a line that is no JSON is a broken row.
    static func readLines(
        _ source: SourceText, _ options: ReadingOptions
    ) throws(FileFault) -> RawTable {
        var builder = JSONTableBuilder(source, options.limits)
        var start = start(source)
        while start < source.bytes.count {
            var end = start
            while end < source.bytes.count, source.bytes[end] != 0x0A { end += 1 }
            guard end - start <= options.limits.rowBytes else {
                throw source.fault(
                    "row-too-long", at: start,
                    "a line of more than \(options.limits.rowBytes) bytes",
                    remedy: "write one object a line")
            }
            // A record separator stands before each text of RFC 8142.
            if source.bytes[start] == 0x1E { start += 1 }
            if start < end { try builder.add(line: start..<end) }
            start = end + 1
        }
        return builder.finish()
    }

    /// Whether all bytes are one JSON text, not one a line.
    static func isOneText(_ source: SourceText) -> Bool {
        var reader = JSONReader(source.bytes, in: start(source)..<source.bytes.count)
        guard (try? reader.value()) != nil else { return true }
        return reader.peek() == nil
    }

    private static func start(_ source: SourceText) -> Int {
        source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// A feature collection is read a feature at a time, whatever stands before and after them.
    private static func readObject(
        _ reader: inout JSONReader, _ source: SourceText, into builder: inout JSONTableBuilder
    ) throws(FileFault) {
        _ = reader.peek()
        let start = reader.offset
        var members: [JSONMember] = []
        var isCollection = false
        try source.json { () throws(JSONError) in try reader.beginObject() }
        while let key = try source.json({ () throws(JSONError) in try reader.nextKey() }) {
            let next = reader.peek()
            if key == "features", next == UInt8(ascii: "[") {
                isCollection = true
                try readElements(&reader, source, into: &builder)
            } else {
                var member = JSONMember(key, .null)
                member.offset = reader.offset
                member.value = try source.json { () throws(JSONError) in try reader.value() }
                members.append(member)
            }
        }
        if !isCollection { try builder.add(.object(members), at: start) }
    }

    private static func readElements(
        _ reader: inout JSONReader, _ source: SourceText, into builder: inout JSONTableBuilder
    ) throws(FileFault) {
        try source.json { () throws(JSONError) in try reader.beginArray() }
        while try source.json({ () throws(JSONError) in try reader.nextElement() }) {
            _ = reader.peek()
            let start = reader.offset
            let value = try source.json { () throws(JSONError) in try reader.value() }
            try builder.add(value, at: start)
        }
    }
}

extension SourceText {
    /// Reads a piece of JSON; what is wrong with it makes the whole file useless.
    fileprivate func json<Piece>(
        _ piece: () throws(JSONError) -> Piece
    ) throws(FileFault) -> Piece {
        do {
            return try piece()
        } catch {
            throw fault("bad-json", at: error.offset, "\(error)", remedy: "mend the JSON text here")
        }
    }
}
