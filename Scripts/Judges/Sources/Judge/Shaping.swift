import Typesetting

/// Shapes lines. Of each a line of its own, tabs between: the style, width, missing scalars (hexadecimal,
/// commas between), then `face:glyph:x:y` of each glyph, all lengths in design units of 1000 an em.
enum Shaping {
    static func run() throws {
        let typesetter = try Typesetter()
        for (number, face) in Typesetter.faces.enumerated() {
            print("face", number, face.name, separator: "\t")
        }
        while let text = readLine() {
            for style in FontStyle.allCases {
                // An em of 1000 sixty-fourths: a design unit is one of them.
                let line = typesetter.line(
                    text, style: TextStyle(style, sizeInPixels: 1000.0 / 64))
                let missing = line.missing.map { String($0.value, radix: 16) }.joined(
                    separator: ",")
                let glyphs = line.glyphs.map { "\($0.face):\($0.glyph):\($0.x):\($0.y)" }
                print(
                    "\(style)", line.width, missing, glyphs.joined(separator: " "), separator: "\t")
            }
        }
    }
}
