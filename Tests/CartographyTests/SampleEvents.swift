import Basemap
import EDTF
import GeoModel

@testable import Cartography

/// Made-up events on a made-up land of 10 by 6 degrees; nothing here stands for anything real.
enum SampleEvents {
    /// An event at a point.
    static func event(
        _ id: String, longitude: Double, latitude: Double, category: String = "attack",
        killed: Figure? = nil, partOf: String = "", place: String? = nil
    ) -> Feature {
        var feature = Feature(eventID: id, placeIndex: 1, placeCount: 1)
        let position = Coordinate(longitude: longitude, latitude: latitude)
        feature.geometry = .point(position)
        feature.anchor = position
        let name = place ?? "Place \(id)"
        feature.place = PlaceReference(
            text: name, id: "tp:\(name)", matchedName: name, tier: "exact", label: name)
        feature.precision = .settlement
        feature.title = "Event \(id)"
        feature.category = category
        feature.subcategory = "\(category), closer"
        feature.date = try? HistoricalDate(edtf: "1999-05-0\(1 + id.utf8.count % 8)")
        feature.partOf = partOf
        feature.counted = killed == nil ? "" : "people of \(name)"
        if let killed { feature.figures = [.init(key: "killed", figure: killed)] }
        feature.reportedBy = "Reporter"
        feature.source = "Source"
        return feature
    }

    /// An event without a place.
    static func homeless(_ id: String) -> Feature {
        var feature = Feature(eventID: id, placeIndex: 1, placeCount: 0)
        feature.title = "Event \(id)"
        feature.category = "politics"
        feature.source = "Source"
        return feature
    }

    /// An event known by country only.
    static func national(_ id: String, killed: Figure? = nil) -> Feature {
        var feature = event(id, longitude: 15, latitude: 43, killed: killed, place: "Country")
        feature.precision = .country
        return feature
    }

    /// One rectangle of land in a sea.
    static let land: BasemapLayers = {
        var layers = BasemapLayers()
        let corners = [(10.0, 40.0), (20, 40), (20, 46), (10, 46), (10, 40)]
        layers.land = [
            BasemapArea(
                id: "iso:XX",
                polygons: [
                    Polygon(outer: corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })
                ])
        ]
        layers.credits = ["Made up"]
        return layers
    }()

    /// A request for a map of features.
    static func request(_ features: [Feature], places: [LabelledPlace] = []) -> MapRequest {
        let layers = land
        var request = MapRequest { _ in layers }
        request.features = features
        request.places = places
        request.nameRule = "as the table spells them"
        request.packDate = try? HistoricalDate(edtf: "2000-01-01")
        return request
    }

    /// Towns in a grid over the land.
    static let towns: [LabelledPlace] = (0..<40).map { index in
        LabelledPlace(
            id: "gn:\(index)", label: "Town \(index)",
            anchor: Coordinate(
                longitude: 10.5 + Double(index % 8) * 1.2, latitude: 40.5 + Double(index / 8) * 1.1),
            form: .settlement, rank: 1 + index % 6)
    }
}
