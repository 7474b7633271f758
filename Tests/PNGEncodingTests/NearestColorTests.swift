import TestSupport
import Testing

@testable import PNGEncoding

@Suite("Nearest colours") struct NearestColorTests {
    @Test func `the nearest colour is that of looking at all`() {
        var random = SplitMix64(seed: 3)
        let keys = (0..<256).map { _ in
            // Few values, so that many colours are equally near.
            UInt32.random(in: 0...7, using: &random) * 0x0020_2020
                | UInt32.random(in: 0...3, using: &random) * 0x0000_4000
                | (Bool.random(using: &random) ? 0xFF00_0000 : 0x8000_0000)
        }
        let nearest = NearestColor(keys)
        for _ in 0..<2000 {
            let key = UInt32.random(in: 0...UInt32.max, using: &random)
            let distances = keys.map { distance(key, $0) }
            #expect(nearest.index(of: key) == distances.firstIndex(of: distances.min() ?? 0))
        }
    }

    @Test func `one colour is nearest to all`() {
        #expect(NearestColor([0xFF12_3456]).index(of: 0xFFFF_FFFF) == 0)
    }

    /// Squared differences of red, green, blue and alpha, weighted 2, 4, 3 and 9.
    private func distance(_ a: UInt32, _ b: UInt32) -> Int {
        zip([16, 8, 0, 24], [2, 4, 3, 9]).reduce(0) { sum, channel in
            let difference = Int(a >> channel.0 & 255) - Int(b >> channel.0 & 255)
            return sum + channel.1 * difference * difference
        }
    }
}
