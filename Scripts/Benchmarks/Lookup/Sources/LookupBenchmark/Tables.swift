import Foundation

/// The tables that `inputs.py` writes.
struct Tables {
    let folder: String

    /// The pack made of them.
    var pack: String { "\(folder)/lookup.pack" }
    /// Distances to the nearest places, in metres, 8 bytes each.
    var distances: String { "\(folder)/nearest.bin" }

    /// The rows of a table: fields between tabs.
    func rows(_ name: String) throws -> [[String]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        return data.split(separator: 0x0A).map { line in
            line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}
