public import Raster

/// A square of a picture, such as a tile.
public enum SceneSquare: Sendable {
    /// One colour everywhere, as is known from the outlines.
    case even(Color)
    /// So much of a picture.
    case drawn(PixelBuffer, PixelBounds)
}

extension SceneRasterizer {
    /// Draws a scene square by square, the pixels being those of the whole; squares that no outline
    /// comes near are known from one pixel.
    ///
    /// - Parameters:
    ///   - scene: What to draw.
    ///   - scale: As of `draw`.
    ///   - side: The sides of squares, in pixels of the picture, of which it is a multiple.
    ///   - take: Makes something of each square.
    /// - Returns: What was made: row by row from the top, each from the left.
    public func squares<Result>(
        of scene: Scene, scale: Int = 1, side: Int, _ take: (SceneSquare) -> Result
    ) -> [Result] {
        let (width, height) = (scene.width * scale, scene.height * scale)
        precondition(width % side == 0 && height % side == 0, "whole squares make the picture")
        let whole = PixelBounds(minX: 0, minY: 0, maxX: width, maxY: height)
        let fills = SceneOutliner(typesetter: typesetter, scale: scale, keepsPaths: true)
            .fills(of: scene.items, clip: whole)
        let (columns, rows) = (width / side, height / side)
        var inked = InkedSquares(columns: columns, rows: rows, side: side)
        for fill in fills { fill.mark(&inked, of: whole) }
        var results: [Result] = []
        results.reserveCapacity(columns * rows)
        for row in 0..<rows {
            // Of even squares the first pixels tell all.
            let drawn = inked.isInked(row: row) ? side : 1
            let strip = PixelBounds(
                minX: 0, minY: row * side, maxX: width, maxY: row * side + drawn)
            let picture = Self.draw(fills, in: strip, background: scene.background)
            for column in 0..<columns {
                let square = PixelBounds(
                    minX: column * side, minY: 0, maxX: (column + 1) * side, maxY: side)
                results.append(
                    take(
                        inked[column, row]
                            ? .drawn(picture, square) : .even(picture.topColor(at: square.minX))))
            }
        }
        return results
    }
}

/// Which squares of a picture outlines come near: in each of the others all pixels are alike.
struct InkedSquares {
    private let columns: Int
    private let rows: Int
    private let side: Int
    private var isInked: [Bool]

    init(columns: Int, rows: Int, side: Int) {
        (self.columns, self.rows, self.side) = (columns, rows, side)
        isInked = Array(repeating: false, count: columns * rows)
    }

    subscript(column: Int, row: Int) -> Bool { isInked[row * columns + column] }

    /// Whether a row has a square that an outline comes near.
    func isInked(row: Int) -> Bool {
        isInked[row * columns..<(row + 1) * columns].contains(true)
    }

    /// Marks what meets a rectangle.
    mutating func mark(_ bounds: PixelBounds) {
        let left = max(0, bounds.minX / side)
        let top = max(0, bounds.minY / side)
        let right = min(columns - 1, (bounds.maxX - 1) / side)
        let bottom = min(rows - 1, (bounds.maxY - 1) / side)
        guard !bounds.isEmpty, bounds.maxX > 0, bounds.maxY > 0, left <= right, top <= bottom
        else { return }
        for row in top...bottom {
            for column in left...right { isInked[row * columns + column] = true }
        }
    }

    /// Marks what the edges of an outline come near; its inside is of one colour.
    mutating func mark(edgesOf path: Path, clip: PixelBounds) {
        var (start, last) = (SubpixelPoint(x: 0, y: 0), SubpixelPoint(x: 0, y: 0))
        for element in path.elements {
            switch element {
            case .move(let point):
                // What is not closed is filled as if it were.
                mark(last, start, start, start, clip)
                (start, last) = (point, point)
            case .line(let point):
                mark(last, point, point, point, clip)
                last = point
            case .quadratic(let control, let point):
                mark(last, control, point, point, clip)
                last = point
            case .cubic(let first, let second, let point):
                mark(last, first, second, point, clip)
                last = point
            case .close:
                mark(last, start, start, start, clip)
                last = start
            }
        }
        mark(last, start, start, start, clip)
    }

    /// Marks the box around the points of an edge, and a pixel round it.
    private mutating func mark(
        _ a: SubpixelPoint, _ b: SubpixelPoint, _ c: SubpixelPoint, _ d: SubpixelPoint,
        _ clip: PixelBounds
    ) {
        let (left, right) = (min(a.x, b.x, c.x, d.x), max(a.x, b.x, c.x, d.x))
        let (top, bottom) = (min(a.y, b.y, c.y, d.y), max(a.y, b.y, c.y, d.y))
        guard left < right || top < bottom else { return }
        mark(
            PixelBounds(
                minX: Int(left) >> 8 - 1, minY: Int(top) >> 8 - 1, maxX: Int(right) >> 8 + 2,
                maxY: Int(bottom) >> 8 + 2
            ).intersection(clip))
    }

    /// Marks the sides of a clip at which a shape is cut off inside the picture.
    mutating func mark(
        cutsOf bounds: PixelBounds, by clip: PixelBounds, of whole: PixelBounds
    ) {
        func strip(_ change: (inout PixelBounds) -> Void) {
            var side = clip
            change(&side)
            mark(side)
        }
        if clip.minX > whole.minX, bounds.minX < clip.minX {
            strip { ($0.minX, $0.maxX) = (clip.minX - 1, clip.minX + 1) }
        }
        if clip.maxX < whole.maxX, bounds.maxX > clip.maxX {
            strip { ($0.minX, $0.maxX) = (clip.maxX - 1, clip.maxX + 1) }
        }
        if clip.minY > whole.minY, bounds.minY < clip.minY {
            strip { ($0.minY, $0.maxY) = (clip.minY - 1, clip.minY + 1) }
        }
        if clip.maxY < whole.maxY, bounds.maxY > clip.maxY {
            strip { ($0.minY, $0.maxY) = (clip.maxY - 1, clip.maxY + 1) }
        }
    }
}

extension SceneFill {
    /// Marks the squares of a picture in which it makes one pixel differ from another.
    func mark(_ squares: inout InkedSquares, of whole: PixelBounds) {
        guard let path, let outline = path.bounds?.pixels else { return squares.mark(bounds) }
        squares.mark(edgesOf: path, clip: bounds)
        squares.mark(cutsOf: outline, by: bounds, of: whole)
    }
}

extension PixelBuffer {
    /// The colour of a pixel of the first row.
    fileprivate func topColor(at x: Int) -> Color {
        let byte = x * 4
        return Color(
            red: bytes[byte], green: bytes[byte + 1], blue: bytes[byte + 2], alpha: bytes[byte + 3])
    }
}
