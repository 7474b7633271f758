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
/// | ç ch č, ş sh š sch | Laçın, Lachin, Lačin; Şuşa, Shusha, Schuscha |
/// | x kh h | Xocalı, Khojaly |
/// | ı i y, w v, ph f, ou u | Bakhmanly, Bakhmanli; Hadrout, Hadrut |
/// | ye e at a start, ya yu after a consonant | Yerevan, Erevan; Gyanja, Ganja |
/// | doubled letters, apostrophes, spaces, hyphens | Ali-Bayramli, Alibayramly |
/// | eh at an end | Maragheh, Marağa |
///
/// Russian and its neighbours are romanised by BGN/PCGN 1947, by GOST R 52535.1 and ICAO 9303 (iu, ia, ie),
/// by GOST 7.79 B (x, cz, shh, jo) and GOST 16876-71 (kh, jj, eh), and by ISO 9 with carons: all meet in
/// the key or in one of its `otherReadings`.
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
        let latin = Transliterator.latin(text, language: language, habits: .plainG)
        return key(
            latin: latin, habits: CentralEuropean.habits(of: latin, language: language))
    }

    /// The keys of the less likely readings of a name, each once and none the one of `key`: Cyrillic г
    /// as h, Georgian without its ending, Latin j as y …
    ///
    /// For what is asked, not for what is kept: a name has one key, a question up to five. `known` is the key
    /// of the name, where it is at hand.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public static func otherReadings(
        of text: some StringProtocol, language: String? = nil, besides known: [UInt8]? = nil
    ) -> [[UInt8]] {
        var keys = [known ?? key(text, language: language)]
        for habits in ReadingHabits.alternatives(for: text) {
            let latin = Transliterator.latin(text, language: language, habits: habits)
            let key = key(latin: latin, habits: habits)
            if !key.isEmpty, !keys.contains(key) { keys.append(key) }
        }
        return Array(keys.dropFirst())
    }

    private static func key(latin: String, habits: ReadingHabits) -> [UInt8] {
        let letters = SpelledOut.bytes(of: latin)
        return key(
            spelledOut: habits.contains(.cIsTs) ? CentralEuropean.withTs(letters) : letters,
            jIsY: habits.contains(.jIsY))
    }

    /// The consonants of a key, for scripts that write no short vowels: vowels and `v` (one letter with
    /// the vowel u in Arabic script) dropped, and `h` where a word ends (the silent one of Persian).
    public static func skeleton(ofKey key: [UInt8]) -> [UInt8] {
        var skeleton: [UInt8] = []
        skeleton.reserveCapacity(key.count)
        for byte in key where !isVowel(byte) && byte != UInt8(ascii: "v") && byte != skeleton.last {
            skeleton.append(byte)
        }
        if skeleton.last == UInt8(ascii: "h") { skeleton.removeLast() }
        return skeleton
    }

    private static let glide = UInt8(ascii: "i")

    private static func key(spelledOut bytes: [UInt8], jIsY: Bool) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(bytes.count)
        var sounds: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
            sounds.removeAll(keepingCapacity: true)
            append(soundsOf: bytes, start..<end, jIsY: jIsY, to: &sounds)
            appendWithoutGlides(sounds, to: &key)
            start = end + 1
        }
        return withoutDoubles(key)
    }

    /// Letters of one word to sounds: digraphs become one byte, letters that habits mix become one.
    private static func append(
        soundsOf bytes: [UInt8], _ word: Range<Int>, jIsY: Bool, to sounds: inout [UInt8]
    ) {
        var index = word.lowerBound
        let startsYe =
            word.count > 1
            && (bytes[index] == UInt8(ascii: "y") || jIsY && bytes[index] == UInt8(ascii: "j"))
            && bytes[index + 1] == UInt8(ascii: "e")
        if startsYe { index += 1 }
        while index < word.upperBound {
            let (sound, length) = Sound.read(
                bytes, at: index, end: word.upperBound, jIsY: jIsY)
            // Russian hears a glide between a vowel and е: Исаево, Isayevo.
            if bytes[index] == UInt8(ascii: "e"), let last = sounds.last, isVowel(last),
                last != glide
            {
                sounds.append(glide)
            }
            if sound != SpelledOut.divide { sounds.append(sound) }
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
