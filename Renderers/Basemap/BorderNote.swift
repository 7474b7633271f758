public import EDTF

/// What the foot of a map must say about its borders, in no language.
public enum BorderNote: Hashable, Sendable {
    /// Which borders a note is about.
    public enum Borders: Hashable, Sendable {
        case states
        case districts
    }

    /// Borders of other dates than the map's: those that are depicted, sorted, and the date that was
    /// asked for, nil for the present.
    case nearestKnown(Borders, times: [HistoricalDate], asked: HistoricalDate?)
    /// State borders of the dates depicted, of which it is not recorded since when they hold.
    case undated(times: [HistoricalDate])
    /// Lines that are only near the true ones.
    case approximate([BasemapLine.Kind])
}
