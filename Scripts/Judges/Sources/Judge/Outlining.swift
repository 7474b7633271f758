import Boundaries
import GeoModel

/// Prints the linked outlines of the present as a zoom has them, a line each ring: kind, id, polygon, and
/// longitude and latitude in turn, commas between; tabs between the rest. Outer rings come first.
enum Outlining {
    static func run(zoom: Int) {
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        for area in BoundaryStore.embedded.areas(in: world, zoom: zoom) {
            for (number, polygon) in area.polygons.enumerated() {
                for ring in [polygon.outer] + polygon.holes {
                    let numbers = ring.flatMap { [$0.longitude, $0.latitude] }
                    let text = numbers.map(\.description).joined(separator: ",")
                    print(area.kind.rawValue, area.id, number, text, separator: "\t")
                }
            }
        }
    }
}
