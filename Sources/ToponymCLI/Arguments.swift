internal import ArgumentParser
internal import Diagnostics
internal import EDTF
internal import GeoModel
internal import Places

// Values of options. Each says what was seen and what is wanted when it cannot be read.

/// `1200x900`: style pixels, width before height.
struct SizeArgument {
    /// A map smaller than this has no room for its furniture, a larger one does not fit the memory bound.
    static let sides = 200...8_000

    let width: Int
    let height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    init(_ argument: String) throws {
        let sides = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]) else {
            throw ValidationError("write WIDTHxHEIGHT, such as 1200x900")
        }
        guard Self.sides.contains(width), Self.sides.contains(height) else {
            let (least, most) = (Self.sides.lowerBound, Self.sides.upperBound)
            throw ValidationError(
                "each side is \(least) to \(most) pixels; --scale 2 to 4 gives the same map more pixels"
            )
        }
        self.init(width: width, height: height)
    }
}

/// `LON,LAT` in degrees.
struct PositionArgument {
    let coordinate: Coordinate

    init(_ argument: String) throws {
        let numbers = try degrees(argument, count: 2, as: "LON,LAT, such as 44.5,40.2")
        coordinate = try position(longitude: numbers[0], latitude: numbers[1])
    }
}

/// `W,S,E,N` in degrees; west beyond east crosses the antimeridian.
struct BoxArgument {
    let box: BoundingBox

    init(_ argument: String) throws {
        let numbers = try degrees(argument, count: 4, as: "W,S,E,N, such as 44,38,51,42")
        let southWest = try position(longitude: numbers[0], latitude: numbers[1])
        let northEast = try position(longitude: numbers[2], latitude: numbers[3])
        guard southWest.latitude < northEast.latitude else {
            throw ValidationError("south comes before north: W,S,E,N")
        }
        guard southWest.longitude != northEast.longitude else {
            throw ValidationError("west and east are the same meridian")
        }
        box = BoundingBox(
            west: southWest.longitude, south: southWest.latitude, east: northEast.longitude,
            north: northEast.latitude)
    }
}

/// An EDTF date.
struct DateArgument {
    let date: HistoricalDate

    init(_ argument: String) throws {
        do {
            date = try HistoricalDate(edtf: argument)
        } catch {
            throw ValidationError("\(error); write EDTF, such as 1988, 1992-02 or 1991/1994")
        }
    }
}

/// The ISO 3166-1 code of a country, in capitals.
struct CountryArgument {
    let code: String

    init(_ argument: String) throws {
        let isCode =
            argument.utf8.count == 2 && argument.allSatisfy { $0.isASCII && $0.isLetter }
        guard isCode else {
            throw ValidationError("write the code of two letters of ISO 3166-1, such as GE")
        }
        code = argument.uppercased()
    }
}

/// A BCP 47 tag.
struct LanguageArgument {
    let tag: LanguageTag

    init(_ argument: String) throws {
        guard let tag = LanguageTag(argument) else {
            throw ValidationError("write a BCP 47 tag, such as az or hy-Armn")
        }
        self.tag = tag
    }
}

/// A language that maps speak.
struct MapLanguageArgument {
    let language: DateLanguage

    init(language: DateLanguage) { self.language = language }

    init(_ argument: String) throws {
        guard let language = DateLanguage(tag: argument) else {
            let known = DateLanguage.allCases.map(\.tag).joined(separator: ", ")
            if let tag = Self.tag(ofName: argument) {
                throw ValidationError("maps speak \(known); did you mean \(tag)?")
            }
            throw ValidationError("maps speak \(known); names in others: --names \(argument)")
        }
        self.init(language: language)
    }

    /// The tag of a language that is written out, or nearly so.
    private static func tag(ofName name: String) -> String? {
        let names = DateLanguage.allCases.map { "\($0)" }
        guard let nearest = Spelling.nearest(to: name, among: names) else { return nil }
        return DateLanguage.allCases.first { "\($0)" == nearest }?.tag
    }
}

/// Puts a blank before an argument that is a list of degrees and starts with a minus, so that
/// `toponym reverse -71.06,42.36` names a position and no options.
func shieldedDegrees(_ argument: String) -> String {
    let isDegrees =
        argument.utf8.first == UInt8(ascii: "-") && argument.utf8.contains(UInt8(ascii: ","))
        && argument.split(separator: ",").allSatisfy { Double($0) != nil }
    return isDegrees ? " " + argument : argument
}

/// How places are written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case ndjson
    case csv
    case geojson
}

/// Refuses a number of places that no answer has.
func checkLimit(_ limit: Int) throws {
    guard (1...1_000).contains(limit) else {
        throw ValidationError("--limit \(limit): give a number from 1 to 1000")
    }
}

/// Comma-separated degrees, so many as wanted.
private func degrees(_ text: String, count: Int, as form: String) throws -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        part.drop { $0 == " " }
    }
    let numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
    guard numbers.count == parts.count, numbers.count == count else {
        throw ValidationError("write \(form)")
    }
    return numbers
}

/// A position on the Earth.
private func position(longitude: Double, latitude: Double) throws -> Coordinate {
    guard (-180...180).contains(longitude) else {
        throw ValidationError("longitudes run from -180 to 180")
    }
    guard (-90...90).contains(latitude) else {
        throw ValidationError("latitudes run from -90 to 90, and stand second")
    }
    return Coordinate(longitude: longitude, latitude: latitude)
}
