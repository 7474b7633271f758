public import Raster

/// Brings one picture after another to the nearest of 1...256 colours, as `PNGColors.fixedPalette` writes
/// them, and remembers which colour went where.
///
/// The index of a pixel depends on its own colour alone.
public struct PaletteIndexer: Sendable {
    /// The colours that pictures are brought to.
    public let colors: [Color]
    private let nearest: NearestColor
    private var known = ColorTable()
    /// Of each colour that was met, by its number.
    private var indices: [UInt8] = []

    /// Makes an indexer for a palette.
    public init(nearest colors: [Color]) {
        precondition((1...256).contains(colors.count), "a palette has 1 to 256 colours")
        self.colors = colors
        nearest = NearestColor(colors.map(\.key))
    }

    /// So many colours take 1 MB; maps have some thousand.
    private static let mostKnown = 1 << 15

    /// A part of a picture in the colours of the palette.
    ///
    /// - Complexity: O(pixels); a colour that was not met before takes 0.1 µs.
    public mutating func picture(of buffer: PixelBuffer, part: PixelBounds) -> IndexedPicture {
        let all = PixelBounds(minX: 0, minY: 0, maxX: buffer.width, maxY: buffer.height)
        precondition(part.intersection(all) == part && !part.isEmpty, "a part of the picture")
        if indices.count > Self.mostKnown { (known, indices) = (ColorTable(), []) }
        let width = part.maxX - part.minX
        let runs = PixelRuns(buffer)
        let count = width * (part.maxY - part.minY)
        // SAFETY: the pieces of all rows are written one after the other, each pixel of the part once.
        let indices = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, written in
            for row in part.minY..<part.maxY {
                let start = row * buffer.width + part.minX
                for piece in stride(from: 0, to: width, by: Self.pieceLength) {
                    let pixels = start + piece..<start + min(piece + Self.pieceLength, width)
                    let rest = unsafe UnsafeMutableBufferPointer(rebasing: room[written...])
                    if row > part.minY, runs.areAlike(pixels, buffer.width) {
                        let above = unsafe room[written - width..<written - width + pixels.count]
                        _ = unsafe rest.update(fromContentsOf: above)
                    } else {
                        unsafe write(pixels, of: runs, to: rest)
                    }
                    written += pixels.count
                }
            }
        }
        return IndexedPicture(
            width: width, height: part.maxY - part.minY, colors: colors, indices: indices)
    }

    /// Pixels that are compared with those above them in one go: most of a map goes on as the row above.
    private static let pieceLength = 64

    private mutating func write(
        _ pixels: Range<Int>, of runs: PixelRuns, to room: UnsafeMutableBufferPointer<UInt8>
    ) {
        runs.forEach(in: pixels) { key, run in
            let index = index(of: key)
            let place = run.lowerBound - pixels.lowerBound
            // SAFETY: the room is as long as the pixels or longer, and slicing checks it.
            unsafe room[place..<place + run.count].update(repeating: index)
        }
    }

    private mutating func index(of key: UInt32) -> UInt8 {
        let number = known.number(of: key)
        if number == indices.count { indices.append(UInt8(nearest.index(of: key))) }
        return indices[number]
    }
}
