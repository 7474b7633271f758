/// Finds the nearest of some colours: the first of equally near ones.
///
/// The colours stand in order of their green, which counts most: the search goes from the sought green
/// both ways and ends where the green alone is farther than the best so far. Of 256 colours of a map
/// about 30 are looked at.
struct NearestColor {
    private struct Candidate {
        var channels: SIMD4<Int32>
        /// The place among the colours that were given.
        var place: Int
    }

    private let candidates: [Candidate]
    /// By green: the first candidate with as much or more.
    private let starts: [Int]

    init(_ keys: [UInt32]) {
        let candidates = keys.indices.map {
            Candidate(channels: Self.channels(keys[$0]), place: $0)
        }
        .sorted { ($0.channels.y, $0.place) < ($1.channels.y, $1.place) }
        var starts: [Int] = []
        for (index, candidate) in candidates.enumerated() {
            while starts.count <= candidate.channels.y { starts.append(index) }
        }
        starts += Array(repeating: candidates.count, count: 256 - starts.count)
        self.candidates = candidates
        self.starts = starts
    }

    /// The place of the nearest colour.
    func index(of key: UInt32) -> Int {
        let color = Self.channels(key)
        var nearest = Nearest(color: color)
        var above = starts[Int(color.y)]
        var below = above - 1
        while true {
            let up = above < candidates.count && nearest.mayLie(in: candidates[above].channels)
            if up {
                nearest.consider(candidates[above].channels, candidates[above].place)
                above += 1
            }
            let down = below >= 0 && nearest.mayLie(in: candidates[below].channels)
            if down {
                nearest.consider(candidates[below].channels, candidates[below].place)
                below -= 1
            }
            if !up, !down { return nearest.place }
        }
    }

    /// The best so far.
    private struct Nearest {
        let color: SIMD4<Int32>
        var place = 0
        var distance = Int32.max

        /// Whether a colour with such a green, or one farther off, may be as near as the best.
        @inline(__always)
        func mayLie(in channels: SIMD4<Int32>) -> Bool {
            let green = color.y &- channels.y
            return NearestColor.weights.y &* green &* green <= distance
        }

        @inline(__always)
        mutating func consider(_ channels: SIMD4<Int32>, _ place: Int) {
            let distance = NearestColor.distance(color, channels)
            if distance < self.distance || (distance == self.distance && place < self.place) {
                (self.place, self.distance) = (place, distance)
            }
        }
    }

    /// How far two colours are apart for the eye, roughly: it sees green best.
    @inline(__always)
    static func distance(_ a: SIMD4<Int32>, _ b: SIMD4<Int32>) -> Int32 {
        let difference = a &- b
        return (difference &* difference &* weights).wrappedSum()
    }

    /// Up to this distance two colours look alike where shapes meet: 10 steps of green, 14 of red, 12 of
    /// blue, or 6 of each.
    static let likeness: Int32 = 400

    /// Of red, green, blue and alpha: the first three as in the common approximation of
    /// luminance-weighted distance, 2 : 4 : 3.
    static let weights = SIMD4<Int32>(2, 4, 3, 9)

    /// Red, green, blue and alpha.
    static func channels(_ key: UInt32) -> SIMD4<Int32> {
        SIMD4(
            Int32(key >> 16 & 255), Int32(key >> 8 & 255), Int32(key & 255), Int32(key >> 24))
    }
}
