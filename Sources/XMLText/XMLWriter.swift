/// XML as bytes, indented by two spaces a level.
package struct XMLWriter: Sendable {
    /// What was written since it was last drained.
    package private(set) var bytes: [UInt8]
    private var depth = 0

    /// Begins with a line of its own.
    package init(prolog: String = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {
        bytes = Array(prolog.utf8)
    }

    /// `<name a="b"/>` on a line of its own.
    package mutating func empty(_ name: String, _ attributes: [XMLAttribute]) {
        line("<\(name)\(Self.spelled(attributes))/>")
    }

    /// `<name a="b">text</name>` on a line of its own.
    package mutating func text(_ name: String, _ attributes: [XMLAttribute], _ text: String) {
        line("<\(name)\(Self.spelled(attributes))>\(text.escapedForXML)</\(name)>")
    }

    /// `<name>text</name>` on a line of its own.
    package mutating func text(_ name: String, _ text: String) { self.text(name, [], text) }

    /// An element around what `body` writes.
    package mutating func element<Failure: Error>(
        _ name: String, _ attributes: [XMLAttribute] = [],
        _ body: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(name, attributes)
        try body(&self)
        close(name)
    }

    /// The start of an element that `close` ends, for writing that spans several calls.
    package mutating func open(_ name: String, _ attributes: [XMLAttribute] = []) {
        line("<\(name)\(Self.spelled(attributes))>")
        depth += 1
    }

    /// Ends what `open` began.
    package mutating func close(_ name: String) {
        depth -= 1
        line("</\(name)>")
    }

    /// Hands on what was written once it is more than a size in bytes, and forgets it.
    package mutating func drain<Failure: Error>(
        beyond size: Int = 0, _ receive: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard bytes.count > size else { return }
        try receive(bytes)
        bytes.removeAll(keepingCapacity: true)
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
package struct XMLAttribute: Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension String {
    /// The text as XML may hold it, in an element or between double quotes.
    ///
    /// Characters that XML 1.0 (section 2.2) forbids, escaped or not, become U+FFFD. Line breaks and
    /// tabs are escaped, since attributes would turn them into spaces (section 3.3.3).
    package var escapedForXML: String {
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
