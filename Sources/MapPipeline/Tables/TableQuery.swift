internal import EventIngest
internal import GeoModel

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

    /// How many bytes it takes: a cell may hold a book.
    var byteCount: Int {
        place.utf8.count + country.utf8.count + admin1.utf8.count + date.utf8.count
            + longitude.utf8.count + latitude.utf8.count
    }

    /// The position beside the name, when both halves can be read.
    var position: Coordinate? {
        guard let longitude = Double(longitude), let latitude = Double(latitude) else { return nil }
        let position = Coordinate(longitude: longitude, latitude: latitude)
        return position.isValid ? position : nil
    }
}
