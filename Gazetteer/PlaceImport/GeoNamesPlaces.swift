public import Diagnostics
internal import GeoModel
public import Places
public import TabularText

/// Places of a GeoNames dump: `allCountries.txt`, `AZ.txt`, `cities500.txt` and the like.
///
/// The file is read twice. The first time learns which records are the first and second order units, so
/// that codes of units become claims (some 50,000 short entries for the whole world). The alternate names
/// are another file, in another order: `GeoNamesNames` gives them one by one, and whoever builds the pack
/// adds each to its place by id, so that neither file stands in memory.
///
/// Source of the columns: the readme of https://download.geonames.org/export/dump.
public struct GeoNamesPlaces: PlaceImporter {
    /// What was found.
    public private(set) var log = ImportLog()
    /// GeoNames ids of countries by the ids that they have here: their ISO codes.
    public private(set) var countries: [String: String] = [:]

    private var lines: TabbedLines
    private var units: [String: String] = [:]
    private let source: ImportSource
    private let takesListedNames: Bool

    private static let columnCount = 19

    /// Starts at the start of a dump.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: The file as the user named it.
    ///   - source: What is said of all its places.
    ///   - takesListedNames: Whether the column of alternate names is used. It has no languages, and a file
    ///     of alternate names holds the same names with theirs.
    /// - Throws: `FileFault` when the file cannot be read or is no such dump.
    public init(
        _ input: any ByteInput, file: String, source: ImportSource = ImportSource(key: "geonames"),
        takesListedNames: Bool
    ) throws(FileFault) {
        self.source = source
        self.takesListedNames = takesListedNames
        let opening = try TextOpening(input, file: file, encoding: source.encoding)
        var first = TabbedLines(try opening.window(), limits: source.limits)
        while try first.next() { Self.learn(first, &units, &countries) }
        lines = TabbedLines(try opening.window(), limits: source.limits)
        if let note = opening.note { log.add(note) }
    }

    /// The next place; nil at the end.
    ///
    /// - Throws: `FileFault` when the file cannot be read further.
    public mutating func next() throws(FileFault) -> Place? {
        while try lines.next() {
            log.beginRecord()
            do throws(CellFault) {
                return try place()
            } catch {
                log.passOver(diagnostic(.error, error))
            }
        }
        return nil
    }

    private static func learn(
        _ line: TabbedLines, _ units: inout [String: String], _ countries: inout [String: String]
    ) {
        guard line.cells.count == columnCount, line.matches(6, Array("A".utf8)),
            let id = Int(line.text(0)), id > 0
        else { return }
        let code = line.text(7)
        let country = line.text(8)
        switch code {
        case "ADM1": units["\(country).\(line.text(10))"] = "gn:\(id)"
        case "ADM2": units["\(country).\(line.text(10)).\(line.text(11))"] = "gn:\(id)"
        default:
            if isCountry(code), !country.isEmpty { countries["gn:\(id)"] = "iso:\(country)" }
        }
    }

    /// Codes of countries and territories that have an ISO code of their own.
    private static func isCountry(_ code: String) -> Bool {
        ["PCLI", "PCLD", "PCLF", "PCLS", "PCLIX"].contains(code)
    }

    private mutating func place() throws(CellFault) -> Place {
        guard lines.cells.count == Self.columnCount else {
            throw CellFault(
                column: 0, code: "wrong-columns",
                problem: "\(lines.cells.count) columns where a GeoNames dump has 19",
                remedy: "check that the file is a dump and the line is whole")
        }
        let number = try lines.geoNamesNumber(0)
        let population = optional(14) { text throws(RecordFault) in
            try RecordChecks.population(text)
        }
        let people = population.flatMap { $0 > 0 ? $0 : nil }
        let name = try checked(1) { text throws(RecordFault) in try RecordChecks.name(text) }
        let coordinate = try position()
        guard
            let kind = GeoNamesFeature.kind(
                lines.text(6), lines.text(7), population: people ?? 0)
        else {
            throw CellFault(
                column: 6, code: "unknown-class",
                problem: "no feature class is called \"\(lines.text(6).shortened)\"",
                remedy: "classes are A, H, L, P, R, S, T, U and V")
        }
        let id = "gn:\(number)"
        var place = Place(
            id: countries[id] ?? id, kind: kind, label: name, coordinate: coordinate,
            source: source.key, certainty: source.certainty)
        place.population = people
        place.rank = GeoNamesFeature.rank(kind, lines.text(7), population: people ?? 0)
        place.note = note
        addNames(name, to: &place)
        addClaims(to: &place)
        return place
    }

