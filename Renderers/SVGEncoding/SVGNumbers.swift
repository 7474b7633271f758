internal import Raster

/// A number of hundredths as SVG spells it: `12`, `.5`, `-3.25`.
///
/// A hundredth of a pixel is what paths are rounded to: half of it is a tenth of what an eye can see
/// on a screen of three device pixels for one.
func spelled(hundredths: Int) -> String {
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole == 0 ? "" : "\(whole)").\(digits)"
}

/// A length in 1/256 pixel.
func spelled(_ subpixels: Int32) -> String { spelled(hundredths: hundredths(subpixels)) }

/// 1/256 pixel as 1/100, rounded to the nearest, halves up.
private func hundredths(_ subpixels: Int32) -> Int { (Int(subpixels) * 100 + 128) >> 8 }

extension Path {
    /// The `d` attribute, in relative steps, which are shorter.
    ///
    /// Every point is rounded on its own and steps are differences of rounded points: they add up.
    var svgData: String {
        var pen = SVGPen()
        for element in elements {
            switch element {
            case .move(let point): pen.step("m", [point], startsContour: true)
            case .line(let point): pen.step("l", [point])
            case .quadratic(let control, let end): pen.step("q", [control, end])
            case .cubic(let first, let second, let end): pen.step("c", [first, second, end])
            case .close: pen.close()
            }
        }
        return pen.data
    }
}

private struct SVGPen {
    var data = ""
    private var command = ""
    private var here = (x: 0, y: 0)
    private var start = (x: 0, y: 0)

    mutating func step(_ command: String, _ points: [SubpixelPoint], startsContour: Bool = false) {
        if command != self.command || startsContour { data += command }
        self.command = command
        for (index, point) in points.enumerated() {
            let target = (x: hundredths(point.x), y: hundredths(point.y))
            append(spelled(hundredths: target.x - here.x))
            append(spelled(hundredths: target.y - here.y))
            if index == points.count - 1 { here = target }
        }
        if startsContour { start = here }
    }

    mutating func close() {
        data += "z"
        command = "z"
        here = start
    }

    /// Adds a number, parted from one before it unless its sign does that.
    private mutating func append(_ number: String) {
        if !number.hasPrefix("-"), let last = data.utf8.last, last < UInt8(ascii: "a") {
            data += " "
        }
        data += number
    }
}
