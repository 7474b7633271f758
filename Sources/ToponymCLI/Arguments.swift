internal import ArgumentParser
internal import EDTF
internal import GeoModel

/// `1200x900`: style pixels, width before height.
struct SizeArgument: ExpressibleByArgument {
    /// A map smaller than this has no room for its furniture, a larger one does not fit the memory bound.
    static let sides = 200...8_000

    let width: Int
    let height: Int

    init?(argument: String) {
        let sides = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]),
            Self.sides.contains(width), Self.sides.contains(height)
        else { return nil }
        self.width = width
        self.height = height
    }

    var defaultValueDescription: String { "\(width)x\(height)" }

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// `LON,LAT` in degrees.
struct PositionArgument: ExpressibleByArgument {
    let coordinate: Coordinate

    init?(argument: String) {
        guard let numbers = degrees(argument, count: 2) else { return nil }
        coordinate = Coordinate(longitude: numbers[0], latitude: numbers[1])
        guard coordinate.isValid else { return nil }
    }
}

/// `W,S,E,N` in degrees; west beyond east crosses the antimeridian.
struct BoxArgument: ExpressibleByArgument {
    let box: BoundingBox

    init?(argument: String) {
        guard let numbers = degrees(argument, count: 4),
            Coordinate(longitude: numbers[0], latitude: numbers[1]).isValid,
            Coordinate(longitude: numbers[2], latitude: numbers[3]).isValid,
            numbers[1] < numbers[3], numbers[0] != numbers[2]
        else { return nil }
        box = BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    }
}

/// An EDTF date.
struct DateArgument: ExpressibleByArgument {
    let date: HistoricalDate

    init?(argument: String) {
        guard let date = try? HistoricalDate(edtf: argument) else { return nil }
        self.date = date
    }
}

/// Comma-separated degrees, so many as wanted.
private func degrees(_ text: String, count: Int) -> [Double]? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, known.count == count, known.allSatisfy(\.isFinite) else {
        return nil
    }
    return known
}
