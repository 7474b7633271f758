/// Columns of figures in words.
enum ColumnWords {
    /// The column's own name as English: `killed_armenian_civilians` reads "killed Armenian civilians".
    static func english(_ key: String) -> String {
        key.split(separator: "_").map { word in
            properAdjectives.contains(word)
                ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
        }.joined(separator: " ")
    }

    /// Words that English writes with a capital wherever they stand.
    private static let properAdjectives: Set<Substring> = [
        "abkhaz", "afghan", "american", "arab", "armenian", "azerbaijani", "british", "chechen",
        "chinese", "french", "georgian", "german", "greek", "indian", "iranian", "iraqi", "israeli",
        "italian", "kurdish", "ossetian", "pakistani", "palestinian", "polish", "romanian",
        "russian", "serbian", "soviet", "syrian", "talysh", "turkish", "ukrainian", "yazidi",
    ]
}
