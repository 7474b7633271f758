public import Diagnostics
internal import Raster

/// A theme of the map maker's own, as a small text file.
///
///     base = "light"
///     name = "Newsroom"
///     land = "#f4f1ea"
///     text = "#101010"
///
/// Every key may be left out: it is then as in `base`, one of the built-in themes (`light` where there
/// is none). `text(of:)` writes a file with all of them.
public struct ThemeFile: Hashable, Sendable {
    /// The theme.
    public let theme: Theme
    /// What would be hard to read, where the file says so.
    public let warnings: [Diagnostic]

    /// Reads a file.
    ///
    /// - Throws: `FileFault` with line and column for the first thing that cannot be used.
    public init(reading bytes: [UInt8], file: String) throws(FileFault) {
        let settings = try SettingsText(bytes, file: file)
        try Self.checkKeys(of: settings)
        var theme = try Self.base(of: settings)
        theme.name = try Self.name(in: settings) ?? SourceLocation(file: file).stem
        for key in ThemeKeys.colors {
            guard let entry = settings[key.name] else { continue }
            theme[keyPath: key.path] = try Self.color(entry, in: settings)
        }
        theme.categories = try Self.categories(in: settings) ?? theme.categories
        for key in ThemeKeys.opacities {
            guard let entry = settings[key.name] else { continue }
            theme[keyPath: key.path] = try Self.number(entry, key.bounds, in: settings)
        }
        for key in ThemeKeys.sizes {
            guard let entry = settings[key.name] else { continue }
            theme[keyPath: key.path] = try Self.number(entry, key.bounds, in: settings)
        }
        self.theme = theme
        warnings = theme.faintPairs.map { pair in
            Diagnostic(
                .warning, code: "low-contrast",
                at: pair.keys.lazy.compactMap { settings[$0] }.first
                    .map { settings.location(of: $0.valueOffset) } ?? SourceLocation(file: file),
                problem: pair.problem, remedy: pair.remedy)
        }
    }

    private static func checkKeys(of settings: SettingsText) throws(FileFault) {
        guard let unknown = settings.entries.first(where: { !ThemeKeys.all.contains($0.key) })
        else { return }
        let nearest = Spelling.nearest(to: unknown.key, among: ThemeKeys.all)
        throw settings.fault(
            at: unknown.offset, "a theme has no \"\(unknown.key)\"",
            nearest.map { "did you mean \"\($0)\"?" }
                ?? "`toponym theme light` prints a theme with every key")
    }

    private static func base(of settings: SettingsText) throws(FileFault) -> Theme {
        guard let entry = settings[ThemeKeys.base] else { return .light }
        let known = Theme.all.map(\.name)
        let list = known.map { "\"\($0)\"" }.joined(separator: ", ")
        guard case .text(let name) = entry.value else {
            throw settings.fault(
                at: entry.valueOffset, "base is no text", "write one of \(list)")
        }
        guard let theme = Theme(named: name) else {
            let nearest = Spelling.nearest(to: name, among: known)
            throw settings.fault(
                at: entry.valueOffset, "no theme \"\(name)\" to start from",
                nearest.map { "did you mean \"\($0)\"?" } ?? "write one of \(list)")
        }
        return theme
    }

    private static func name(in settings: SettingsText) throws(FileFault) -> String? {
        guard let entry = settings[ThemeKeys.name] else { return nil }
        guard case .text(let name) = entry.value, !name.isEmpty, name.count <= 60 else {
            throw settings.fault(
                at: entry.valueOffset, "the name is no text of 1 to 60 letters",
                "write name = \"Newsroom\"")
        }
        return name
    }

    private static func color(
        _ entry: SettingsText.Entry, in settings: SettingsText
    ) throws(FileFault) -> Color {
        guard case .text(let text) = entry.value else {
            throw settings.fault(
                at: entry.valueOffset, "\(entry.key) is no colour",
                "write it in quotes, such as \"#f6f3ec\"")
        }
        return try color(
            .init(text: text, offset: entry.valueOffset), of: entry.key, in: settings)
    }

    private static func color(
        _ item: SettingsText.Item, of key: String, in settings: SettingsText
    ) throws(FileFault) -> Color {
        guard item.text.hasPrefix("#"), let color = Color(hexDigits: item.text.dropFirst()) else {
            throw settings.fault(
                at: item.offset, "\(key) is \"\(item.text.prefix(40))\", which is no colour",
                "write # and six hexadecimal digits, such as \"#f6f3ec\"")
        }
        return color
    }

    private static func categories(in settings: SettingsText) throws(FileFault) -> [Color]? {
        guard let entry = settings[ThemeKeys.categories] else { return nil }
        guard case .list(let items) = entry.value, items.count == ThemeKeys.categoryCount else {
            throw settings.fault(
                at: entry.valueOffset, "categories is no list of seven colours",
                "write [\"#d55e00\", …] with seven of them, one for each shape of mark")
        }
        var colors: [Color] = []
        for item in items { colors.append(try color(item, of: entry.key, in: settings)) }
        return colors
    }

    private static func number(
        _ entry: SettingsText.Entry, _ bounds: ClosedRange<Double>, in settings: SettingsText
    ) throws(FileFault) -> Double {
        guard case .number(let number) = entry.value, bounds.contains(number) else {
            throw settings.fault(
                at: entry.valueOffset, "\(entry.key) is out of bounds",
                "write a number from \(Int(bounds.lowerBound)) to \(Int(bounds.upperBound))")
        }
        return number
    }
}
