internal import EDTF
internal import GeoJSON
internal import GeoModel

extension EventRecorder {
    /// Sets a column that every export has.
    func set(
        _ key: FeatureKey, at place: Int, of feature: Feature, in record: inout FeatureRecord
    ) {
        switch key {
        case .eventID: record.set(place, text: feature.eventID)
        case .placeIndex: record.set(place, to: .integer(feature.placeIndex))
        case .placeCount: record.set(place, to: .integer(feature.placeCount))
        case .date: record.set(place, orNull: feature.date?.description)
        case .start: record.set(place, orNull: Self.day(feature.date?.earliest))
        case .end: record.set(place, orNull: Self.day(feature.date?.latest))
        case .place: record.set(place, orNull: feature.placeText)
        case .placeID: record.set(place, orNull: feature.place?.id)
        case .matchedName: record.set(place, orNull: feature.place?.matchedName)
        case .tier: record.set(place, orNull: feature.place?.tier)
        case .precision: record.set(place, orNull: feature.precision?.rawValue)
        case .uncertainty:
            let metres = feature.uncertaintyInMetres?.rounded(.toNearestOrAwayFromZero)
            record.set(place, to: metres.map { .number($0) } ?? .null)
        case .title: record.set(place, orNull: feature.title)
        case .category: record.set(place, orNull: feature.category)
        case .subcategory: record.set(place, orNull: feature.subcategory)
        case .status: record.set(place, text: feature.status.rawValue)
        case .reportedBy: record.set(place, orNull: feature.reportedBy)
        case .source: record.set(place, orNull: feature.source)
        case .partOf: record.set(place, orNull: feature.partOf)
        case .counted: record.set(place, orNull: feature.counted)
        case .sourceWord: record.set(place, orNull: feature.sourceWord)
        case .placeBasis: record.set(place, orNull: feature.placeBasis)
        case .note: record.set(place, orNull: feature.note)
        case .destinationID:
            if let end = feature.destination { record.set(place, orNull: end.id) }
        case .destinationMatchedName:
            if let end = feature.destination { record.set(place, orNull: end.matchedName) }
        case .claimIndex where feature.claimCount > 1:
            record.set(place, to: .integer(feature.claimIndex))
        case .claimCount where feature.claimCount > 1:
            record.set(place, to: .integer(feature.claimCount))
        case .claimIndex, .claimCount: break
        }
    }

    /// A day of a year of four digits, so that readers take the whole column for dates; years beyond
    /// stay in `date` alone.
    private static func day(_ day: CalendarDay?) -> String? {
        guard let day, (-9999...9999).contains(day.year) else { return nil }
        return day.description
    }
}

extension FeatureRecord {
    /// Sets a column to a text; null for none and for an empty one.
    fileprivate mutating func set(_ column: Int, orNull text: String?) {
        guard let text, !text.isEmpty else { return set(column, to: .null) }
        set(column, text: text)
    }
}

extension Feature {
    /// A figure belongs to its event once: with the first place, or with none if there is none.
    var carriesFigures: Bool { placeIndex <= 1 }

    fileprivate var placeText: String? {
        guard let place, !place.text.isEmpty else { return nil }
        return destination.map { "\(place.text) -> \($0.text)" } ?? place.text
    }

    /// How many digits of a degree its coordinates are worth: 5 is a metre, 4 ten metres, 2 a
    /// kilometre. Outlines and courses keep 4 whatever they stand for, since they are shapes and not
    /// positions; a movement is but its two ends.
    var coordinateDigits: Int {
        switch geometry {
        case .polygon, .multiPolygon: return 4
        case .lineString where destination == nil, .multiLineString where destination == nil:
            return 4
        default: break
        }
        return (precision ?? .point).coordinateDigits
    }
}
