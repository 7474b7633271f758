/// A picture of few colours: one byte a pixel says which. Rows from the top, pixels from the left.
public struct IndexedPicture: Hashable, Sendable {
    /// The width, in pixels.
    public let width: Int
    /// The height, in pixels.
    public let height: Int
    /// Up to 256 colours.
    public let colors: [Color]
    /// `width * height` places in `colors`.
    public let indices: [UInt8]

    /// Makes a picture; every index has to name a colour.
    public init(width: Int, height: Int, colors: [Color], indices: [UInt8]) {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        precondition(indices.count == width * height, "one index a pixel")
        precondition(Self.greatest(indices.span) < colors.count, "every index names a colour")
        self.width = width
        self.height = height
        self.colors = colors
        self.indices = indices
    }

    private static func greatest(_ indices: Span<UInt8>) -> Int {
        var greatest: UInt8 = 0
        for place in indices.indices { greatest = max(greatest, indices[place]) }
        return Int(greatest)
    }

    /// The same picture, four bytes a pixel.
    public var pixels: PixelBuffer {
        var buffer = PixelBuffer(width: width, height: height, color: colors[0])
        buffer.bytes = indices.flatMap { index in
            let color = colors[Int(index)]
            return [color.red, color.green, color.blue, color.alpha]
        }
        return buffer
    }
}

extension PixelBuffer {
    /// Lays a picture over the inside of an outline, in linear light.
    ///
    /// The picture is stretched over `area`, each pixel taking the nearest of its pixels: where both
    /// have the same size, each its own. Nothing is drawn outside the area. Only pixels in `clip`
    /// change; nil is the whole picture.
    ///
    /// - Complexity: as `fill` with a colour, plus some steps for each pixel drawn.
    public mutating func fill(
        _ path: Path, rule: FillRule = .nonZero, picture: IndexedPicture, over area: PixelBounds,
        clip: PixelBounds? = nil
    ) {
        let clip = part(of: clip).intersection(area)
        guard !clip.isEmpty else { return }
        let outline = PreparedOutline(path, rule: rule, clip: clip)
        fill(outline, picture: picture, over: area, rows: 0..<height, origin: PixelOrigin())
    }

    /// Lays a picture over the inside of an outline in some rows; the outline's bounds must lie in the area.
    package mutating func fill(
        _ outline: PreparedOutline, picture: IndexedPicture, over area: PixelBounds,
        rows: Range<Int>, origin: PixelOrigin
    ) {
        let clip = outline.bounds
        guard !clip.isEmpty, !rows.isEmpty else { return }
        let blenders = picture.colors.map { Blender($0) }
        let places = (clip.minX..<clip.maxX).map { x in
            Self.nearest(x - area.minX, of: area.maxX - area.minX, to: picture.width)
        }
        let width = width
        var scanner = CoverageScanner(outline, rows: rows)
        var span = bytes.mutableSpan
        // SAFETY: the elements are bytes themselves.
        var pixels = unsafe span.mutableBytes
        while scanner.nextRow() {
            let row = Self.nearest(
                scanner.y - area.minY, of: area.maxY - area.minY, to: picture.height)
            let start = row * picture.width
            let left = (scanner.y - origin.y) * width + scanner.left - origin.x
            let shift = scanner.left - clip.minX
            let coverage = scanner.coverage.span
            for stretch in scanner.spans {
                var first = stretch.start
                while first < stretch.end {
                    // As far as the colour is one.
                    let index = picture.indices[start + places[first + shift]]
                    var end = first + 1
                    while end < stretch.end, picture.indices[start + places[end + shift]] == index {
                        end += 1
                    }
                    let blender = blenders[Int(index)]
                    let columns = first..<end
                    first = end
                    guard !blender.isClear else { continue }
                    if stretch.isSolid {
                        blender.fill(
                            &pixels, pixels: left + columns.lowerBound..<left + columns.upperBound)
                    } else {
                        blender.blend(
                            &pixels, first: left, coverage: coverage, columns)
                    }
                }
            }
        }
    }

    /// The place whose middle is nearest to that of another, on a line of so many places.
    private static func nearest(_ place: Int, of places: Int, to count: Int) -> Int {
        (2 * place + 1) * count / (2 * places)
    }
}
