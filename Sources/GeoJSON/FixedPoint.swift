/// A number rounded to some decimal digits, half away from zero.
package struct FixedPoint: Hashable {
    /// The number times 10^`digits`.
    package let units: Int
    /// Digits after the point, 0...9.
    package let digits: Int

    /// Rounds a number; what is not finite or beyond ±10⁹ is a mistake of the caller's.
    package init(_ number: Double, digits: Int) {
        precondition(number.isFinite && abs(number) <= 1e9, "a coordinate is a finite number")
        precondition((0...9).contains(digits), "0 to 9 digits")
        self.digits = digits
        units = Int((number * Double(Self.scale(digits))).rounded(.toNearestOrAwayFromZero))
    }

    /// The number that the digits say.
    package var value: Double { Double(units) / Double(Self.scale(digits)) }

    /// Appends the digits, without trailing zeros or a minus before zero.
    package func append(to bytes: inout [UInt8]) {
        var (units, digits) = (self.units.magnitude, self.digits)
        while digits > 0, units.isMultiple(of: 10) {
            units /= 10
            digits -= 1
        }
        if self.units < 0 { bytes.append(UInt8(ascii: "-")) }
        let scale = Self.scale(digits).magnitude
        bytes.append(contentsOf: "\(units / scale)".utf8)
        guard digits > 0 else { return }
        let fraction = "\(units % scale)".utf8
        bytes.append(UInt8(ascii: "."))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits - fraction.count))
        bytes.append(contentsOf: fraction)
    }

    private static func scale(_ digits: Int) -> Int {
        (0..<digits).reduce(1) { scale, _ in scale * 10 }
    }
}
