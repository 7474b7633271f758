package import Raster

extension Typesetter {
    /// The largest em of which masks are kept, in 1/64 pixel: 64 pixels.
    package static let largestStampedSize: Int32 = 4096

    /// The letters of a line at a whole scale, to be laid over a picture.
    ///
    /// The baseline takes the nearest whole pixel and each letter the nearest quarter along it: so a
    /// letter is drawn once and stamped wherever it stands. Letters that touch, as where a script joins
    /// them, are drawn as one shape, where they stand to 1/256 pixel.
    package func stamps(of line: TextLine, at origin: SubpixelPoint, scale: Int) -> Stamps {
        let glyphs = standing(line, at: origin, scale: scale, rim: 0)
        var stamps = Stamps(overlap: .sum)
        for group in glyphs.touchingGroups {
            if group.count == 1, let glyph = group.first {
                stamps.add(glyph)
            } else if let first = group.first {
                stamps.add(mask(of: group, from: first.column), x: first.column, y: first.row)
            }
        }
        return stamps
    }

    /// The rims around the letters of a line, as far as a radius in 1/256 pixel, where `stamps` sets them
    /// down.
    package func rimStamps(
        of line: TextLine, at origin: SubpixelPoint, scale: Int, radius: Int32
    ) -> Stamps {
        var stamps = Stamps(overlap: .greatest)
        for glyph in standing(line, at: origin, scale: scale, rim: radius) { stamps.add(glyph) }
        return stamps
    }

    private func standing(
        _ line: TextLine, at origin: SubpixelPoint, scale: Int, rim: Int32
    ) -> [StandingGlyph] {
        let row = (Int(origin.y) * scale + 128) >> 8
        let forms = line.glyphs.map { glyph in
            GlyphForm(
                face: glyph.face, glyph: glyph.glyph, size: line.style.size * Int32(scale),
                drop: glyph.y * Int32(4 * scale), rim: rim * Int32(scale))
        }
        return zip(line.glyphs, zip(forms, masks(of: forms))).map { glyph, drawn in
            StandingGlyph(
                form: drawn.0, masks: drawn.1, x: (Int(origin.x) + Int(glyph.x) * 4) * scale,
                row: row)
        }
    }

    /// Several glyphs as one shape, in columns from one on.
    private func mask(of glyphs: ArraySlice<StandingGlyph>, from column: Int) -> CoverageMask {
        let elements = glyphs.flatMap { glyph in
            outline(of: glyph.form).translated(x: Int32(glyph.x - column << 8), y: 0).elements
        }
        return CoverageMask(Path(elements))
    }
}

/// A glyph where it stands in the picture.
private struct StandingGlyph {
    let form: GlyphForm
    let masks: GlyphMasks
    /// Its origin, in 1/256 pixel.
    let x: Int
    /// The row of pixels whose top is the baseline.
    let row: Int

    /// Its origin in whole quarters of a pixel.
    private var quarters: Int { (x + 32) >> 6 }
    /// The pixel in which its origin lies, to the nearest quarter.
    var column: Int { quarters >> 2 }
    var mask: CoverageMask { masks.quarters[quarters & 3] }
}

extension Stamps {
    fileprivate mutating func add(_ glyph: StandingGlyph) {
        add(glyph.mask, x: glyph.column, y: glyph.row)
    }
}

extension [StandingGlyph] {
    /// Neighbours whose boxes touch are in one group.
    fileprivate var touchingGroups: [ArraySlice<StandingGlyph>] {
        var groups: [ArraySlice<StandingGlyph>] = []
        var (start, box) = (startIndex, StandingBox?.none)
        for index in indices {
            guard let next = StandingBox(self[index]) else { continue }
            if box?.touches(next) == false {
                groups.append(self[start..<index])
                (start, box) = (index, next)
            } else {
                box?.form(union: next)
                box = box ?? next
            }
        }
        if box != nil { groups.append(self[start...]) }
        return groups
    }
}

/// The box of a glyph where it stands, or of several, in 1/256 pixel.
private struct StandingBox {
    private var x: ClosedRange<Int>
    private var y: ClosedRange<Int>

    /// Nil for a space.
    init?(_ glyph: StandingGlyph) {
        guard let box = glyph.masks.box else { return nil }
        x = glyph.x + Int(box.minX)...glyph.x + Int(box.maxX)
        y = Int(box.minY)...Int(box.maxY)
    }

    /// Whether two boxes share a point, or all but: where letters are made to join, rounding may leave
    /// them some 1/256 pixel apart.
    func touches(_ other: StandingBox) -> Bool {
        let gap = 8
        return x.lowerBound - gap <= other.x.upperBound && other.x.lowerBound - gap <= x.upperBound
            && y.lowerBound - gap <= other.y.upperBound && other.y.lowerBound - gap <= y.upperBound
    }

    mutating func form(union other: StandingBox) {
        x = min(x.lowerBound, other.x.lowerBound)...max(x.upperBound, other.x.upperBound)
        y = min(y.lowerBound, other.y.lowerBound)...max(y.upperBound, other.y.upperBound)
    }
}
