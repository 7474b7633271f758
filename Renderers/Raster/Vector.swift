/// A direction or offset of the plane, in 1/256 pixel where it has a length.
///
/// Only sums, products, quotients and square roots, which IEEE 754 rounds alike everywhere.
struct Vector: Hashable {
    var x: Double
    var y: Double

    init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    init(from start: SubpixelPoint, to end: SubpixelPoint) {
        x = Double(Int(end.x) - Int(start.x))
        y = Double(Int(end.y) - Int(start.y))
    }

    var length: Double { (x * x + y * y).squareRoot() }

    /// Turned a quarter from the x axis towards the y axis.
    var normal: Vector { Vector(x: -y, y: x) }

    func dot(_ other: Vector) -> Double { x * other.x + y * other.y }

    /// Positive where `other` turns from the x axis towards the y axis.
    func cross(_ other: Vector) -> Double { x * other.y - y * other.x }

    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    static prefix func - (a: Vector) -> Vector { Vector(x: -a.x, y: -a.y) }
    static func * (a: Vector, factor: Double) -> Vector {
        Vector(x: a.x * factor, y: a.y * factor)
    }
}

extension SubpixelPoint {
    /// Moved; the offset is rounded alone, so it does not matter where in the plane the point is.
    func offset(by vector: Vector) -> SubpixelPoint {
        func moved(_ value: Int32, _ offset: Double) -> Int32 {
            // Two ends of 32 bits are up to 2³² apart.
            let rounded = Int(flooring: max(-0x1p33, min(0x1p33, offset + 0.5)))
            return Int32(clamping: Int(value) + rounded)
        }
        return SubpixelPoint(x: moved(x, vector.x), y: moved(y, vector.y))
    }
}

extension Int {
    /// Towards minus infinity, of what an integer holds; `rounded(.down)` is a call into the math
    /// library where the processor is not known to have an instruction for it.
    @inline(__always)
    init(flooring value: Double) {
        let cut = Int(value)
        self = Double(cut) > value ? cut - 1 : cut
    }
}
