internal import EDTF
internal import Projections
internal import Raster
internal import Typesetting

/// What a text is, which decides how it is set.
enum TextRole: Hashable, Sendable {
    case title, subtitle, sourceLine, heading, body, bodyBold, note, noteBold
    case eventName, eventText
    /// A settlement by rank, 1...6.
    case town(Int)
    /// A place that the map is about: every name of it is set alike.
    case wanted
    case country, smallCountry, district, region, water, lineName
}

/// Sets the text of a map: one family, a handful of sizes.
struct MapType: Sendable {
    let typesetter: Typesetter
    let style: MapStyle
    let language: DateLanguage

    /// The words of that language.
    var phrases: any Phrases { PhraseBook.phrases(in: language) }

    /// One line.
    func line(_ text: String, _ role: TextRole) -> TextLine {
        typesetter.line(text, style: textStyle(role, for: text))
    }

    /// Lines no wider than a limit in pixels, broken at spaces; a longer word stands over.
    func wrapped(_ text: String, _ role: TextRole, width: Double) -> [TextLine] {
        let whole = line(text, role)
        let words = text.split(separator: " ").map(String.init)
        guard whole.widthInPixels > width, words.count > 1 else { return [whole] }
        let space = line("a a", role).widthInPixels - 2 * line("a", role).widthInPixels
        var lines: [String] = []
        var current = ""
        var used = 0.0
        for word in words {
            let size = line(word, role).widthInPixels
            if !current.isEmpty, used + space + size > width {
                lines.append(current)
                (current, used) = (word, size)
            } else {
                used += current.isEmpty ? size : space + size
                current += current.isEmpty ? word : " \(word)"
            }
        }
        return (lines + [current]).map { line($0, role) }
    }

    /// As few lines as fit a width in pixels, of about the same length: for labels.
    func balanced(_ text: String, _ role: TextRole, width: Double) -> [TextLine] {
        typesetter.lines(
            breaking: Self.withWholeNames(text), style: textStyle(role, for: text),
            maxWidth: Int32(width * 64), maxLines: 4)
    }

    /// Holds the words of a right-to-left name among others together: broken after its first word, its
    /// rest would stand on the next line to the left of what follows it.
    static func withWholeNames(_ text: String) -> String {
        text.split(separator: " / ").map { name in
            name.unicodeScalars.contains(where: isRightToLeft)
                ? String(name.replacing(" ", with: "\u{A0}")) : String(name)
        }.joined(separator: " / ")
    }

    /// Whether a text starts at the right: its first letter says so (UAX #9, P2 and P3).
    static func startsFromRight(_ text: String) -> Bool {
        text.unicodeScalars.first(where: \.properties.isAlphabetic).map(isRightToLeft) ?? false
    }

    /// Whether a scalar belongs to Hebrew, Arabic, Syriac, Thaana or N'Ko (Unicode's blocks 0590-08FF).
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        (0x590...0x8FF).contains(scalar.value)
    }

    /// From baseline to baseline, in pixels.
    func leading(_ role: TextRole) -> Double { (size(role) * 1.28).rounded() }

    /// How a role is set; letters are spaced only in scripts that do not join.
    func textStyle(_ role: TextRole, for text: String) -> TextStyle {
        let spacing = isSpaced(role) && !text.unicodeScalars.contains(where: Self.joins) ? 0.09 : 0
        return TextStyle(
            fontStyle(role), sizeInPixels: size(role),
            letterSpacing: Int32((spacing * size(role) * 64).rounded()), language: language.tag)
    }

    private func isSpaced(_ role: TextRole) -> Bool {
        role == .country || role == .smallCountry || role == .region
    }

    /// Scripts whose letters join (Arabic and its kin), by their blocks in Unicode.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        (0x0600...0x08FF).contains(scalar.value) || (0xFB50...0xFEFF).contains(scalar.value)
    }

    private func fontStyle(_ role: TextRole) -> FontStyle {
        switch role {
        case .title, .sourceLine, .heading, .bodyBold, .noteBold, .eventName, .wanted: .bold
        case .town(let rank): rank <= 1 ? .bold : .regular
        case .water, .lineName: .italic
        default: .regular
        }
    }

    /// The size of the em in pixels: nothing under 10.
    private func size(_ role: TextRole) -> Double {
        let isSmall = style.isSmall
        return switch role {
        case .title: isSmall ? 15 : 22
        case .subtitle: isSmall ? 11 : 13.5
        case .sourceLine: isSmall ? 10 : 12
        case .heading: isSmall ? 10.5 : 12
        case .body, .bodyBold: isSmall ? 10 : 11
        case .note, .noteBold, .lineName: 10
        case .eventName: isSmall ? 11 : 12.5
        case .eventText: isSmall ? 10 : 11
        case .town(let rank): townSize(rank)
        case .wanted: isSmall ? 12 : 14
        case .country: isSmall ? 12 : 15
        case .smallCountry: isSmall ? 10 : 12
        case .district: 10
        case .region: isSmall ? 10 : 11.5
        case .water: isSmall ? 10 : 11.5
        }
    }

    private func townSize(_ rank: Int) -> Double {
        switch rank {
        case ...1: style.isSmall ? 12 : 14
        case 2: style.isSmall ? 11 : 12.5
        case 3, 4: 11
        default: 10.5
        }
    }
}
