internal import EDTF
internal import GeoJSON
internal import GeoModel

/// The properties of an exported feature, in the order of the contract.
///
/// Every feature has the keys of `FeatureKey` from `eventID` to `note`, `null` where nothing is
/// known, so that readers find the same columns. A figure `killed` of any form is a number, the one stated or the lower of
/// a range; one that is not exact has `killed_text` as the table spells it, and `killed_min` and
/// `killed_max` as far as the source gives them: `>40` has no `killed_max`, `~500` has neither.
struct FeatureProperties {
    private let feature: Feature

    init(_ feature: Feature) {
        self.feature = feature
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for (key, value) in known { json.member(key.rawValue, value) }
            if carriesFigures {
                for figure in feature.figures { write(figure, to: &json) }
            }
            for (key, value) in rest { json.member(key.rawValue, value) }
            // No key of ours: read back, it passes through as any column does, so that it is not lost.
            if let coarsening = feature.coarsening {
                json.member("coarsened", .string(coarsening.description))
            }
            for field in feature.passedThrough {
                let key = isTaken(field.key) ? FeatureKey.prefix + field.key : field.key
                json.member(key, .string(field.value))
            }
        }
    }

    /// Whether something else has a key: one of our own, a figure or a companion of one.
    private func isTaken(_ key: String) -> Bool {
        if FeatureKey.reserved.contains(key) { return true }
        // A set of all such keys took a tenth of the writing of a feature. Keys of other letters than
        // ASCII may be the same by other bytes.
        let bytes = key.utf8
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        return feature.figures.contains { figure in
            guard !isASCII || bytes.starts(with: figure.key.utf8) else { return false }
            return FeatureKey.figureSuffixes.contains { figure.key + $0 == key }
        }
    }

    /// A figure belongs to its event once: with the first place, or with none if there is none.
    private var carriesFigures: Bool { feature.placeIndex <= 1 }

    private var known: [(FeatureKey, JSONValue)] {
        [
            (.eventID, .string(feature.eventID)), (.placeIndex, .integer(feature.placeIndex)),
            (.placeCount, .integer(feature.placeCount)),
            (.date, .string(orNull: feature.date?.description)),
            (.start, day(feature.date?.earliest)), (.end, day(feature.date?.latest)),
            (.place, .string(orNull: placeText)), (.placeID, .string(orNull: feature.place?.id)),
            (.matchedName, .string(orNull: feature.place?.matchedName)),
            (.tier, .string(orNull: feature.place?.tier)),
            (.precision, .string(orNull: feature.precision?.rawValue)),
            (.uncertainty, feature.uncertaintyInMetres.map { .number($0, digits: 0) } ?? .null),
            (.title, text(feature.title)), (.category, text(feature.category)),
            (.subcategory, text(feature.subcategory)), (.status, .string(feature.status.rawValue)),
            (.reportedBy, text(feature.reportedBy)), (.source, text(feature.source)),
            (.partOf, text(feature.partOf)),
        ]
    }

    private var rest: [(FeatureKey, JSONValue)] {
        var rest: [(FeatureKey, JSONValue)] = [
            (.counted, text(feature.counted)), (.sourceWord, text(feature.sourceWord)),
            (.placeBasis, text(feature.placeBasis)), (.note, text(feature.note)),
        ]
        if let destination = feature.destination {
            rest.append((.destinationID, .string(orNull: destination.id)))
            rest.append((.destinationMatchedName, .string(orNull: destination.matchedName)))
        }
        if feature.claimCount > 1 {
            rest.append((.claimIndex, .integer(feature.claimIndex)))
            rest.append((.claimCount, .integer(feature.claimCount)))
        }
        return rest
    }

    private func write(_ keyed: Feature.KeyedFigure, to json: inout JSONWriter) {
        let isTaken = FeatureKey.reserved.contains(keyed.key)
        let key = isTaken ? FeatureKey.prefix + keyed.key : keyed.key
        let figure = keyed.figure
        json.member(key, .number(figure.drawnValue))
        guard figure.form != .exact else { return }
        if figure.form != .about {
            if let minimum = figure.minimum { json.member(key + "_min", .number(minimum)) }
            if let maximum = figure.maximum { json.member(key + "_max", .number(maximum)) }
        }
        json.member(key + "_text", .string(figure.description))
    }

    private var placeText: String? {
        guard let place = feature.place, !place.text.isEmpty else { return nil }
        return feature.destination.map { "\(place.text) -> \($0.text)" } ?? place.text
    }

    /// A day of a year of four digits, so that readers take the whole column for dates; years
    /// beyond stay in `date` alone.
    private func day(_ day: CalendarDay?) -> JSONValue {
        guard let day, (-9999...9999).contains(day.year) else { return .null }
        return .string(day.description)
    }

    private func text(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
}
