import Foundation
import Raster

/// One line of the tables that `inputs.py` writes.
struct Layer {
    /// The layer: `countries`, `lakes`, `admin1_lines`, `admin0_lines`, `towns` or `events`.
    var name: String
    /// A colour as `#rrggbb`, or the name of a town, or the category of an event.
    var style: String
    /// Longitude and latitude, or pixels.
    var contours: [[(x: Double, y: Double)]]
}

/// The shapes that every program draws, in order.
struct Layers {
    let all: [Layer]

    init(folder: String, isProjected: Bool) throws {
        let path = "\(folder)/\(isProjected ? "pixels" : "degrees").tsv"
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        all = try data.split(separator: 0x0A).map { line in
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard fields.count == 3 else { throw BenchmarkError.badTable(path) }
            return Layer(
                name: String(decoding: fields[0], as: UTF8.self),
                style: String(decoding: fields[1], as: UTF8.self),
                contours: try fields[2].split(separator: 0x3B).map(Self.contour))
        }
    }

    subscript(name: String) -> [Layer] { all.filter { $0.name == name } }

    private static func contour(_ text: Data) throws -> [(x: Double, y: Double)] {
        try text.split(separator: 0x20).map { pair in
            let numbers = pair.split(separator: 0x2C).map {
                Double(String(decoding: $0, as: UTF8.self))
            }
            guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else {
                throw BenchmarkError.badTable("a position")
            }
            return (x, y)
        }
    }
}

extension Color {
    /// A colour of the tables: `#rrggbb`.
    init(text: String) {
        self.init(hex: UInt32(text.dropFirst(), radix: 16) ?? 0)
    }
}
