import CHarfBuzz

/// Shapes one line: itemises, orders, shapes each run and sets the glyphs side by side.
struct LineShaper: Sendable {
    let faces: [ShapingFace]
    private let chains = FaceChains()

    init(faces: [ShapingFace]) {
        self.faces = faces
    }

    func line(_ text: String, style: TextStyle, direction: ParagraphDirection) -> TextLine {
        let (items, paragraph, pen) = set(text, style: style, direction: direction)
        let first = chains.faces(for: style.fontStyle, script: HB_SCRIPT_COMMON)[0]
        let (ascent, descent) = extents(of: items.faces.isEmpty ? [first] : items.faces, style)
        return TextLine(
            text: text, style: style, glyphs: pen.glyphs, width: pen.width, ascent: ascent,
            descent: descent, capHeight: scale(of: first, style).fine(faces[first].capHeight),
            missing: items.missing, isRightToLeft: paragraph.isRightToLeft)
    }

    /// The clusters of a line from left to right.
    func pieces(of line: TextLine) -> [LinePiece] {
        let direction: ParagraphDirection = line.isRightToLeft ? .rightToLeft : .leftToRight
        return set(line.text, style: line.style, direction: direction).pen.pieces
    }

    private func set(
        _ text: String, style: TextStyle, direction: ParagraphDirection
    ) -> (items: ItemizedText, paragraph: BidiParagraph, pen: Pen) {
        let items = Itemizer(faces: faces, chains: chains).itemize(text, style: style.fontStyle)
        let paragraph = BidiParagraph(items.scalars, direction: direction)
        var pen = Pen(style: style)
        for run in Run.visual(of: items, in: paragraph) {
            pen.set(run, of: items, in: faces[run.face])
        }
        return (items, paragraph, pen)
    }

    /// The greatest of the faces used.
    private func extents(of used: [Int], _ style: TextStyle) -> (ascent: Int32, descent: Int32) {
        var ascent: Int32 = 0
        var descent: Int32 = 0
        for face in Set(used) {
            let extents = faces[face].extents
            ascent = max(ascent, scale(of: face, style).fine(extents.ascent))
            descent = max(descent, scale(of: face, style).fine(extents.descent))
        }
        return (ascent, descent)
    }

    private func scale(of face: Int, _ style: TextStyle) -> DesignScale {
        DesignScale(size: style.size, unitsPerEm: faces[face].unitsPerEm)
    }
}

/// A stretch of text that is shaped at once: one level, one script, one face.
struct Run {
    var range: Range<Int>
    let level: Int8
    let script: UInt32
    let face: Int

    /// The runs of a line from left to right.
    static func visual(of items: ItemizedText, in paragraph: BidiParagraph) -> [Run] {
        var runs: [Run] = []
        for place in paragraph.visualOrder {
            let run = Run(
                range: place..<place + 1, level: paragraph.levels[place],
                script: items.scripts[place], face: items.faces[place])
            if let joined = runs.last?.joined(with: run) {
                runs[runs.count - 1] = joined
            } else {
                runs.append(run)
            }
        }
        return runs
    }

    private func joined(with next: Run) -> Run? {
        guard (next.level, next.script, next.face) == (level, script, face) else { return nil }
        var joined = self
        if next.range.lowerBound == range.upperBound {
            joined.range = range.lowerBound..<next.range.upperBound
        } else if next.range.upperBound == range.lowerBound {
            joined.range = next.range.lowerBound..<range.upperBound
        } else {
            return nil
        }
        return joined
    }
}

/// Sets glyphs from left to right.
private struct Pen {
    let style: TextStyle
    private(set) var glyphs: [PlacedGlyph] = []
    private(set) var pieces: [LinePiece] = []
    /// Where the next run starts, in 1/64 pixel.
    private var x: Int32 = 0
    /// The letter space after the last glyph, which the line's width does not count.
    private var trailingSpace: Int32 = 0

    init(style: TextStyle) {
        self.style = style
    }

    /// The advance of what is set, in 1/64 pixel.
    var width: Int32 { x &- trailingSpace }

    mutating func set(_ run: Run, of items: ItemizedText, in face: ShapingFace) {
        let scale = DesignScale(size: style.size, unitsPerEm: face.unitsPerEm)
        let traits = ShapingTraits(
            script: run.script, isRightToLeft: run.level & 1 == 1, language: style.language,
            hasLigatures: style.letterSpacing == 0)
        let shaped = face.shape(items.scalars, in: run.range, traits: traits)
        let letterSpace = Self.joins(run.script) ? 0 : style.letterSpacing
        // Advances add up in design units, so that a run is rounded once and not at every glyph.
        var advance: Int64 = 0
        var spaces: Int32 = 0
        for (index, glyph) in shaped.enumerated() {
            let isFirst = index == 0 || shaped[index - 1].cluster != glyph.cluster
            let before = isFirst ? nil : pieces.popLast()
            let start = before?.start ?? x &+ spaces &+ scale.fine(advance)
            let first = before?.glyphs.lowerBound ?? glyphs.count
            glyphs.append(
                PlacedGlyph(
                    face: run.face, glyph: glyph.glyph,
                    x: x &+ spaces &+ scale.fine(advance + glyph.offsetX),
                    y: scale.fine(-glyph.offsetY)))
            advance += glyph.advance
            pieces.append(
                LinePiece(
                    glyphs: first..<glyphs.count, start: start,
                    end: x &+ spaces &+ scale.fine(advance)))
            let isLast = index + 1 == shaped.count
            if isLast || shaped[index + 1].cluster != glyph.cluster { spaces &+= letterSpace }
        }
        x = x &+ scale.fine(advance) &+ spaces
        if !shaped.isEmpty { trailingSpace = letterSpace }
    }

    /// Whether letters of a script hang together; of those that the linked faces hold, only Arabic.
    private static func joins(_ script: UInt32) -> Bool {
        script == HB_SCRIPT_ARABIC.rawValue
    }
}
