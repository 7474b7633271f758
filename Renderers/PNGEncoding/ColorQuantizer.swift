internal import Raster

/// Chooses 256 colours for a picture that has more.
///
/// A map is flat colours, exact to the eye, and the blends along their edges. So the colours that
/// fill more than 1/2000 of the picture are taken as they are; the rest share what places are left:
/// the group of colours that differ most is split in two, where the sum of squared differences
/// falls most, until there are enough groups. Integers throughout, and a total order of colours: the
/// same picture gives the same palette.
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
        let byFrequency = histogram.keys.indices.sorted {
            (histogram.counts[$1], histogram.keys[$0]) < (histogram.counts[$0], histogram.keys[$1])
        }
        let exactCount = byFrequency.prefix(Self.maximumExact).prefix {
            histogram.counts[$0] * 2000 > total
        }.count
        let exact = byFrequency.prefix(exactCount).map { histogram.keys[$0] }
        let rest = byFrequency.dropFirst(exactCount).map {
            WeightedColor(key: histogram.keys[$0], count: histogram.counts[$0])
        }
        let groups = Self.groups(of: rest, count: Self.maximumCount - exactCount)
        keys = Set(exact + groups.map(\.mean)).sorted()
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

    var channels: SIMD4<Int> { SIMD4(truncatingIfNeeded: NearestColor.channels(key)) }

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
    var weight = 0
    var first = SIMD4<Int>()
    var second = SIMD4<Int>()

    static func + (sums: ColorSums, color: WeightedColor) -> ColorSums {
        let (weight, channels) = (Int(color.weight), color.channels)
        return ColorSums(
            weight: sums.weight + weight, first: sums.first &+ channels &* weight,
            second: sums.second &+ channels &* channels &* weight)
    }

    static func - (all: ColorSums, part: ColorSums) -> ColorSums {
        ColorSums(
            weight: all.weight - part.weight, first: all.first &- part.first,
            second: all.second &- part.second)
    }

    /// The weighted squared differences from the mean, by channel.
    var errors: SIMD4<Int> {
        guard weight > 0 else { return SIMD4() }
        let spread = second &- first &* first / weight
        return spread &* SIMD4<Int>(2, 4, 3, 9)
    }

    var error: Int { errors.wrappedSum() }
}

/// Colours that share one place of the palette.
private struct ColorGroup {
    private let colors: [WeightedColor]
    private let sums: ColorSums
    /// How much is lost by taking the mean for all.
    let error: Int

    init(_ colors: [WeightedColor]) {
        self.colors = colors
        sums = colors.reduce(ColorSums(), +)
        error = sums.error
    }

    /// The mean colour as a key.
    var mean: UInt32 {
        guard sums.weight > 0 else { return 0xFF00_0000 }
        let mean = (sums.first &+ sums.weight / 2) / sums.weight
        return UInt32(mean.w) << 24 | UInt32(mean.x) << 16 | UInt32(mean.y) << 8 | UInt32(mean.z)
    }

    /// Two groups along the channel in which the colours differ most; nil if they are all equal.
    func split() -> (ColorGroup, ColorGroup)? {
        guard error > 0, colors.count > 1 else { return nil }
        let errors = sums.errors
        let channel = (0..<4).reduce(0) { errors[$1] > errors[$0] ? $1 : $0 }
        let sorted = colors.map { $0.rank(by: channel) }.sorted().map(WeightedColor.init(rank:))
        var (part, best, least) = (ColorSums(), 1, Int.max)
        for index in sorted.indices.dropLast() {
            part = part + sorted[index]
            let error = part.error + (sums - part).error
            if error < least { (best, least) = (index + 1, error) }
        }
        return (ColorGroup(Array(sorted[..<best])), ColorGroup(Array(sorted[best...])))
    }
}
