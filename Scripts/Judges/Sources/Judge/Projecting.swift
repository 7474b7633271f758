import GeoModel
import Projections

/// Projects positions, a line each: the projection, its numbers with commas between, longitude, latitude;
/// tabs between. Answers x, y, and the position back; `none` where there is none.
///
/// mercator CENTRE; plate-carree CENTRE,TRUE; lambert CENTRE,ORIGIN,FIRST,SECOND; equal-earth CENTRE
enum Projecting {
    static func run() throws {
        while let line = readLine() {
            let cells = line.split(separator: "\t")
            let numbers = cells[1].split(separator: ",").compactMap { Double($0) }
            guard cells.count == 4, let longitude = Double(cells[2]),
                let latitude = Double(cells[3]),
                let projection = projection(String(cells[0]), numbers)
            else { fatalError("no position: \(line)") }
            let position = Coordinate(longitude: longitude, latitude: latitude)
            guard let point = projection.project(position) else {
                print("none")
                continue
            }
            guard let back = projection.unproject(x: point.x, y: point.y) else {
                print(point.x, point.y, "none", separator: "\t")
                continue
            }
            print(point.x, point.y, back.longitude, back.latitude, separator: "\t")
        }
    }

    private static func projection(_ name: String, _ numbers: [Double]) -> (any MapProjection)? {
        switch (name, numbers.count) {
        case ("mercator", 1): WebMercator(centralLongitude: numbers[0])
        case ("plate-carree", 2):
            PlateCarree(centralLongitude: numbers[0], trueLatitude: numbers[1])
        case ("lambert", 4):
            LambertConformalConic(
                standardParallels: (numbers[2], numbers[3]),
                origin: Coordinate(longitude: numbers[0], latitude: numbers[1]))
        case ("equal-earth", 1): EqualEarth(centralLongitude: numbers[0])
        default: nil
        }
    }
}
