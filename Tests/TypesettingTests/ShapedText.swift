import Typesetting

/// A style whose 1/64 pixel is a design unit of the linked faces, which have 1000 in an em: so
/// positions compare with what `hb-shape` prints.
func designStyle(
    _ fontStyle: FontStyle = .regular, language: String = "", letterSpacing: Int32 = 0
) -> TextStyle {
    TextStyle(
        fontStyle, sizeInPixels: 1000.0 / 64, letterSpacing: letterSpacing, language: language)
}

/// Glyphs side by side as `hb-shape --no-glyph-names --no-clusters` prints them: `59+586|68@3,0+561`.
struct ShapedText: Equatable, CustomStringConvertible {
    var glyphs: [String] = []
    var width: Int32 = 0

    init(_ line: TextLine) {
        glyphs = line.glyphs.map { "\($0.glyph) at \($0.x),\($0.y)" }
        width = line.width
    }

    /// Reads the lines that `hb-shape` printed for the runs of a text, from left to right.
    init(hbShape runs: String...) {
        for glyph in runs.flatMap({ $0.split(separator: "|") }) {
            let parts = glyph.split(separator: "+")
            let placed = parts[0].split(separator: "@")
            let offset = placed.dropFirst().first?.split(separator: ",").compactMap { Int32($0) }
            let x = width + (offset?.first ?? 0)
            glyphs.append("\(placed[0]) at \(x),\(-(offset?.last ?? 0))")
            width += parts.dropFirst().first.flatMap { Int32($0) } ?? 0
        }
    }

    var description: String { glyphs.joined(separator: " | ") + " = \(width)" }
}

/// The linked faces are the ones the expected glyph numbers were taken from.
let facesArePinned = Typesetter.faces.allSatisfy(\.isPinned)
