import MapPipeline
import NameFolding
import PlacePack
import TestSupport
import Testing

@Suite("The default pack") struct DefaultPackTests {
    /// What the recipe says is quick to compare; `Scripts/build-pack --check` compares all bytes.
    @Test func `is made from the tables as they are`() throws {
        let folders = ["Tables", "Derived/Region", "Derived/World"]
        let tables = try CuratedTables(
            folders: folders.map { Checkout.path("Gazetteer/Data/\($0)") })
        let steps = PackInfo.embedded.recipe.split(separator: "\n").map(String.init)
        let folding = "names folded by revision \(FoldingRevision.current)"
        #expect(steps == [tables.recipe, folding], "run Scripts/build-pack")
    }
}
