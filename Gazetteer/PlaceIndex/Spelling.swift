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
    /// Whether the fold is in Latin letters.
    let isLatin: Bool

    init(_ text: String, language: String? = nil) {
        self.text = text
        fold = NameFolder.fold(text)
        isLatin = !fold.contains { $0 >= 0x80 }
        let latin = Transliterator.latin(text, language: language)
        latinFold = isLatin ? fold : NameFolder.fold(latin)
        key = TransliterationKey.key(latin: latin)
    }
}
