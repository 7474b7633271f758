public import Diagnostics
internal import EDTF
internal import GeoJSON
internal import GeoModel
public import Places
public import TabularText

/// Places of Who's On First: one GeoJSON feature a file, in folders of many files.
///
/// A file that cannot be read is passed over like any other record. A place that GeoNames has too, by the
/// record's concordances, takes its id, so that its names are joined to that place.
///
/// Source: the properties of https://github.com/whosonfirst/whosonfirst-properties.
public struct WhosOnFirst: PlaceImporter {
    /// Gives the files one by one; nil after the last.
    public typealias Files = () throws(FileFault) -> (name: String, input: any ByteInput)?

    /// What was found.
    public private(set) var log = ImportLog()
    private let nextFile: Files
    private let source: ImportSource
    private var file: (name: String, records: JSONRecords)?

    /// Starts before the first file.
    public init(_ files: @escaping Files, source: ImportSource) {
        nextFile = files
        self.source = source
    }

    /// The next place; nil after the last file.
    ///
    /// - Throws: `FileFault` when the folder cannot be read further.
    public mutating func next() throws(FileFault) -> Place? {
        while true {
            if file == nil {
                guard let (name, input) = try nextFile() else { return nil }
                open(name, input)
            }
            if let place = nextOfFile() { return place }
        }
    }

    private mutating func open(_ name: String, _ input: any ByteInput) {
        // Shapes of other sources for a record that has a file of its own.
        if name.split(separator: "/").last?.contains("-alt-") == true {
            return log.leaveOut("alternative shapes")
        }
        do throws(FileFault) {
            file = (name, try JSONRecords(input, file: name, source))
        } catch {
            log.beginRecord()
            log.passOver(error.diagnostic)
        }
    }

    /// The next place of the file that is open; nil, and the file closed, at its end.
    private mutating func nextOfFile() -> Place? {
        while file != nil {
            do throws(FileFault) {
                guard let taken = try file?.records.next(number: log.records + 1) else {
                    file = nil
                    return nil
                }
                if let place = place(taken) { return place }
            } catch {
                log.beginRecord()
                log.passOver(error.diagnostic)
                file = nil
            }
        }
        return nil
    }

    private mutating func place(_ taken: JSONElements.Taken) -> Place? {
        guard case .value(let value, let text, let offset) = taken else {
            log.beginRecord()
            if case .broken(let diagnostic, _) = taken { log.passOver(diagnostic) }
            return nil
        }
        let facts = value["properties"].map(WhosOnFirstFacts.init)
        if let reason = facts?.reasonToLeaveOut {
            log.leaveOut(reason)
            return nil
        }
        log.beginRecord()
        let record = JSONRecord(value: value, source: text, offset: offset, number: log.records)
        do throws(RecordFault) {
            guard let facts, value.text("type") == "Feature" else { throw Self.noFeature }
            return try place(facts, record)
        } catch {
            log.passOver(record.diagnostic(.error, error))
            return nil
        }
    }

    private static let noFeature = RecordFault(
        code: "not-a-feature", problem: "a value that is no feature with properties",
        remedy: "give the files of a Who's On First data folder")

    private mutating func place(
        _ facts: WhosOnFirstFacts, _ record: JSONRecord
    ) throws(RecordFault) -> Place {
        let names = names(facts, record)
        guard let label = facts.text("wof:name") ?? names.first?.text else {
            throw RecordFault(
                code: "no-name", problem: "a record without wof:name or any other name",
                remedy: "give it a property wof:name")
        }
        guard let number = facts.text("wof:id") ?? record.value.text("id") else {
            throw RecordFault(
                code: "no-id", problem: "a record without wof:id", remedy: "give it a number")
        }
        let position = try facts.position(else: record.value["geometry"] ?? .null)
        let population = facts.population
        let kind = facts.kind(population: population ?? 0)
        var place = Place(
            id: facts.id(number, kind), kind: kind, label: try RecordChecks.name(label),
            coordinate: position.coordinate, source: place(source.key, facts),
            certainty: source.certainty)
        place.names = try names.isEmpty ? [main(label)] : names
        place.population = population
        place.rank = GeoNamesFeature.rank(kind, "", population: population ?? 0)
        let remarks = [
            "Who's On First \(number)", position.isMiddle ? GeometryPosition.remark : nil,
            facts.isOver && facts.text("edtf:cessation") == nil ? "no longer current" : nil,
        ]
        place.note = remarks.compactMap(\.self).joined(separator: "; ")
        addPeriod(facts, to: &place, record)
        addCountry(facts, to: &place, record)
        return place
    }

    /// The key, and who drew the shape.
    private func place(_ key: String, _ facts: WhosOnFirstFacts) -> String {
        facts.text("src:geom").map { "\(key): \($0)" } ?? key
    }

    private func main(_ label: String) throws(RecordFault) -> PlaceName {
        let text = try RecordChecks.name(label)
        return PlaceName(
            text, language: try RecordChecks.language("und", of: text), kind: .alternate,
            source: source.key, certainty: source.certainty)
    }

    private mutating func addPeriod(
        _ facts: WhosOnFirstFacts, to place: inout Place, _ record: JSONRecord
    ) {
        let (start, end) = (facts.date("edtf:inception"), facts.date("edtf:cessation"))
        do throws(RecordFault) {
            place.period = try Periods.period(from: start, to: end)
        } catch {
            log.add(record.diagnostic(.warning, error, at: record.offset(of: "properties")))
        }
    }

    private mutating func addCountry(
        _ facts: WhosOnFirstFacts, to place: inout Place, _ record: JSONRecord
    ) {
        // XX, XY, XZ and -1 stand for none, and for several.
        guard let text = facts.text("wof:country", "iso:country"), text.utf8.count == 2,
            !text.hasPrefix("X"), !text.hasPrefix("-"), place.id != "iso:\(text.uppercased())"
        else { return }
        do throws(RecordFault) {
            place.memberships.append(try source.countryClaim(text))
        } catch {
            log.add(record.diagnostic(.warning, error, at: record.offset(of: "properties")))
        }
    }

    private mutating func names(
        _ facts: WhosOnFirstFacts, _ record: JSONRecord
    ) -> [PlaceName] {
        var names: [PlaceName] = []
        for member in facts.members {
            guard let sense = WhosOnFirstName(member.key) else { continue }
            names += record.names(
                member.value.texts, of: member, as: sense, source: source.key,
                certainty: sense.isDoubtful ? .low : source.certainty, log: &log)
        }
        return names
    }
}

extension JSONValue {
    /// A text, or the texts of an array.
    fileprivate var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let values):
            values.flatMap { value -> [String] in
                if case .string(let text) = value { [text] } else { [] }
            }
        default: []
        }
    }
}
