import EDTF
import GeoModel
import PlacePack
import PlaceResolution
import Places
import Testing

/// Identities are those of GeoNames (`gn:`).
@Suite("Completions") struct CompletionsTests {
    private static let resolver = PlaceResolver(index: Pack.embedded.index)

    private func ids(_ prefix: String, _ context: ResolutionContext) -> [String] {
        Self.resolver.completions(of: prefix, in: context).map(\.place.id)
    }

    @Test(arguments: ["Step", "STEPA", "Степа", "Ստե", "xank", "Xankə"])
    func `the start of a name in any script finds its place`(prefix: String) {
        #expect(ids(prefix, ResolutionContext(limit: 5)).contains("gn:146970"))
    }

    @Test func `a completion tells the name that starts so`() {
        let found = Self.resolver.completions(of: "Berdz", in: ResolutionContext(limit: 1))
        #expect(found.map(\.place.id) == ["gn:147625"])
        #expect(found.map(\.name.text) == ["Berdzor"])
    }

    @Test func `each place comes once`() {
        let found = ids("a", ResolutionContext(limit: 200))
        #expect(found.count == 200)
        #expect(Set(found).count == 200)
    }

    @Test func `a filter is filled from further down`() {
        let found = ids("gor", ResolutionContext(country: "AM", kinds: [.town], limit: 5))
        #expect(found.first == "gn:174895")
    }

    /// Baku is at 49.9° E, 40.4° N; São Tomé and other places of more note start with Ba too.
    @Test func `a position ranks`() {
        let near = ResolutionContext(
            near: Coordinate(longitude: 49.9, latitude: 40.4), limit: 1)
        #expect(ids("ba", near) == ["gn:587084"])
    }

    @Test func `the name of a date ranks`() throws {
        let context = ResolutionContext(
            asOf: try HistoricalDate(edtf: "1985"), country: "AZ", limit: 1)
        #expect(ids("Zhdan", context) == ["gn:148354"])
    }

    @Test(arguments: ["", " ", "\u{0}", "qwxz"])
    func `nothing starts so`(prefix: String) {
        #expect(ids(prefix, ResolutionContext(limit: 3)).isEmpty)
    }
}
