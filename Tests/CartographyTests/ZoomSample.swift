import Basemap
import GeoModel
import TestSupport

/// Made-up land, events and places around a position.
struct ZoomSample {
    let centre: (longitude: Double, latitude: Double)
    /// From the centre to the sides, in degrees.
    let spread: Double

    init(centre: (Double, Double), spread: Double) {
        self.centre = (centre.0, centre.1)
        self.spread = spread
    }

    private func position(_ random: inout SplitMix64, reach: Double = 1) -> Coordinate {
        let x = centre.longitude + .random(in: -spread * reach...spread * reach, using: &random)
        let y =
            centre.latitude + .random(in: -spread * reach...spread * reach, using: &random) * 0.6
        return Coordinate(
            longitude: x > 180 ? x - 360 : x < -180 ? x + 360 : x, latitude: max(-84, min(84, y)))
    }

    /// A wobbly outline of many corners.
    private func ring(
        at middle: Coordinate, radius: Double, corners: Int, _ random: inout SplitMix64
    ) -> [Coordinate] {
        // Points on a square's edge, each pushed in a little: no sines needed.
        var ring = (0..<corners).map { index -> Coordinate in
            let along = Double(index % (corners / 4)) / Double(corners / 4) * 2 - 1
            let sides = [(along, -1.0), (1, along), (-along, 1), (-1, -along)]
            let (x, y) = sides[min(3, index / (corners / 4))]
            let push = Double.random(in: 0.7...1, using: &random) * radius
            let longitude = middle.longitude + x * push
            return Coordinate(
                longitude: longitude > 180
                    ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
                latitude: max(-85, min(85, middle.latitude + y * push * 0.7)))
        }
        ring.append(ring[0])
        return ring
    }

    func layers(_ random: inout SplitMix64) -> BasemapLayers {
        var layers = BasemapLayers()
        let middle = Coordinate(longitude: centre.longitude, latitude: centre.latitude)
        layers.land = [
            BasemapArea(
                id: "iso:XX",
                polygons: [
                    Polygon(
                        outer: ring(
                            at: middle, radius: min(170, spread * 1.5), corners: 400, &random))
                ])
        ]
        layers.lakes = (0..<6).map { index in
            BasemapArea(
                id: "lake \(index)",
                polygons: [
                    Polygon(
                        outer: ring(
                            at: position(&random), radius: spread / 12, corners: 80, &random))
                ])
        }
        let kinds: [BasemapLine.Kind] = [.district, .country, .formerOblast, .lineOfContact]
        layers.lines = kinds.map { kind in
            let parts = (0..<3).map { _ in (0..<12).map { _ in position(&random) } }
            return BasemapLine(kind: kind, isNearestKnown: false, parts: parts)
        }
        layers.rivers = [
            BasemapRiver(kind: .large, parts: [(0..<30).map { _ in position(&random) }])
        ]
        return layers
    }

    /// Points with and without figures, some at the same place, areas, arrows and a road.
    func features(_ count: Int, _ random: inout SplitMix64) -> [Feature] {
        let kinds = ["attack", "protest", "visit", "shelling", "politics"]
        var features: [Feature] = []
        for index in 0..<count {
            let place =
                index % 5 == 4 ? features[index - 1].anchor ?? position(&random) : position(&random)
            var feature = SampleEvents.event(
                "e\(1000 + index)", longitude: place.longitude, latitude: place.latitude,
                category: kinds[index % kinds.count],
                killed: index % 3 == 0 ? Figure(Double.random(in: 1..<500, using: &random)) : nil,
                place: "Place \(index % 5 == 4 ? index - 1 : index)")
            switch index % 12 {
            case 5:
                feature.precision = .near
                feature.uncertaintyInMetres = 20_000
            case 7, 8:
                feature.precision = index % 12 == 7 ? .district : .region
                feature.geometry = .polygon(
                    Polygon(outer: ring(at: place, radius: spread / 10, corners: 60, &random)))
            case 9:
                feature.destination = PlaceReference(
                    text: "Goal", id: "tp:Goal\(index)", matchedName: "Goal", tier: "exact",
                    label: "Goal")
                feature.geometry = .lineString([place, position(&random)])
            case 10: feature.geometry = .lineString((0..<4).map { _ in position(&random) })
            default: break
            }
            features.append(feature)
        }
        return features
    }

    func places(_ count: Int, _ random: inout SplitMix64) -> [LabelledPlace] {
        let forms: [LabelledPlace.Form] = [
            .settlement, .settlement, .settlement, .settlement, .district, .settlement, .water,
            .country, .region,
        ]
        return (0..<count).map { index in
            LabelledPlace(
                id: "gn:\(index)",
                label: ["Yerevan", "Khankendi / Stepanakert", "Gəncə"][index % 3],
                anchor: position(&random), form: forms[index % forms.count],
                rank: .random(in: 1...6, using: &random),
                weight: .random(in: 0...100_000, using: &random))
        }
    }
}
