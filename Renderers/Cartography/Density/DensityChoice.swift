/// When a map counts events in cells rather than drawing a mark for each.
public enum DensityChoice: String, Hashable, Sendable, CaseIterable {
    /// Where there would be more than `mostMarks`.
    case auto
    case always
    case never

    /// More marks than these hide each other, and are counted.
    public static let mostMarks = 2_000
}
