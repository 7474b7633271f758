public import FeatureFormats
internal import EDTF
internal import GeoModel
internal import Places

/// Makes records of places by the columns of LP-TSV, version 0.5, one a place.
///
/// The format has names with their language alone: kind, perspective, period and source of a name are left
/// out, and so are outlines, whose middle would stand for the place. Names with `;` or `@`, by which it parts
/// names, are left out and counted.
///
/// Source: `tsv_0.5.md` of https://github.com/LinkedPasts/linked-places-format.
public struct LinkedPlacesTableRecorder {
    /// How many names were left out.
    public private(set) var namesLeftOut = 0
    /// The year in which all names are attested at least: that of the gazetteer.
    private let attestationYear: String
    private let nameOf: (String) -> String?

    /// Makes a recorder.
    ///
    /// - Parameters:
    ///   - packDate: The date of the gazetteer, `YYYY-MM-DD`: its year stands as the year of attestation.
    ///   - nameOf: The name of a place by its id, for what others belong to.
    public init(packDate: String, nameOf: @escaping (String) -> String?) {
        attestationYear = String(packDate.prefix(4))
        self.nameOf = nameOf
    }

    /// The columns.
    public let schema = FeatureSchema(
        name: "places", summary: "Places as LP-TSV",
        columns: [
            .init("id", .text, nullRule: .never, summary: "The id in the gazetteer"),
            .init("title", .text, nullRule: .never, summary: "What its table calls it"),
            .init("title_source", .text, nullRule: .never, summary: "What was read for it"),
            .init("fclasses", .text, nullRule: .never, summary: "The feature class of GeoNames"),
            .init("aat_types", .text, summary: "The concept of the AAT"),
            .init("types", .text, nullRule: .never, summary: "What sort of place it is"),
            .init(
                "attestation_year", .text, nullRule: .never,
                summary: "The year of the gazetteer that has it"),
            .init("start", .text, summary: "When it began"),
            .init("end", .text, summary: "When it ended"),
            .init("ccodes", .text, summary: "The countries that claims put it in"),
            .init("variants", .text, summary: "Its names, each with its language"),
            .init("parent_name", .text, summary: "The name of the unit below its country"),
            .init("parent_id", .text, summary: "The id of that unit"),
            .init("lon", .number, unit: "°", nullRule: .never, summary: "Longitude"),
            .init("lat", .number, unit: "°", nullRule: .never, summary: "Latitude"),
            .init("approximation", .number, unit: "km", summary: "How far off that may be"),
            .init("description", .text, summary: "A remark"),
        ])

    /// Fills a record with a place.
    public mutating func fill(_ record: inout FeatureRecord, from entry: ExportedPlace) {
        record.clear()
        let place = entry.place
        record.setID(place.id)
        let span = place.period.map(Timespan.init)
        let parent = place.firstOrderUnits.first
        let parentName = parent.flatMap { nameOf($0.targetID) }
        let values: [FeatureValue] = [
            .text(place.id), .text(place.label), .text(place.source),
            .text(place.kind.featureClass), FeatureValue(place.kind.thesaurusID),
            .text(place.kind.rawValue), .text(attestationYear),
            FeatureValue(span?.start?.first), FeatureValue((span?.end ?? span?.onlyDate)?.last),
            FeatureValue(place.countryCodes.joined(separator: ";")),
            FeatureValue(variants(of: place)),
            // The one may not stand without the other.
            FeatureValue(parentName),
            FeatureValue(parentName == nil ? nil : parent?.targetID),
            .number(place.coordinate.longitude), .number(place.coordinate.latitude),
            place.uncertaintyInMetres.map { .number($0 / 1000) } ?? .null,
            FeatureValue(place.note),
        ]
        for (column, value) in values.enumerated() { record.set(column, to: value) }
    }

    private mutating func variants(of place: Place) -> String {
        var variants: [String] = []
        for name in place.names {
            guard !name.text.utf8.contains(where: { ";@".utf8.contains($0) }) else {
                namesLeftOut += 1
                continue
            }
            let variant = "\(name.text)@\(name.language)"
            if !variants.contains(variant) { variants.append(variant) }
        }
        return variants.joined(separator: ";")
    }
}

extension Timespan {
    /// A date that stands alone: it is the end too, since here a start without an end is open.
    fileprivate var onlyDate: End? { isOneDate ? start : nil }
}

extension Timespan.End {
    fileprivate var first: String {
        switch self {
        case .date(let text), .between(let text, _): text
        }
    }

    fileprivate var last: String {
        switch self {
        case .date(let text), .between(_, let text): text
        }
    }
}
