/// A linked face, as its own name table describes it: for credits, and to tell versions apart.
public struct FontFace: Hashable, Sendable {
    /// The full name, for example `Noto Sans Armenian Bold`.
    public var name: String
    /// The version, for example `Version 2.005`, without the notes of the tools that follow it.
    public var version: String
    /// The copyright notice.
    public var copyright: String
    /// The licence in words; Noto is under the SIL Open Font License 1.1.
    public var license: String
    /// Whether this is the version that golden pictures were made with.
    public var isPinned: Bool
}

extension Typesetter {
    /// Whether text is set as in the golden pictures: by the pinned faces and libraries.
    public static let isPinned = faces.allSatisfy(\.isPinned) && libraries == pinnedLibraries

    /// The libraries that set text, with the versions found at run time.
    public static let libraries: [String] = {
        let library = OutlineStore.libraryVersion
        return [
            "FreeType \(library.major).\(library.minor).\(library.patch)",
            "FriBidi \(BidiParagraph.libraryVersion)",
            "HarfBuzz \(ShapingFace.libraryVersion)",
        ]
    }()

    /// Those of Debian 12.
    private static let pinnedLibraries = ["FreeType 2.12.1", "FriBidi 1.0.8", "HarfBuzz 6.0.0"]

    /// The linked faces; `PlacedGlyph.face` counts along this list.
    ///
    /// Read from the name tables at first use: about 6 µs a face.
    public static let faces: [FontFace] = LinkedFace.all.map { linked in
        guard let face = ShapingFace(linked) else {
            return FontFace(
                name: linked.file, version: "", copyright: "", license: "", isPinned: false)
        }
        let version = face.nameEntry(.version).prefix { $0 != ";" }
        return FontFace(
            name: face.nameEntry(.fullName), version: String(version),
            copyright: face.nameEntry(.copyright), license: face.nameEntry(.license),
            isPinned: version == linked.pinnedVersion)
    }
}
