internal import Boundaries
internal import EDTF
public import FeatureFormats
internal import GeoModel
public import PlacePack
public import Places

/// Writes placed events for other programs.
public struct EventExport: Sendable {
    private let pack: Pack
    private let policy: NamePolicy

    /// Makes an export whose names follow a policy.
    public init(pack: Pack, policy: NamePolicy = NamePolicy()) {
        self.pack = pack
        self.policy = policy
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
