internal import Boundaries
internal import Diagnostics
internal import EDTF
public import FeatureFormats
internal import GeoModel
public import PlacePack
public import Places

/// Writes placed events for other programs.
public struct EventExport: Sendable {
    private let pack: Pack
    private let policy: NamePolicy
    /// The properties, or columns of the table, that are written, in this order; nil for all.
    let fields: [String]?

    /// Makes an export whose names follow a policy.
    ///
    /// - Parameters:
    ///   - pack: Where names and places come from.
    ///   - policy: What chooses the names.
    ///   - fields: The properties to write, in this order; nil for all.
    public init(pack: Pack, policy: NamePolicy = NamePolicy(), fields: [String]? = nil) {
        self.pack = pack
        self.policy = policy
        self.fields = fields
    }

    /// What makes records of events.
    func recorder(
        _ table: EventTableColumns, tellsCoarsening: Bool = false
    ) throws(FileFault) -> EventRecorder {
        guard let fields else { return EventRecorder(table, tellsCoarsening: tellsCoarsening) }
        return try known { () throws(UnknownField) in
            try EventRecorder(table, fields: fields, tellsCoarsening: tellsCoarsening)
        }
    }

    /// Says what is wrong with a field in the words of the program.
    func known<Value>(_ make: () throws(UnknownField) -> Value) throws(FileFault) -> Value {
        do throws(UnknownField) {
            return try make()
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: "unknown-field",
                    problem: "--fields: there is no \"\(error.name)\"",
                    remedy: error.suggestion.map { "did you mean \"\($0)\"?" }
                        ?? "name some of: \(error.known.joined(separator: ", "))"))
        }
    }

    /// The events as GeoJSON, in the order of the table, with provenance.
    public func geoJSON(_ placed: PlacedEvents, layout: GeoJSONWriter.Layout = .collection)
        -> [UInt8]
    {
        let recorder = EventRecorder(
            EventTableColumns(placed.columns), tellsCoarsening: placed.coarsening != nil)
        var writer = GeoJSONWriter(recorder.schema, layout: layout)
        var record = FeatureRecord(recorder.schema)
        for feature in placed.features {
            recorder.fill(&record, from: feature)
            writer.write(record)
        }
        writer.finish(provenance(placed, oneSource: OneSource.line(placed.features)))
        return writer.bytes
    }

    /// What a reader must know of the events.
    func provenance(_ placed: PlacedEvents, oneSource: String?) -> ExportProvenance {
        var notes: [String] = []
        if let oneSource { notes.append(oneSource) }
        for reason in PlacedEvents.SetAside.allCases {
            guard let count = placed.setAside[reason] else { continue }
            notes.append("\(count) of \(placed.rows) rows set aside: \(reason.words)")
        }
        if let coarsening = placed.coarsening { notes.append(coarsening.note) }
        return ExportProvenance(
            nameRule: policy.statement(in: pack.nameSetting), packDate: pack.date.description,
            packHash: pack.hash,
            credits: pack.credits.map(\.credit) + pack.boundaries.credits,
            licences: Array(Set(pack.credits.map(\.licence))).sorted(), notes: notes)
    }
}

extension Coarsening {
    /// What a reader of exported events must know, in English.
    fileprivate var note: String {
        switch self {
        case .district: "Places are told by district, not where they are"
        case .cells(let kilometres):
            "Places are moved to the middle of cells of \(kilometres) km"
        }
    }
}
