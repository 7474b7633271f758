import CHarfBuzz

/// A linked face opened with HarfBuzz, which reads each of its tables at first use.
///
/// All lengths are in the face's design units: HarfBuzz is given the em as scale, so that nothing is
/// rounded before `DesignScale` does it.
// SAFETY: the font is immutable once made, and HarfBuzz shares immutable fonts between threads (its
// own tables are loaded through atomics; see test/api/test-multithread.c there). The bytes below it
// are constants of the program.
@safe final class ShapingFace: @unchecked Sendable {
    /// Design units in an em.
    let unitsPerEm: Int64
    private let font: OpaquePointer

    /// Opens a face; nil if HarfBuzz sees no glyphs in it.
    init?(_ linked: LinkedFace) {
        let bytes = unsafe linked.bytes
        // SAFETY: the blob borrows the program's constants; each owner below frees its own reference.
        let blob = unsafe hb_blob_create(
            UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
            UInt32(bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
        let face = unsafe hb_face_create(blob, 0)
        unsafe hb_blob_destroy(blob)
        defer { unsafe hb_face_destroy(face) }
        guard unsafe hb_face_get_glyph_count(face) > 0, let font = unsafe hb_font_create(face)
        else { return nil }
        let unitsPerEm = unsafe hb_face_get_upem(face)
        unsafe hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
        unsafe hb_font_make_immutable(font)
        self.unitsPerEm = Int64(unitsPerEm)
        unsafe self.font = font
    }

    deinit {
        unsafe hb_font_destroy(font)
    }

    /// Whether the face maps a scalar to a glyph of its own.
    func holds(_ scalar: UInt32) -> Bool {
        var glyph: hb_codepoint_t = 0
        return unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0
    }

    /// How far lines of the face reach above and below the baseline, both positive.
    var extents: (ascent: Int64, descent: Int64) {
        var extents = hb_font_extents_t()
        unsafe hb_font_get_extents_for_direction(font, HB_DIRECTION_LTR, &extents)
        return (Int64(extents.ascender), -Int64(extents.descender))
    }

    /// The height of capital letters; zero where the face states none.
    var capHeight: Int64 {
        var height: hb_position_t = 0
        _ = unsafe hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height)
        return Int64(height)
    }
}

/// A glyph as shaping gives it, in design units, y up.
struct ShapedGlyph {
    let glyph: UInt32
    /// The first scalar of the cluster that the glyph stands for.
    let cluster: Int
    let advance: Int64
    let offsetX: Int64
    let offsetY: Int64
}

/// What decides the shape of a run besides its text.
struct ShapingTraits {
    let script: UInt32
    let isRightToLeft: Bool
    let language: String
    /// Letter-spaced text has no ligatures: they would keep their letters together.
    let hasLigatures: Bool
}

extension ShapingFace {
    /// Shapes a range of a text from left to right as it is seen; letters at its ends join with those
    /// outside. HarfBuzz mirrors brackets of right-to-left runs itself.
    func shape(
        _ text: [UInt32], in range: Range<Int>, traits: ShapingTraits
    ) -> [ShapedGlyph] {
        let buffer = unsafe hb_buffer_create()
        // SAFETY: the buffer lives in this call alone; its arrays are copied before it is freed.
        defer { unsafe hb_buffer_destroy(buffer) }
        unsafe text.withUnsafeBufferPointer { text in
            unsafe hb_buffer_add_utf32(
                buffer, text.baseAddress, Int32(text.count), UInt32(range.lowerBound),
                Int32(range.count))
        }
        unsafe hb_buffer_set_direction(
            buffer, traits.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        unsafe hb_buffer_set_script(buffer, hb_script_t(traits.script))
        // Never guessed: HarfBuzz would ask the locale of the process.
        if !traits.language.isEmpty {
            unsafe hb_buffer_set_language(buffer, hb_language_from_string(traits.language, -1))
        }
        unsafe hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
        let features = traits.hasLigatures ? [] : Self.ligaturesOff
        unsafe hb_shape(font, buffer, features, UInt32(features.count))
        return unsafe Self.glyphs(of: buffer)
    }

    private static func glyphs(of buffer: OpaquePointer?) -> [ShapedGlyph] {
        // SAFETY: both arrays are the buffer's own, hold `count` entries and are copied here, while it
        // lives.
        var count: UInt32 = 0
        guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
            let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
        else { return [] }
        return (0..<Int(count)).map { index in
            let info = unsafe infos[index]
            let position = unsafe positions[index]
            return ShapedGlyph(
                glyph: info.codepoint, cluster: Int(info.cluster),
                advance: Int64(position.x_advance), offsetX: Int64(position.x_offset),
                offsetY: Int64(position.y_offset))
        }
    }

    private static let ligaturesOff: [hb_feature_t] = ["liga", "clig"].map { tag in
        hb_feature_t(
            tag: tag.utf8.reduce(0) { $0 << 8 | UInt32($1) }, value: 0, start: 0, end: .max)
    }
}

extension ShapingFace {
    /// The entries of a name table that credits need, by their number in OpenType 1.9, `name`.
    enum NameEntry: UInt32 {
        case copyright = 0
        case fullName = 4
        case version = 5
        case license = 13
    }

    /// An English entry of the name table; empty where there is none.
    func nameEntry(_ entry: NameEntry) -> String {
        // SAFETY: the face is the font's own; HarfBuzz writes no more than the `count` bytes it is told
        // of, and sets it to what it wrote.
        let face = unsafe hb_font_get_face(font)
        let english = unsafe hb_language_from_string("en", -1)
        var bytes = [CChar](repeating: 0, count: 1024)
        var count = UInt32(bytes.count)
        _ = unsafe hb_ot_name_get_utf8(face, entry.rawValue, english, &count, &bytes)
        return String(
            decoding: bytes.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension ShapingFace {
    /// The version of HarfBuzz, for example `6.0.0`.
    // SAFETY: a constant string of the library.
    static var libraryVersion: String { unsafe String(cString: hb_version_string()) }
}
