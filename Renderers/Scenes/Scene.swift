public import Raster
public import Typesetting

/// Everything a picture shows, in pixels and in drawing order: the one value that PNG, SVG and tiles
/// spell.
public struct Scene: Hashable, Sendable {
    /// The width of the picture, in pixels.
    public var width: Int
    /// The height of the picture, in pixels.
    public var height: Int
    /// The colour under everything.
    public var background: Color
    /// What is drawn, first to last.
    public var items: [SceneItem]

    /// Makes an empty scene.
    public init(width: Int, height: Int, background: Color) {
        self.width = width
        self.height = height
        self.background = background
        items = []
    }
}

/// One thing drawn.
public enum SceneItem: Hashable, Sendable {
    /// A filled outline.
    case fill(Path, rule: FillRule, color: Color)
    /// A line along an outline.
    case stroke(Path, stroke: Stroke, color: Color)
    /// Parallel lines in the even-odd inside of an outline.
    case hatch(Path, pattern: Hatch, color: Color)
    /// Text whose baseline starts at a point.
    case text(TextLine, origin: SubpixelPoint, color: Color, halo: Halo?)
    /// A picture in the even-odd inside of an outline, stretched over a rectangle of whole pixels.
    case picture(IndexedPicture, inside: Path, over: SubpixelBounds)
    /// Text whose baseline runs along a course, in the middle of it; nothing where it does not fit.
    case textAlong(TextCourse, TextLine, color: Color, halo: Halo?)
    /// Items drawn only inside a rectangle.
    case clipped(SubpixelBounds, [SceneItem])
}

/// Parallel lines that fill an area, one of them through the origin.
public struct Hatch: Hashable, Sendable {
    /// The angle of the lines to the x axis, in whole degrees, counter-clockwise.
    public var angle: Int
    /// From line to line, in 1/256 pixel.
    public var spacing: Int32
    /// The width of a line, in 1/256 pixel.
    public var width: Int32
    /// A point on the middle of a line, in pixels: where the world begins, in a picture of a part of it.
    public var originX: Int
    /// Down to that point, in pixels.
    public var originY: Int

    /// Makes a hatch.
    public init(angle: Int, spacing: Int32, width: Int32, originX: Int = 0, originY: Int = 0) {
        self.angle = angle
        self.spacing = spacing
        self.width = width
        self.originX = originX
        self.originY = originY
    }

    /// The lines at a scale.
    package func lines(scale: Int32 = 1) -> ParallelLines {
        ParallelLines(
            angle: angle, spacing: spacing * scale, width: width * scale,
            originX: originX * Int(scale), originY: originY * Int(scale))
    }
}

/// A rim around text that sets it off from what lies below; drawn under all glyphs.
public struct Halo: Hashable, Sendable {
    /// The colour.
    public var color: Color
    /// How far it reaches beyond the glyphs, in 1/256 pixel.
    public var radius: Int32

    /// Makes a halo.
    public init(color: Color, radius: Int32) {
        self.color = color
        self.radius = radius
    }
}
