/// Finds the end of a JSON value by its brackets and quotes, over as many pieces as it takes.
///
/// What stands between them is not looked at: whoever reads the value finds fault with it.
package struct JSONSkipper {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var hasBegun = false

    /// A skipper that stands before a value.
    package init() {}

    /// Walks on from an offset; nil when the bytes end before the value does.
    package mutating func end(_ bytes: Span<UInt8>, _ offset: inout Int) -> Int? {
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 0 { return offset }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // A bracket that closes what surrounds the value ends a bare word or number.
                if depth == 0 {
                    if hasBegun { offset -= 1 }
                    return offset
                }
                depth -= 1
                if depth == 0 { return offset }
            case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 {
                    if hasBegun || byte != UInt8(ascii: ",") { offset -= 1 }
                    return offset
                }
            default: break
            }
            hasBegun = true
        }
        return nil
    }
}
