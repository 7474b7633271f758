internal import Diagnostics
internal import GeoJSON
internal import Places
internal import TabularText

/// A JSON object of a file, and how faults in it are told.
struct JSONRecord {
    let value: JSONValue
    let source: SourceText
    let offset: Int
    let number: Int

    /// A finding at the value of a member, or at the record.
    func diagnostic(
        _ severity: Diagnostic.Severity, _ fault: RecordFault, at offset: Int? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, code: fault.code, at: source.location(offset ?? self.offset), row: number,
            problem: fault.problem, remedy: fault.remedy)
    }

    /// Where the value of a member of the record starts.
    func offset(of key: String) -> Int? { value.member(key)?.offset }
}

/// What a key says of the names that it holds.
protocol NameSense {
    var kind: NameKind { get }
    var language: String { get }
    var note: String? { get }
}

extension JSONRecord {
    /// The names that a member holds: those that can be read; empty ones are passed over, others told.
    func names(
        _ texts: [String], of member: JSONMember, as sense: some NameSense, source: String,
        certainty: Certainty, log: inout ImportLog
    ) -> [PlaceName] {
        var names: [PlaceName] = []
        for text in texts {
            do throws(RecordFault) {
                let text = try RecordChecks.name(text)
                var name = PlaceName(
                    text, language: try RecordChecks.language(sense.language, of: text),
                    kind: sense.kind, source: source, certainty: certainty)
                name.note = sense.note
                names.append(name)
            } catch {
                guard error.code != "no-name" else { continue }
                log.add(diagnostic(.warning, error, at: member.offset))
            }
        }
        return names
    }
}

extension JSONRecords {
    /// Starts at the start of a file of places.
    init(_ input: any ByteInput, file: String, _ source: ImportSource) throws(FileFault) {
        try self.init(
            input, file: file, encoding: source.encoding, limits: source.limits, wanted: "places")
    }

    /// What the collection says of its licence and makers, as far as it was read.
    var declared: DeclaredCredit {
        var declared = DeclaredCredit()
        for object in besides { declared.add(object) }
        return declared
    }
}
