public import FeatureFormats
internal import EDTF
internal import GeoModel
public import Places

/// Makes records of the names of places: one record a name, with what is known of its place beside it.
///
/// The columns are those that `TablePlaces` reads, so that the table may become a pack again. What it has no
/// column for (claims of others than the default country and unit, remarks about names) is left out.
public struct PlaceNameRecorder: Sendable {
    /// Makes a recorder.
    public init() {}

    /// The columns.
    public let schema = FeatureSchema(
        name: "names", summary: "Names of places, one a row",
        columns: [
            .init("id", .text, nullRule: .never, summary: "The id of the place"),
            .init("name", .text, nullRule: .never, summary: "The name as it is spelled"),
            .init("language", .text, nullRule: .never, summary: "Its language and script, BCP 47"),
            .init("name_kind", .text, nullRule: .never, summary: "What sort of name it is"),
            .init("perspective", .text, summary: "Who uses it"),
            .init("name_period", .text, summary: "When it is or was in use, EDTF"),
            .init("usual", .text, summary: "usual, for the usual name in English text"),
            .init("kind", .text, nullRule: .never, summary: "What sort of place it is"),
            .init("longitude", .number, unit: "°", nullRule: .never, summary: "Where it stands"),
            .init("latitude", .number, unit: "°", nullRule: .never, summary: "Where it stands"),
            .init("country", .text, summary: "ISO 3166-1 code of the default claim"),
            .init("admin1", .text, summary: "ISO 3166-2 code or id of the default unit below it"),
            .init("period", .text, summary: "When the place existed, EDTF"),
            .init("population", .integer, summary: "People, by its source"),
            .init("source", .text, nullRule: .never, summary: "What was read for the name"),
            .init("certainty", .text, nullRule: .never, summary: "How sure the name is"),
            .init("note", .text, summary: "A remark about the place"),
            .init("derived", .text, summary: "How it was derived from another name"),
        ])

    /// The names to be written of a place, that of its label first; its label where it has none.
    public func names(of entry: ExportedPlace) -> [PlaceName] {
        let place = entry.place
        guard place.names.isEmpty else { return place.namesLabelFirst }
        return [
            PlaceName(
                place.label, language: .undetermined, kind: .alternate, source: place.source,
                certainty: place.certainty)
        ]
    }

    /// Fills a record with a name of a place.
    public func fill(
        _ record: inout FeatureRecord, from name: PlaceName, of entry: ExportedPlace
    ) {
        record.clear()
        let place = entry.place
        record.setID(place.id)
        let values: [FeatureValue] = [
            .text(place.id), .text(name.text), .text(name.language.description),
            .text(name.kind.rawValue), FeatureValue(name.perspective),
            FeatureValue(name.period?.description), name.isUsual ? .text("usual") : .null,
            .text(place.kind.rawValue), .number(place.coordinate.longitude),
            .number(place.coordinate.latitude), FeatureValue(place.countryCode),
            FeatureValue(place.firstOrderCode ?? place.firstOrderUnits.first?.targetID),
            FeatureValue(place.period?.description),
            place.population.map { .integer($0) } ?? .null, .text(name.source),
            .text(name.certainty.rawValue), FeatureValue(place.note), FeatureValue(name.derived),
        ]
        for (column, value) in values.enumerated() { record.set(column, to: value) }
    }
}
