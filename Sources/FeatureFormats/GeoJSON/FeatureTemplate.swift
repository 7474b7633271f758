internal import Diagnostics
internal import GeoJSON
internal import GeoModel

/// The text of a feature with places for the cells of a table's rows.
///
/// An event at coordinates whose cells are spelled as they are written needs no more than its bytes
/// in these places: a million of them take 0.3 s where a million `Feature`s took 30. What comes out
/// is what `GeoJSONWriter.write(_:)` makes of the same event's record.
package struct FeatureTemplate: Sendable {
    private enum Part {
        /// Bytes that every feature has.
        case literal
        /// A cell as a string without its quotes.
        case bare(Int)
        /// A cell as a string; null when it is empty.
        case string(Int)
        /// A cell as a number or string after the literal; neither when it is empty.
        case number(Int)
        case optionalString(Int)
        /// The half of a position whose cell this is.
        case longitude(Int)
        case latitude(Int)
        /// The days of the event: both, the first, the last; null without a date.
        case days
        case firstDay
        case lastDay
        case precision
        case uncertainty
        /// A bound of an estimate after the literal, and all of it as text; nothing for what is none.
        case bound(Int)
        case estimate(EstimateColumns)
    }

    private var parts: [(part: Part, literal: Range<Int>)] = []
    private var literals: [UInt8] = []
    private let id: Int?
    /// The words for how closely a place is known, in the order of their cases.
    private var precisions: [Range<Int>] = []

    /// Makes the template of the records that a recorder makes; nil for a table without coordinates,
    /// and where a property that may be left out comes first.
    package init?(_ recorder: EventRecorder) {
        guard let position = recorder.table.position,
            case .known(let key)? = recorder.sources.first,
            key.column.nullRule != .absent
        else { return nil }
        id = recorder.table.known[.eventID]
        for precision in PlacePrecision.allCases {
            let word = Array(Self.quoted(precision.rawValue).utf8)
            precisions.append(literals.count..<literals.count + word.count)
            literals += word
        }
        add(#"{"type":"Feature","id":""#)
        if let id { add(.bare(id)) }
        add(#"/1","geometry":{"type":"Point","coordinates":["#)
        add(.longitude(position.longitude))
        add(",")
        add(.latitude(position.latitude))
        add(#"]},"properties":{"#)
        for (index, column) in recorder.schema.columns.enumerated() {
            let literal = (index == 0 ? "" : ",") + Self.quoted(column.name) + ":"
            add(literal, filledBy: recorder.sources[index], of: recorder.table)
        }
        add("}}")
    }

    private mutating func add(
        _ literal: String, filledBy source: EventSchema.Source, of table: EventTableColumns
    ) {
        switch source {
        case .known(let key) where key.column.nullRule == .absent: break
        case .known(let key):
            add(literal)
            addKnown(key, table)
        case .figure(let index, let part):
            addFigure(literal, part, table.figures[index].column, table.estimate)
        case .coarsening: break
        case .passed(let index): add(literal, .optionalString(table.passed[index].column))
        }
    }

    private mutating func addFigure(
        _ literal: String, _ part: EventSchema.FigurePart, _ column: Int,
        _ estimate: EstimateColumns?
    ) {
        if part == .value { return add(literal, .number(column)) }
        guard let estimate, estimate.best == column else { return }
        switch part {
        case .minimum: add(literal, .bound(estimate.low))
        case .maximum: add(literal, .bound(estimate.high))
        case .text, .value: add(literal + "\"", .estimate(estimate))
        }
    }

    private mutating func addKnown(_ key: FeatureKey, _ table: EventTableColumns) {
        switch key {
        case .placeIndex, .placeCount: add("1")
        case .precision: add(.precision)
        case .uncertainty: add(.uncertainty)
        case .status: add(Self.quoted(EventStatus.reported.rawValue))
        case .date, .start, .end:
            guard table.known[.date] != nil else { return add("null") }
            add(key == .date ? .days : key == .start ? .firstDay : .lastDay)
        default:
            if let column = table.known[key] { add(.string(column)) } else { add("null") }
        }
    }

    private mutating func add(_ part: Part) {
        parts.append((part, literals.count..<literals.count))
    }

    private mutating func add(_ literal: String, _ part: Part = .literal) {
        let range = literals.count..<literals.count + literal.utf8.count
        literals += Array(literal.utf8)
        if case .literal = part, let last = parts.last, case .literal = last.part {
            parts[parts.count - 1].literal = last.literal.lowerBound..<range.upperBound
        } else {
            parts.append((part, range))
        }
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).description }

    // MARK: Writing

    /// The most bytes that a row may come to.
    func room(for cells: Span<ByteRange>) -> Int {
        // The id is written twice, and a bound three times; a date has a length, a position may get
        // longer.
        var size = literals.count + 6 * parts.count + 256
        if let id { size += 6 * cells[id].count }
        for index in cells.indices { size += 6 * cells[index].count }
        return size
    }

    /// Writes a row to room that was reserved for it.
    func write(
        _ row: PlainFeature, of bytes: Span<UInt8>, _ cells: Span<ByteRange>,
        to output: inout RawOutput
    ) {
        for index in parts.indices {
            unsafe write(
                parts[index].part, after: parts[index].literal, in: literals.span, row, of: bytes,
                cells, to: &output)
        }
    }

    private func word(_ precision: PlacePrecision?) -> Range<Int> {
        switch precision {
        case .point, nil: precisions[0]
        case .near: precisions[1]
        case .settlement: precisions[2]
        case .district: precisions[3]
        case .region: precisions[4]
        case .country: precisions[5]
        }
    }

    @inline(__always)
    private func write(
        _ part: Part, after literal: Range<Int>, in literals: Span<UInt8>, _ row: PlainFeature,
        of bytes: Span<UInt8>, _ cells: Span<ByteRange>, to output: inout RawOutput
    ) {
        switch part {
        case .literal: unsafe output.copy(literals, literal)
        case .bare(let column): unsafe output.escape(bytes, cells[column])
        case .string(let column):
            if cells[column].isEmpty {
                unsafe output.putNull()
            } else {
                unsafe output.quote(bytes, cells[column])
            }
        case .number(let column):
            if cells[column].isEmpty { return }
            unsafe output.copy(literals, literal)
            unsafe output.copy(bytes, PlainNumber.shortest(bytes, cells[column].range))
        case .optionalString(let column):
            if cells[column].isEmpty { return }
            unsafe output.copy(literals, literal)
            unsafe output.quote(bytes, cells[column])
        case .longitude(let column):
            unsafe output.write(degrees: row.longitude, of: row, bytes, cells[column])
        case .latitude(let column):
            unsafe output.write(degrees: row.latitude, of: row, bytes, cells[column])
        case .days: unsafe output.write(quoted: row.days, bytes)
        case .firstDay: unsafe output.write(quoted: row.days?.first, bytes)
        case .lastDay: unsafe output.write(quoted: row.days?.last, bytes)
        case .precision: unsafe output.copy(literals, word(row.precision))
        case .uncertainty: unsafe output.write(orNull: row.uncertaintyInMetres)
        case .bound(let column):
            if !row.hasEstimate { return }
            unsafe output.copy(literals, literal)
            unsafe output.copy(bytes, PlainNumber.shortest(bytes, cells[column].range))
        case .estimate(let columns):
            if !row.hasEstimate { return }
            unsafe output.copy(literals, literal)
            unsafe output.write(estimate: columns, of: cells, bytes)
            unsafe output.put(UInt8(ascii: "\""))
        }
    }
}

extension RawOutput {
    fileprivate mutating func putNull() {
        // "null", the first letter in the lowest bits.
        unsafe put(0x6C6C_756E, count: 4)
    }

    @inline(__always)
    fileprivate mutating func write(
        degrees: Double, of row: PlainFeature, _ bytes: Span<UInt8>, _ cell: ByteRange
    ) {
        if row.isSpelled {
            unsafe copy(bytes, PlainNumber.shortest(bytes, cell.range))
        } else {
            unsafe write(FixedPoint(degrees, digits: row.digits))
        }
    }

    @inline(__always)
    fileprivate mutating func write(quoted days: PlainFeature.Days?, _ bytes: Span<UInt8>) {
        guard let days else { return unsafe putNull() }
        unsafe put(UInt8(ascii: "\""))
        if days.first == days.last, days.form == .all {
            unsafe copy(bytes, days.first..<days.first + 10)
        } else {
            unsafe write(days, bytes)
        }
        unsafe put(UInt8(ascii: "\""))
    }

    @inline(__always)
    fileprivate mutating func write(quoted day: Int?, _ bytes: Span<UInt8>) {
        unsafe write(quoted: day.map { PlainFeature.Days($0, through: $0) }, bytes)
    }

    fileprivate mutating func write(orNull number: Int?) {
        guard let number else { return unsafe putNull() }
        unsafe write(whole: number)
    }
}
