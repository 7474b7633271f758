internal import Raster
internal import Typesetting

// The scene as text, one item a line: what tests compare, and what a reader can.
//
//     scene 300x200 #f4f1ea
//     fill evenodd #c9d8e2 M 0 0 L 40 0 L 40.5 20.25 Z
//     stroke #7a6f9b 1.5 round round dashes 4 3 phase 0 : M 10 10 L 30 10
//     hatch #b03a2e angle 45 spacing 6 width 1 : M …
//     text "Khankendi" regular 13 #222222 halo 1.5 #fffffff2 at 120 88.25 width 61.5
//     picture 600x400 over 0 0 300 200 colors 255 sum 1a2b3c4d : M …
//     text "Kura" italic 11 #4a7a96 along 10 10 60 24.5 118 20 width 24.25
//     clip 0 0 200 150 {
//       fill …
//     }
extension Scene {
    /// One item a line, in pixels rounded to 1/64; equal scenes give equal text on every machine.
    ///
    /// Glyphs are told by their text, style and width, since the faces decide the rest.
    public var textForm: String {
        var form = SceneTextForm()
        form.lines.append("scene \(width)x\(height) \(background.textForm)")
        form.write(items, indent: "")
        return form.lines.joined(separator: "\n") + "\n"
    }
}

private struct SceneTextForm {
    var lines: [String] = []

    mutating func write(_ items: [SceneItem], indent: String) {
        for item in items { write(item, indent: indent) }
    }

    private mutating func write(_ item: SceneItem, indent: String) {
        switch item {
        case .fill(let path, let rule, let color):
            let rule = rule == .evenOdd ? "evenodd" : "nonzero"
            lines.append("\(indent)fill \(rule) \(color.textForm) : \(path.textForm)")
        case .stroke(let path, let stroke, let color):
            lines.append("\(indent)stroke \(color.textForm) \(stroke.textForm) : \(path.textForm)")
        case .hatch(let path, let pattern, let color):
            lines.append(
                "\(indent)hatch \(color.textForm) angle \(pattern.angle)"
                    + " spacing \(pixels(pattern.spacing)) width \(pixels(pattern.width))"
                    + " : \(path.textForm)")
        case .text(let line, let origin, let color, let halo):
            let halo = halo.map { " halo \(pixels($0.radius)) \($0.color.textForm)" } ?? ""
            lines.append(
                "\(indent)text \(line.textForm) \(color.textForm)\(halo) at \(origin.textForm)"
                    + " width \(decimal(Int(line.width), over: 64))")
        case .picture(let picture, let path, let area):
            lines.append(
                "\(indent)picture \(picture.width)x\(picture.height) over \(area.textForm)"
                    + " colors \(picture.colors.count) sum \(picture.textSum) : \(path.textForm)")
        case .textAlong(let course, let line, let color, let halo):
            let halo = halo.map { " halo \(pixels($0.radius)) \($0.color.textForm)" } ?? ""
            let corners = course.points.map(\.textForm).joined(separator: " ")
            lines.append(
                "\(indent)text \(line.textForm) \(color.textForm)\(halo) along \(corners)"
                    + " width \(decimal(Int(line.width), over: 64))")
        case .clipped(let bounds, let items):
            lines.append("\(indent)clip \(bounds.textForm) {")
            write(items, indent: indent + "  ")
            lines.append("\(indent)}")
        }
    }
}

/// Pixels rounded to 1/64, halves up.
private func pixels(_ subpixels: Int32) -> String {
    decimal((Int(subpixels) + 2) >> 2, over: 64)
}

/// A fraction as a decimal without trailing zeros; exact for 64ths.
private func decimal(_ numerator: Int, over denominator: Int) -> String {
    let millionths = abs(numerator) * 1_000_000 / denominator
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = numerator < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest + 1_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
}

extension Color {
    /// `#rrggbb`, and the alpha as two more digits where it is not full.
    fileprivate var textForm: String {
        let channels = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
        return "#"
            + channels.map { channel in
                let digits = String(channel, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
    }
}

extension Stroke {
    fileprivate var textForm: String {
        let lengths = dashes.map(pixels).joined(separator: " ")
        let dashing = dashes.isEmpty ? "" : " dashes \(lengths) phase \(pixels(dashPhase))"
        return "\(pixels(width)) \(join) \(cap)\(dashing)"
    }
}

extension TextLine {
    fileprivate var textForm: String {
        let quoted = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.value < 0x20: "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }.joined()
        let spacing =
            style.letterSpacing == 0
            ? "" : " spacing \(decimal(Int(style.letterSpacing), over: 64))"
        let language = style.language.isEmpty ? "" : " \(style.language)"
        return "\"\(quoted)\" \(style.fontStyle) \(decimal(Int(style.size), over: 64))"
            + spacing + language
    }
}

extension SubpixelBounds {
    fileprivate var textForm: String {
        [minX, minY, maxX, maxY].map { decimal((Int($0) + 2) >> 2, over: 64) }
            .joined(separator: " ")
    }
}

extension IndexedPicture {
    /// Tells two pictures apart: the FNV-1a hash of colours and indices.
    ///
    /// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, IETF draft-eastlake-fnv, section 5.
    fileprivate var textSum: String {
        var hash: UInt32 = 0x811C_9DC5
        for color in colors {
            for byte in [color.red, color.green, color.blue, color.alpha] {
                hash = (hash ^ UInt32(byte)) &* 0x0100_0193
            }
        }
        for byte in indices { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return String(hash, radix: 16)
    }
}

extension SubpixelPoint {
    fileprivate var textForm: String { "\(pixels(x)) \(pixels(y))" }
}

extension Path {
    fileprivate var textForm: String {
        elements.map { element in
            switch element {
            case .move(let point): "M \(point.textForm)"
            case .line(let point): "L \(point.textForm)"
            case .quadratic(let control, let end): "Q \(control.textForm) \(end.textForm)"
            case .cubic(let first, let second, let end):
                "C \(first.textForm) \(second.textForm) \(end.textForm)"
            case .close: "Z"
            }
        }.joined(separator: " ")
    }
}
