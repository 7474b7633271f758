import MapPipeline
import PlacePack
import TestSupport
import Testing

@Suite("The default pack") struct DefaultPackTests {
    /// What the recipe says is quick to compare; `Scripts/build-pack --check` compares all bytes.
    @Test func `is made from the tables as they are`() throws {
        let folders = ["Tables", "Derived/Region", "Derived/World"]
        let tables = try CuratedTables(
            folders: folders.map { Checkout.path("Gazetteer/Data/\($0)") })
        #expect(PackInfo.embedded.recipe == tables.recipe, "run Scripts/build-pack")
    }
}
