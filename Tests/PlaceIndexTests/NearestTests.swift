import GeoModel
import PlaceIndex
import Places
import TestSupport
import Testing

@Suite("Nearest places") struct NearestTests {
    /// Half of the places crowd the poles and the antimeridian; some share a position.
    private func places(_ generator: inout SplitMix64) -> [Place] {
        (0..<300).map { number in
            var longitude = Double.random(in: -180...180, using: &generator)
            var latitude = Double.random(in: -90...90, using: &generator)
            switch number % 6 {
            case 0: latitude = 90 - Double.random(in: 0...1, using: &generator)
            case 1: latitude = -90 + Double.random(in: 0...1, using: &generator)
            case 2: longitude = 180 - Double.random(in: 0...1, using: &generator)
            case 3: longitude = -180 + Double.random(in: 0...1, using: &generator)
            default: break
            }
            if number % 50 == 49 { (longitude, latitude) = (10, 50) }
            return Place(
                id: "tp:\(number)", kind: number % 3 == 0 ? .town : .village, label: "\(number)",
                coordinate: Coordinate(
                    longitude: (longitude * 1e7).rounded() / 1e7,
                    latitude: (latitude * 1e7).rounded() / 1e7), source: "a page")
        }
    }

    private func probes(_ generator: inout SplitMix64) -> [Coordinate] {
        let edges = [
            (180.0, 0.0), (-180, 0), (180, 89.9), (0, 90), (77, -90), (179.99, -45), (10, 50),
        ].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        return edges
            + (0..<40).map { _ in
                Coordinate(
                    longitude: Double.random(in: -180...180, using: &generator),
                    latitude: Double.random(in: -90...90, using: &generator))
            }
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func `are those of brute force, of equal ones by id`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let places = places(&generator)
        let index = NameIndex(places)
        for probe in probes(&generator) {
            let expected = places.sorted { left, right in
                let (l, r) = (
                    probe.distance(to: left.coordinate), probe.distance(to: right.coordinate)
                )
                return l == r ? left.id < right.id : l < r
            }
            let found = index.nearest(to: probe, limit: 5)
            #expect(found.map { index.places[$0.placeIndex].id } == expected.prefix(5).map(\.id))
            #expect(
                found.map(\.distanceInMetres)
                    == expected.prefix(5).map { probe.distance(to: $0.coordinate) })
            let towns = index.nearest(to: probe, limit: 2) { $0.kind == .town }
            #expect(
                towns.map { index.places[$0.placeIndex].id }
                    == expected.filter { $0.kind == .town }.prefix(2).map(\.id))
        }
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func `to each of many are those to each alone`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let places = places(&generator)
        let nowhere = Coordinate(longitude: .infinity, latitude: 0)
        let probes = probes(&generator) + [nowhere] + places.prefix(100).map(\.coordinate)
        let one = NameIndex(places)
        let both = NameIndex(joining: [NameIndex(Array(places.prefix(120))), one])
        for index in [one, both, NameIndex([])] {
            #expect(
                index.nearest(toEach: probes) == probes.map { index.nearest(to: $0).first })
        }
    }

    @Test func `no limit, no place and no position find none`() {
        let here = Coordinate(longitude: 1, latitude: 1)
        let place = Place(id: "tp:a", kind: .town, label: "A", coordinate: here, source: "a page")
        #expect(NameIndex([place]).nearest(to: here, limit: 0).isEmpty)
        #expect(NameIndex([]).nearest(to: here).isEmpty)
        let nowhere = Coordinate(longitude: .nan, latitude: 200)
        #expect(NameIndex([place]).nearest(to: nowhere).isEmpty)
        #expect(NameIndex([place]).nearest(to: here, limit: 9).count == 1)
    }
}
