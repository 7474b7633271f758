import FlatFile

/// A file of heights to take apart: a level around the Earth and a finer one in it.
struct SampleTerrain {
    struct Level {
        /// Seconds of arc.
        var spacing, west, north: Int
        var columns, rows: Int
        var height: (_ column: Int, _ row: Int) -> Int
    }

    var levels = [
        Level(spacing: 36000, west: -648_000, north: 324_000, columns: 36, rows: 18) { _, row in
            row * 10
        },
        // 40 to 52 E, 44 to 36 N in steps of 0.1 degree: one metre more with each column to the east.
        Level(spacing: 360, west: 144_000, north: 158_400, columns: 120, rows: 80) { column, _ in
            1000 + column
        },
    ]

    static let kind = SectionFile.Kind(magic: "TOPOTERR", version: 1)

    /// The sections in their order.
    var sections: [(tag: String, bytes: [UInt8])] {
        var (rows, offsets, samples) = ([UInt8](), [0], [UInt8]())
        for level in levels {
            rows += Self.numbers([
                level.spacing, level.west, level.north, level.columns, level.rows, 0,
                offsets.count - 1, 0,
            ])
            for top in stride(from: 0, to: level.rows, by: 64) {
                for left in stride(from: 0, to: level.columns, by: 64) {
                    samples += Self.block(level, left: left, top: top)
                    offsets.append(samples.count)
                }
            }
        }
        let text = Array("A credit".utf8)
        return [
            ("texts", [0, UInt8(text.count)] + text), ("sources", Self.numbers([0, 1])),
            ("levels", rows), ("blocks", Self.numbers(offsets)), ("samples", samples),
        ]
    }

    var bytes: [UInt8] { Self.file(sections) }

    static func file(_ sections: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
        var writer = SectionFileWriter(kind)
        for section in sections { writer.add(section.tag, section.bytes) }
        return writer.bytes
    }

    static func numbers(_ numbers: [Int]) -> [UInt8] {
        numbers.flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }

    /// A block by the rule of `Scripts/BuildData/terrainfile.py`.
    private static func block(_ level: Level, left: Int, top: Int) -> [UInt8] {
        let (width, height) = (min(64, level.columns - left), min(64, level.rows - top))
        var codes: [Int] = []
        for row in 0..<height {
            for column in 0..<width {
                func height(_ x: Int, _ y: Int) -> Int { level.height(left + x, top + y) }
                let guess: Int
                switch (row, column) {
                case (0, 0): guess = 0
                case (0, _): guess = height(column - 1, 0)
                case (_, 0): guess = height(0, row - 1)
                default:
                    guess =
                        (3 * (height(column - 1, row) + height(column, row - 1))
                            - 2 * height(column - 1, row - 1)) >> 2
                }
                let residual = height(column, row) - guess
                codes.append(residual < 0 ? -2 * residual - 1 : 2 * residual)
            }
        }
        return stored(codes.map { UInt8($0 & 255) } + codes.map { UInt8($0 >> 8) })
    }

    /// Bytes as one stored block of a deflated stream (RFC 1951, section 3.2.4).
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let (low, high) = (UInt8(bytes.count & 255), UInt8(bytes.count >> 8))
        return [1, low, high, ~low, ~high] + bytes
    }
}
