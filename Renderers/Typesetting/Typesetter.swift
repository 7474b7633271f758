public import Raster

/// Shapes text with the linked faces and gives the outlines of its glyphs.
public final class Typesetter: Sendable {
    /// Opens the linked faces.
    ///
    /// - Throws: `TypesettingError` when a linked face cannot be read.
    public init() throws(TypesettingError) {}

    /// Shapes one line: bidirectional runs, fallback per cluster, visual order.
    public func line(_ text: String, style: TextStyle) -> TextLine {
        fatalError("contract only")
    }

    /// The outline of a line whose baseline starts at a point, all contours in one path (non-zero).
    public func outline(of line: TextLine, at origin: SubpixelPoint) -> Path {
        fatalError("contract only")
    }
}

/// Why text cannot be set.
@nonexhaustive
public enum TypesettingError: Error, Hashable, Sendable {
    /// A linked face that FreeType or HarfBuzz refuses.
    case unreadableFace(name: String, code: Int32)
}
