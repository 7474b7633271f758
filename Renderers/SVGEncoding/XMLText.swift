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
    mutating func element<Failure: Error>(
        _ name: String, _ attributes: [XMLAttribute] = [],
        _ body: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) {
        line("<\(name)\(Self.spelled(attributes))>")
        depth += 1
        try body(&self)
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

extension [UInt8] {
    /// The bytes in Base64 (RFC 4648, section 4).
    var base64: String {
        let letters = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((count + 2) / 3 * 4)
        for start in stride(from: 0, to: count, by: 3) {
            let group = self[start..<Swift.min(start + 3, count)]
            let bits = (0..<3).reduce(0) { bits, step in
                bits << 8 | (step < group.count ? Int(group[start + step]) : 0)
            }
            for step in 0..<4 {
                let letter = letters[(bits >> (18 - 6 * step)) & 63]
                text.append(step <= group.count ? letter : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
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