    private func position() throws(CellFault) -> Coordinate {
        do throws(RecordFault) {
            return try RecordChecks.coordinate(
                longitude: lines.text(5), latitude: lines.text(4))
        } catch {
            throw CellFault(column: 4, error)
        }
    }

    /// What the feature code says of a settlement beyond its kind.
    private var note: String? {
        switch lines.text(7) {
        case "PPLQ": "abandoned"
        case "PPLW": "destroyed"
        case "PPLH": "no longer exists"
        case "PPLCH": "capital of the past"
        case "PPLX": "part of a settlement"
        default: nil
        }
    }

    private mutating func addNames(_ name: String, to place: inout Place) {
        add(name, column: 1, to: &place)
        guard takesListedNames else { return }
        for listed in lines.text(3).split(separator: ",") where listed != name {
            add(String(listed), column: 3, to: &place)
        }
    }

    private mutating func add(_ text: String, column: Int, to place: inout Place) {
        do throws(RecordFault) {
            let text = try RecordChecks.name(text)
            var name = PlaceName(
                text, language: try RecordChecks.language("und", of: text), kind: .alternate,
                source: source.key, certainty: column == 1 ? source.certainty : .low)
            if column == 1 { name.note = "main name of the record" }
            place.names.append(name)
        } catch {
            log.add(diagnostic(.warning, CellFault(column: column, error)))
        }
    }

    private mutating func addClaims(to place: inout Place) {
        guard
            let country = optional(
                8,
                { text throws(RecordFault) in
                    try RecordChecks.country(text)
                }), place.id != "iso:\(country)"
        else { return }
        claim(.country, in: "iso:\(country)", &place)
        let first = lines.text(10)
        if let unit = units["\(country).\(first)"] { claim(.admin1, in: unit, &place) }
        if let unit = units["\(country).\(first).\(lines.text(11))"] {
            claim(.partOf, in: unit, &place)
        }
    }

    private func claim(_ relation: Membership.Relation, in id: String, _ place: inout Place) {
        guard id != place.id else { return }
        var claim = Membership(relation, in: id, source: source.key, certainty: source.certainty)
        claim.isDefault = relation != .partOf
        place.memberships.append(claim)
    }

    // MARK: Cells

    private func checked<Value>(
        _ column: Int, _ read: (String) throws(RecordFault) -> Value
    ) throws(CellFault) -> Value {
        do throws(RecordFault) {
            return try read(lines.text(column))
        } catch {
            throw CellFault(column: column, error)
        }
    }

    /// What a cell says; nil when it is empty, or told as a warning when it cannot be read.
    private mutating func optional<Value>(
        _ column: Int, _ read: (String) throws(RecordFault) -> Value
    ) -> Value? {
        let text = lines.text(column)
        guard !text.isEmpty else { return nil }
        do throws(RecordFault) {
            return try read(text)
        } catch {
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

/// What is wrong with a cell.
struct CellFault: Error, Hashable {
    var column: Int
    var code: String
    var problem: String
    var remedy: String

    init(column: Int, code: String, problem: String, remedy: String) {
        self.column = column
        self.code = code
        self.problem = problem
        self.remedy = remedy
    }

    init(column: Int, _ fault: RecordFault) {
        self.init(column: column, code: fault.code, problem: fault.problem, remedy: fault.remedy)
    }
}

extension TabbedLines {
    /// The GeoNames id in a column.
    func geoNamesNumber(_ column: Int) throws(CellFault) -> Int {
        guard let number = Int(text(column)), number > 0 else {
            throw CellFault(
                column: column, code: "bad-id",
                problem: "\"\(text(column).shortened)\" as a GeoNames id",
                remedy: "check that the line is whole")
        }
        return number
    }
}
