internal import GeoModel

/// Figures to radii: the area of a mark is in proportion to its value.
///
/// `r = rmax · √(v / vref)`, never under the least radius that still shows. The reference is the largest
/// value, or 50 where all are smaller: one death does not fill a map.
struct FigureScale: Hashable, Sendable {
    /// The value that has the largest radius; 0 when no event has a figure.
    let largestValue: Double
    let style: MapStyle

    init(largestValue: Double, style: MapStyle) {
        self.largestValue = largestValue
        self.style = style
    }

    /// The radius for a value above zero, in pixels.
    func radius(of value: Double) -> Double {
        guard largestValue > 0, value > 0 else { return style.leastRadius }
        let radius = style.largestRadius * (value / max(largestValue, 50)).squareRoot()
        return max(style.leastRadius, min(style.largestRadius, radius))
    }

    /// Up to three round values for the nested legend, largest first: 1, 2 or 5 times a power of
    /// ten, each about a fifth of the one before, as long as their radii differ to the eye.
    var legendValues: [Double] {
        guard largestValue > 0, largestValue.isFinite else { return [] }
        var values: [Double] = []
        var value = RoundNumber.atMost(largestValue)
        while values.count < 3, value >= 1 {
            if let last = values.last, radius(of: last) - radius(of: value) < 2 { break }
            values.append(value)
            value = RoundNumber.atMost(value / 5)
        }
        return values
    }
}

/// Numbers that people measure by: 1, 2 or 5 times a power of ten.
enum RoundNumber {
    /// The largest round number that is no more than `limit`, which is above zero.
    static func atMost(_ limit: Double) -> Double {
        precondition(limit > 0 && limit.isFinite, "round numbers start above zero")
        var power = 1.0
        while power * 10 <= limit { power *= 10 }
        while power > limit { power /= 10 }
        return [5, 2, 1].map { $0 * power }.first { $0 <= limit } ?? power
    }
}
