internal import Diagnostics
internal import GeoJSON
internal import GeoModel
internal import TabularText

/// What the cells of a published table say of other cells, where that can be told without making
/// strings of them.
///
/// Says what `TablePreset.rewrite` and `RowReader.readPrecision` make of the same row.
struct PlainPreset {
    /// The columns of the first and the last day.
    let days: (first: Int, last: Int?)?
    /// The figure with its bounds.
    let estimate: EstimateColumns?
    private let preset: TablePreset
    private let codes: PrecisionCodes
    private let precisions: [PlacePrecisionClass?]

    private typealias PlacePrecisionClass = (class: PlacePrecision, metres: Double)

    /// Nil where cells that are no date or figure would be rewritten.
    init?(_ preset: TablePreset, _ map: ColumnMap) {
        self.preset = preset
        codes = map.codes
        days = preset.days(among: map.columns)
        estimate = preset.estimate(among: map.columns)
        precisions = (0...9).map { preset.precision(ofCode: "\($0)") }
        if let days, map.fields[.date] != days.first { return nil }
        if let estimate {
            guard case .figure = map.columns[estimate.best].meaning else { return nil }
        }
    }

    /// Reads the codes and bounds of a row; false when they need a closer look.
    func read(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, into feature: inout PlainFeature
    ) -> Bool {
        readPrecision(bytes, cells, into: &feature) && readDate(bytes, cells, into: &feature)
            && readEstimate(bytes, cells, into: &feature)
    }

    /// The digit that a cell is; nil for any other.
    private func digit(_ column: Int?, _ bytes: Span<UInt8>, _ cells: Span<ByteRange>) -> Int? {
        guard let column, cells[column].count == 1 else { return nil }
        let digit = bytes[Int(cells[column].start)] &- 0x30
        return digit <= 9 ? Int(digit) : nil
    }

    private func readPrecision(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, into feature: inout PlainFeature
    ) -> Bool {
        feature.precision = nil
        feature.uncertaintyInMetres = nil
        guard let place = codes.place, !cells[place].isEmpty else { return true }
        guard let code = digit(place, bytes, cells), let meaning = precisions[code] else {
            return false
        }
        feature.precision = meaning.class
        feature.uncertaintyInMetres = Int(exactly: meaning.metres)
        return feature.uncertaintyInMetres != nil
    }

    /// Loosens a day as far as its code says, see `TablePreset.span` and `loosened`.
    private func readDate(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, into feature: inout PlainFeature
    ) -> Bool {
        guard let days = feature.days, let code = digit(codes.date, bytes, cells) else {
            return true
        }
        let isDay = days.first == days.last
        switch preset {
        case .acled where isDay:
            if code == 2 { feature.days?.form = .some }
            // A month, which is no longer the text of the cell.
            return code != 3
        case .acled: break
        case .ucdpGED:
            if code >= 2, code <= 5 { feature.days?.form = .some }
        }
        return true
    }

    private func readEstimate(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, into feature: inout PlainFeature
    ) -> Bool {
        feature.hasEstimate = false
        guard let estimate else { return true }
        let (best, low, high) = (cells[estimate.best], cells[estimate.low], cells[estimate.high])
        guard !best.isEmpty, !low.isEmpty, !high.isEmpty else { return true }
        guard NumericColumns.isExactFigure(bytes, low), NumericColumns.isExactFigure(bytes, high),
            let best = ByteText.number(bytes, best.range)?.value,
            let low = ByteText.number(bytes, low.range)?.value,
            let high = ByteText.number(bytes, high.range)?.value
        else { return false }
        // Bounds that do not hold the best figure are left alone.
        feature.hasEstimate = low <= best && best <= high && low < high
        return true
    }
}
