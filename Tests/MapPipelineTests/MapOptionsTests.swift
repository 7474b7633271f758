import Cartography
import Diagnostics
import Testing

@testable import MapPipeline

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

    @Test func `more marks than one map can lay out are refused with the limit`() throws {
        var placed = try Sample.placed(Self.table)
        let feature = try #require(placed.features.first)
        placed.features = Array(repeating: feature, count: MapOptions.greatestFeatures)
        var options = MapOptions()
        options.density = .never
        try options.check(against: placed)
        placed.features.append(feature)
        // They are counted unless that is forbidden.
        try MapOptions().check(against: placed)
        let fault = #expect(throws: FileFault.self) { try options.check(against: placed) }
        #expect(fault?.diagnostic.code == "too-many-features")
        #expect(fault?.diagnostic.problem == "20001 marks, and one map draws at most 20000")
    }
}
