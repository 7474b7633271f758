public import Places

/// A source whose licence travels with what is made from it.
public struct Credit: Hashable, Sendable {
    /// A short word for it.
    public var key: String
    /// What it is called.
    public var title: String
    /// Its licence.
    public var licence: String
    /// The line to print.
    public var credit: String

    /// Makes a credit from its parts.
    public init(key: String, title: String, licence: String, credit: String) {
        self.key = key
        self.title = title
        self.licence = licence
        self.credit = credit
    }
}

/// Words that look like a place and are none: an organisation, an adjective, a description.
public struct NotPlace: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Their language.
    public var language: LanguageTag
    /// Why they are no place.
    public var reason: String

    /// Makes an entry from its parts.
    public init(text: String, language: LanguageTag, reason: String) {
        self.text = text
        self.language = language
        self.reason = reason
    }
}
