package import GeoModel

extension PlacePrecision {
    /// How many digits of a degree the coordinates of a place so known are worth.
    package var coordinateDigits: Int {
        switch self {
        case .point: 5
        case .settlement: 4
        case .near: 3
        case .district, .region, .country: 2
        }
    }
}
