import CFreeType

/// Outlines of the linked faces, each read from the font once. A face is opened at its first glyph.
///
/// Bounded by the fonts themselves: some thousand glyphs of 50 steps, of which a map uses a few dozen.
// SAFETY: not Sendable; its owner keeps it behind a lock, as FreeType asks of a library and its faces.
@safe struct OutlineStore: ~Copyable {
    private var library: FT_Library?
    private var faces: [FT_Face?]
    private var outlines: [[UInt32: GlyphOutline]]

    init() {
        unsafe faces = Array(repeating: nil, count: LinkedFace.all.count)
        outlines = Array(repeating: [:], count: LinkedFace.all.count)
    }

    deinit {
        // Ends its faces too.
        if unsafe library != nil { unsafe FT_Done_FreeType(library) }
    }

    /// The outline of a glyph; empty for a space.
    mutating func outline(ofGlyph glyph: UInt32, face: Int) -> GlyphOutline {
        if let known = outlines[face][glyph] { return known }
        let outline = load(glyph, from: face)
        outlines[face][glyph] = outline
        return outline
    }

    private mutating func load(_ glyph: UInt32, from index: Int) -> GlyphOutline {
        guard let face = unsafe open(index) else { return GlyphOutline() }
        // Design units: neither scaled nor hinted, so that the result depends on the file alone.
        let status = unsafe FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_SCALE))
        guard status == 0, let slot = unsafe face.pointee.glyph else { return GlyphOutline() }
        return unsafe GlyphOutline(&slot.pointee.outline)
    }

    private mutating func open(_ index: Int) -> FT_Face? {
        if let face = unsafe faces[index] { return unsafe face }
        if unsafe library == nil { unsafe FT_Init_FreeType(&library) }
        // SAFETY: FreeType reads the bytes for as long as the face is open; they are constants of the
        // program.
        let bytes = unsafe LinkedFace.all[index].bytes
        var face: FT_Face?
        let status = unsafe FT_New_Memory_Face(
            library, bytes.baseAddress, FT_Long(bytes.count), 0, &face)
        precondition(status == 0, "\(LinkedFace.all[index].file): FreeType error \(status)")
        unsafe faces[index] = face
        return unsafe face
    }
}

extension OutlineStore {
    /// The version of FreeType.
    static var libraryVersion: (major: Int32, minor: Int32, patch: Int32) {
        // SAFETY: the library is made, asked and ended here.
        var (major, minor, patch) = (FT_Int(0), FT_Int(0), FT_Int(0))
        var library: FT_Library?
        guard unsafe FT_Init_FreeType(&library) == 0 else { return (0, 0, 0) }
        unsafe FT_Library_Version(library, &major, &minor, &patch)
        unsafe FT_Done_FreeType(library)
        return (major, minor, patch)
    }
}
