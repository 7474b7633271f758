import EDTF
import GeoModel
import MapPipeline
import PlacePack
import Places
import Testing

/// Khankendi stands at 46.75° E, 39.82° N (GeoNames 146970); the oblast was from 1923 to 1991.
@Suite("Whereabouts") struct WhereaboutsTests {
    private let khankendi = Coordinate(longitude: 46.7528, latitude: 39.8177)

    private func within(_ position: Coordinate, _ date: String?) throws -> [String: String] {
        let whereabouts = Whereabouts(
            of: position, in: .embedded, asOf: try date.map { try HistoricalDate(edtf: $0) })
        return Dictionary(
            uniqueKeysWithValues: whereabouts.within.map { ($0.place.id, $0.reason) })
    }

    @Test func `the place at the spot is nearest, at no distance`() {
        let nearest = Whereabouts(of: khankendi, in: .embedded, limit: 3).nearest
        #expect(nearest.map(\.place.id).first == "gn:146970")
        #expect(nearest.map(\.distanceInMetres).first == 0)
        #expect(nearest.count == 3)
        #expect(nearest.map(\.distanceInMetres) == nearest.map(\.distanceInMetres).sorted())
    }

    @Test func `a unit of the past holds a position while it was`() throws {
        #expect(try within(khankendi, "1988")["tp:nkao"]?.contains("outline 1923") == true)
        #expect(try within(khankendi, "1988")["tp:ussr"]?.contains("claim of SU") == true)
        #expect(try within(khankendi, nil)["tp:nkao"] == nil)
        #expect(try within(khankendi, nil)["iso:AZ"] != nil)
    }

    /// Natural Earth draws the seas of no country.
    @Test func `far out at sea there is no area`() throws {
        #expect(try within(Coordinate(longitude: -30, latitude: 0), nil).isEmpty)
    }

    @Test func `claims count at the place and not far from it`() throws {
        let afar = Coordinate(longitude: 46.7528, latitude: 39.8450)
        for (_, reason) in try within(afar, nil) where reason.contains("claim") {
            let nearest = Whereabouts(of: afar, in: .embedded, limit: 1).nearest
            #expect(nearest.allSatisfy { $0.distanceInMetres <= Whereabouts.reachOfClaims })
        }
    }
}
