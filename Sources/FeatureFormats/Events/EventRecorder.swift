internal import GeoJSON
public import GeoModel
internal import EDTF

/// Makes records of events at places, by the contract for exported events.
///
///     let recorder = try EventRecorder(EventTableColumns(of: features))
///     var record = FeatureRecord(recorder.schema)
///     recorder.fill(&record, from: feature)
///
/// A figure `killed` of any form is a number, the one stated or the lower of a range; one that is not
/// exact has `killed_text` as the table spells it, and `killed_min` and `killed_max` as far as the source
/// gives them: `>40` has no `killed_max`, `~500` has neither. A cell of a figure's column that is no
/// number stands in `killed_text` beside a null, so that the column has one type.
public struct EventRecorder: Sendable {
    /// The columns, those chosen in the order in which they were named.
    public let schema: FeatureSchema
    /// What fills each of them.
    let sources: [EventSchema.Source]
    /// Where the table has them.
    let table: EventTableColumns
    /// The places of a figure's parts in a record.
    private var figures: [FigurePlaces]
    /// The place of a text in a record; nil when it is not chosen.
    private var passed: [Int?]
    private var known: [(place: Int, key: FeatureKey)] = []
    private var coarsening: Int?

    private struct FigurePlaces {
        var value: Int?
        var minimum: Int?
        var maximum: Int?
        var text: Int?
    }

    /// Makes a recorder for the events of a table.
    ///
    /// - Parameters:
    ///   - table: Its columns.
    ///   - fields: The columns to export, in this order.
    ///   - tellsCoarsening: Whether places are told no closer than some measure.
    /// - Throws: `UnknownField` for a field that such events do not have.
    public init(
        _ table: EventTableColumns, fields: [String], tellsCoarsening: Bool = false
    ) throws(UnknownField) {
        let all = EventSchema(table, tellsCoarsening: tellsCoarsening)
        self.init(table, all, chosen: try Self.schema(all.columns).columns(named: fields))
    }

    /// Makes a recorder for the events of a table, with all columns.
    public init(_ table: EventTableColumns, tellsCoarsening: Bool = false) {
        let all = EventSchema(table, tellsCoarsening: tellsCoarsening)
        self.init(table, all, chosen: Array(all.columns.indices))
    }

    /// Makes a recorder for features of no table, with all that any of them has.
    public init(of features: some Sequence<Feature>) {
        self.init(
            EventTableColumns(of: features),
            tellsCoarsening: features.contains { $0.coarsening != nil })
    }

    private init(_ table: EventTableColumns, _ all: EventSchema, chosen: [Int]) {
        schema = Self.schema(chosen.map { all.columns[$0] })
        sources = chosen.map { all.sources[$0] }
        self.table = table
        figures = Array(repeating: FigurePlaces(), count: table.figures.count)
        passed = Array(repeating: nil, count: table.passed.count)
        for (place, source) in sources.enumerated() {
            switch source {
            case .known(let key): known.append((place, key))
            case .figure(let index, .value): figures[index].value = place
            case .figure(let index, .minimum): figures[index].minimum = place
            case .figure(let index, .maximum): figures[index].maximum = place
            case .figure(let index, .text): figures[index].text = place
            case .coarsening: coarsening = place
            case .passed(let index): passed[index] = place
            }
        }
    }

    /// What is said of one of the places of an event, and not of the event.
    private static let placeKeys = Set(
        [
            FeatureKey.placeIndex, .place, .placeID, .matchedName, .tier, .precision, .uncertainty,
            .destinationID, .destinationMatchedName,
        ].map(\.rawValue))

    private static func schema(_ columns: [FeatureColumn]) -> FeatureSchema {
        var schema = FeatureSchema(
            name: "event_places", summary: "Events at their places, one feature each",
            columns: columns,
            labels: [FeatureKey.title, .matchedName, .place, .category].map(\.rawValue))
        // Each row of the table stands once: at its first place, or at none.
        schema.views = [
            FeatureView(
                name: "claims",
                summary: "What each source says of an event, once for all its places",
                columns: columns.map(\.name).filter { !placeKeys.contains($0) },
                limit: (FeatureKey.placeIndex.rawValue, 1))
        ]
        return schema
    }

    /// Fills a record with an event at a place.
    ///
    /// - Complexity: O(*n*) in the columns of the schema.
    public func fill(_ record: inout FeatureRecord, from feature: Feature) {
        record.clear()
        record.setID(feature.id)
        record.geometry = feature.geometry
        record.digits = feature.coordinateDigits
        for (place, key) in known { set(key, at: place, of: feature, in: &record) }
        if feature.carriesFigures { fillFigures(&record, from: feature) }
        if let coarsening, let told = feature.coarsening {
            record.set(coarsening, text: told.description)
        }
        fillPassed(&record, from: feature)
    }

    private func fillFigures(_ record: inout FeatureRecord, from feature: Feature) {
        var next = 0
        for keyed in feature.figures {
            // Figures stand in the order of their columns.
            guard let index = Self.find(keyed.key, in: table.figures, from: &next) else { continue }
            let (figure, places) = (keyed.figure, figures[index])
            if let place = places.value { record.set(place, to: .number(figure.drawnValue)) }
            guard figure.form != .exact else { continue }
            if figure.form != .about {
                if let place = places.minimum, let least = figure.minimum {
                    record.set(place, to: .number(least))
                }
                if let place = places.maximum, let most = figure.maximum {
                    record.set(place, to: .number(most))
                }
            }
            if let place = places.text { record.set(place, text: figure.description) }
        }
    }

    private func fillPassed(_ record: inout FeatureRecord, from feature: Feature) {
        var (next, nextFigure) = (0, 0)
        for field in feature.passedThrough {
            if let index = Self.find(field.key, in: table.passed, from: &next) {
                if let place = passed[index] { record.set(place, text: field.value) }
            } else if let index = Self.find(field.key, in: table.figures, from: &nextFigure),
                feature.carriesFigures
            {
                // What is no figure, in a column of figures.
                if let place = figures[index].value { record.set(place, to: .null) }
                if let place = figures[index].text { record.set(place, text: field.value) }
            }
        }
    }

    /// Where a key stands among others, sought from where the last one was found.
    private static func find(
        _ key: String, in columns: [(key: String, column: Int)], from next: inout Int
    ) -> Int? {
        let found =
            columns[next...].firstIndex { $0.key == key }
            ?? columns[..<next].firstIndex { $0.key == key }
        guard let found else { return nil }
        next = found + 1
        return found
    }
}
