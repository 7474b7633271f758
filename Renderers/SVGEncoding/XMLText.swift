/// XML as bytes, indented by two spaces a level.
struct XMLWriter {
    private(set) var bytes: [UInt8]
    private var depth = 0

    /// Begins with a line of its own.
    init(prolog: String = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {
        bytes = Array(prolog.utf8)
    }

    /// `<name a="b"/>` on a line of its own.
    mutating func empty(_ name: String, _ attributes: [XMLAttribute]) {
        line("<\(name)\(Self.spelled(attributes))/>")
    }

    /// `<name a="b">text</name>` on a line of its own.
    mutating func text(_ name: String, _ attributes: [XMLAttribute] = [], _ text: String) {
        line("<\(name)\(Self.spelled(attributes))>\(text.escapedForXML)</\(name)>")
    }

    /// An element around what `body` writes.
    mutating func element(
        _ name: String, _ attributes: [XMLAttribute] = [], _ body: (inout XMLWriter) -> Void
    ) {
        line("<\(name)\(Self.spelled(attributes))>")
        depth += 1
        body(&self)
        depth -= 1
        line("</\(name)>")
    }

    private mutating func line(_ text: String) {
        for _ in 0..<depth { bytes += [0x20, 0x20] }
        bytes += text.utf8
        bytes.append(0x0A)
    }

    private static func spelled(_ attributes: [XMLAttribute]) -> String {
        attributes.map { " \($0.name)=\"\($0.value.escapedForXML)\"" }.joined()
    }
}

/// A name and its value, not yet escaped.
struct XMLAttribute {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension String {
    /// The text as XML may hold it, in an element or between double quotes.
    ///
    /// Characters that XML 1.0 (section 2.2) forbids, escaped or not, become U+FFFD. Line breaks and
    /// tabs are escaped, since attributes would turn them into spaces (section 3.3.3).
    var escapedForXML: String {
        var escaped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r":
                escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
