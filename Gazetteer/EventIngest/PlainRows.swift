internal import Diagnostics
internal import EDTF
internal import GeoModel
internal import PlaceExpressions
internal import TabularText

/// Tells which rows need no judgement: events at coordinates whose cells are all spelled as they are
/// written out again, so that an export copies them.
///
/// Such are most rows of the large tables that programs write. Copying costs a tenth of reading; what
/// comes out is the same, and tests hold the two to it.
struct PlainRows {
    /// What a cell must be for its row to be plain.
    private enum Rule {
        case text, place, day, reported, basis, figure, coordinate, empty
    }

    /// A cell of the column `place` that was read before. Hashing strings by their canonical form cost
    /// a tenth of an export, so its bytes are looked up as they are.
    private struct KnownName {
        var bytes: [UInt8] = []
        var isName = false
    }

    private let rules: [Rule]
    private let id: Int
    private let longitude: Int
    private let latitude: Int
    /// Where the event of the row that was accepted last was.
    private(set) var position = Coordinate(longitude: 0, latitude: 0)
    private var placeNames = [KnownName](repeating: KnownName(), count: Self.memorySize)
    private static let memorySize = 1024
    private static let reported = Array("reported".utf8)

    /// Nil when the table has no ids or no coordinates, so that no row is plain.
    init?(_ map: ColumnMap) {
        guard let id = map.fields[.id], let longitude = map.fields[.longitude],
            let latitude = map.fields[.latitude]
        else { return nil }
        (self.id, self.longitude, self.latitude) = (id, longitude, latitude)
        rules = map.columns.map { column in
            switch column.meaning {
            case .passedThrough: .text
            case .figure: .figure
            case .field(.date): .day
            case .field(.place): .place
            case .field(.status): .reported
            case .field(.placeBasis): .basis
            case .field(.longitude), .field(.latitude): .coordinate
            case .field(.precision), .field(.uncertainty): .empty
            case .field: .text
            }
        }
    }

    /// Whether a row is plain.
    mutating func accepts(_ row: CellRow, _ bytes: [UInt8], _ claims: ClaimLedger?) -> Bool {
        let span = bytes.span
        let cells = row.cells
        guard !cells[id].isEmpty, isPosition(cells, span) else { return false }
        if let claims, claims.isShared(span, cells[id].range) { return false }
        for (column, rule) in rules.enumerated() where !cells[column].isEmpty {
            let cell = cells[column]
            let fits =
                switch rule {
                case .coordinate: true
                case .empty: false
                case .text:
                    !MarkFlood.mayBe(in: span, cell.range)
                        || MarkFlood.first(in: ByteText.string(span, cell.range)) == nil
                case .place: isName(span, cell)
                case .day: ByteText.isDay(span, cell.range)
                case .reported: ByteText.matches(span, cell.range, Self.reported)
                case .basis:
                    RowReader.placeBases.contains {
                        ByteText.matches(span, cell.range, Array($0.utf8))
                    }
                case .figure: NumericColumns.isExactFigure(span, cell)
                }
            guard fits else { return false }
        }
        return true
    }

    private mutating func isPosition(_ cells: [CellRow.Cell], _ bytes: Span<UInt8>) -> Bool {
        guard let x = ByteText.number(bytes, cells[longitude].range),
            let y = ByteText.number(bytes, cells[latitude].range), x.isCanonical, y.isCanonical
        else { return false }
        position = Coordinate(longitude: x.value, latitude: y.value)
        return position.isValid && (x.digits != 0 || y.digits != 0)
    }

    /// Whether a cell names one place and no more, so that beside coordinates it is a label.
    private mutating func isName(_ bytes: Span<UInt8>, _ cell: CellRow.Cell) -> Bool {
        let slot = Int(truncatingIfNeeded: ByteText.hash(bytes, cell.range)) & (Self.memorySize - 1)
        if ByteText.matches(bytes, cell.range, placeNames[slot].bytes) {
            return placeNames[slot].isName
        }
        let text = ByteText.string(bytes, cell.range)
        var isName = false
        if let places = try? EventPlace.list(parsing: text), places.count == 1,
            case .at(let name) = places[0]
        {
            isName = name.description == text
        }
        placeNames[slot] = KnownName(bytes: Array(text.utf8), isName: isName)
        return isName
    }
}
