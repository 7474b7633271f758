import Foundation
import PNGEncoding
import Raster

/// Writes a file of every kind: layout, depth, filter, with and without alpha, whole and in stripes.
enum PNGKinds {
    static func write(to folder: String) throws {
        for count in [1, 2, 3, 4, 5, 16, 17, 256] {
            for alpha in [255, 128] {
                let indexed = Self.indexed(colors: count, alpha: UInt8(alpha))
                let name = "indexed-\(count)\(alpha == 255 ? "" : "-alpha")"
                try save(name, in: folder, PNGEncoder.encode(indexed, options: options))
                try save("\(name)-stripes", in: folder, striped(indexed))
            }
        }
        for (name, layout) in [
            ("grey", PNGPixels.Layout.grey), ("grey-16", .deepGrey), ("rgb", .rgb), ("rgba", .rgba),
        ] {
            for isShaded in [false, true] {
                let pixels = Self.pixels(layout, isShaded: isShaded)
                let kind = "\(name)-\(isShaded ? "shaded" : "flat")"
                try save(kind, in: folder, PNGEncoder.encode(pixels, options: options))
                try save("\(kind)-stripes", in: folder, striped(pixels, isShaded: isShaded))
            }
        }
        for level in [0, 1, 9, 12] {
            let file = try PNGEncoder.encode(
                Self.indexed(colors: 40, alpha: 255), options: PNGOptions(compressionLevel: level))
            try save("level-\(level)", in: folder, file)
        }
    }

    private static let options = PNGOptions(
        pixelsPerMetre: 3780,
        texts: [
            PNGText("Title", "Երևան / Yerevan"), PNGText("Copyright", "© GeoNames, CC BY 4.0"),
            PNGText("XML:com.adobe.xmp", "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>"),
        ])

    private static func save(_ name: String, in folder: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    }

    private static func striped(_ pixels: PNGPixels, isShaded: Bool = false) throws -> [UInt8] {
        var stripes = try PNGStripes(
            width: pixels.width, height: pixels.height, layout: pixels.layout, isShaded: isShaded,
            options: options)
        let row = pixels.bytes.count / pixels.height
        var file: [UInt8] = []
        for start in stride(from: 0, to: pixels.height, by: 10) {
            let end = min(start + 10, pixels.height)
            file += try stripes.write(Array(pixels.bytes[start * row..<end * row]))
        }
        return try file + stripes.end()
    }

    /// 37 × 31 pixels: rows that end within a byte whatever the depth.
    private static func indexed(colors count: Int, alpha: UInt8) -> PNGPixels {
        let palette = (0..<count).map { index -> Color in
            let isClear = index % 3 == 1 || count == 1
            let (red, green) = (UInt8(index), UInt8(index * 7 & 255))
            return Color(red: red, green: green, blue: 200, alpha: isClear ? alpha : 255)
        }
        let bytes = (0..<37 * 31).map { UInt8($0 % count) }
        return PNGPixels(
            width: 37, height: 31, layout: .indexed(palette: palette), bytes: bytes)
    }

    private static func pixels(_ layout: PNGPixels.Layout, isShaded: Bool) -> PNGPixels {
        let size = [PNGPixels.Layout.grey: 1, .deepGrey: 2, .rgb: 3][layout] ?? 4
        var bytes: [UInt8] = []
        for y in 0..<31 {
            for x in 0..<37 {
                for channel in 0..<size {
                    let shade = isShaded ? (x * 5 + y * 3 + channel * 11) & 255 : x / 19 * 90 + 60
                    bytes.append(UInt8(shade))
                }
            }
        }
        return PNGPixels(width: 37, height: 31, layout: layout, bytes: bytes)
    }
}
