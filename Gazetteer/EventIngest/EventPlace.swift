public import GeoModel
public import PlaceExpressions

/// Where an event took place.
public enum EventPlace: Hashable, Sendable {
    /// At a place to be found in the gazetteer.
    case at(PlaceExpression)
    /// From one place to another.
    case movement(from: PlaceExpression, to: PlaceExpression)
    /// At coordinates the table gives, with the place's name if it has one.
    case coordinate(Coordinate, name: PlaceExpression?)
}

extension EventPlace {
    /// Reads places as the `place` column spells them: `;` between several, `A -> B` for a movement.
    ///
    /// - Throws: `PlaceError`, with the column of the first thing that names no place.
    public static func list(parsing text: String) throws(PlaceError) -> [EventPlace] {
        try PlaceParser.places(text).places
    }
}

/// Why a text names no place. Columns count Unicode scalars from 1.
@nonexhaustive
public enum PlaceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing stands where a name should.
    case noName(column: Int)
    /// A movement with more than one arrow.
    case severalArrows(column: Int)
    /// Nothing but a number.
    case onlyNumbers(String, column: Int)
    /// More places than `limit`.
    case tooMany(limit: Int)

    /// Where in the text it was seen.
    public var column: Int {
        switch self {
        case .noName(let column), .severalArrows(let column), .onlyNumbers(_, let column): column
        case .tooMany: 1
        }
    }

    /// What was seen, without a full stop.
    public var description: String {
        switch self {
        case .noName: "no name where a place should be"
        case .severalArrows: "a movement with more than one arrow"
        case .onlyNumbers(let text, _): "only a number, \"\(text)\", where a place should be"
        case .tooMany(let limit): "more than \(limit) places in one row"
        }
    }

    /// What to do about it.
    var remedy: String {
        switch self {
        case .noName: "write PLACE, or FROM -> TO"
        case .severalArrows: "write one movement as FROM -> TO, several with ; between them"
        case .onlyNumbers: "put coordinates into the columns longitude and latitude"
        case .tooMany: "spread them over several rows"
        }
    }
}
