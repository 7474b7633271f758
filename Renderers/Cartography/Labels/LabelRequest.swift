public import Raster
public import Typesetting

/// A text that wants a place on the map.
public struct LabelRequest: Hashable, Sendable {
    /// What the label hangs on.
    public enum Anchor: Hashable, Sendable {
        /// Beside a mark: eight positions around it, clear of its outer radius (1/256 pixel) by a gap.
        case mark(SubpixelPoint, radius: Int32)
        /// Centred on one of these points, the earlier the better.
        case centred([SubpixelPoint])
        /// In the middle of one of these courses, the earlier the better; of one line.
        case along([TextCourse])
    }

    /// The stable id that breaks ties; no two requests have the same.
    public var id: String
    /// Lower is placed first.
    public var priority: Int
    /// The lines of the label, top to bottom, centred or ranged with the side they stand on.
    public var lines: [TextLine]
    /// Shorter or smaller texts to fall back on, in order, when there is no room near the anchor.
    public var alternatives: [[TextLine]]
    /// What the label hangs on.
    public var anchor: Anchor
    /// Free space kept around the label, in 1/256 pixel: at least the radius of its halo.
    public var margin: Int32
    /// The label may be tied to its mark by a leader line when all near positions fail.
    public var allowsLeader: Bool
    /// How far a leader may reach from the mark's edge, in half ems of the text.
    public var leaderReach: Int32 = 17
    /// How many distances a place beside the mark may have: the gap, then half an em more each.
    public var rings = 3
    /// How far off the same text may be placed again, middle to middle, in 1/256 pixel; 0 for no rule.
    public var repeatDistance: Int32
    /// The label rather stands on land than over water; names of coast towns go either way.
    public var avoidsWater = false

    /// Makes a request.
    public init(
        id: String, priority: Int, lines: [TextLine], alternatives: [[TextLine]] = [],
        anchor: Anchor, margin: Int32 = 512, allowsLeader: Bool = false, repeatDistance: Int32 = 0
    ) {
        self.id = id
        self.priority = priority
        self.lines = lines
        self.alternatives = alternatives
        self.anchor = anchor
        self.margin = margin
        self.allowsLeader = allowsLeader
        self.repeatDistance = repeatDistance
    }
}

/// What no label may touch.
public enum LabelObstacle: Hashable, Sendable {
    /// A mark; the radius is in 1/256 pixel.
    case disc(SubpixelPoint, radius: Int32)
    /// A piece of furniture.
    case rectangle(SubpixelBounds)
    /// A line that must stay free, such as an arrow; half its width is in 1/256 pixel.
    case segment(SubpixelPoint, SubpixelPoint, halfWidth: Int32)
    /// A piece of a line that names may run along: those stand on it, all others keep off.
    case course(SubpixelPoint, SubpixelPoint, halfWidth: Int32)
}

/// Where a label was put.
public struct LabelPlacement: Hashable, Sendable {
    /// The request's id.
    public var id: String
    /// Which text was set: 0 for the request's lines, 1 for its first alternative, and so on.
    public var variant: Int
    /// The box of the text, without margin.
    public var box: SubpixelBounds
    /// The baseline starts of that text's lines.
    public var origins: [SubpixelPoint]
    /// A leader from the mark to the label, when it stands off.
    public var leader: Path?
    /// What the text runs along, when it does not stand in lines.
    public var course: TextCourse?
}

/// Where all labels went. Both lists are in the order of priority, then id.
public struct LabelLayout: Hashable, Sendable {
    /// The labels that found a place.
    public var placements: [LabelPlacement]
    /// The ids of those that found none.
    public var dropped: [String]
}
