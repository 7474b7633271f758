internal import EDTF

extension LanguageTag {
    /// English in Latin letters.
    static let english: LanguageTag = LanguageTag(unchecked: "en", script: "Latn")

    private init(unchecked language: String, script: String) {
        description = "\(language)-\(script)"
        self.language = language
        self.script = script
    }

    /// The English name of the language, or the tag where we have none.
    public var englishName: String {
        switch language {
        case "ab": "Abkhaz"
        case "az": "Azerbaijani"
        case "de": "German"
        case "en": "English"
        case "fa": "Persian"
        case "fr": "French"
        case "hy": "Armenian"
        case "ka": "Georgian"
        case "ku": "Kurdish"
        case "os": "Ossetic"
        case "ru": "Russian"
        case "tr": "Turkish"
        case "uk": "Ukrainian"
        default: description
        }
    }
}

extension NamePolicy {
    /// The rule in one line, as the map prints it.
    public func statement(in setting: NameSetting) -> String {
        let date = asOf?.description ?? setting.date.description
        let isPast = asOf?.latest.map { $0 < setting.date } ?? false
        let rule =
            switch choice {
            case .sides where isPast:
                "official names of the time in English form, else English usage; where two authorities"
                    + " named a place, both, alphabetical"
            case .sides:
                "English usage; where two authorities have named a place since 1988, both, alphabetical"
            case .table: "as the event table spells them"
            case .languages(let tags):
                tags.map(\.englishName).joined(separator: ", else ") + Self.languageFallback
            case .pair(let tags): Self.list(tags.map(\.englishName)) + Self.languageFallback
            }
        return "Names: \(rule)\(perspectiveClause(in: setting)); as of \(date)"
    }

    private static let languageFallback =
        "; where none of the date is known, the nearest in time, else English usage"

    /// `A`, `A and B`, `A, B and C`.
    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private func perspectiveClause(in setting: NameSetting) -> String {
        guard let perspective else { return "" }
        let name = setting.perspectives[perspective]?.name ?? perspective
        return "; names used by \(name) where there are any"
    }
}
