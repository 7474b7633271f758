public import FeatureFormats
internal import EDTF
internal import GeoJSON
internal import GeoModel
internal import Places

/// Makes records of places: one feature a place, with all its names and claims as JSON.
///
/// The shape is the ground that the place covers, where an outline is known, and else the point where it
/// stands; `longitude` and `latitude` say that point for all.
public struct PlaceRecorder: Sendable {
    /// Makes a recorder.
    public init() {}

    /// The columns.
    public let schema = FeatureSchema(
        name: "places", summary: "Places of a gazetteer with all their names",
        columns: Column.allCases.map(\.declaration))

    private enum Column: Int, CaseIterable {
        case id, name, label, kind, country, admin1, longitude, latitude, uncertainty, start, end
        case period, population, rank, extent, outlinePeriod, outlinePerspective, outlineSource
        case outlineNearest, source, certainty, note, names, memberships

        var declaration: FeatureColumn {
            switch self {
            case .id: .init("id", .text, nullRule: .never, summary: "The id in the gazetteer")
            case .name:
                .init("name", .text, nullRule: .never, summary: "The name that the rule chose")
            case .label:
                .init("label", .text, nullRule: .never, summary: "What its table calls it")
            case .kind: .init("kind", .text, nullRule: .never, summary: "What sort of place it is")
            case .country:
                .init("country", .text, summary: "ISO 3166-1 code of the gazetteer's default claim")
            case .admin1:
                .init("admin1", .text, summary: "ISO 3166-2 code of the default unit below it")
            case .longitude:
                .init("longitude", .number, unit: "°", nullRule: .never, summary: "Where it stands")
            case .latitude:
                .init("latitude", .number, unit: "°", nullRule: .never, summary: "Where it stands")
            case .uncertainty:
                .init("uncertainty_m", .number, unit: "m", summary: "How far off that may be")
            case .start: .init("start", .date, summary: "The first day that it may have existed")
            case .end: .init("end", .date, summary: "The last day that it may have existed")
            case .period: .init("period", .text, summary: "When it existed, EDTF")
            case .population: .init("population", .integer, summary: "People, by its source")
            case .rank:
                .init("rank", .integer, nullRule: .never, summary: "1, named first, to 6")
            case .extent:
                .init(
                    "extent", .text, nullRule: .never,
                    summary: "point, outline, line, or approximately the outline of another id")
            case .outlinePeriod:
                .init("outline_period", .text, summary: "When the outline held, EDTF")
            case .outlinePerspective:
                .init("outline_perspective", .text, summary: "Who draws the outline so")
            case .outlineSource: .init("outline_source", .text, summary: "Where it comes from")
            case .outlineNearest:
                .init(
                    "outline_nearest_known", .integer,
                    summary: "1 where none is known for the date and this is the nearest")
            case .source: .init("source", .text, nullRule: .never, summary: "What was read for it")
            case .certainty: .init("certainty", .text, nullRule: .never, summary: "How sure it is")
            case .note: .init("note", .text, summary: "A remark")
            case .names:
                .init("names", .json, nullRule: .never, summary: "All names, each with its source")
            case .memberships:
                .init(
                    "memberships", .json, nullRule: .never,
                    summary: "What it is said to belong to, by whom and when")
            }
        }
    }

    /// Fills a record with a place.
    public func fill(_ record: inout FeatureRecord, from entry: ExportedPlace) {
        record.clear()
        let place = entry.place
        record.setID(place.id)
        record.geometry = entry.outline?.geometry ?? .point(place.coordinate)
        record.digits = entry.outline == nil ? 5 : 4
        func set(_ column: Column, _ value: FeatureValue) {
            record.set(column.rawValue, to: value)
        }
        set(.id, .text(place.id))
        set(.name, .text(entry.name))
        set(.label, .text(place.label))
        set(.kind, .text(place.kind.rawValue))
        set(.country, FeatureValue(place.countryCode))
        set(.admin1, FeatureValue(place.firstOrderCode))
        set(.longitude, .number(place.coordinate.longitude))
        set(.latitude, .number(place.coordinate.latitude))
        set(.uncertainty, place.uncertaintyInMetres.map { .number($0) } ?? .null)
        set(.start, FeatureValue(day: place.period?.earliest))
        set(.end, FeatureValue(day: place.period?.latest))
        set(.period, FeatureValue(place.period?.description))
        set(.population, place.population.map { .integer($0) } ?? .null)
        set(.rank, .integer(place.rank))
        set(.extent, .text(place.extent.description))
        set(.outlinePeriod, FeatureValue(entry.outline?.period))
        set(.outlinePerspective, FeatureValue(entry.outline?.perspective))
        set(.outlineSource, FeatureValue(entry.outline?.source))
        set(
            .outlineNearest, entry.outline.map { .integer($0.isNearestKnown ? 1 : 0) } ?? .null)
        set(.source, .text(place.source))
        set(.certainty, .text(place.certainty.rawValue))
        set(.note, FeatureValue(place.note))
        set(.names, .text(JSONValue.array(place.names.map(Self.json)).description))
        set(.memberships, .text(JSONValue.array(place.memberships.map(Self.json)).description))
    }

    private static func json(_ name: PlaceName) -> JSONValue {
        [
            "text": .string(name.text), "language": .string(name.language.description),
            "kind": .string(name.kind.rawValue), "perspective": .string(orNull: name.perspective),
            "period": .string(orNull: name.period?.description), "usual": .bool(name.isUsual),
            "source": .string(name.source), "certainty": .string(name.certainty.rawValue),
            "derived": .string(orNull: name.derived), "note": .string(orNull: name.note),
        ]
    }

    private static func json(_ claim: Membership) -> JSONValue {
        [
            "relation": .string(claim.relation.rawValue), "place_id": .string(claim.targetID),
            "perspective": .string(orNull: claim.perspective),
            "period": .string(orNull: claim.period?.description),
            "default": .bool(claim.isDefault), "source": .string(claim.source),
            "certainty": .string(claim.certainty.rawValue), "note": .string(orNull: claim.note),
        ]
    }
}

extension FeatureValue {
    /// A text; null for nil.
    init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// A day of a year of four digits, so that programs take the column for dates; null for others.
    init(day: CalendarDay?) {
        guard let day, (-9999...9999).contains(day.year) else {
            self = .null
            return
        }
        self = .text(day.description)
    }
}
