internal import Diagnostics
internal import GeoJSON
internal import TabularText

/// Features or objects of a JSON text, one at a time.
struct JSONRecords {
    private var elements: JSONElements
    let note: Diagnostic?

    /// Starts at the start of a text: one JSON text, or one a line by the ending of the name or because
    /// the first value is not all of the first line's text.
    init(
        _ input: any ByteInput, file: String, _ source: ImportSource
    ) throws(FileFault) {
        let opening = try TextOpening(input, file: file, encoding: source.encoding)
        note = opening.note
        var window = try opening.window()
        let layout = try Self.layout(&window, file, source)
        elements = JSONElements(window, layout, limits: source.limits)
    }

    private static func layout(
        _ window: inout TextWindow, _ file: String, _ source: ImportSource
    ) throws(FileFault) -> JSONElements.Layout {
        var words = file.lowercased().split(separator: ".")
        if words.last == "gz" { words.removeLast() }
        while window.range.count < 1 << 16, !window.isAtEnd { try window.fetch() }
        let first = window.bytes[window.range].first { $0 > 0x20 || $0 == 0x1E }
        guard let first else {
            throw window.fault(
                "empty-file", at: nil, "the file is empty", remedy: "give a file with places")
        }
        if first == 0x1E { return .sequence }
        switch words.last {
        case "ndjson", "jsonl", "geojsonl", "geojsons": return .lines
        default: return .text
        }
    }

    /// What the collection says of its licence and makers, as far as it was read.
    var declared: DeclaredCredit {
        var declared = DeclaredCredit()
        for object in elements.besides { declared.add(object) }
        return declared
    }

    /// The next value; nil at the end.
    mutating func next(number: Int) throws(FileFault) -> JSONElements.Taken? {
        while try elements.toNext() {
            if let taken = try elements.take(number: number) { return taken }
        }
        return nil
    }
}

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

extension JSONValue {
    /// A member with where it stands; nil for other values, and where it is null.
    func member(_ key: String) -> JSONMember? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key && $0.value != .null }
    }

    /// The text of a string or number that is not empty.
    func text(_ keys: String...) -> String? {
        for key in keys {
            switch member(key)?.value {
            case .string(let text) where !text.isEmpty: return text
            case .integer(let number): return "\(number)"
            default: continue
            }
        }
        return nil
    }

    /// The elements of an array; a lone object counts as one.
    func list(_ key: String) -> [JSONValue] {
        switch member(key)?.value {
        case .array(let values): values
        case .some(let value): [value]
        case nil: []
        }
    }

    /// A number.
    var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
