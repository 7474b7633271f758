/// Walks over the scalars of an EDTF expression, one mark or number at a time.
struct DateScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var position = 0

    init(_ text: String, limit: Int) throws(EDTFError) {
        scalars = Array(text.unicodeScalars.prefix(limit + 1))
        guard scalars.count <= limit else { throw .tooLong(limit: limit) }
    }

    /// The column of the next scalar, from 1.
    var column: Int { position + 1 }

    /// The next scalar, or nil at the end.
    var next: Unicode.Scalar? { peek(0) }

    /// Whether nothing is left.
    var isAtEnd: Bool { position >= scalars.count }

    /// The scalar some steps ahead.
    func peek(_ offset: Int) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    /// Steps over a scalar if it is the next one.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// Steps over a word if it comes next and nothing but `/` follows it.
    mutating func takeWord(_ word: String) -> Bool {
        let letters = Array(word.unicodeScalars)
        guard position + letters.count <= scalars.count,
            scalars[position..<position + letters.count].elementsEqual(letters),
            peek(letters.count) == nil || peek(letters.count) == "/"
        else { return false }
        position += letters.count
        return true
    }

    /// Steps over `..` if it comes next.
    mutating func takeDots() -> Bool {
        guard peek(0) == ".", peek(1) == "." else { return false }
        position += 2
        return true
    }

    /// Says what stands here instead of what was wanted.
    func unexpected(_ expected: String) -> EDTFError {
        guard let next else { return .unexpectedEnd(column: column, expected: expected) }
        return .unexpected(Character(next), column: column, expected: expected)
    }

    /// How many digits, open ones included, come next.
    var digitRun: Int {
        var count = 0
        while let scalar = peek(count), Self.isDigit(scalar) || Self.isOpenDigit(scalar) {
            count += 1
        }
        return count
    }

    /// Reads exactly `width` digits, of which any may be open: `X`, `x` or the older `u`.
    mutating func digits(_ width: Int, _ expected: String) throws(EDTFError) -> Digits {
        var result = Digits(0, width: width)
        for index in 0..<width {
            guard let scalar = next else { throw unexpected(expected) }
            result.value *= 10
            if Self.isDigit(scalar) {
                result.value += Int(scalar.value - 0x30)
            } else if Self.isOpenDigit(scalar) {
                result.openMask |= 1 << UInt8(width - 1 - index)
            } else {
                throw unexpected(expected)
            }
            position += 1
        }
        return result
    }

    /// Reads a number of known digits without end; nil when it passes `limit`.
    mutating func number(upTo limit: Int, _ expected: String) throws(EDTFError) -> Int? {
        guard let first = next, Self.isDigit(first) else { throw unexpected(expected) }
        var value = 0
        var isWithin = true
        while let scalar = next, Self.isDigit(scalar) {
            value = isWithin ? value * 10 + Int(scalar.value - 0x30) : value
            isWithin = isWithin && value <= limit
            position += 1
        }
        return isWithin ? value : nil
    }

    /// Reads `?`, `~` or `%`, and the older `?~`, if one comes next.
    mutating func qualifier() -> Qualifier {
        if take("%") { return [.uncertain, .approximate] }
        if take("?") { return take("~") ? [.uncertain, .approximate] : .uncertain }
        if take("~") { return take("?") ? [.uncertain, .approximate] : .approximate }
        return []
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isOpenDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "X" || scalar == "x" || scalar == "u"
    }
}
