import CFreeType
import Raster

/// A glyph's contours as the font draws them: half design units, y up.
///
/// Halves, because TrueType leaves out the on-curve points in the middle between two control points.
struct GlyphOutline {
    struct Point {
        let x: Int32
        let y: Int32
    }

    enum Step {
        case move(Point)
        case line(Point)
        case quadratic(Point, to: Point)
        case cubic(Point, Point, to: Point)
    }

    var steps: [Step] = []
}

extension GlyphOutline {
    /// Adds the outline to a path: scaled, y turned down, the glyph's origin moved to `origin`.
    func append(to path: inout [Path.Element], scale: DesignScale, origin: SubpixelPoint) {
        func placed(_ point: Point) -> SubpixelPoint {
            SubpixelPoint(
                x: origin.x &+ scale.subpixels(halfUnits: point.x),
                y: origin.y &+ scale.subpixels(halfUnits: -point.y))
        }
        for (index, step) in steps.enumerated() {
            switch step {
            case .move(let point):
                if index > 0 { path.append(.close) }
                path.append(.move(placed(point)))
            case .line(let point):
                path.append(.line(placed(point)))
            case .quadratic(let control, let end):
                path.append(.quadratic(placed(control), to: placed(end)))
            case .cubic(let first, let second, let end):
                path.append(.cubic(placed(first), placed(second), to: placed(end)))
            }
        }
        if !steps.isEmpty { path.append(.close) }
    }
}

extension GlyphOutline {
    /// Takes over an outline that FreeType has loaded in design units.
    init(_ outline: inout FT_Outline) {
        var functions = unsafe FT_Outline_Funcs(
            move_to: { to, steps in unsafe GlyphOutline.add(.move(.init(to)), to: steps) },
            line_to: { to, steps in unsafe GlyphOutline.add(.line(.init(to)), to: steps) },
            conic_to: { control, to, steps in
                unsafe GlyphOutline.add(.quadratic(.init(control), to: .init(to)), to: steps)
            },
            cubic_to: { first, second, to, steps in
                unsafe GlyphOutline.add(
                    .cubic(.init(first), .init(second), to: .init(to)), to: steps)
            },
            shift: 1, delta: 0)
        // SAFETY: the callbacks write to `steps` during this call alone.
        let status = unsafe withUnsafeMutablePointer(to: &steps) { steps in
            unsafe FT_Outline_Decompose(&outline, &functions, UnsafeMutableRawPointer(steps))
        }
        precondition(status == 0, "a linked face holds a broken outline: FreeType error \(status)")
    }

    private static func add(_ step: Step, to steps: UnsafeMutableRawPointer?) -> Int32 {
        unsafe steps?.assumingMemoryBound(to: [Step].self).pointee.append(step)
        return 0
    }
}

extension GlyphOutline.Point {
    fileprivate init(_ vector: UnsafePointer<FT_Vector>?) {
        let vector = unsafe vector?.pointee ?? FT_Vector(x: 0, y: 0)
        self.init(x: Int32(clamping: vector.x), y: Int32(clamping: vector.y))
    }
}
