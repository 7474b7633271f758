import CHarfBuzz
import CNotoFonts

/// A font file linked into the program and what it is good for.
struct LinkedFace: Sendable {
    let file: String
    let style: FontStyle
    /// The scripts it is the first choice for; empty for a last resort.
    let scripts: [hb_script_t]
    /// What the name table of Debian 12's fonts-noto-core 20201225-1 says.
    let pinnedVersion: String
    private let font: noto_face

    /// The bytes of the file.
    // SAFETY: a constant array of the program, never written, alive until the process ends.
    var bytes: UnsafeBufferPointer<UInt8> {
        let file = unsafe noto_font(font)
        return unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
    }

    /// The linked faces, in the order in which a cluster of no script's own asks them.
    static let all: [LinkedFace] = [
        LinkedFace("NotoSans-Regular", .regular, european, "Version 2.004", NOTO_SANS_REGULAR),
        LinkedFace("NotoSans-Bold", .bold, european, "Version 2.004", NOTO_SANS_BOLD),
        LinkedFace("NotoSans-Italic", .italic, european, "Version 2.004", NOTO_SANS_ITALIC),
        LinkedFace(
            "NotoSansArmenian-Regular", .regular, [HB_SCRIPT_ARMENIAN], "Version 2.005",
            NOTO_SANS_ARMENIAN_REGULAR),
        LinkedFace(
            "NotoSansArmenian-Bold", .bold, [HB_SCRIPT_ARMENIAN], "Version 2.005",
            NOTO_SANS_ARMENIAN_BOLD),
        LinkedFace(
            "NotoSansGeorgian-Regular", .regular, [HB_SCRIPT_GEORGIAN], "Version 2.001",
            NOTO_SANS_GEORGIAN_REGULAR),
        LinkedFace(
            "NotoSansGeorgian-Bold", .bold, [HB_SCRIPT_GEORGIAN], "Version 2.001",
            NOTO_SANS_GEORGIAN_BOLD),
        LinkedFace(
            "NotoSansArabic-Regular", .regular, [HB_SCRIPT_ARABIC], "Version 2.005",
            NOTO_SANS_ARABIC_REGULAR),
        LinkedFace(
            "NotoSansArabic-Bold", .bold, [HB_SCRIPT_ARABIC], "Version 2.005",
            NOTO_SANS_ARABIC_BOLD),
        LinkedFace(
            "NotoSansHebrew-Regular", .regular, [HB_SCRIPT_HEBREW], "Version 3.000",
            NOTO_SANS_HEBREW_REGULAR),
        LinkedFace(
            "NotoSansHebrew-Bold", .bold, [HB_SCRIPT_HEBREW], "Version 3.000",
            NOTO_SANS_HEBREW_BOLD),
        // Arrows and relations (→ ≈ ≥), which Noto Sans lacks.
        LinkedFace("NotoSansMath-Regular", .regular, [], "Version 2.001", NOTO_SANS_MATH_REGULAR),
    ]

    private static let european = [HB_SCRIPT_LATIN, HB_SCRIPT_CYRILLIC, HB_SCRIPT_GREEK]

    private init(
        _ file: String, _ style: FontStyle, _ scripts: [hb_script_t], _ pinnedVersion: String,
        _ font: noto_face
    ) {
        self.file = file
        self.style = style
        self.scripts = scripts
        self.pinnedVersion = pinnedVersion
        self.font = font
    }
}

/// Which faces to ask for a cluster, and in which order.
struct FaceChains: Sendable {
    private let chains: [Key: [Int]]

    private struct Key: Hashable {
        let style: FontStyle
        let script: UInt32
    }

    init() {
        let scripts = LinkedFace.all.flatMap(\.scripts) + [HB_SCRIPT_COMMON]
        var chains: [Key: [Int]] = [:]
        for style in FontStyle.allCases {
            for script in scripts {
                chains[Key(style: style, script: script.rawValue)] = Self.chain(style, script)
            }
        }
        self.chains = chains
    }

    /// The faces as indices into `LinkedFace.all`.
    func faces(for style: FontStyle, script: hb_script_t) -> [Int] {
        chains[Key(style: style, script: script.rawValue)]
            ?? chains[Key(style: style, script: HB_SCRIPT_COMMON.rawValue)] ?? []
    }

    /// The faces of the style, then the regular ones (few scripts have an italic); before them the
    /// script's own.
    private static func chain(_ style: FontStyle, _ script: hb_script_t) -> [Int] {
        let faces = LinkedFace.all
        let ofStyle = faces.indices.filter { faces[$0].style == style }
        let regular = faces.indices.filter { faces[$0].style == .regular && style != .regular }
        let all = ofStyle + regular
        let own = all.filter { faces[$0].scripts.contains(script) }
        return own + all.filter { !own.contains($0) }
    }
}
