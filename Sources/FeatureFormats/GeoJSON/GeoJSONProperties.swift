internal import Diagnostics
internal import GeoJSON

/// Spells the columns of records as the properties of GeoJSON features.
///
/// All of a record is written to room that is asked for once: asking for each value took a sixth of an export
/// of names.
struct GeoJSONProperties: Sendable {
    /// The keys with their quotes and colons.
    private var literals: [UInt8] = []
    private var keys: [Range<Int>] = []
    /// Whether the values of a column are JSON already.
    private let isJSON: [Bool]

    init(_ schema: FeatureSchema) {
        isJSON = schema.columns.map { $0.type == .json }
        for column in schema.columns {
            let start = literals.count
            literals += (JSONValue.string(column.name).description + ":").utf8
            keys.append(start..<literals.count)
        }
    }

    /// The most bytes that a record may come to.
    func room(for record: FeatureRecord) -> Int {
        // A letter takes six bytes at most, and a number fewer than 32.
        literals.count + 6 * record.bytes.count + 36 * keys.count + 2
    }

    /// Writes the object to room that was reserved for it.
    func write(_ record: FeatureRecord, to output: inout RawOutput) {
        unsafe output.put(UInt8(ascii: "{"))
        var isFirst = true
        for column in keys.indices {
            let cell = record.cells[column]
            if cell == .absent { continue }
            if !isFirst { unsafe output.put(UInt8(ascii: ",")) }
            isFirst = false
            unsafe output.copy(literals.span, keys[column])
            switch cell {
            case .absent, .null: unsafe output.putNull()
            case .integer(let number): unsafe output.write(integer: number)
            case .number(let number): unsafe output.write(number: number)
            case .text(let range) where isJSON[column]:
                unsafe output.copy(record.bytes.span, range)
            case .text(let range): unsafe output.quote(record.bytes.span, ByteRange(range))
            }
        }
        unsafe output.put(UInt8(ascii: "}"))
    }
}

extension RawOutput {
    fileprivate mutating func write(integer number: Int) {
        if number < 0 { unsafe put(UInt8(ascii: "-")) }
        unsafe put(units: number.magnitude, digits: 0)
    }

    /// Writes a finite number as `JSONWriter` does.
    fileprivate mutating func write(number: Double) {
        // A `Double` holds whole numbers up to 2^53, and is spelled with an exponent from there on.
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
            return unsafe write(integer: whole)
        }
        for byte in PlainNumber.text(number).utf8 { unsafe put(byte) }
    }
}
