internal import Diagnostics
internal import EDTF
internal import EventIngest
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

    private let columns: [EventColumn]
    private let hasID: Bool
    private let addsPrecision: Bool
    private let kinds: [Kind]
    private(set) var bytes: [UInt8] = []

    /// Writes the header.
    ///
    /// `addsPrecision` adds the columns `precision` and `uncertainty_m`, for tables that say so by
    /// codes which only their own headers explain.
    init(
        _ columns: [EventColumn], addsPrecision: Bool = false, estimate: EstimateColumns? = nil
    ) {
        self.columns = columns
        self.addsPrecision = addsPrecision
        hasID = columns.contains { $0.meaning == .field(.id) }
        kinds = columns.enumerated().map { index, column in
            if let estimate, estimate.best == index { return .estimate(estimate) }
            return switch column.meaning {
            case .figure, .field(.longitude), .field(.latitude), .field(.uncertainty): .number
            case .field(.date): .days
            case .field, .passedThrough: .text
            }
        }
        var names = columns.map { column in
            if case .field(let field) = column.meaning { return field.rawValue }
            let isTaken = EventField(rawValue: column.header) != nil
            return isTaken ? "input_" + column.header : column.header
        }
        if !hasID { names.insert(EventField.id.rawValue, at: 0) }
        if addsPrecision { names += Self.precisionFields.map(\.rawValue) }
        add(names)
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
        let cells = columns.map { column in
            if case .field(let field) = column.meaning {
                let cell = event.cell(field)
                // What such a column says that cannot be read is kept as text.
                let isKept = cell.isEmpty && Self.precisionFields.contains(field)
                return isKept ? passed[field.rawValue] ?? "" : cell
            }
            return figures[column.header] ?? passed[column.header] ?? ""
        }
        let added = addsPrecision ? Self.precisionFields.map(event.cell) : []
        add((hasID ? [] : [event.id]) + cells + added)
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
        var size = cells.count + 256
        for index in cells.indices { size += 2 * cells[index].count + 3 }
        unsafe bytes.append(upTo: size) { output in
            for index in cells.indices {
                if index > 0 { unsafe output.put(UInt8(ascii: ",")) }
                switch kinds[index] {
                case .text: unsafe output.write(cell: source, cells[index])
                case .number: unsafe output.write(number: source, cells[index].range)
                case .days: if let days = row.days { unsafe output.write(days, source) }
                case .estimate(let columns):
                    if row.hasEstimate {
                        unsafe output.write(estimate: columns, of: cells, source)
                    } else {
                        unsafe output.write(number: source, cells[index].range)
                    }
                }
            }
            if addsPrecision { unsafe output.write(precisionOf: row) }
            unsafe output.put(0x0A)
        }
        return bytes.count
    }
}

extension RawOutput {
    fileprivate mutating func write(precisionOf row: PlainFeature) {
        unsafe put(UInt8(ascii: ","))
        for byte in (row.precision?.rawValue ?? "").utf8 { unsafe put(byte) }
        unsafe put(UInt8(ascii: ","))
        if let metres = row.uncertaintyInMetres { unsafe write(whole: metres) }
    }
}

extension Event {
    /// What stands in a known column, as the model understood it; empty when nothing does.
    fileprivate func cell(_ field: EventField) -> String {
        switch field {
        case .id: id
        case .date: date?.description ?? ""
        case .place: places.compactMap(\.text).joined(separator: "; ")
        case .longitude: position.map { Self.digits($0.longitude) } ?? ""
        case .latitude: position.map { Self.digits($0.latitude) } ?? ""
        case .precision: precision?.rawValue ?? ""
        case .uncertainty: uncertaintyInMetres.map(Self.digits) ?? ""
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

    private static func digits(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
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
