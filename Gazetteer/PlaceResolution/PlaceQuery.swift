public import NameFolding
public import PlaceExpressions

/// What someone wrote to mean a place, taken apart.
///
/// | written | understood |
/// | --- | --- |
/// | `gn:147928` | the place with that id |
/// | `Garadaghli, Khojavend district` | a name, in the containers that follow it |
/// | `near Askeran`, `10 km north of Askeran` | somewhere about a place |
/// | `Zangilan district`, `г. Шуша` | a name with a generic word |
/// | `Shaumyan (countryside) district`, `Khojaly (town)` | the name without the remark in brackets |
///
/// A `PlaceExpression` of one place asks for that place; one of several asks for a place with the whole
/// as its name, such as a road.
public struct PlaceQuery: Hashable, Sendable {
    /// As it was written.
    public let text: String
    /// The id, when the whole is one.
    public let id: String?
    /// The name, without containers and without the words that tell a way from it.
    public let name: String
    /// The containers, the closest first.
    public let containers: [String]
    /// Whether somewhere about the place is meant and not the place itself.
    public let isNear: Bool
    /// The text as one name, when it says more than the name: `Washington, D.C.`, `Zürich (Kreis 10)`;
    /// nil when it does not.
    public let whole: String?
    /// The name without its generic words and what those say; nil when it has none.
    public let split: GenericSplit?

    /// The name, and the name without its generic words.
    var spellings: [String] { [name] + (split.map { [$0.bareName] } ?? []) }

    /// Longer texts are no places; what is beyond is not read.
    public static let longest = 1_000

    /// Takes a text apart. Any text is a query; an empty one has an empty name.
    ///
    /// - Complexity: O(*n*) in the length of the text, which counts up to `longest` scalars.
    public init(_ text: String) {
        let text =
            text.utf8.count <= Self.longest
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
        let expression = PlaceExpression(text)
        let isOfOne = expression.names.count == 1
        self.init(
            isOfOne ? expression.names.first ?? expression.whole : expression.whole, text: text,
            isNear: isOfOne && !expression.isAtItsPlace)
    }

    /// Asks for a place as a name with its containers, which someone has taken apart already.
    ///
    /// - Complexity: O(*n*) in the length of the name.
    public init(_ name: WrittenName) {
        self.init(name, text: name.description, isNear: false)
    }

    private init(_ name: WrittenName, text: String, isNear: Bool) {
        self.text = text
        self.name = name.isID ? name.text : Self.withoutRemarks(name.text)
        self.isNear = isNear
        containers = name.containers
        id = name.isID ? name.text : nil
        whole = !name.isID && text != self.name ? text : nil
        split = GenericWords.split(self.name)
    }

    /// The text without what stands in round brackets: `Shaumyan (countryside) district` is about
    /// `Shaumyan district`. A text that is all in brackets, or whose brackets do not close, stays.
    private static func withoutRemarks(_ text: String) -> String {
        // Most names have none, and are taken as they are.
        if isPlain(text) { return text }
        var kept = ""
        var depth = 0
        for character in text {
            switch character {
            case "(": depth += 1
            case ")" where depth > 0: depth -= 1
            default: if depth == 0 { kept.append(character) }
            }
        }
        let words = kept.split(whereSeparator: \.isWhitespace)
        return depth > 0 || words.isEmpty ? text : words.joined(separator: " ")
    }
}

extension PlaceQuery {
    /// Whether a text has no bracket, and white space only as single spaces.
    private static func isPlain(_ text: String) -> Bool {
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "(": return false
            case " ": if last == " " { return false }
            case "\0"..<" ", "\u{85}", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{2029}", "\u{202F}",
                "\u{205F}", "\u{3000}":
                return false
            default: break
            }
            last = scalar
        }
        return last != " "
    }
}

extension PlaceExpression {
    /// Whether the place named is where it is.
    fileprivate var isAtItsPlace: Bool {
        if case .at = form { true } else { false }
    }
}
