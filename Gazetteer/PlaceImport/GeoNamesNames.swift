public import Diagnostics
internal import EDTF
public import Places
public import TabularText

/// The names of `alternateNamesV2.txt` (10 columns), or of the older `alternateNames.txt` (8), one at a
/// time, each with the id of its place.
///
/// Source of the columns: the readme of https://download.geonames.org/export/dump.
public struct GeoNamesNames {
    /// What was found.
    public private(set) var log = ImportLog()
    private var lines: TabbedLines
    private let source: ImportSource
    private let countries: [String: String]

    /// Starts at the start of a file of names.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: The file as the user named it.
    ///   - source: What is said of all its names.
    ///   - countries: What `GeoNamesPlaces` gives as such: ids that are other ones here.
    /// - Throws: `FileFault` when the file cannot be read.
    public init(
        _ input: any ByteInput, file: String, source: ImportSource = ImportSource(key: "geonames"),
        countries: [String: String] = [:]
    ) throws(FileFault) {
        self.source = source
        self.countries = countries
        let opening = try TextOpening(input, file: file, encoding: source.encoding)
        lines = TabbedLines(try opening.window(), limits: source.limits)
        if let note = opening.note { log.add(note) }
    }

    /// The next name with the id of its place; nil at the end.
    ///
    /// - Throws: `FileFault` when the file cannot be read further.
    public mutating func next() throws(FileFault) -> (placeID: String, name: PlaceName)? {
        while try lines.next() {
            log.beginRecord()
            do throws(CellFault) {
                if let name = try name() { return name }
            } catch {
                log.passOver(diagnostic(.error, error))
            }
        }
        return nil
    }

    private mutating func name() throws(CellFault) -> (placeID: String, name: PlaceName)? {
        guard lines.cells.count == 10 || lines.cells.count == 8 else {
            throw CellFault(
                column: 0, code: "wrong-columns",
                problem: "\(lines.cells.count) columns where alternate names have 10, or 8",
                remedy: "check that the file is alternateNamesV2.txt and the line is whole")
        }
        let number = try lines.geoNamesNumber(1)
        let code = lines.text(2)
        guard let sense = Sense(code) else {
            log.leaveOut(code)
            return nil
        }
        var name: PlaceName
        do throws(RecordFault) {
            let text = try RecordChecks.name(lines.text(3))
            name = PlaceName(
                text, language: try RecordChecks.language(sense.language, of: text),
                kind: try kind(sense), source: source.key,
                certainty: sense.language == "und" ? .low : source.certainty)
        } catch {
            throw CellFault(column: error.code == "bad-language" ? 2 : 3, error)
        }
        name.note = note(sense)
        name.period = period()
        let id = "gn:\(number)"
        return (countries[id] ?? id, name)
    }

    private func kind(_ sense: Sense) throws(RecordFault) -> NameKind {
        if sense.kind != .alternate { return sense.kind }
        if lines.matches(7, Self.yes) { return .historical }
        return lines.matches(6, Self.yes) ? .colloquial : .alternate
    }

    private static let yes = Array("1".utf8)

    private func note(_ sense: Sense) -> String? {
        let remarks = [
            sense.note, lines.matches(4, Self.yes) ? "preferred" : nil,
            lines.matches(5, Self.yes) ? "short" : nil,
        ]
        let note = remarks.compactMap(\.self).joined(separator: ", ")
        return note.isEmpty ? nil : note
    }

    private mutating func period() -> HistoricalDate? {
        do throws(RecordFault) {
            return try Periods.period(from: lines.text(8), to: lines.text(9))
        } catch {
            let column = lines.text(8).isEmpty ? 9 : 8
            log.add(diagnostic(.warning, CellFault(column: column, error)))
            return nil
        }
    }

    private func diagnostic(_ severity: Diagnostic.Severity, _ fault: CellFault) -> Diagnostic {
        Diagnostic(
            severity, code: fault.code, at: lines.location(fault.column), row: lines.number,
            problem: fault.problem, remedy: fault.remedy)
    }
}

/// What the column `isolanguage` says: a language, or what sort of text stands in place of a name.
private struct Sense {
    var language: String
    var kind = NameKind.alternate
    var note: String?

    /// Nil for what is no name: a link, a postal code, an id elsewhere, a pronunciation.
    init?(_ code: String) {
        language = code.isEmpty ? "und" : code
        switch code {
        case "link", "wkdt", "post", "phon": return nil
        case "iata", "icao", "faac", "tcid", "unlc":
            (language, kind, note) = ("zxx", .code, code)
        case "abbr": (language, kind, note) = ("und", .code, "abbreviation")
        case "piny": (language, kind) = ("zh-Latn", .transliteration)
        case "fr_1793": (language, kind, note) = ("fr", .historical, "of the French Revolution")
        default: break
        }
    }
}
