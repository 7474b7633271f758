internal import NameFolding

/// A name in the forms under which it is found.
struct Spelling {
    /// As written.
    let text: String
    /// Its fold, in its own script.
    let fold: [UInt8]
    /// Its fold written in Latin letters: the fold itself for a Latin name.
    let latinFold: [UInt8]
    /// Its transliteration key.
    let key: [UInt8]
    /// The keys of its less likely readings: for questions, never kept.
    var otherKeys: [[UInt8]] { TransliterationKey.otherReadings(of: text) }
    /// Whether the fold is in Latin letters.
    let isLatin: Bool

    init(_ text: String, language: String? = nil) {
        self.text = text
        fold = NameFolder.fold(text)
        isLatin = !fold.contains { $0 >= 0x80 }
        latinFold =
            isLatin ? fold : NameFolder.fold(Transliterator.latin(text, language: language))
        key = TransliterationKey.key(text, language: language)
    }
}
