internal import EDTF
internal import EventIngest
internal import GeoModel
internal import PlaceResolution

/// What a row of a table says of its place, as it is written: rows that say the same mean the same.
struct TableQuery: Hashable, Sendable {
    var place = ""
    var country = ""
    var admin1 = ""
    var date = ""
    var longitude = ""
    var latitude = ""

    init() {}

    init(_ cells: [PlaceField: String]) {
        place = cells[.place, default: ""]
        country = cells[.country, default: ""]
        admin1 = cells[.admin1, default: ""]
        date = cells[.date, default: ""]
        longitude = cells[.longitude, default: ""]
        latitude = cells[.latitude, default: ""]
    }

    /// The same with nothing but some fields.
    func keeping(_ fields: Set<PlaceField>) -> TableQuery {
        var kept = TableQuery()
        kept.place = place
        if fields.contains(.country) { kept.country = country }
        if fields.contains(.admin1) { kept.admin1 = admin1 }
        if fields.contains(.date) { kept.date = date }
        if fields.contains(.longitude) { kept.longitude = longitude }
        if fields.contains(.latitude) { kept.latitude = latitude }
        return kept
    }

    /// The position beside the name, when both halves can be read.
    var position: Coordinate? {
        guard let longitude = Double(longitude), let latitude = Double(latitude) else { return nil }
        let position = Coordinate(longitude: longitude, latitude: latitude)
        return position.isValid ? position : nil
    }
}

/// Understands the hints of a table and remembers what they mean: a table says the same over and over.
struct TableHints {
    let resolver: PlaceResolver
    private var countries: [String: String?] = [:]
    private var units: [String: Set<String>] = [:]
    private var dates: [String: HistoricalDate?] = [:]

    /// Cells that are kept; then all are forgotten.
    private static let mostRemembered = 20_000

    init(_ resolver: PlaceResolver) {
        self.resolver = resolver
    }

    /// The context of a query, and the columns whose cell says nothing that is understood.
    mutating func context(
        of query: TableQuery, _ neighbourhood: Neighbourhood?
    ) -> (context: ResolutionContext, unread: [PlaceField]) {
        var context = ResolutionContext(neighbourhood: neighbourhood, limit: Self.mostCandidates)
        var unread: [PlaceField] = []
        if !query.country.isEmpty {
            context.country = country(query.country)
            if context.country == nil { unread.append(.country) }
        }
        if !query.admin1.isEmpty {
            context.units = units(query.admin1, context.country)
            if context.units.isEmpty { unread.append(.admin1) }
        }
        if !query.date.isEmpty {
            context.asOf = date(query.date)
            if context.asOf == nil { unread.append(.date) }
        }
        context.near = query.position
        if context.near == nil, !query.longitude.isEmpty || !query.latitude.isEmpty {
            unread.append(.longitude)
        }
        return (context, unread)
    }

    /// As many as a review can show.
    private static let mostCandidates = 20

    private mutating func country(_ text: String) -> String? {
        if let known = countries[text] { return known }
        if countries.count >= Self.mostRemembered { countries = [:] }
        let country = resolver.country(named: text)
        countries[text] = .some(country)
        return country
    }

    private mutating func units(_ text: String, _ country: String?) -> Set<String> {
        let key = "\(country ?? "") \(text)"
        if let known = units[key] { return known }
        if units.count >= Self.mostRemembered { units = [:] }
        let found = resolver.units(named: text, inCountry: country)
        units[key] = found
        return found
    }

    private mutating func date(_ text: String) -> HistoricalDate? {
        if let known = dates[text] { return known }
        if dates.count >= Self.mostRemembered { dates = [:] }
        let date = try? DateReading.read(text).date
        dates[text] = .some(date)
        return date
    }
}
