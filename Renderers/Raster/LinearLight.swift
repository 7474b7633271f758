/// The sRGB transfer curve as tables, in integers and IEEE arithmetic alone: no math library, so
/// every machine blends alike.
///
/// Light adds up linearly, sRGB codes do not: blending codes makes thin dark lines too heavy and
/// light ones too faint. So colours are blended as 16-bit light and coded again.
///
/// Source: IEC 61966-2-1:1999, section 5.2.
struct LinearLight: Sendable {
    /// Light of an sRGB code, 0...65535.
    let light: [UInt16]
    /// The sRGB code nearest to an amount of light, by code value.
    let code: [UInt8]

    static let shared = LinearLight()

    private init() {
        light = (0..<256).map { UInt16((Self.decoded(Double($0) / 255) * 65535).rounded()) }
        var code = [UInt8](repeating: 255, count: 65536)
        var start = 0
        for value in 0..<255 {
            let boundary = Self.decoded((Double(value) + 0.5) / 255) * 65535
            let end = Int(boundary.rounded(.up))
            for amount in start..<end { code[amount] = UInt8(value) }
            start = end
        }
        self.code = code
    }

    /// How much heavier letters of a colour are made, of 256: half for black, nothing for white.
    func emphasis(of color: Color) -> Int {
        // Luminance after Rec. ITU-R BT.709, in 1/10000.
        let luminance =
            Int(light[Int(color.red)]) * 2126 + Int(light[Int(color.green)]) * 7152
            + Int(light[Int(color.blue)]) * 722
        return 128 - luminance / 10_000 * 128 / 65535
    }

    /// The light of an sRGB value, both 0...1.
    private static func decoded(_ value: Double) -> Double {
        guard value > 0.04045 else { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // base^2.4 = base² · (base²)^(1/5)
        return base * base * fifthRoot(base * base)
    }

    /// Newton's method from above: the steps fall until they stop at the root.
    private static func fifthRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 {
            let fourth = root * root * root * root
            root = (4 * root + value / fourth) / 5
        }
        return root
    }
}
