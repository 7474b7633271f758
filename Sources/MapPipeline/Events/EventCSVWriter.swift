internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import FeatureFormats
internal import GeoJSON
internal import GeoModel
internal import PlaceExpressions
internal import TabularText

/// Writes events as the CSV table that they were read from: the same columns, each cell as the model
/// understood it, no cell that a spreadsheet would run.
///
/// Known columns bear our own names, so that the table is read back without `--column`; a column that
/// would take such a name without its sense is called `input_…`. A table without ids gets them.
struct EventCSVWriter {
    /// How the cells of a plain row are written.
    private enum Kind { case text, number, days, estimate(EstimateColumns) }

    /// What stands in a column.
    private enum Column {
        /// The id, in a table without ids.
        case id
        /// A column of the table.
        case cell(Int, Kind)
        /// How closely the place is known, for tables that say so by codes.
        case precision
        case uncertainty
    }

    private let table: [EventColumn]
    private let columns: [Column]
    private(set) var bytes: [UInt8] = []

    /// Writes the header.
    ///
    /// - Parameters:
    ///   - table: The columns of the table.
    ///   - addsPrecision: Whether to add the columns `precision` and `uncertainty_m`, for tables that say
    ///     so by codes which only their own headers explain.
    ///   - estimate: The columns of the figure that has bounds in other columns.
    ///   - fields: The columns to write, by their names here, in this order; nil for all.
    /// - Throws: `UnknownField` for a field that is none of the columns.
    init(
        _ table: [EventColumn], addsPrecision: Bool = false, estimate: EstimateColumns? = nil,
        fields: [String]? = nil
    ) throws(UnknownField) {
        self.table = table
        var all: [(name: String, column: Column)] = table.enumerated().map { index, column in
            let isBest = estimate?.best == index
            let kind = isBest ? estimate.map(Kind.estimate) : nil
            return (Self.name(of: column), .cell(index, kind ?? Self.kind(of: column)))
        }
        if !table.contains(where: { $0.meaning == .field(.id) }) {
            all.insert((EventField.id.rawValue, .id), at: 0)
        }
        if addsPrecision {
            all += [
                (EventField.precision.rawValue, .precision),
                (EventField.uncertainty.rawValue, .uncertainty),
            ]
        }
        let names = all.map(\.name)
        var chosen = Array(all.indices)
        if let fields { chosen = try UnknownField.places(of: fields, among: names) }
        columns = chosen.map { all[$0].column }
        add(chosen.map { names[$0] })
    }

    private static func name(of column: EventColumn) -> String {
        if case .field(let field) = column.meaning { return field.rawValue }
        let isTaken = EventField(rawValue: column.header) != nil
        return isTaken ? "input_" + column.header : column.header
    }

    private static func kind(of column: EventColumn) -> Kind {
        switch column.meaning {
        case .figure, .field(.longitude), .field(.latitude), .field(.uncertainty): .number
        case .field(.date): .days
        case .field, .passedThrough: .text
        }
    }

    /// Hands on what was written once it is more than a size, and forgets it.
    mutating func drain(
        beyond size: Int = 0, _ receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        guard bytes.count > size else { return }
        try receive(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes one event.
    mutating func write(_ event: Event) {
        let figures = Dictionary(
            event.figures.map { ($0.key, $0.figure.description) }, uniquingKeysWith: { $1 })
        let passed = Dictionary(
            event.passedThrough.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        add(
            columns.map { column in
                switch column {
                case .id: event.id
                case .precision: event.cell(.precision)
                case .uncertainty: event.cell(.uncertainty)
                case .cell(let index, _): cell(of: event, table[index], figures, passed)
                }
            })
    }

    private func cell(
        of event: Event, _ column: EventColumn, _ figures: [String: String],
        _ passed: [String: String]
    ) -> String {
        if case .field(let field) = column.meaning {
            let cell = event.cell(field)
            // What such a column says that cannot be read is kept as text.
            let isKept = cell.isEmpty && Self.precisionFields.contains(field)
            return isKept ? passed[field.rawValue] ?? "" : cell
        }
        return figures[column.header] ?? passed[column.header] ?? ""
    }

    private static let precisionFields: [EventField] = [.precision, .uncertainty]

    private mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let text = Array(cell.utf8)
            unsafe bytes.append(upTo: 2 * text.count + 3) { output in
                unsafe output.write(cell: text.span, ByteRange(0..<text.count))
            }
        }
        bytes.append(0x0A)
    }

    /// Writes a plain row: its cells as they are, but for what CSV and spreadsheets need.
    ///
    /// Returns how many bytes were written since it was last drained.
    mutating func write(
        _ row: PlainFeature, of source: Span<UInt8>, _ cells: Span<ByteRange>
    ) -> Int {
        var size = columns.count + 256
        for index in cells.indices { size += 2 * cells[index].count + 3 }
        let columns = columns
        unsafe bytes.append(upTo: size) { output in
            for index in columns.indices {
                if index > 0 { unsafe output.put(UInt8(ascii: ",")) }
                unsafe Self.write(columns[index], row, source, cells, to: &output)
            }
            unsafe output.put(0x0A)
        }
        return bytes.count
    }

    @inline(__always)
    private static func write(
        _ column: Column, _ row: PlainFeature, _ source: Span<UInt8>, _ cells: Span<ByteRange>,
        to output: inout RawOutput
    ) {
        switch column {
        case .id: break  // no row of a table without ids is plain
        case .precision:
            for byte in (row.precision?.rawValue ?? "").utf8 { unsafe output.put(byte) }
        case .uncertainty:
            if let metres = row.uncertaintyInMetres { unsafe output.write(whole: metres) }
        case .cell(let index, .text): unsafe output.write(cell: source, cells[index])
        case .cell(let index, .number): unsafe output.write(number: source, cells[index].range)
        case .cell(_, .days): if let days = row.days { unsafe output.write(days, source) }
        case .cell(let index, .estimate(let estimate)):
            if row.hasEstimate {
                unsafe output.write(estimate: estimate, of: cells, source)
            } else {
                unsafe output.write(number: source, cells[index].range)
            }
        }
    }
}

extension Event {
    /// What stands in a known column, as the model understood it; empty when nothing does.
    fileprivate func cell(_ field: EventField) -> String {
        switch field {
        case .id: id
        case .date: date?.description ?? ""
        case .place: places.compactMap(\.text).joined(separator: "; ")
        case .longitude: position.map { PlainNumber.text($0.longitude) } ?? ""
        case .latitude: position.map { PlainNumber.text($0.latitude) } ?? ""
        case .precision: precision?.rawValue ?? ""
        case .uncertainty: uncertaintyInMetres.map(PlainNumber.text) ?? ""
        case .title: title
        case .category: category
        case .subcategory: subcategory
        case .sourceWord: sourceWord
        case .counted: counted
        case .status: status == .reported ? "" : status.rawValue
        case .reportedBy: reportedBy
        case .source: source
        case .partOf: partOf
        case .placeBasis: placeBasis
        case .note: note
        }
    }

    private var position: Coordinate? {
        guard let first = places.first, case .coordinate(let position, _) = first else {
            return nil
        }
        return position
    }
}

extension EventPlace {
    /// The place as a table spells it; nil for coordinates alone.
    fileprivate var text: String? {
        switch self {
        case .at(let expression): expression.description
        case .movement(let from, let to): "\(from) -> \(to)"
        case .coordinate(_, let name): name?.description
        }
    }
}
