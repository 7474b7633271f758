internal import Diagnostics
internal import EDTF
internal import GeoModel
internal import TabularText

extension RowReader {
    /// The text of a column, by its index.
    private func cell(at column: Int?) -> RawCell? {
        column.flatMap { column in row.cells.first { $0.column == column } }
    }

    /// The date as closely as the table knows it.
    func loosened(_ date: HistoricalDate) -> HistoricalDate {
        guard let preset, let code = cell(at: codes.date) else { return date }
        return preset.loosened(date, byCode: code.text)
    }

    /// Reads how closely the place is known: in words and metres, or by the code of a preset.
    mutating func readPrecision(into event: inout Event) {
        if let preset, let code = cell(at: codes.place) {
            let meaning = preset.precision(ofCode: code.text)
            event.precision = meaning?.class
            event.uncertaintyInMetres = meaning?.metres
            if meaning == nil {
                find(
                    .warning, "unknown-precision", in: code,
                    "no place precision of \(preset.name) has the code "
                        + "\"\(code.text.shortened)\"; the coordinates are taken as exact",
                    remedy: "look the code up in the codebook, or leave it empty")
            }
        }
        if let word = cell(.precision) {
            event.precision = PlacePrecision(rawValue: word.text.lowercased())
            if event.precision == nil { keep(word, as: .precision, in: &event) }
        }
        if let metres = cell(.uncertainty) {
            event.uncertaintyInMetres = DecimalDegrees.parse(metres.text).flatMap {
                $0 >= 0 && $0 <= Self.greatestUncertainty ? $0 : nil
            }
            if event.uncertaintyInMetres == nil { keep(metres, as: .uncertainty, in: &event) }
        }
    }

    /// Half the way round the Earth, in metres.
    private static let greatestUncertainty = 20_037_508.0

    /// Keeps what cannot be read as text.
    private mutating func keep(_ cell: RawCell, as field: EventField, in event: inout Event) {
        let names = PlacePrecision.allCases.map(\.rawValue)
        find(
            .warning, "unknown-precision", in: cell,
            "\"\(cell.text.shortened)\" is no \(field.rawValue); it is passed through as text",
            remedy: field == .precision
                ? "write \(names.joined(separator: ", "))" : "write metres, such as 5000",
            candidates: field == .precision
                ? NearSpelling.candidates(for: cell.text, among: names) : [])
        event.passedThrough.append(.init(key: field.rawValue, value: cell.text))
    }
}
