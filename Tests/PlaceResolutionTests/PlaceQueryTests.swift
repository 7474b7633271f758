import NameFolding
import PlaceResolution
import Testing

@Suite("Queries") struct PlaceQueryTests {
    @Test func `a name with containers is taken apart`() {
        let query = PlaceQuery(" Garadaghli ,  Khojavend district, Azerbaijan ")
        #expect(query.name == "Garadaghli")
        #expect(query.containers == ["Khojavend district", "Azerbaijan"])
        #expect(query.id == nil)
        #expect(!query.isNear)
    }

    @Test(arguments: ["gn:147928", "iso:AZ-LAC", "tp:nkao"])
    func `an id is an id`(text: String) {
        #expect(PlaceQuery(text).id == text)
    }

    @Test(arguments: ["12:30", "Note: Lachin", "Lachin", ":x", "gn:", "gn:1, Baku"])
    func `what is no id is a name`(text: String) {
        #expect(PlaceQuery(text).id == nil)
    }

    @Test(arguments: [
        ("near Askeran", "Askeran"), ("Near Askeran", "Askeran"),
        ("vicinity of Askeran", "Askeran"),
        ("in the vicinity of Askeran", "Askeran"), ("около Аскерана", "Аскерана"),
    ])
    func `near a place is near it`(text: String, name: String) {
        #expect(PlaceQuery(text).isNear)
        #expect(PlaceQuery(text).name == name)
    }

    @Test func `a name that starts as near does is a name`() {
        #expect(!PlaceQuery("Nearchos").isNear)
    }

    @Test(arguments: [
        ("Shaumyan (countryside) district", "Shaumyan district"), ("Khojaly (town)", "Khojaly"),
        ("(Khojaly)", "(Khojaly)"), ("Khojaly (town", "Khojaly (town"), ("Khojaly)", "Khojaly)"),
        ("Martuni (Khojavend (old))", "Martuni"),
    ])
    func `a remark in brackets is no part of the name`(text: String, name: String) {
        #expect(PlaceQuery(text).name == name)
    }

    @Test func `generic words are split off`() {
        #expect(PlaceQuery("Zangilan district").split?.bareName == "Zangilan")
        #expect(PlaceQuery("Zangilan").split == nil)
    }

    @Test(arguments: ["", ",", " , ,", "near "])
    func `an empty query has no name`(text: String) {
        #expect(PlaceQuery(text).name.isEmpty || PlaceQuery(text).name == "near")
    }

    @Test func `a long text is cut`() {
        #expect(PlaceQuery(String(repeating: "x", count: 100_000)).text.count == PlaceQuery.longest)
    }
}
