import MapPipeline
import Testing

@Suite("The file of rivers") struct RiverFileTests {
    /// The build lays it beside the program, and so beside the program of these tests.
    @Test func `the rivers are found beside the program`() {
        #expect(RiverFile.find()?.hasSuffix("rivers.bin") ?? false)
        #expect(RiverFile.basemap().problem == nil)
    }
}
