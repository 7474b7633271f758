/// Folds a name to the bytes under which it is found: no case, no marks, no punctuation.
///
/// The fold is the same for every locale and for NFC and NFD. Both i pairs (`İ i` and `I ı`) become
/// `i`, ə in all its code points becomes `e`, every other Latin letter loses its marks; apostrophes
/// and modifier letters fall away; hyphens, slashes and other punctuation become single spaces. A
/// Latin name becomes ASCII. A name in another script stays in its script, as UTF-8: what makes
/// scripts meet is `TransliterationKey`. Korean syllables become their letters, so that one wrong letter is
/// one slip, and kana lose their voicing marks as other letters do.
///
/// ```swift
/// NameFolder.fold("XANKƏNDİ")  // the bytes of "xankendi"
/// ```
public enum NameFolder {
    /// The folded bytes of a text: never more than three times its UTF-8 length.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public static func fold(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    /// The same for a string: compiled for it alone, and without decoding ASCII, three times as fast.
    public static func fold(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        fold(text, into: &bytes)
        return bytes
    }

    /// Appends the folded bytes of a string to others: many names take one allocation so.
    public static func fold(_ text: String, into bytes: inout [UInt8]) {
        var sink = FoldSink(taking: &bytes, capacity: text.utf8.count)
        let plain = sink.addASCII(startOf: text.utf8.span)
        if plain < text.utf8.count {
            sink.add(
                text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: plain)...], of: text)
        }
        sink.give(to: &bytes)
    }

    private static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
        var sink = FoldSink(taking: &bytes, capacity: text.utf8.count)
        sink.add(text.unicodeScalars, of: text)
        sink.give(to: &bytes)
    }

    /// The folded form as text, for messages such as `İrəvan → irevan`.
    public static func foldedText(_ text: some StringProtocol) -> String {
        String(decoding: fold(text), as: UTF8.self)
    }
}

/// Collects folded bytes, with spaces collapsed and trimmed.
struct FoldSink {
    private var bytes: [UInt8] = []
    /// Where the text starts; others stand before it.
    private let start: Int
    private var owesSpace = false

    /// Takes bytes over, to append to them, with room for so many more.
    init(taking others: inout [UInt8], capacity: Int) {
        swap(&bytes, &others)
        start = bytes.count
        if bytes.capacity - start < capacity {
            bytes.reserveCapacity(max(start * 2, start + capacity))
        }
    }

    init(capacity: Int) {
        var none: [UInt8] = []
        self.init(taking: &none, capacity: capacity)
    }

    /// Gives the bytes back, with those that were added.
    consuming func give(to others: inout [UInt8]) { swap(&bytes, &others) }

    private var isEmpty: Bool { bytes.count == start }

    func finished() -> [UInt8] { bytes }

    /// Adds the letters of a text, or of a rest of it.
    @inline(__always)
    mutating func add(
        _ letters: some Sequence<Unicode.Scalar>, of text: some StringProtocol
    ) {
        // Asked once a text: a flood of ә would otherwise be read once for each.
        var isLatin: Bool?
        func isInLatin() -> Bool {
            let answer = isLatin ?? ScriptDetector.isLatinButForSchwa(text)
            isLatin = answer
            return answer
        }
        for letter in letters {
            if letter.value < 0x80 {
                addASCII(UInt8(truncatingIfNeeded: letter.value))
            } else {
                addOther(letter, isInLatin: isInLatin)
            }
        }
    }

    /// Adds the ASCII that a text starts with; gives how many bytes it has.
    ///
    /// Room is made once a text, not looked for with each letter: ten letters took 58 ns, and 32 now.
    mutating func addASCII(startOf text: Span<UInt8>) -> Int {
        var index = 0
        var owesSpace = owesSpace
        var isEmpty = isEmpty
        bytes.append(addingCapacity: text.count) { letters in
            while index < text.count {
                let byte = text[index]
                if byte >= 0x80 { break }
                index &+= 1
                let small = byte | 0x20
                guard small &- 0x61 < 26 || byte &- 0x30 < 10 else {
                    owesSpace = owesSpace || !isEmpty && Self.isDivider(byte)
                    continue
                }
                if owesSpace { letters.append(0x20) }
                (owesSpace, isEmpty) = (false, false)
                letters.append(small)
            }
        }
        self.owesSpace = owesSpace
        return index
    }

    /// Whether a byte of ASCII that is no letter stands between words: all but NUL " ' `
    @inline(__always)
    private static func isDivider(_ byte: UInt8) -> Bool {
        byte != 0 && byte != 0x22 && byte != 0x27 && byte != 0x60
    }

