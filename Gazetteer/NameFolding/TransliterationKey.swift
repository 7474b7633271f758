/// The bytes under which names meet across scripts and spelling habits.
///
/// Names of the South Caucasus reach English, Russian and Azerbaijani text by different habits. The key
/// makes these equal:
///
/// | letters | because |
/// | --- | --- |
/// | q g k gh ğ | Qubadlı, Gubadli, Губадлы; Qaradağlı, Garadaghli |
/// | ə a e | Xankəndi, Khankendi, Khankandi |
/// | c j dj dzh zh | Cəbrayıl, Jabrayil, Dzhebrail, Djebrail; Jdanov, Zhdanov |
/// | ç ch, ş sh | Laçın, Lachin; Şuşa, Shusha |
/// | x kh h | Xocalı, Khojaly |
/// | ı i y, w v, ph f, ou u | Bakhmanly, Bakhmanli; Hadrout, Hadrut |
/// | ye e at a start, ya yu after a consonant | Yerevan, Erevan; Gyanja, Ganja |
/// | doubled letters, apostrophes, spaces, hyphens | Ali-Bayramli, Alibayramly |
///
/// `s` and `sh`, `o` and `u`, `a` and `i` stay apart, and so do Gori and Goris, Masalli and Mesheli.
/// Names with one key may still be two places: rank them by the edit distance of their folds.
public enum TransliterationKey {
    /// The key of a name: ASCII letters, with `J`, `C` and `S` for the sounds that take several letters.
    ///
    /// - Parameters:
    ///   - text: the name, in any script.
    ///   - language: its BCP 47 tag where known, for Cyrillic.
    /// - Returns: the key; empty for a text without letters or digits.
    /// - Complexity: O(*n*) in the length of the text.
    public static func key(_ text: some StringProtocol, language: String? = nil) -> [UInt8] {
        key(spelledOut: SpelledOut.bytes(of: Transliterator.latin(text, language: language)))
    }

    /// The consonants of a key, for scripts that write no short vowels: vowels and `v` (one letter with
    /// the vowel u in Arabic script) dropped, and `h` where a word ends (the silent one of Persian).
    public static func skeleton(ofKey key: [UInt8]) -> [UInt8] {
        var skeleton = key.filter { !isVowel($0) && $0 != UInt8(ascii: "v") }
        if skeleton.last == UInt8(ascii: "h") { skeleton.removeLast() }
        return skeleton
    }

    private static func key(spelledOut bytes: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(bytes.count)
        var word: [UInt8] = []
        for slice in bytes.split(separator: 0x20) {
            word.removeAll(keepingCapacity: true)
            sounds(of: Array(slice), into: &word)
            appendWithoutGlides(word, to: &key)
        }
        return withoutDoubles(key)
    }

    /// Letters to sounds: digraphs become one byte, letters that habits mix become one.
    private static func sounds(of word: [UInt8], into sounds: inout [UInt8]) {
        var index = 0
        while index < word.count {
            if index == 0, word.count > 1, word[0] == UInt8(ascii: "y"),
                word[1] == UInt8(ascii: "e")
            {
                index = 1
            }
            let (sound, length) = Digraph.sound(in: word, at: index)
            // Russian hears a glide between a vowel and е: Исаево, Isayevo.
            if word[index] == UInt8(ascii: "e"), let last = sounds.last, isVowel(last),
                last != glide
            {
                sounds.append(glide)
            }
            sounds.append(sound)
            index += length
        }
    }

    private static let glide = UInt8(ascii: "i")

    /// A run of i is one i, and none between a consonant and a vowel (ya, yu, iya).
    private static func appendWithoutGlides(_ word: [UInt8], to key: inout [UInt8]) {
        var index = 0
        while index < word.count {
            guard word[index] == glide else {
                key.append(word[index])
                index += 1
                continue
            }
            var end = index
            while end < word.count, word[end] == glide { end += 1 }
            let followsConsonant = index > 0 && !isVowel(word[index - 1])
            let precedesVowel = end < word.count && isVowel(word[end])
            if !(followsConsonant && precedesVowel) { key.append(glide) }
            index = end
        }
    }

    private static func withoutDoubles(_ key: [UInt8]) -> [UInt8] {
        var single: [UInt8] = []
        single.reserveCapacity(key.count)
        for byte in key where byte != single.last { single.append(byte) }
        return single
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}

/// Several letters that stand for one sound.
private enum Digraph {
    /// Longest first, so that `dzh` is not read as `d` and `zh`.
    private static let all: [(letters: [UInt8], sound: UInt8)] =
        [
            ("shch", "S"), ("tsch", "C"), ("dzh", "J"), ("sch", "S"), ("tch", "C"), ("sh", "S"),
            ("ch", "C"), ("zh", "J"), ("dj", "J"), ("gh", "k"), ("kh", "h"), ("ph", "f"),
            ("ck", "k"),
            ("ou", "u"), ("oo", "u"), ("ee", "i"),
        ].map { (letters: String, sound: Character) in
            (Array(letters.utf8), sound.asciiValue ?? 0)
        }

    static func sound(in word: [UInt8], at index: Int) -> (sound: UInt8, length: Int) {
        switch word[index] {
        case UInt8(ascii: "c")...UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "k"),
            UInt8(ascii: "o"), UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "t"),
            UInt8(ascii: "z"):
            for (letters, sound) in all where word[index...].starts(with: letters) {
                return (sound, letters.count)
            }
        default: break
        }
        return (single(word[index]), 1)
    }

    private static func single(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "e"): UInt8(ascii: "a")
        case UInt8(ascii: "c"), UInt8(ascii: "j"): UInt8(ascii: "J")
        case UInt8(ascii: "g"), UInt8(ascii: "q"): UInt8(ascii: "k")
        case UInt8(ascii: "x"): UInt8(ascii: "h")
        case UInt8(ascii: "w"): UInt8(ascii: "v")
        case UInt8(ascii: "y"): UInt8(ascii: "i")
        default: letter
        }
    }
}
