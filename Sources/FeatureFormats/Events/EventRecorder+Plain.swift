package import Diagnostics
package import GeoJSON
internal import GeoModel
internal import TabularText

extension EventRecorder {
    /// Fills a record with an event at coordinates whose cells are spelled as they are written: what
    /// `fill(_:from:)` makes of the same event, without an `Event` and a `Feature` between.
    package func fill(
        _ record: inout FeatureRecord, from row: PlainFeature, of bytes: Span<UInt8>,
        _ cells: Span<ByteRange>
    ) {
        record.clear()
        if let id = table.known[.eventID] { record.setID(bytes, cells[id], then: "/1") }
        record.geometry = .point(row.writtenPosition)
        record.digits = row.digits
        for (place, source) in sources.enumerated() {
            switch source {
            case .known(let key): set(key, at: place, of: row, bytes, cells, in: &record)
            case .figure(let index, let part):
                set(part, of: table.figures[index].column, at: place, row, bytes, cells, &record)
            case .coarsening: break
            case .passed(let index):
                let cell = cells[table.passed[index].column]
                if !cell.isEmpty { record.set(place, text: bytes, cell) }
            }
        }
    }

    private func set(
        _ key: FeatureKey, at place: Int, of row: PlainFeature, _ bytes: Span<UInt8>,
        _ cells: Span<ByteRange>, in record: inout FeatureRecord
    ) {
        switch key {
        case .placeIndex, .placeCount: record.set(place, to: .integer(1))
        case .precision: record.set(place, text: (row.precision ?? .point).rawValue)
        case .uncertainty:
            record.set(place, to: row.uncertaintyInMetres.map { .number(Double($0)) } ?? .null)
        case .status: record.set(place, text: EventStatus.reported.rawValue)
        case .date, .start, .end:
            guard let days = row.days, table.known[.date] != nil else {
                return record.set(place, to: .null)
            }
            let written =
                switch key {
                case .start: PlainFeature.Days(days.first, through: days.first)
                case .end: PlainFeature.Days(days.last, through: days.last)
                default: days
                }
            unsafe record.set(place, upTo: 24) { unsafe $0.write(written, bytes) }
        case .destinationID, .destinationMatchedName, .claimIndex, .claimCount: break
        default:
            record.set(place, text: bytes, table.known[key].map { cells[$0] } ?? .empty)
        }
    }

    private func set(
        _ part: EventSchema.FigurePart, of column: Int, at place: Int, _ row: PlainFeature,
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, _ record: inout FeatureRecord
    ) {
        if part == .value { return record.set(place, number: bytes, cells[column]) }
        guard let estimate = table.estimate, estimate.best == column, row.hasEstimate else {
            return
        }
        switch part {
        case .minimum: record.set(place, number: bytes, cells[estimate.low])
        case .maximum: record.set(place, number: bytes, cells[estimate.high])
        case .text, .value:
            let room =
                cells[estimate.best].count + cells[estimate.low].count + cells[estimate.high].count
            unsafe record.set(place, upTo: room + 4) { output in
                unsafe output.write(estimate: estimate, of: cells, bytes)
            }
        }
    }
}

extension FeatureRecord {
    /// Sets a column to the plain number of a cell; leaves it out for an empty one.
    fileprivate mutating func set(_ column: Int, number bytes: Span<UInt8>, _ cell: ByteRange) {
        guard let number = ByteText.number(bytes, cell.range) else { return }
        set(column, to: .number(number.value))
    }
}
