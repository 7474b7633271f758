#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif
internal import Raster

extension Theme {
    /// Two colours that are too near to each other to be read, one upon the other.
    struct FaintPair: Hashable, Sendable {
        /// The keys of both in a theme file, the ink first.
        var keys: [String]
        /// The contrast, 1...21.
        var contrast: Double
        /// What is wanted, and by which criterion.
        var wanted: Double
        var criterion: String
        var isText: Bool

        var problem: String {
            let tenths = Int((contrast * 10).rounded(.down))
            return "\(keys[0]) on \(keys[1]) has a contrast of \(tenths / 10).\(tenths % 10)"
        }

        var remedy: String {
            let least = wanted == wanted.rounded() ? "\(Int(wanted))" : "\(wanted)"
            return "\(isText ? "labels" : "marks") need \(least) (WCAG 2.2, \(criterion))"
        }
    }

    /// The pairs of ink and ground that WCAG 2.2 would not pass: labels on land, water and paper, and
    /// outlines of marks on land.
    var faintPairs: [FaintPair] {
        let labels: [(String, Color, String, Color)] = [
            ("text", text, "land", land), ("quiet-text", quietText, "paper", paper),
            ("country-text", countryText, "land", land), ("area-text", areaText, "land", land),
            ("water-text", waterText, "water", water), ("text", text, "paper", paper),
            ("text", text, "halo", halo),
        ]
        let marks: [(String, Color, String, Color)] = [
            ("mark-outline", markOutline, "land", land),
            ("mark-outline", markOutline, "water", water),
        ]
        func faint(
            _ pairs: [(String, Color, String, Color)], _ wanted: Double, _ criterion: String,
            isText: Bool
        ) -> [FaintPair] {
            pairs.map { ink, color, ground, other in
                FaintPair(
                    keys: [ink, ground], contrast: color.contrast(with: other), wanted: wanted,
                    criterion: criterion, isText: isText)
            }.filter { $0.contrast < wanted }
        }
        return faint(labels, 4.5, "1.4.3", isText: true)
            + faint(marks, 3, "1.4.11", isText: false)
    }
}

extension Color {
    /// The contrast ratio to another colour, 1...21, both taken as opaque.
    ///
    /// Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    func contrast(with other: Color) -> Double {
        let (a, b) = (relativeLuminance, other.relativeLuminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var relativeLuminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
