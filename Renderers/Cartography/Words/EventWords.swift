internal import EDTF
internal import GeoModel

/// What a map says of an event in words. A figure never stands without whom it counts.
struct EventWords: Sendable {
    let phrases: any Phrases
    let sizeBy: String?
    /// Who reports most of the events: named once, under the title or over the list.
    let usualReporter: String

    /// The name of the place, as the name policy chose.
    func placeName(_ feature: Feature) -> String {
        feature.place?.label ?? ""
    }

    /// A figure as its source spells it, thousands set apart.
    func spelled(_ figure: Figure) -> String {
        var spelled = ""
        var digits = ""
        for character in figure.description + " " {
            if character.isNumber {
                digits.append(character)
            } else {
                spelled += Self.grouped(digits)
                digits = ""
                spelled.append(character == "-" ? "–" : character)
            }
        }
        return String(spelled.dropLast())
    }

    /// Thousands set apart by a narrow space from five digits on.
    private static func grouped(_ digits: String) -> String {
        guard digits.count > 4 else { return digits }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "\u{202F}" }
            grouped.append(digit)
        }
        return grouped
    }

    /// `mass killing, 25–26 Feb 1992`.
    func kindAndDate(_ feature: Feature) -> String {
        let kind = feature.subcategory.isEmpty ? feature.category : feature.subcategory
        return [kind, date(feature)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// `27 Sept – 10 Nov 2020 · 2 claims`.
    func dateAndClaims(_ event: EventAtPlace) -> String {
        let date = date(event.feature)
        guard event.claims.count > 1 else { return date }
        return "\(date) · \(claims(event))"
    }

    /// `2 claims`; empty for one.
    func claims(_ event: EventAtPlace) -> String {
        event.claims.count > 1 ? phrases.claims(event.claims.count) : ""
    }

    /// The date in words.
    func date(_ feature: Feature) -> String { feature.date.formatted(in: phrases.dates) }

    /// Who reports an event, when it is not the usual reporter.
    func reporter(of feature: Feature) -> String? {
        guard !feature.reportedBy.isEmpty, feature.reportedBy != usualReporter else { return nil }
        // "X; quoting Y": what the usual reporter adds is enough.
        let prefix = "\(usualReporter); "
        let who =
            !usualReporter.isEmpty && feature.reportedBy.hasPrefix(prefix)
            ? String(feature.reportedBy.dropFirst(prefix.count)) : feature.reportedBy
        return who
    }

    /// All figures of a claim: `<40 killed armenian civilians`.
    func figures(of claim: Feature) -> [String] {
        claim.figures.map { phrases.figure(spelled($0.figure), of: $0.key) }
    }

    /// The reporter of most events; ties by name. Empty for none.
    static func usualReporter(of features: [Feature]) -> String {
        var counts: [String: Int] = [:]
        for feature in features where !feature.reportedBy.isEmpty {
            counts[feature.reportedBy, default: 0] += 1
        }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return usual?.key ?? ""
    }
}
