internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel
internal import PlaceExpressions

/// Notices longitude and latitude that are exchanged though both are in range: a position that is far
/// from the place that its row names, or outside its country, and would not be with the two exchanged.
///
/// Told and never mended. The first rows that can be judged stand for the table.
struct AxesLedger {
    /// A place named is not met from farther away than this, in metres: Yerevan is 600 km from where its
    /// coordinates lie exchanged.
    private static let farDistance = 200_000.0
    /// It is met with the axes exchanged from no farther than this, in metres.
    private static let nearDistance = 50_000.0
    /// So many rows are judged: those of a large table are alike.
    private static let mostJudged = 2_000
    /// Headers of columns that name the country of a row.
    private static let countryHeaders: Set<String> = ["country", "country_name", "iso", "iso3"]

    private var judged = 0
    private var exchanged: [(row: Int, location: SourceLocation, words: String)] = []

    /// Looks at an event.
    mutating func take(_ event: Event, _ finder: inout PlaceFinder) {
        guard judged < Self.mostJudged, let place = event.places.first,
            case .coordinate(let position, let name) = place
        else { return }
        let other = Coordinate(longitude: position.latitude, latitude: position.longitude)
        if let name, let there = finder.position(of: name, at: event.date) {
            judged += 1
            let distance = position.distance(to: there)
            guard distance > Self.farDistance, other.isValid,
                other.distance(to: there) < Self.nearDistance
            else { return }
            note(
                event,
                "\(Int((distance / 1_000).rounded())) km from \"\(name.description)\", "
                    + "and at it with the two exchanged")
        } else if let country = Self.country(of: event),
            let isInside = finder.isInside(position, country: country)
        {
            judged += 1
            guard !isInside, other.isValid, finder.isInside(other, country: country) == true else {
                return
            }
            note(event, "outside \"\(country)\", and inside with the two exchanged")
        }
    }

    private static func country(of event: Event) -> String? {
        event.passedThrough.first { countryHeaders.contains($0.key.lowercased()) }?.value
    }

    private mutating func note(_ event: Event, _ words: String) {
        exchanged.append((event.row, event.location(of: .longitude), words))
    }

    /// One warning for the table when most rows are so, else one for each.
    var findings: [Diagnostic] {
        guard let first = exchanged.first else { return [] }
        let isHabit = exchanged.count >= 3 && exchanged.count * 2 > judged
        return (isHabit ? [first] : exchanged).map { row, location, words in
            Diagnostic(
                .warning, code: "axes-exchanged", at: location, row: row,
                problem: "longitude and latitude are \(words)"
                    + (isHabit
                        ? ", as in \(exchanged.count) of the \(judged) rows that tell" : ""),
                remedy: isHabit
                    ? "check whether they are; --column longitude=HEADER --column latitude=HEADER "
                        + "say which is which"
                    : "check whether longitude and latitude are exchanged")
        }
    }
}
