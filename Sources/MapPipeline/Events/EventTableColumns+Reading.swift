internal import EventIngest
internal import FeatureFormats
internal import GeoJSON

extension EventTableColumns {
    /// The columns of a table that is being read.
    init(_ reader: EventReader) {
        self.init(reader.columns)
        estimate = reader.estimate
        if let longitude = reader.column(of: .longitude),
            let latitude = reader.column(of: .latitude)
        {
            position = (longitude, latitude)
        }
    }

    /// Columns by what they are read as.
    init(_ columns: [EventColumn]) {
        let keys: [EventField: FeatureKey] = [
            .id: .eventID, .date: .date, .place: .place, .title: .title, .category: .category,
            .subcategory: .subcategory, .reportedBy: .reportedBy, .source: .source,
            .partOf: .partOf, .counted: .counted, .sourceWord: .sourceWord,
            .placeBasis: .placeBasis, .note: .note,
        ]
        self.init()
        for (index, column) in columns.enumerated() {
            switch column.meaning {
            case .field(let field):
                if let key = keys[field] { known[key] = index }
                // What such a column says that cannot be read is kept as text.
                if field == .precision || field == .uncertainty {
                    passed.append((field.rawValue, index))
                }
            case .figure: figures.append((column.header, index))
            case .passedThrough: passed.append((column.header, index))
            }
        }
    }
}
