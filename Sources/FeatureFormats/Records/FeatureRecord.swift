package import Diagnostics
public import GeoModel
internal import TabularText

/// A value of a feature's column.
public enum FeatureValue: Hashable, Sendable {
    /// Nothing that is said.
    case absent
    /// Nothing that is known.
    case null
    /// A whole number.
    case integer(Int)
    /// A number, finite.
    case number(Double)
    /// A text, or a day as it is spelled.
    case text(String)

    /// The value as formats without types spell it; nil for none.
    public var text: String? {
        switch self {
        case .absent, .null: nil
        case .integer(let number): "\(number)"
        case .number(let number): PlainNumber.text(number)
        case .text(let text): text
        }
    }
}

/// One feature of an export: its id, its shape, and a value for each column of a schema.
///
/// A record is filled again and again, one feature after another, and all its texts lie in one piece of
/// memory: a million features are written without a million strings.
public struct FeatureRecord: Sendable {
    /// A value whose text stands among the record's bytes.
    package enum Cell: Hashable, Sendable {
        case absent
        case null
        case integer(Int)
        case number(Double)
        case text(Range<Int>)
    }

    /// The shape in WGS 84 degrees; nil without a place.
    public var geometry: Geometry?
    /// How many digits after the point its coordinates are worth, 0...9.
    public var digits = 5
    /// Where the id stands among the bytes.
    package private(set) var id = 0..<0
    /// One value for each column of the schema.
    package private(set) var cells: [Cell]
    /// The texts, UTF-8.
    package private(set) var bytes: [UInt8] = []

    /// Makes a record for a schema, with nothing in it.
    public init(_ schema: FeatureSchema) {
        cells = Array(repeating: .absent, count: schema.columns.count)
    }

    /// Forgets the feature.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        for index in cells.indices { cells[index] = .absent }
        id = 0..<0
        geometry = nil
    }

    /// The id as text.
    public var idText: String { text(id) }

    /// The value of a column.
    public subscript(column: Int) -> FeatureValue {
        switch cells[column] {
        case .absent: .absent
        case .null: .null
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .text(let range): .text(text(range))
        }
    }

    /// A part of the bytes as text.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    // MARK: Filling

    /// Sets the id.
    public mutating func setID(_ text: String) { id = append(text) }

    /// Sets a column to a value; a number that is not finite is null.
    public mutating func set(_ column: Int, to value: FeatureValue) {
        switch value {
        case .absent: cells[column] = .absent
        case .null: cells[column] = .null
        case .integer(let number): cells[column] = .integer(number)
        case .number(let number): cells[column] = number.isFinite ? .number(number) : .null
        case .text(let text): set(column, text: text)
        }
    }

    /// Sets a column to a text.
    package mutating func set(_ column: Int, text: String) { cells[column] = .text(append(text)) }

    /// Sets a column to what stands in a cell of a table; null for an empty one.
    package mutating func set(_ column: Int, text source: Span<UInt8>, _ cell: ByteRange) {
        cells[column] = cell.isEmpty ? .null : .text(append(source, cell))
    }

    /// Sets a column to a text that the closure writes, of at most so many bytes.
    package mutating func set(
        _ column: Int, upTo count: Int, _ write: (inout RawOutput) -> Void
    ) {
        let start = bytes.count
        unsafe bytes.append(upTo: count, write)
        cells[column] = .text(start..<bytes.count)
    }

    /// Sets the id to what stands in a cell, with a text behind it.
    package mutating func setID(_ source: Span<UInt8>, _ cell: ByteRange, then suffix: String) {
        let start = append(source, cell).lowerBound
        id = start..<append(suffix).upperBound
    }

    private mutating func append(_ text: String) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return start..<bytes.count
    }

    private mutating func append(_ source: Span<UInt8>, _ cell: ByteRange) -> Range<Int> {
        let start = bytes.count
        if cell.hasDoubledQuotes {
            bytes += ByteText.array(source, cell)
        } else {
            unsafe bytes.append(upTo: cell.count) { output in
                unsafe output.copy(source, cell.range)
            }
        }
        return start..<bytes.count
    }
}
