internal import Raster

extension ThemeFile {
    /// A file of a theme, with every key: to start from, and to tell two themes apart.
    ///
    /// Reading it gives the same theme. Sizes that the theme leaves to the size of the picture stand
    /// there as remarks.
    public static func text(of theme: Theme) -> String {
        let base = Theme(named: theme.name) ?? .light
        var lines = [
            "# A theme of maps. Colours are # and six hexadecimal digits; sizes are pixels at scale 1.",
            "# What is left out is as in the base: \(Theme.all.map(\.name).joined(separator: ", ")).",
            setting(ThemeKeys.base, quoted(base.name)), setting(ThemeKeys.name, quoted(theme.name)),
            "", "# Colours.",
        ]
        lines += ThemeKeys.colors.map {
            setting($0.name, quoted(theme[keyPath: $0.path].spelled), $0.use)
        }
        let hues = theme.categories.map { quoted($0.spelled) }.joined(separator: ", ")
        lines += [
            "# Seven hues of categories, one for each shape of mark.",
            "\(ThemeKeys.categories) = [\(hues)]",
            "", "# How strongly, 0 to 1.",
        ]
        lines += ThemeKeys.opacities.map {
            setting($0.name, spelled(theme[keyPath: $0.path]), $0.use)
        }
        lines += ["", "# Radii and the margin; left out, they follow the size of the picture."]
        lines += ThemeKeys.sizes.map { key in
            guard let size = theme[keyPath: key.path] else {
                let usual = MapStyle(width: 1200, height: 900).usual(key.name)
                return "# " + setting(key.name, spelled(usual), key.use)
            }
            return setting(key.name, spelled(size), key.use)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `key = value  # what for`, the remarks one under the other.
    private static func setting(_ key: String, _ value: String, _ use: String = "") -> String {
        let line = "\(key) = \(value)"
        let blanks = String(repeating: " ", count: max(1, 34 - line.utf8.count))
        return use.isEmpty ? line : "\(line)\(blanks)# \(use)"
    }

    /// A text in quotes, without what it cannot hold there.
    private static func quoted(_ text: String) -> String {
        let plain = text.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
        return "\"\(plain)\""
    }

    /// Whole numbers without a point.
    private static func spelled(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension MapStyle {
    /// The size that a key of a theme would set.
    fileprivate func usual(_ key: String) -> Double {
        switch key {
        case "largest-mark-radius": largestRadius
        case "plain-mark-radius": plainRadius
        case "town-dot-radius": townDotRadius
        default: margin
        }
    }
}

extension Color {
    /// `#rrggbb`; opacity is left out.
    fileprivate var spelled: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count == 1 ? "0\(digits)" : digits
            }.joined()
    }
}
