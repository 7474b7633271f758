public import Raster
public import Typesetting

/// Draws scenes to pixels.
public struct SceneRasterizer: Sendable {
    private let typesetter: Typesetter

    /// Makes a rasterizer that takes glyph outlines from a typesetter.
    public init(typesetter: Typesetter) {
        self.typesetter = typesetter
    }

    /// Draws a scene at a whole scale: every coordinate and length is multiplied by it, so that 2 is
    /// the placement of 1 drawn finer.
    ///
    /// - Parameters:
    ///   - scene: What to draw.
    ///   - scale: Pixels of the file for one of the scene, 1 or more.
    ///   - threads: How many threads may work; the bytes are the same for any number.
    /// - Returns: The picture, `scale` times the size of the scene.
    public func draw(_ scene: Scene, scale: Int = 1, threads: Int = 1) -> PixelBuffer {
        fatalError("contract only")
    }
}
