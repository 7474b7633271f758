import NameFolding
import Testing

@Suite("Folding revision") struct FoldingRevisionTests {
    /// Letters of every script that a table knows, alone, between vowels and at an end, and words of every
    /// rule.
    private static let texts: [String] = {
        let ranges: [ClosedRange<UInt32>] = [
            0xC0...0x2AF, 0x370...0x58F, 0x620...0x6D5, 0x10A0...0x10FF, 0x1E00...0x1FFF,
            0xFB00...0xFB17, 0xFB50...0xFBFF, 0xFE80...0xFEFC, 0x3041...0x30FF, 0xFF65...0xFF9F,
            0xAC00...0xAC40,
        ]
        let letters = ranges.joined().compactMap { Unicode.Scalar($0) }.map { String($0) }
        let words = [
            "Dzhebrail", "Djebrail", "Schuscha", "Tchardakhly", "Yerevan", "Gyanja", "Hadrout",
            "Maragheh", "Mtsheta", "Nachičevan", "Krasnaâ", "Phasis", "Beeleh", "Sars·hovit",
            "Achalciche", "Gejgel'", "Göyçay", "Ҝөјчај", "Ханкенди", "Երևան", "Հադրութ", "თბილისი",
            "خانکندی", "بیله‌سوار", "Дедоплисцхъаро", "ГӀала", "Zangilan district", "г. Шуша",
            "village of Khojaly", "Şəki şəhəri", "Կոտայքի մարզ", "روستای کلان", "სოფელი უშგული",
        ]
        return letters.flatMap { [$0, "a\($0)a", "ba\($0)", "\($0)h", "т\($0)"] } + words
    }()

    private static func counted() -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for text in texts {
            add(NameFolder.fold(text))
            add(Transliterator.latin(text).utf8)
            let key = TransliterationKey.key(text)
            add(key)
            add(TransliterationKey.skeleton(ofKey: key))
            for language in ["az", "be", "bg", "hr", "os", "uk"] {
                add(TransliterationKey.key(text, language: language))
            }
            add((GenericWords.split(text)?.bareName ?? "-").utf8)
        }
        for word in GenericWords.all { add(word.utf8) }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    @Test func `is that of the rules: where they change, packs are built again`() {
        #expect(
            FoldingRevision.current == Self.counted(),
            "the rules have changed: write this into FoldingRevision and run Scripts/build-pack")
    }
}
