/// English words that are the name of some town: in small letters they are the word.
///
/// `Nice` is a city and `nice` is none; but `baku` is Baku. A list, not a rule, since the letters do not
/// tell: every common word that the tables have as a name in Latin letters.
enum CommonWords {
    private static let english: Set<String> = [
        "airport", "bank", "bar", "bath", "best", "date", "deal", "forest", "independence",
        "liberty", "male", "man", "march", "mine", "mobile", "most", "much", "nice", "of", "off",
        "on", "orange", "paradise", "police", "reading", "same", "split", "time", "union",
        "university",
    ]

    /// Whether a text is such a word, in small letters.
    static func contains(_ text: String) -> Bool { english.contains(text) }
}
