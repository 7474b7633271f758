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
        key(latin: Transliterator.latin(text, language: language))
    }

    /// The key of a name that `Transliterator` has written in Latin letters already.
    package static func key(latin: String) -> [UInt8] {
        key(spelledOut: SpelledOut.bytes(of: latin))
    }

    /// The consonants of a key, for scripts that write no short vowels: vowels and `v` (one letter with
    /// the vowel u in Arabic script) dropped, and `h` where a word ends (the silent one of Persian).
    public static func skeleton(ofKey key: [UInt8]) -> [UInt8] {
        var skeleton = key.filter { !isVowel($0) && $0 != UInt8(ascii: "v") }
        if skeleton.last == UInt8(ascii: "h") { skeleton.removeLast() }
        return skeleton
    }

    private static let glide = UInt8(ascii: "i")

    private static func key(spelledOut bytes: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(bytes.count)
        var sounds: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
            sounds.removeAll(keepingCapacity: true)
            append(soundsOf: bytes, start..<end, to: &sounds)
            appendWithoutGlides(sounds, to: &key)
            start = end + 1
        }
        return withoutDoubles(key)
    }

    /// Letters of one word to sounds: digraphs become one byte, letters that habits mix become one.
    private static func append(
        soundsOf bytes: [UInt8], _ word: Range<Int>, to sounds: inout [UInt8]
    ) {
        var index = word.lowerBound
        let startsYe =
            word.count > 1 && bytes[index] == UInt8(ascii: "y")
            && bytes[index + 1] == UInt8(ascii: "e")
        if startsYe { index += 1 }
        while index < word.upperBound {
            let (sound, length) = Sound.read(bytes, at: index, end: word.upperBound)
            // Russian hears a glide between a vowel and е: Исаево, Isayevo.
            if bytes[index] == UInt8(ascii: "e"), let last = sounds.last, isVowel(last),
                last != glide
            {
                sounds.append(glide)
            }
            sounds.append(sound)
            index += length
        }
    }

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
        switch Unicode.Scalar(byte) {
        case "a", "i", "o", "u": true
        default: false
        }
    }
}

/// Letters that stand for one sound.
private enum Sound {
    /// The sound at an index and how many letters it takes, the longest reading first, so that `dzh` is
    /// not read as `d` and `zh`.
    static func read(_ bytes: [UInt8], at index: Int, end: Int) -> (sound: UInt8, length: Int) {
        func letter(_ offset: Int) -> Unicode.Scalar {
            Unicode.Scalar(index + offset < end ? bytes[index + offset] : 0)
        }
        switch (letter(0), letter(1), letter(2), letter(3)) {
        case ("s", "h", "c", "h"): return (UInt8(ascii: "S"), 4)
        case ("t", "s", "c", "h"): return (UInt8(ascii: "C"), 4)
        case ("d", "z", "h", _): return (UInt8(ascii: "J"), 3)
        case ("s", "c", "h", _): return (UInt8(ascii: "S"), 3)
        case ("t", "c", "h", _): return (UInt8(ascii: "C"), 3)
        case ("s", "h", _, _): return (UInt8(ascii: "S"), 2)
        case ("c", "h", _, _): return (UInt8(ascii: "C"), 2)
        case ("z", "h", _, _), ("d", "j", _, _): return (UInt8(ascii: "J"), 2)
        case ("g", "h", _, _), ("c", "k", _, _): return (UInt8(ascii: "k"), 2)
        case ("k", "h", _, _): return (UInt8(ascii: "h"), 2)
        case ("p", "h", _, _): return (UInt8(ascii: "f"), 2)
        case ("o", "u", _, _), ("o", "o", _, _): return (UInt8(ascii: "u"), 2)
        case ("e", "e", _, _): return (UInt8(ascii: "i"), 2)
        default: return (single(bytes[index]), 1)
        }
    }

    private static func single(_ letter: UInt8) -> UInt8 {
        switch Unicode.Scalar(letter) {
        case "e": UInt8(ascii: "a")
        case "c", "j": UInt8(ascii: "J")
        case "g", "q": UInt8(ascii: "k")
        case "x": UInt8(ascii: "h")
        case "w": UInt8(ascii: "v")
        case "y": UInt8(ascii: "i")
        default: letter
        }
    }
}
