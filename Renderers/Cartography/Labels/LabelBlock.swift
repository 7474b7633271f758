internal import Raster
internal import Typesetting

/// The lines of a label as one box, in 1/256 pixel.
struct LabelBlock {
    /// Where the lines stand in the box.
    enum Alignment {
        case left
        case centre
        case right
    }

    /// The widest line.
    let width: Int32
    /// From the highest ascent to the lowest descent.
    let height: Int32
    /// How far the last line's descent reaches below its baseline.
    let descent: Int32
    /// The em of the first line.
    let em: Int32
    private let widths: [Int32]
    /// The baselines, from the top of the box.
    private let baselines: [Int32]

    /// Text is measured in 1/64 pixel.
    private static let textUnit: Int32 = SubpixelPoint.unitsPerPixel / 64

    init(_ lines: [TextLine]) {
        widths = lines.map { $0.width * Self.textUnit }
        width = widths.max() ?? 0
        em = (lines.first?.style.size ?? 0) * Self.textUnit
        var baselines: [Int32] = []
        var baseline: Int32 = 0
        for (index, line) in lines.enumerated() {
            // Lines of one label stand closer than the faces ask: 7/8 of ascent and descent.
            baseline +=
                index == 0
                ? line.ascent * Self.textUnit
                : (lines[index - 1].descent + line.ascent) * Self.textUnit * 7 / 8
            baselines.append(baseline)
        }
        self.baselines = baselines
        descent = (lines.last?.descent ?? 0) * Self.textUnit
        height = baseline + descent
    }

    /// Where the baselines start when the box stands at a place.
    func origins(in box: SubpixelBounds, alignment: Alignment) -> [SubpixelPoint] {
        zip(widths, baselines).map { lineWidth, baseline in
            let room = width - lineWidth
            let inset =
                switch alignment {
                case .left: Int32(0)
                case .centre: room / 2
                case .right: room
                }
            return SubpixelPoint(x: box.minX + inset, y: box.minY + baseline)
        }
    }
}
