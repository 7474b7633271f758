public import Raster
public import Typesetting

/// A text that wants a place on the map.
public struct LabelRequest: Hashable, Sendable {
    /// What the label hangs on.
    public enum Anchor: Hashable, Sendable {
        /// Beside a mark: eight positions around it, clear of it by its radius (1/256 pixel) and a gap.
        case mark(SubpixelPoint, radius: Int32)
        /// Centred on the first of these points where it fits.
        case centred([SubpixelPoint])
    }

    /// The stable id that breaks ties.
    public var id: String
    /// Lower is placed first.
    public var priority: Int
    /// The lines of the label, top to bottom, centred or ranged with the side they stand on.
    public var lines: [TextLine]
    /// What the label hangs on.
    public var anchor: Anchor
    /// Free space kept around the label, in 1/256 pixel.
    public var margin: Int32
    /// The label may be tied to its mark by a leader line when all near positions fail.
    public var allowsLeader: Bool

    /// Makes a request.
    public init(
        id: String, priority: Int, lines: [TextLine], anchor: Anchor, margin: Int32 = 512,
        allowsLeader: Bool = false
    ) {
        self.id = id
        self.priority = priority
        self.lines = lines
        self.anchor = anchor
        self.margin = margin
        self.allowsLeader = allowsLeader
    }
}

/// Where a label was put.
public struct LabelPlacement: Hashable, Sendable {
    /// The request's id.
    public var id: String
    /// The box of the text, without margin.
    public var box: PixelRectangle
    /// The baseline starts of the request's lines.
    public var origins: [SubpixelPoint]
    /// A leader from the mark to the label, when it stands off.
    public var leader: Path?
}
