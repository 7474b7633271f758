import MapPipeline
import PlacePack
import Testing

@Suite("A map drawn by several threads") struct MapThreadsTests {
    @Test func `has the same bytes as by one`() throws {
        let maker = try MapMaker(pack: .embedded)
        var options = MapOptions()
        (options.width, options.height) = (480, 360)
        func map(_ threads: Int) throws -> [UInt8] {
            options.threads = threads
            return try maker.map(of: nil, wanted: ["gn:587084", "gn:611717"], options: options)
                .png()
        }
        let one = try map(1)
        for threads in [2, 4] { #expect(try map(threads) == one) }
    }
}
