import Raster
import Testing

@Suite("Pictures of few colours") struct IndexedPictureTests {
    /// Four pixels, each of its own colour.
    static let picture = IndexedPicture(
        width: 2, height: 2,
        colors: [
            Color(hex: 0xFF0000), Color(hex: 0x00FF00), Color(hex: 0x0000FF),
            Color(red: 0, green: 0, blue: 0, alpha: 0),
        ], indices: [0, 1, 2, 3])

    static func box(_ minX: Int32, _ minY: Int32, _ maxX: Int32, _ maxY: Int32) -> Path {
        var path = Path()
        path.addPolygon(
            [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)].map {
                SubpixelPoint(x: $0.0 * 256, y: $0.1 * 256)
            })
        return path
    }

    static func hex(_ buffer: PixelBuffer, _ x: Int, _ y: Int) -> UInt32 {
        let index = (y * buffer.width + x) * 4
        return buffer.bytes[index..<index + 3].reduce(0) { $0 << 8 | UInt32($1) }
    }

    @Test func `each pixel is laid where it belongs, and a clear one changes nothing`() {
        var buffer = PixelBuffer(width: 6, height: 6, color: Color(hex: 0xFFFFFF))
        buffer.fill(
            Self.box(0, 0, 6, 6), picture: Self.picture,
            over: PixelBounds(minX: 1, minY: 2, maxX: 3, maxY: 4))
        let seen = [(1, 2), (2, 2), (1, 3), (2, 3), (0, 2), (3, 2), (1, 4)].map {
            Self.hex(buffer, $0.0, $0.1)
        }
        #expect(
            seen == [0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF])
    }

    @Test func `a stretched picture takes the nearest pixel`() {
        var buffer = PixelBuffer(width: 4, height: 4, color: Color(hex: 0xFFFFFF))
        let area = PixelBounds(minX: 0, minY: 0, maxX: 4, maxY: 4)
        buffer.fill(Self.box(0, 0, 4, 4), picture: Self.picture, over: area)
        #expect(
            (0..<4).map { Self.hex(buffer, $0, 1) } == [0xFF0000, 0xFF0000, 0x00FF00, 0x00FF00])
        #expect(
            (0..<4).map { Self.hex(buffer, 0, $0) } == [0xFF0000, 0xFF0000, 0x0000FF, 0x0000FF])
    }

    @Test func `the outline bounds it, and half covered pixels are half drawn`() {
        var whole = PixelBuffer(width: 4, height: 4, color: Color(hex: 0xFFFFFF))
        var plain = whole
        var path = Path()
        path.addPolygon(
            [(0, 0), (640, 0), (640, 1024), (0, 1024)].map { SubpixelPoint(x: $0.0, y: $0.1) })
        let red = IndexedPicture(
            width: 1, height: 1, colors: [Color(hex: 0xFF0000)], indices: [0])
        whole.fill(path, picture: red, over: PixelBounds(minX: 0, minY: 0, maxX: 4, maxY: 4))
        plain.fill(path, color: Color(hex: 0xFF0000))
        #expect(whole == plain)
        #expect(Self.hex(whole, 3, 0) == 0xFFFFFF)
    }

    @Test func `its pixels are its colours`() {
        let buffer = Self.picture.pixels
        #expect(Self.hex(buffer, 1, 0) == 0x00FF00)
        #expect(buffer.bytes[15] == 0)
    }
}
