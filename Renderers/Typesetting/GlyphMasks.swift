internal import Raster
import Synchronization

/// Which glyph is drawn, and how.
struct GlyphForm: Hashable {
    var face: Int
    var glyph: UInt32
    /// The size of the em, in 1/64 pixel.
    var size: Int32
    /// How far below the baseline it stands, in 1/256 pixel: a mark does.
    var drop: Int32
    /// How far the rim reaches that is drawn around it, in 1/256 pixel; 0 for the glyph itself.
    var rim: Int32
}

/// A glyph as it is drawn at four places within a pixel.
struct GlyphMasks {
    /// With the glyph's origin on the left edge of a pixel, and one, two and three quarters right of it.
    let quarters: [CoverageMask]
    /// Around the outline, the glyph's origin at zero; nil for a space.
    let box: SubpixelBounds?

    init(_ outline: Path) {
        quarters = CoverageMask.quarters(of: outline)
        box = outline.bounds
    }

    /// The memory that it takes, in bytes.
    var size: Int { quarters.map(\.size).reduce(64, +) }
}

extension Typesetter {
    /// The masks of some glyphs, each drawn once.
    func masks(of forms: [GlyphForm]) -> [GlyphMasks] {
        let known = glyphMasks.withLock { masks in forms.map { masks.value(for: $0) } }
        return zip(forms, known).map { form, known in known ?? draw(form) }
    }

    private func draw(_ form: GlyphForm) -> GlyphMasks {
        // A line has its letters more than once.
        if let masks = glyphMasks.withLock({ $0.value(for: form) }) { return masks }
        // Drawn outside the lock: two threads may both draw a glyph, and get the same masks.
        let masks = GlyphMasks(outline(of: form))
        glyphMasks.withLock { $0.insert(masks, for: form, cost: masks.size) }
        return masks
    }

    /// The outline of a glyph, or of what lies within the rim's reach of it.
    func outline(of form: GlyphForm) -> Path {
        let path = outline(ofGlyph: form.glyph, face: form.face, size: form.size)
            .translated(x: 0, y: form.drop)
        return form.rim > 0 ? path.grown(by: form.rim) : path
    }
}
