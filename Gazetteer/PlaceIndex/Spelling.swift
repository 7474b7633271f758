internal import NameFolding

/// A name in the forms under which it is found.
struct Spelling {
    /// As written.
    let text: String
    /// Its fold, in its own script.
    let fold: [UInt8]
    /// Its fold written in Latin letters: the fold itself for a Latin name.
    let latinFold: [UInt8]
    private let language: String?

    /// No name has so many bytes of fold; more of them are not transliterated, nor looked through for slips.
    static let mostBytes = 1_024

    /// Whether a text may be a name at all. A short one is told by its size: nothing folds to sixteen times as
    /// many bytes.
    static func mayBeName(_ text: String) -> Bool {
        text.utf8.count <= mostBytes / 16 || NameFolder.fold(text).count <= mostBytes
    }

    init(_ text: String, language: String? = nil) {
        self.text = text
        self.language = language
        fold = NameFolder.fold(text)
        latinFold =
            fold.contains { $0 >= 0x80 }
            ? NameFolder.fold(Transliterator.latin(text, language: language)) : fold
    }

    /// Its transliteration key, made when it is asked for.
    var key: [UInt8] { TransliterationKey.key(text, language: language) }
    /// Its key, then those of its less likely readings: for questions, never kept.
    var allKeys: [[UInt8]] {
        let key = key
        return [key] + TransliterationKey.otherReadings(of: text, besides: key)
    }

    /// A text without blanks around it.
    static func trimmed(_ text: String) -> Substring {
        var rest = Substring(text)
        while let first = rest.unicodeScalars.first, isBlank(first) {
            rest.unicodeScalars.removeFirst()
        }
        while let last = rest.unicodeScalars.last, isBlank(last) {
            rest.unicodeScalars.removeLast()
        }
        return rest
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x85, 0xA0: true
        case 0x1680..<0x3001: scalar.properties.isWhitespace
        default: false
        }
    }
}
