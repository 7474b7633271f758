/// The words of dates in English, Azerbaijani, Armenian, Russian and Turkish.
///
/// Words are folded as `DateTokens.fold` does. Names of months are those of Unicode CLDR 41
/// (`months`, format and stand-alone), with the cases that grammar gives them.
enum DateVocabulary {
    /// The meaning of words and of phrases, whose words have one space between them.
    static let words: [String: [DateSign]] = {
        var words: [String: [DateSign]] = [:]
        for (text, sign) in phrases {
            for phrase in text.split(separator: ",") {
                let folded = phrase.split(separator: " ").map { DateTokens.fold(String($0)) }
                words[folded.joined(separator: " ")] = [sign]
            }
        }
        for (word, signs) in inflected { words[DateTokens.fold(word)] = signs }
        for (day, names) in weekdays.enumerated() {
            for name in names.split(separator: " ") {
                words[DateTokens.fold(String(name))] = [.weekday(day)]
            }
        }
        return words
    }()

    /// The meaning of what hangs on a number.
    static let endings: [String: DateSign] = {
        var endings: [String: DateSign] = [:]
        for (text, sign) in endingLists {
            for ending in text.split(separator: " ") {
                endings[DateTokens.fold(String(ending))] = sign
            }
        }
        return endings
    }()

    /// Roman numbers of months and centuries.
    static let romans: [String: Int] = Dictionary(
        uniqueKeysWithValues: [
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
            "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi",
        ].enumerated().map { ($1, $0 + 1) })

    private static let longestPhrase = 4

    /// The longest phrase at a position, full stops between its words allowed.
    static func match(
        _ tokens: [DateToken], at position: Int
    ) -> (count: Int, signs: [DateSign])? {
        var phrase = ""
        var best: (count: Int, signs: [DateSign])?
        var index = position
        for _ in 0..<longestPhrase {
            while index > position, index < tokens.count, tokens[index].kind == .mark(".") {
                index += 1
            }
            guard index < tokens.count, case .word(let word) = tokens[index].kind else { break }
            phrase += (phrase.isEmpty ? "" : " ") + word
            index += 1
            if let signs = words[phrase] { best = (index - position, signs) }
        }
        if case .word(let word) = tokens[position].kind, best?.count ?? 1 == 1 {
            // After a Roman number в. is short for century; elsewhere it is the preposition.
            let follows = position > 0 ? tokens[position - 1].kind : .mark(" ")
            if word == "в", case .word(let number) = follows, romans[number] != nil {
                return (1, [.century])
            }
            if best == nil, let number = romans[word] { return (1, [.roman(number)]) }
        }
        return best
    }

    // MARK: Cases

    /// Months and seasons in their cases.
    private static var inflected: [(String, [DateSign])] {
        var words: [(String, [DateSign])] = []
        for (index, forms) in months.enumerated() {
            for form in forms.split(separator: " ") {
                words.append((String(form), [.month(index + 1)]))
            }
        }
        for (stems, endings) in [
            (azerbaijani, azerbaijaniEndings), (cyrillicAzerbaijani, cyrillicEndings),
            (armenian, armenianEndings),
        ] {
            for (index, stem) in stems.split(separator: " ").enumerated() {
                for (ending, sign) in endings {
                    words.append(("\(stem)\(ending)", [.month(index + 1)] + sign))
                }
            }
        }
        for (season, forms) in seasonForms {
            for form in forms.split(separator: " ") { words.append((String(form), [season])) }
        }
        for (stem, signs) in azerbaijaniSeasons {
            // The stem alone may be another word: əvvəl is before, son is last.
            let isNoun = signs.contains { if case .third = $0 { false } else { true } }
            for (ending, sign) in azerbaijaniEndings where isNoun || !ending.isEmpty {
                words.append(("\(stem)\(ending)", signs + sign))
            }
        }
        return words + limitForms
    }

    private static let azerbaijaniEndings: [(String, [DateSign])] =
        endings("in un i u da də nda inda unda ində ni nu na nə", [])
        + endings("dan dən indan undan indən", [.ablative])
        + endings("inadək unadək inədək adək ədək", [.until]) + [
            ("", []), ("ina", []), ("una", []),
        ]
        + [("inə", [])]

    private static let cyrillicEndings: [(String, [DateSign])] =
        endings("ын ин ун үн ы и у ү да дә", []) + endings("дан дән ындан индән ундан", [.ablative])
        + [("", [])]

    private static let armenianEndings: [(String, [DateSign])] =
        endings("ի ին ը ում", []) + endings("ից", [.ablative]) + [("", [])]

    private static func endings(_ text: String, _ signs: [DateSign]) -> [(String, [DateSign])] {
        text.split(separator: " ").map { (String($0), signs) }
    }
}
