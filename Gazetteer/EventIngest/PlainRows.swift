internal import Diagnostics
internal import EDTF
internal import GeoJSON
internal import GeoModel
internal import TabularText

/// Tells which rows need no judgement: events at coordinates whose cells are all spelled as they are
/// written out again, so that an export copies them.
///
/// Such are most rows of the large tables that programs write. Copying costs a tenth of reading; what
/// comes out is the same, and tests hold the two to it.
struct PlainRows {
    /// What a cell must be for its row to be plain.
    private enum Rule {
        case text, place, day, reported, basis, figure, empty
        /// A day with midnight behind it, and the column of the last day of the event.
        case firstDay(last: Int?)
    }

    private let rules: [(column: Int, rule: Rule)]
    private let id: Int
    private let longitude: Int
    private let latitude: Int
    /// What the cells of a published table say of others.
    private let preset: PlainPreset?
    private var placeNames = PlaceNameMemory()
    /// What is known of the row that was accepted last.
    private(set) var feature = PlainFeature()
    private static let reported = Array("reported".utf8)
    private static let placeBases = RowReader.placeBases.map { Array($0.utf8) }

    /// Nil when the table has no ids or no coordinates, so that no row is plain.
    init?(_ map: ColumnMap) {
        guard let id = map.fields[.id], let longitude = map.fields[.longitude],
            let latitude = map.fields[.latitude]
        else { return nil }
        (self.id, self.longitude, self.latitude) = (id, longitude, latitude)
        preset = map.preset.flatMap { PlainPreset($0, map) }
        // Cells that are rewritten otherwise cannot be copied.
        guard map.preset == nil || preset != nil else { return nil }
        let days = preset?.days
        rules = map.columns.enumerated().compactMap { index, column in
            let rule: Rule
            switch column.meaning {
            case .figure: rule = .figure
            case .field(.date): rule = days.map { .firstDay(last: $0.last) } ?? .day
            case .field(.place): rule = .place
            case .field(.status): rule = .reported
            case .field(.placeBasis): rule = .basis
            case .field(.longitude), .field(.latitude): return nil
            case .field(.precision), .field(.uncertainty): rule = .empty
            case .passedThrough, .field: rule = .text
            }
            return (index, rule)
        }
    }

    /// The columns of a figure with bounds.
    var estimate: EstimateColumns? { preset?.estimate }

    /// Whether a row is plain.
    mutating func accepts(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, _ claims: ClaimLedger?
    ) -> Bool {
        guard !cells[id].isEmpty, !cells[id].hasDoubledQuotes else { return false }
        if let claims, claims.isShared(bytes, cells[id].range) { return false }
        feature.days = nil
        for index in rules.indices {
            let cell = cells[rules[index].column]
            if cell.isEmpty { continue }
            let fits =
                switch rules[index].rule {
                case .empty: false
                case .text: !MarkFlood.isFlood(bytes, cell.range)
                case .place:
                    !MarkFlood.isFlood(bytes, cell.range) && placeNames.isName(bytes, cell)
                case .day: isDay(bytes, cell)
                case .firstDay(let last): areDays(bytes, cell, last.map { cells[$0] } ?? .empty)
                case .reported: ByteText.matches(bytes, cell.range, Self.reported)
                case .basis:
                    Self.placeBases.contains { ByteText.matches(bytes, cell.range, $0) }
                case .figure: NumericColumns.isExactFigure(bytes, cell)
                }
            guard fits else { return false }
        }
        if let preset, !preset.read(bytes, cells, into: &feature) { return false }
        return isPosition(bytes, cells)
    }

    private mutating func isPosition(_ bytes: Span<UInt8>, _ cells: Span<ByteRange>) -> Bool {
        guard let x = ByteText.number(bytes, cells[longitude].range),
            let y = ByteText.number(bytes, cells[latitude].range), x.isCanonical, y.isCanonical
        else { return false }
        feature.longitude = x.value
        feature.latitude = y.value
        feature.isSpelled = max(x.fraction, y.fraction) <= feature.digits
        return abs(feature.longitude) <= 180 && abs(feature.latitude) <= 90
            && (x.digits != 0 || y.digits != 0)
    }

    // MARK: Days

    /// A day, or an interval from one to a later one.
    private mutating func isDay(_ bytes: Span<UInt8>, _ cell: ByteRange) -> Bool {
        let start = Int(cell.start)
        if cell.count == 10, ByteText.isDay(bytes, start) {
            feature.days = .init(start, through: start)
            return true
        }
        guard cell.count == 21, bytes[start + 10] == UInt8(ascii: "/"),
            ByteText.isDay(bytes, start), ByteText.isDay(bytes, start + 11),
            precedes(bytes, start, start + 11)
        else { return false }
        feature.days = .init(start, through: start + 11)
        return true
    }

    /// The first day and, in another cell, the last: what `TablePreset.rewrite` joins.
    private mutating func areDays(
        _ bytes: Span<UInt8>, _ first: ByteRange, _ last: ByteRange
    ) -> Bool {
        guard isMidnight(bytes, first) else { return false }
        let start = Int(first.start)
        feature.days = .init(start, through: start)
        guard !last.isEmpty else { return true }
        guard isMidnight(bytes, last) else { return false }
        if precedes(bytes, start, Int(last.start)) {
            feature.days = .init(start, through: Int(last.start))
            return true
        }
        return ByteText.matches(bytes, start..<start + 10, bytes, Int(last.start))
    }

    /// Whether a cell is a day, perhaps with a time of day that is no more than zeros.
    private func isMidnight(_ bytes: Span<UInt8>, _ cell: ByteRange) -> Bool {
        guard cell.count >= 10, ByteText.isDay(bytes, Int(cell.start)) else { return false }
        guard cell.count > 10 else { return true }
        let mark = bytes[Int(cell.start) + 10]
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "T") else { return false }
        for offset in Int(cell.start) + 11..<Int(cell.end) {
            switch bytes[offset] {
            case UInt8(ascii: "0"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "Z"): break
            default: return false
            }
        }
        return true
    }

    /// Whether the day at one offset comes before that at another.
    private func precedes(_ bytes: Span<UInt8>, _ first: Int, _ second: Int) -> Bool {
        for index in 0..<10 where bytes[first + index] != bytes[second + index] {
            return bytes[first + index] < bytes[second + index]
        }
        return false
    }
}
