public import EDTF

extension LanguageTag {
    /// English in Latin letters.
    static let english: LanguageTag = LanguageTag(unchecked: "en", script: "Latn")

    private init(unchecked language: String, script: String) {
        description = "\(language)-\(script)"
        self.language = language
        self.script = script
    }

    /// The English name of the language, or the tag where we have none.
    public var englishName: String { NameRuleWords.english.name(self) }
}

extension NamePolicy {
    /// The rule in one line, as a map prints it, without the date.
    public func rule(in setting: NameSetting, language: DateLanguage) -> String {
        let words = NameRuleWords.words(in: language)
        let isPast = asOf?.latest.map { $0 < setting.date } ?? false
        let rule =
            switch choice {
            case .sides: isPast ? words.officialThen : words.usage
            case .table: words.asInTable
            case .languages(let tags):
                tags.map(words.name).joined(separator: words.orElse) + words.fallback
            case .pair(let tags): words.list(tags.map(words.name)) + words.fallback
            }
        return words.names + rule + perspectiveClause(in: setting, words)
    }

    /// The rule and the date in one line of English, as exports carry it.
    public func statement(in setting: NameSetting) -> String {
        let date = asOf?.description ?? setting.date.description
        return "\(rule(in: setting, language: .english)); as of \(date)"
    }

    private func perspectiveClause(in setting: NameSetting, _ words: NameRuleWords) -> String {
        guard let perspective else { return "" }
        return words.used(by: setting.perspectives[perspective]?.name ?? perspective)
    }
}
