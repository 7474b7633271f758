/// One place as people write it.
///
/// | written | form |
/// | --- | --- |
/// | `Khankendi`, `Garadaghli, Khojavend district`, `gn:147928` | at a place |
/// | `near Askeran`, `close to X`, `вблизи X`, `X yaxınlığında`, `X մոտ` | near it |
/// | `outskirts of X`, `на окраине X` | at its edge |
/// | `10 km north of X`, `2 miles NE of X`, `north of X`, `в 10 км к северу от X` | away from it |
/// | `between X and Y`, `между X и Y`, `X ilə Y arasında` | between two |
/// | `X-Y road`, `on the road from X to Y`, `трасса X — Y`, `X-Y yolu` | on a road |
/// | `border of X and Y`, `X-Y border`, `граница X и Y` | on a border |
///
/// What fits no form is a name. Containers after the last name count for all names of the expression.
public struct PlaceExpression: Hashable, Sendable, CustomStringConvertible {
    /// How the place is told.
    public enum Form: Hashable, Sendable {
        /// At the place named.
        case at(WrittenName)
        /// Somewhere near it.
        case near(WrittenName)
        /// At its edge.
        case outskirts(WrittenName)
        /// Some way from it.
        case away(Offset, from: WrittenName)
        /// Somewhere between two places.
        case between(WrittenName, WrittenName)
        /// On the road between two places, which may itself be known by the whole name.
        case road(WrittenName, WrittenName)
        /// On the border of two areas.
        case border(WrittenName, WrittenName)
    }

    /// How the place is told.
    public let form: Form
    /// The whole as if it were a plain name: `Fizuli-Shusha road` may be one.
    public let whole: WrittenName
    /// The place as it is written, without the spaces around it.
    public let description: String
    /// How many Unicode scalars of the cell stand before it.
    public let scalarOffset: Int

    /// Reads a text. Any text is an expression; an empty one has an empty name.
    ///
    /// - Complexity: O(*n*) in its length; what may be more than a name is at most 24 words long.
    public init(_ text: String) {
        if text.utf8.allSatisfy(\.isOfPlainWord), !text.isEmpty {
            self.init(word: text)
        } else {
            self.init(Array(text.unicodeScalars)[...])
        }
    }

    /// Takes a word in which nothing can be told apart.
    private init(word: String) {
        description = word
        whole = WrittenName(word: word)
        scalarOffset = 0
        form = .at(whole)
    }

    /// Reads a part of a cell; its indices count the scalars of the cell.
    public init(_ scalars: ArraySlice<Unicode.Scalar>) {
        let scalars = scalars.trimmed
        description = String(scalars)
        // Most names have no comma, and a table may have a million.
        whole =
            scalars.contains(",")
            ? WrittenName(scalars) : WrittenName(alone: scalars, spelled: description)
        scalarOffset = scalars.startIndex
        form = WordPattern.form(of: scalars) ?? .at(whole)
    }

    /// The places named, in the order written.
    public var names: [WrittenName] {
        switch form {
        case .at(let name), .near(let name), .outskirts(let name), .away(_, let name): [name]
        case .between(let first, let second), .road(let first, let second),
            .border(let first, let second):
            [first, second]
        }
    }

    /// The first name or id alone, without containers.
    public var name: String { names.first?.text ?? "" }

    /// The areas that the first place lies in, the closest first.
    public var containers: [String] { names.first?.containers ?? [] }
}

/// A name or id with the areas that the place lies in.
public struct WrittenName: Hashable, Sendable, CustomStringConvertible {
    /// The name or id.
    public let text: String
    /// The areas, the closest first; empty for an id.
    public let containers: [String]
    /// Whether the text is a gazetteer id.
    public let isID: Bool
    /// How many Unicode scalars of the cell stand before it.
    public let scalarOffset: Int

    /// Takes a text apart at its commas.
    init(_ scalars: ArraySlice<Unicode.Scalar>, containers more: [String] = []) {
        let parts = scalars.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        let name = parts.first ?? scalars.trimmed.prefix(0)
        text = String(name)
        isID = parts.count == 1 && more.isEmpty && name.isID
        containers = parts.dropFirst().map { String($0) } + more
        scalarOffset = name.startIndex
    }

    /// Takes a name without containers, and without spaces around it.
    fileprivate init(alone scalars: ArraySlice<Unicode.Scalar>, spelled: String) {
        text = spelled
        isID = scalars.isID
        containers = []
        scalarOffset = scalars.startIndex
    }

    /// Takes a word that is a name.
    fileprivate init(word: String) {
        text = word
        isID = false
        containers = []
        scalarOffset = 0
    }

    /// The name and its containers, as they are written.
    public var description: String { ([text] + containers).joined(separator: ", ") }
}

/// A way and a direction from a place.
public struct Offset: Hashable, Sendable {
    /// How far, in metres; nil when only a direction is told.
    public var distanceInMetres: Double?
    /// How far off that may be for the figures given, in metres.
    public var distanceSlackInMetres: Double
    /// Which way; nil when only a distance is told.
    public var bearing: Bearing?
}

/// A compass direction as a word tells it.
public struct Bearing: Hashable, Sendable {
    /// Degrees clockwise from north, 0..<360.
    public var degrees: Double
    /// How far to each side it may be meant: `north` is anything between north-west and north-east.
    ///
    /// Source: J. Wieczorek, Q. Guo, R. J. Hijmans, "The point-radius method for georeferencing
    /// locality descriptions and calculating associated uncertainty", International Journal of
    /// Geographical Information Science 18 (2004), 745-767: 45° for the four winds, 22.5° for those
    /// between them, 11.25° for the next.
    public var slackInDegrees: Double
}

// MARK: - Scalars

extension ArraySlice<Unicode.Scalar> {
    /// Without white space at both ends.
    package var trimmed: Self {
        guard let first = firstIndex(where: { !$0.isSpace }),
            let last = lastIndex(where: { !$0.isSpace })
        else { return prefix(0) }
        return self[first...last]
    }

    /// `gn:147928`: a short prefix of small letters, a colon and letters, digits or `.`, `_`, `-`.
    fileprivate var isID: Bool {
        guard let colon = firstIndex(of: ":") else { return false }
        let prefix = self[..<colon]
        let rest = self[(colon + 1)...]
        return (1...8).contains(prefix.count) && !rest.isEmpty
            && prefix.allSatisfy { ("a"..."z").contains($0) }
            && rest.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        || scalar == "." || scalar == "_" || scalar == "-")
            }
    }
}

extension UInt8 {
    /// Whether a byte of UTF-8 neither is nor starts white space, a comma or the colon of an id.
    ///
    /// White space beyond ASCII starts with C2 (U+0085, U+00A0), E1 (U+1680), E2 (U+2000 and on) or E3
    /// (U+3000); letters that do so take the long way.
    fileprivate var isOfPlainWord: Bool {
        switch self {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), 0xC2, 0xE1...0xE3: false
        default: true
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is white space; asks no table for ASCII.
    var isSpace: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}

extension String {
    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        if scalars.allSatisfy(\.isASCII) {
            self.init(
                decoding: scalars.lazy.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
            return
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