    @inline(__always)
    mutating func addASCII(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: add(byte)
        case 0x41...0x5A: add(byte | 0x20)
        default: owesSpace = owesSpace || !isEmpty && Self.isDivider(byte)
        }
    }

    /// The last byte of the word, or nil where one starts.
    var last: UInt8? { owesSpace || isEmpty ? nil : bytes.last }

    /// Adds a byte as it is.
    mutating func addSound(_ byte: UInt8) { add(byte) }

    /// Adds a scalar outside ASCII. `isInLatin` tells whether the text as a whole is Latin: there a
    /// Cyrillic ә, which many keyboards offer for the Latin one, is an ə.
    mutating func addOther(_ scalar: Unicode.Scalar, isInLatin: () -> Bool) {
        let value = scalar.value
        if let folded = LatinLetters.plain(value) {
            add(folded.first)
            if folded.second != 0 { add(folded.second) }
            return
        }
        switch value {
        case 0x2B0...0x36F, 0x2018...0x201F, 0x2032...0x2036: break  // modifiers, marks, quotes
        case 0x482...0x489: break  // the thousands sign and marks over numbers
        case 0x4D8...0x4DB: isInLatin() ? add(0x65) : add(scalar: 0x4D9)
        case 0x400...0x4FF: add(scalar: OtherLetters.cyrillic(value))
        case 0x552 where endsInYech: add(scalar: 0x57E)
        case 0x531...0x556: add(scalar: value + 0x30)
        case 0x559...0x55F: break  // Armenian apostrophe, emphasis and question marks
        case 0x587:  // և is ե and վ
            add(scalar: 0x565)
            add(scalar: 0x57E)
        // Եւ is how Unicode writes և in capitals, եվ how Armenians do.
        case 0x582 where endsInYech: add(scalar: 0x57E)
        case 0x10D0...0x10FA, 0x561...0x586: add(scalar: value)
        case 0x10A0...0x10C5, 0x1C90...0x1CBA, 0x2D00...0x2D25:
            add(scalar: OtherLetters.georgian(value))
        case 0x660...0x669: add(UInt8(truncatingIfNeeded: value - 0x630))
        case 0x620...0x6D5: if let letter = OtherLetters.arabic(value) { add(scalar: letter) }
        case 0xB7, 0x387, 0xA78B, 0xA78C: break  // the dot of l·l and s·h, and the saltillo
        case 0xFB00...0xFB06, 0xFB13...0xFB17: addLigature(value)
        case 0xFB50...0xFBFF, 0xFE80...0xFEFC: addArabicForm(scalar)
        case 0xFF01...0xFF5E: addASCII(UInt8(truncatingIfNeeded: value - 0xFEE0))
        case 0x3B1...0x3C1, 0x3C3...0x3C9, 0x5D0...0x5EA, 0x904...0x939, 0xE01...0xE30,
            0x4E00...0x9FFF:
            // Small Greek, Hebrew, Devanagari, Thai, Han: letters all, and without case.
            add(scalar: value)
        case 0x3041...0x309F, 0x30A1...0x30FF: addKana(value)
        case 0xFF65...0xFF9F: addKana(EastAsianLetters.wide(value))
        case 0xAC00...0xD7A3: addSyllable(value)
        case 0x391...0x3A1, 0x3A3...0x3A9: add(scalar: value + 0x20)
        default: addRare(scalar)
        }
    }

    /// Adds the letters of a ligature that fonts once needed: ﬁ, ﬂ, ﬓ …
    private mutating func addLigature(_ value: UInt32) {
        for letter in OtherLetters.ligature(value).unicodeScalars {
            add(scalar: letter.value)
        }
    }

    private mutating func addArabicForm(_ scalar: Unicode.Scalar) {
        guard let letters = ArabicForms.letters(scalar.value) else { return addRare(scalar) }
        for letter in letters {
            if let plain = OtherLetters.arabic(letter) { add(scalar: plain) }
        }
    }

    /// Whether the last letter is an Armenian ե.
    private var endsInYech: Bool {
        !owesSpace && bytes.count >= start + 2 && bytes[bytes.count - 2] == 0xD5
            && bytes[bytes.count - 1] == 0xA5
    }

    private mutating func addRare(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .modifierSymbol,
            .modifierLetter:
            break
        case .uppercaseLetter, .titlecaseLetter:
            for lower in properties.lowercaseMapping.unicodeScalars { addLowered(lower) }
        case .lowercaseLetter:
            // Some small letters share a capital: ϐ and β, µ and μ.
            let capitals =
                OtherLetters.greek(scalar.value) == scalar.value
                ? properties.uppercaseMapping : String(scalar)
            for capital in capitals.unicodeScalars {
                for lower in capital.properties.lowercaseMapping.unicodeScalars {
                    addLowered(lower)
                }
            }
        case .decimalNumber:
            add(0x30 + UInt8(properties.numericValue ?? 0))
        case .letterNumber where (0x2160...0x217F).contains(scalar.value):
            for byte in OtherLetters.romanNumeral(scalar.value).utf8 { add(byte) }
        case .otherLetter, .letterNumber, .otherNumber:
            add(scalar: scalar.value)
        default:
            owesSpace = !isEmpty
        }
    }

    /// Adds a kana; the marks among them fall away.
    private mutating func addKana(_ value: UInt32) {
        switch value {
        // Voicing marks, signs of repetition and of a long vowel.
        case 0x3097...0x309E, 0x30FC...0x30FE: break
        case 0x30FB: owesSpace = !isEmpty
        default: add(scalar: EastAsianLetters.kana(value))
        }
    }

    private mutating func addSyllable(_ value: UInt32) {
        let syllable = EastAsianLetters.jamo(value)
        add(scalar: syllable.first)
        add(scalar: syllable.vowel)
        if let last = syllable.last { add(scalar: last) }
    }

    private mutating func addLowered(_ scalar: Unicode.Scalar) {
        if let folded = LatinLetters.plain(scalar.value) {
            add(folded.first)
            if folded.second != 0 { add(folded.second) }
        } else if scalar.value < 0x80 {
            addASCII(UInt8(truncatingIfNeeded: scalar.value))
        } else if scalar.properties.generalCategory != .nonspacingMark {
            add(scalar: OtherLetters.greek(scalar.value))
        }
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        if owesSpace {
            bytes.append(0x20)
            owesSpace = false
        }
        bytes.append(byte)
    }

    private mutating func add(scalar value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        // Nearly all have two bytes or three; appended one by one they take a fifth of the time.
        switch value {
        case 0x80..<0x800: add(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
        case 0x800..<0x1_0000:
            add(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
        default:
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
            return
        }
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    }
}
