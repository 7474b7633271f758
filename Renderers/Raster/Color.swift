/// A colour in sRGB with straight (not premultiplied) alpha, eight bits a channel.
public struct Color: Hashable, Sendable {
    /// Red, 0...255.
    public var red: UInt8
    /// Green, 0...255.
    public var green: UInt8
    /// Blue, 0...255.
    public var blue: UInt8
    /// Opacity, 0 (clear) ... 255.
    public var alpha: UInt8

    /// Makes a colour from its channels.
    public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// Makes an opaque colour from `0xRRGGBB`.
    public init(hex: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
            blue: UInt8(truncatingIfNeeded: hex))
    }

    /// Makes an opaque colour from the digits `rrggbb`, or `rgb`, each of which stands for two; nil for
    /// other texts.
    public init?(hexDigits text: some StringProtocol) {
        guard text.utf8.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else {
            return nil
        }
        let long = text.utf8.count == 3 ? text.map { "\($0)\($0)" }.joined() : String(text)
        guard long.utf8.count == 6, let hex = UInt32(long, radix: 16) else { return nil }
        self.init(hex: hex)
    }

    /// The same colour at another opacity, 0...1.
    public func opacity(_ opacity: Double) -> Color {
        var copy = self
        copy.alpha = UInt8((max(0, min(1, opacity)) * 255).rounded())
        return copy
    }
}
