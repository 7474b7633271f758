internal import PlaceExpressions

/// Takes a cell apart that holds several places, though it should hold one.
enum PlacesOfCell {
    /// So many are looked at.
    static let most = 20

    /// What stands between semicolons, as in a table of events; at most `most` and one more.
    static func listed(_ text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: ";")) else { return [] }
        let parts = Array(text.unicodeScalars.prefix(PlacesOfCell.longest)).split(separator: ";")
        return parts.map(\.trimmed).filter { !$0.isEmpty }.prefix(most).map(Self.text)
    }

    /// What stands between words that join, and between slashes with spaces around them.
    static func joined(_ text: String) -> [String] {
        guard text.utf8.count <= longest else { return [] }
        var parts: [[Substring]] = [[]]
        for word in text.split(whereSeparator: \.isWhitespace) {
            if joiners.contains(word) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        guard (2...most).contains(parts.count), !parts.contains(where: \.isEmpty) else { return [] }
        return parts.map { $0.joined(separator: " ") }
    }

    /// Scalars beyond are not read.
    private static let longest = 4_000

    /// English; Azerbaijani and Turkish; Russian; Armenian; Georgian; Persian and Arabic.
    private static let joiners: Set<Substring> = [
        "and", "&", "+", "/", "və", "ve", "и", "և", "եւ", "და", "و",
    ]

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
