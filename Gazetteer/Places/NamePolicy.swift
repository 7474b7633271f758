public import EDTF

/// The rule by which a map or a list names places.
///
/// | spelled | names |
/// | --- | --- |
/// | `sides` | the usual English name; where two authorities name a place, both, alphabetical |
/// | `table` | as the event table spells them |
/// | `az`, `hy,en` | the first of these languages that has a name |
/// | `az+hy` | both, one where they are equal |
///
/// With an earlier `asOf`, `sides` prints the names official then, in English letters, one for each
/// perspective that had one. A row without an opened source, or of low certainty, never decides.
public struct NamePolicy: Hashable, Sendable {
    /// Which names are printed.
    public enum Choice: Hashable, Sendable {
        case sides
        case table
        /// The first language that has a name.
        case languages([LanguageTag])
        /// A name in each of the languages.
        case pair([LanguageTag])
    }

    /// Which names are printed.
    public var choice: Choice
    /// The key of the perspective whose names alone are printed, where it has one.
    public var perspective: String?
    /// The date that the names are of; nil for the date of the data.
    public var asOf: HistoricalDate?

    /// Makes a policy from its parts.
    public init(_ choice: Choice = .sides, perspective: String? = nil, asOf: HistoricalDate? = nil)
    {
        self.choice = choice
        self.perspective = perspective
        self.asOf = asOf
    }

    /// Whether the label of a place that the event table does not name is made from its usual names and the
    /// table of contested places alone.
    package var needsUsualNamesAlone: Bool {
        guard perspective == nil, asOf == nil else { return false }
        return choice == .sides || choice == .table
    }

    /// Reads a policy as `--names` spells it.
    ///
    /// - Throws: `NamePolicyError.notALanguage` with the part that is no language tag.
    public init(
        named text: String, perspective: String? = nil, asOf: HistoricalDate? = nil
    ) throws(NamePolicyError) {
        let choice: Choice
        switch text {
        case "sides": choice = .sides
        case "table": choice = .table
        case _ where text.contains("+"): choice = .pair(try Self.tags(text, separator: "+"))
        default: choice = .languages(try Self.tags(text, separator: ","))
        }
        self.init(choice, perspective: perspective, asOf: asOf)
    }

    private static func tags(
        _ text: String, separator: Character
    ) throws(NamePolicyError) -> [LanguageTag] {
        var tags: [LanguageTag] = []
        for part in text.split(separator: separator, omittingEmptySubsequences: false) {
            guard let tag = LanguageTag(String(part.filter { $0 != " " })) else {
                throw NamePolicyError.notALanguage(String(part))
            }
            tags.append(tag)
        }
        return tags
    }
}

/// Why a text is no name policy.
@nonexhaustive
public enum NamePolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A part that is neither a policy's name nor a language tag.
    case notALanguage(String)

    /// What was seen and what to write.
    public var description: String {
        switch self {
        case .notALanguage(let part):
            "\"\(part)\" is neither a policy nor a language; write sides, table, a language such as az,"
                + " a list such as hy,en or a pair such as az+hy"
        }
    }
}

/// What to print for a place, and by which rule.
public struct PlaceLabel: Hashable, Sendable {
    /// What to print.
    public var text: String
    /// The languages of the names in it, in their order, also those that share a name; empty for a
    /// spelling of the event table.
    public var languages: [LanguageTag]
    /// The rule that chose it.
    public var rule: Rule

    /// Which rule chose a label. All but the first of each policy are its stated fallbacks.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The usual English name.
        case usual
        /// One name for each perspective on a contested place.
        case contested
        /// The names official at the date asked for.
        case officialThen = "official-then"
        /// A name in the language asked for, in use at the date asked for.
        case language
        /// A name in the language asked for that was in use nearest to the date asked for: none is
        /// known for the date itself.
        case languageOfAnotherTime = "language-of-another-time"
        /// As the event table spells it.
        case table
        /// The usual English name, since the policy found none.
        case usualAsFallback = "usual-as-fallback"
    }

    /// Makes a label from its parts.
    public init(text: String, languages: [LanguageTag], rule: Rule) {
        self.text = text
        self.languages = languages
        self.rule = rule
    }
}
