public import NameFolding

/// What someone wrote to mean a place, taken apart.
///
/// | written | understood |
/// | --- | --- |
/// | `gn:147928` | the place with that id |
/// | `Garadaghli, Khojavend district` | a name, in the containers that follow it |
/// | `near Askeran`, `vicinity of Askeran` | somewhere near a place |
/// | `Zangilan district`, `г. Шуша` | a name with a generic word |
public struct PlaceQuery: Hashable, Sendable {
    /// As it was written.
    public let text: String
    /// The id, when the whole is one.
    public let id: String?
    /// The name, without containers and without `near`.
    public let name: String
    /// The containers, the closest first.
    public let containers: [String]
    /// Whether somewhere near the place is meant.
    public let isNear: Bool
    /// The name without its generic words and what those say; nil when it has none.
    public let split: GenericSplit?

    /// Longer texts are no places; what is beyond is not read.
    public static let longest = 1_000

    /// Takes a text apart. Any text is a query; an empty one has an empty name.
    ///
    /// - Complexity: O(*n*) in the length of the text, which counts up to `longest` scalars.
    public init(_ text: String) {
        let text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
        self.text = text
        let parts = text.split(separator: ",").map { Self.trimmed($0) }.filter { !$0.isEmpty }
        let (name, isNear) = Self.withoutNear(parts.first ?? "")
        self.name = name
        self.isNear = isNear
        containers = Array(parts.dropFirst() as ArraySlice<String>)
        id = parts.count == 1 && Self.isID(name) ? name : nil
        split = GenericWords.split(name)
    }

    /// Whether a text has the shape of an id: letters, a colon, no space.
    private static func isID(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        let scheme = text[..<colon].utf8.allSatisfy { (0x61...0x7A).contains($0) }
        let rest = text[text.index(after: colon)...]
        return scheme && !rest.isEmpty && !rest.contains(where: \.isWhitespace)
    }

    private static let nearWords = [
        "in the vicinity of ", "the vicinity of ", "vicinity of ", "near ", "close to ", "around ",
        "около ", "близ ", "вблизи ", "возле ",
    ]

    private static func withoutNear(_ text: String) -> (name: String, isNear: Bool) {
        let lower = text.lowercased()
        for word in nearWords where lower.hasPrefix(word) {
            return (trimmed(text.dropFirst(word.count)), true)
        }
        return (text, false)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
