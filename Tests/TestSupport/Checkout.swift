#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Files of the checkout that the tests were built from, named from its top folder.
public enum Checkout {
    /// The table of events that comes with the program.
    public static let exampleEvents = "Gazetteer/Data/Examples/events.csv"

    /// The whole path of a file or folder.
    public static func path(_ name: String) -> String {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/") + "/" + name
    }

    /// The bytes of a file.
    ///
    /// - Throws: `Missing` when it cannot be read.
    public static func bytes(_ name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path(name)) else {
            throw Missing(name: name)
        }
        return Array(data)
    }

    /// The rows of a tab-separated table with a header; lines that begin with `#` are remarks.
    ///
    /// - Returns: The cells by column, one dictionary a row, missing cells empty.
    /// - Throws: `Missing` when the file cannot be read or has no row: no test passes on nothing.
    public static func rows(_ name: String) throws -> [[String: String]] {
        let lines = String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.first, lines.count > 1 else { throw Missing(name: name) }
        return lines.dropFirst().map { cells in
            var row = Dictionary(uniqueKeysWithValues: header.map { ($0, "") })
            for (key, cell) in zip(header, cells) { row[key] = cell }
            return row
        }
    }

    /// A file that a test stands on is not there, or is empty.
    public struct Missing: Error, CustomStringConvertible {
        let name: String

        /// The file, in words.
        public var description: String { "no rows or bytes in \(name)" }
    }
}
