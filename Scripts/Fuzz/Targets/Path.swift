import Raster

/// Any outline: it is filled and stroked, however large or tangled.
///
/// The first byte says how large: the reach of the points, from a few pixels to all that 32 bits hold. The
/// second is the width of the line, the third the dashes, the rest is points. Laws: no crash, an end in
/// bounded time, nothing changes outside the clip, part of a picture is that part of the whole, an
/// outline twice is itself under the non-zero rule, but for rounding, and nothing under the even-odd one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var bytes = PathBytes(Array(UnsafeBufferPointer(start: start, count: count)))
    let shift = Int32(bytes.next() % 16)
    let stroke = bytes.stroke()
    let path = bytes.path(shift: shift)
    let twice = Path(path.elements + [.move(SubpixelPoint(x: 0, y: 0))] + path.elements)
    let clip = PixelBounds(minX: 3, minY: 5, maxX: 21, maxY: 14)

    func drawn(_ draw: (inout PixelBuffer) -> Void) -> PixelBuffer {
        var picture = PixelBuffer(width: 24, height: 20, color: Color(hex: 0x102030))
        draw(&picture)
        return picture
    }
    let blank = drawn { _ in }
    let ink = Color(hex: 0xFFEEDD).opacity(0.8)
    let whole = drawn { $0.fill(path, color: ink) }
    check(drawn { $0.fill(path, color: ink, clip: clip) }, is: whole, inside: clip, else: blank)
    // Where edges coincide, either may bound what is filled, and each is rounded where it is cut.
    let doubled = drawn { $0.fill(twice, color: ink) }
    precondition(
        zip(doubled.bytes, whole.bytes).allSatisfy { abs(Int($0) - Int($1)) <= 1 },
        "twice is not once")
    precondition(
        drawn { $0.fill(twice, rule: .evenOdd, color: ink) } == blank, "twice is not nothing")
    let lined = drawn { $0.stroke(path, stroke: stroke, color: ink) }
    check(
        drawn { $0.stroke(path, stroke: stroke, color: ink, clip: clip) }, is: lined,
        inside: clip, else: blank)
    _ = drawn { $0.fill(path.grown(by: stroke.width), color: ink) }
    let lines = ParallelLines(angle: Int(shift) * 37, spacing: stroke.width * 3, width: 200)
    _ = drawn { $0.fill(path, rule: .evenOdd, color: ink, lines: lines) }
    return 0
}

/// Whether a picture drawn in a clip is the whole one there, and blank elsewhere.
private func check(
    _ part: PixelBuffer, is whole: PixelBuffer, inside clip: PixelBounds, else blank: PixelBuffer
) {
    for pixel in 0..<part.width * part.height {
        let (x, y) = (pixel % part.width, pixel / part.width)
        let isInside = x >= clip.minX && x < clip.maxX && y >= clip.minY && y < clip.maxY
        let expected = isInside ? whole : blank
        for byte in pixel * 4..<pixel * 4 + 4 {
            precondition(part.bytes[byte] == expected.bytes[byte], "pixel \(x), \(y)")
        }
    }
}

/// Bytes taken one by one; zeros after the last.
private struct PathBytes {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var isAtEnd: Bool { place >= bytes.count }

    mutating func next() -> UInt8 {
        defer { place += 1 }
        return isAtEnd ? 0 : bytes[place]
    }

    mutating func point(_ shift: Int32) -> SubpixelPoint {
        func coordinate() -> Int32 {
            let value = Int32(Int16(truncatingIfNeeded: Int(next()) << 8 | Int(next())))
            return value << shift
        }
        return SubpixelPoint(x: coordinate(), y: coordinate())
    }

    mutating func stroke() -> Stroke {
        let (width, kind) = (next(), next())
        let joins: [Stroke.Join] = [.miter, .round, .bevel, .round]
        let caps: [Stroke.Cap] = [.butt, .round, .square, .butt]
        let dash = Double(kind >> 4)
        return Stroke(
            widthInPixels: Double(width) / 16, join: joins[Int(kind & 3)],
            cap: caps[Int(kind >> 2 & 3)], dashesInPixels: dash == 0 ? [] : [dash / 2, 0.75],
            dashPhaseInPixels: dash * 1.3)
    }

    mutating func path(shift: Int32) -> Path {
        var path = Path()
        while !isAtEnd {
            switch next() % 8 {
            case 0: path.elements.append(.move(point(shift)))
            case 1: path.elements.append(.close)
            case 2: path.elements.append(.quadratic(point(shift), to: point(shift)))
            case 3: path.elements.append(.cubic(point(shift), point(shift), to: point(shift)))
            default: path.elements.append(.line(point(shift)))
            }
        }
        return path
    }
}
