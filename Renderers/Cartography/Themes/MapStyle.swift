/// Sizes and widths in style pixels: one family, few sizes with a ratio of about 1.2, calm lines.
///
/// No text is smaller than 10 px. Sources: the type sizes of Axis Maps' cartography guide and the
/// Ordnance Survey's; mark sizes by eye on the example maps.
struct MapStyle: Hashable, Sendable {
    /// The largest radius of a sized mark.
    var largestRadius: Double
    /// The least radius of a sized mark.
    let leastRadius = 3.6
    /// The radius of a mark without a figure: one size, whatever happened.
    let plainRadius: Double
    /// The radius of an open ring for a figure of zero.
    let zeroRadius = 3.0
    /// The radius of a settlement's dot.
    let townDotRadius: Double
    /// Between the marks of one place.
    let markGap = 1.5
    /// Around text in the furniture.
    let padding = 10.0
    /// Between the map and the edge of the picture.
    let margin: Double

    /// Whether the picture is a small one, such as 600 x 400.
    let isSmall: Bool

    /// Sizes for a picture of so many style pixels: smaller pictures get smaller marks and margins,
    /// where a theme has none of its own.
    init(width: Int, height: Int, sizes: Theme.Sizes = Theme.Sizes()) {
        let size = (Double(width) * Double(height)).squareRoot()
        let share = max(0.55, min(1, size / (1200.0 * 900).squareRoot()))
        isSmall = share < 0.8
        largestRadius = sizes.largestMarkRadius ?? (28 * share).rounded()
        plainRadius = sizes.plainMarkRadius ?? (isSmall ? 3.6 : 4.5)
        townDotRadius = sizes.townDotRadius ?? 2.2
        margin = (sizes.margin ?? (isSmall ? 8 : 16)).rounded()
    }
}
