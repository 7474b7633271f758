internal import Cartography
internal import EDTF
internal import FlatFile
internal import PlacePack
internal import SVGEncoding
internal import Typesetting

/// What a map was made from, for its file: enough to tell whether two maps are of the same data, theme
/// and fonts, and no path of a machine.
struct MapProvenance: Sendable {
    private let pack: Pack
    private let theme: Theme
    /// The statement of the rule that chose the names.
    private let nameRule: String

    init(pack: Pack, theme: Theme, nameRule: String) {
        self.pack = pack
        self.theme = theme
        self.nameRule = nameRule
    }

    /// By name and value, for XMP and SVG.
    var facts: [SVGMetadata.Fact] {
        [
            .init("GazetteerDate", pack.date.description), .init("GazetteerHash", pack.hash),
            .init("Theme", theme.name),
            .init("ThemeHash", ContentHash(of: ThemeFile.text(of: theme)).digits),
            .init("FontsHash", Self.fontsHash), .init("NameRule", nameRule),
            .init("Licences", Set(pack.credits.map(\.licence)).sorted().joined(separator: "; ")),
        ]
    }

    /// Of the names and versions of the linked faces and of the libraries that set text by them.
    private static let fontsHash: String = {
        let faces = Typesetter.faces.map { "\($0.name) \($0.version)" }
        return ContentHash(of: (faces + Typesetter.libraries).joined(separator: "\n")).digits
    }()
}
