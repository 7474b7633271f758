internal import Raster

/// Chooses up to 256 colours for a picture that has more.
///
/// A map is flat colours, exact to the eye, and the blends along their edges. So the colours that
/// fill more than 1/2000 of the picture are taken as they are; the rest share what places are left:
/// the group of colours that differ most is split in two, where the sum of squared differences
/// falls most, until all of a group look like their mean, or there are 256 colours. IEEE sums and quotients
/// in one order, and a total order of colours: the same picture gives the same palette.
///
/// Source: X. Wu, "Efficient statistical computations for optimal color quantization", Graphics Gems
/// II (1991), for splitting by variance.
struct ColorQuantizer {
    /// The colours chosen, ascending.
    let keys: [UInt32]

    private static let maximumCount = 256
    /// How many of the palette's places go to colours taken as they are, at most.
    private static let maximumExact = 128

    init(_ histogram: ColorHistogram) {
        let total = histogram.counts.reduce(0, +)
        // The most frequent first, then by key.
        let byFrequency = histogram.keys.indices
            .map { UInt64(total - histogram.counts[$0]) << 32 | UInt64(histogram.keys[$0]) }
            .sorted()
            .map {
                (
                    key: UInt32(truncatingIfNeeded: $0),
                    count: total - Int(truncatingIfNeeded: $0 >> 32)
                )
            }
        let exact = byFrequency.prefix(Self.maximumExact).prefix { $0.count * 2000 > total }
        let rest = byFrequency.dropFirst(exact.count).map {
            WeightedColor(key: $0.key, count: $0.count)
        }
        let groups = Self.groups(of: rest, count: Self.maximumCount - exact.count)
        keys = Set(exact.map(\.key) + groups.map(\.key)).sorted()
    }

    private static func groups(of colors: [WeightedColor], count: Int) -> [ColorGroup] {
        var groups = [ColorGroup(colors)]
        while groups.count < count {
            var widest = 0
            for index in groups.indices where groups[index].error > groups[widest].error {
                widest = index
            }
            guard let (first, second) = groups[widest].split() else { break }
            groups[widest] = first
            groups.append(second)
        }
        return groups
    }
}

/// Small, for these are sorted over and over.
private struct WeightedColor {
    var key: UInt32
    var weight: Int32

    /// Frequent colours count more, but far less than by their number: what is rare is often a
    /// small mark, and must be seen.
    init(key: UInt32, count: Int) {
        self.key = key
        weight = Int32(count.bitWidth - count.leadingZeroBitCount)
    }

    @inline(__always)
    var channels: SIMD4<Double> { SIMD4(NearestColor.channels(key)) }

    /// A number that puts colours in the order of a channel, then of their keys, and holds the rest.
    func rank(by channel: Int) -> UInt64 {
        let value = UInt64(truncatingIfNeeded: NearestColor.channels(key)[channel])
        return value << 56 | UInt64(key) << 24 | UInt64(truncatingIfNeeded: weight)
    }

    /// The colour of a rank.
    init(rank: UInt64) {
        key = UInt32(truncatingIfNeeded: rank >> 24)
        weight = Int32(truncatingIfNeeded: rank & 0xFF)
    }
}

/// Sums of colours from which the mean and the squared differences to it follow.
private struct ColorSums {
    var weight = 0.0
    var first = SIMD4<Double>()

    @inline(__always)
    mutating func add(_ color: WeightedColor) {
        weight += Double(color.weight)
        first += color.channels * Double(color.weight)
    }

    @inline(__always)
    static func - (all: ColorSums, part: ColorSums) -> ColorSums {
        ColorSums(weight: all.weight - part.weight, first: all.first - part.first)
    }

    /// How much smaller the sum of squared differences to the mean is than that of the squares.
    @inline(__always)
    var saved: Double { (first * first * ColorGroup.weights).sum() / weight }

    var mean: SIMD4<Double> { first / weight }
}

/// Colours that share one place of the palette.
private struct ColorGroup {
    private let colors: [WeightedColor]
    private let sums: ColorSums
    /// The weighted squared differences from the mean, by channel.
    private let errors: SIMD4<Double>
    /// How much is lost by taking the mean for all: nothing where all look like it.
    let error: Double

    fileprivate static let weights = SIMD4<Double>(NearestColor.weights)

    init(_ colors: [WeightedColor]) {
        var sums = ColorSums()
        for color in colors { sums.add(color) }
        let mean = sums.mean
        var (errors, farthest) = (SIMD4<Double>(), 0.0)
        for color in colors {
            let difference = color.channels - mean
            let squared = difference * difference * Self.weights
            errors += squared * Double(color.weight)
            farthest = max(farthest, squared.sum())
        }
        self.colors = colors
        self.sums = sums
        self.errors = errors
        error = farthest <= Double(NearestColor.likeness) ? 0 : errors.sum()
    }

    /// The mean colour as a key.
    var key: UInt32 {
        let mean = SIMD4<UInt32>(sums.mean + 0.5)
        return mean.w << 24 | mean.x << 16 | mean.y << 8 | mean.z
    }

    /// Two groups along the channel in which the colours differ most; nil where all look alike.
    func split() -> (ColorGroup, ColorGroup)? {
        guard error > 0, colors.count > 1 else { return nil }
        let channel = (0..<4).reduce(0) { errors[$1] > errors[$0] ? $1 : $0 }
        let sorted = colors.map { $0.rank(by: channel) }.sorted().map(WeightedColor.init(rank:))
        var (part, best, most) = (ColorSums(), 1, -Double.infinity)
        for index in 0..<sorted.count - 1 {
            part.add(sorted[index])
            let saved = part.saved + (sums - part).saved
            if saved > most { (best, most) = (index + 1, saved) }
        }
        return (ColorGroup(Array(sorted[..<best])), ColorGroup(Array(sorted[best...])))
    }
}

extension SIMD4<Double> {
    /// Added in the order of the channels: the same on every machine.
    @inline(__always)
    fileprivate func sum() -> Double { x + y + z + w }
}
