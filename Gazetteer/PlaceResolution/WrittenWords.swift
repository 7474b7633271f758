internal import NameFolding
internal import PlaceIndex
internal import Places

/// What the words of a spelling say of how freely it may be read: a name in capitals may have a slip,
/// prose in small letters may not.
///
/// | written | read as |
/// | --- | --- |
/// | `Stepankert`, `ստեփանակերտ` | any name that it fits, or one two slips away |
/// | `stepankert` | a name that it fits, or one a slip away with the same first letter |
/// | `nija`, `peace` | a name spelled so but for case and marks |
/// | `the old village` | the same |
struct WrittenWords {
    private let spelling: String
    private let isSmallWord: Bool
    private let isHinted: Bool
    private let count: Int

    /// - Parameters:
    ///   - spelling: what is written.
    ///   - isHinted: whether country, unit or position are told beside it: then it is a name, in
    ///     whatever letters, unless it is a common word alone.
    init(_ spelling: String, isHinted: Bool = false) {
        self.spelling = spelling
        self.isHinted = isHinted
        count = Self.words(of: spelling).count
        isSmallWord = !isHinted && count == 1 && PlaceResolver.isSmall(spelling)
    }

    /// By scalars: to look for characters takes ten times as long.
    private static func words(of text: String) -> [Substring.UnicodeScalarView] {
        text.unicodeScalars.split { scalar in
            scalar.isASCII
                ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
        }
    }

    /// One common word makes prose of small words; alone, a word is common in any letters.
    private var isCommon: Bool {
        let words = Self.words(of: spelling).map { Substring($0) }
        let isSmall = !isHinted && words.allSatisfy { !PlaceResolver.isCapitalised($0) }
        return (isSmall || words.count == 1)
            && words.contains { CommonWords.contains(fold: NameFolder.fold($0)) }
    }

    /// The matches that are attested and worth having: a word is more likely a word than a place in another
    /// spelling.
    func fitting(_ matches: [NameMatch]) -> [NameMatch] {
        guard matches.contains(where: { $0.tier > .folded }) else { return matches }
        let mayBeHeard = !isCommon && (!isSmallWord || spelling.count > 4)
        return matches.filter { match in
            match.tier <= .folded || mayBeHeard && (!isSmallWord || match.slips <= 1)
        }
    }

    /// Longer texts are prose; where it is told where the place lies, only what no name is as long as (Khim Su
    /// Thk Khok Nga).
    private var mostWords: Int { isHinted ? 12 : 4 }

    /// Whether it looks like a name at all, so that slips are looked for.
    var mayHaveSlips: Bool {
        count <= mostWords && !isCommon && (!isSmallWord || spelling.count >= 7)
    }

    /// Whether a match with slips is worth having. A slip in the first letter is rare: J. J. Pollock and
    /// A. Zamora, "Automatic spelling correction in scientific and scholarly text", Communications of the
    /// ACM 27 (1984), 358-368, found 8 % of them there.
    func mayMatch(_ match: NameMatch, in index: NameIndex) -> Bool {
        guard isSmallWord else { return true }
        guard match.slips <= 1 else { return false }
        func first(_ text: String) -> UInt8? {
            NameFolder.fold(Transliterator.latin(text, language: nil)).first
        }
        return index.nameAlone(of: match).map { first(spelling) == first($0.text) } ?? false
    }
}

extension PlaceResolver {
    /// Whether a text starts with a capital; no letter of a script without capitals is one.
    static func isCapitalised(_ text: some StringProtocol) -> Bool {
        if let first = text.utf8.first, first < 0x80 {
            return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        }
        return text.unicodeScalars.first.map { scalar in
            scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
                || scalar.properties.numericType != nil
        } ?? false
    }

    /// Whether a text starts with a small letter of a script that has capitals.
    static func isSmall(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.first.map { scalar in
            scalar.properties.isLowercase && scalar.properties.changesWhenUppercased
                && !isGeorgian(scalar)
        } ?? false
    }

    /// Georgian is written in small letters throughout (Unicode has capitals for titles).
    private static func isGeorgian(_ scalar: Unicode.Scalar) -> Bool {
        (0x10A0...0x10FF).contains(scalar.value)
    }
}
