import Diagnostics
import MapPipeline
import Testing

@Suite("Options of a map") struct MapOptionsTests {
    private static let table = "id,place,category,visitors\n1,Ganja,fair,20\n2,Barda,march,\n"

    @Test func `what the table has may be named`() throws {
        let placed = try Sample.placed(Self.table)
        var options = MapOptions()
        try options.check(against: placed)
        options.sizeBy = "visitors"
        options.filter.categories = ["march", "fair"]
        try options.check(against: placed)
        options.sizeBy = nil
        try options.check(against: placed)
    }

    @Test func `a slip in a category or a column says what there is`() throws {
        let placed = try Sample.placed(Self.table)
        var options = MapOptions()
        options.filter.categories = ["fair", "fare"]
        let category = #expect(throws: FileFault.self) { try options.check(against: placed) }
        #expect(category?.diagnostic.problem == "no event is of the category \"fare\"")
        #expect(category?.diagnostic.candidates == ["fair", "march"])
        options.filter.categories = []
        options.sizeBy = "visitor"
        let column = #expect(throws: FileFault.self) { try options.check(against: placed) }
        #expect(column?.diagnostic.remedy == "columns with figures: visitors")
    }
}
