public import EDTF

/// A BCP 47 tag of the shape that names use: a language and, mostly, a script (`az-Latn`).
public struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The tag as written.
    public let description: String
    /// The language alone: `az`.
    public let language: String
    /// The script alone: `Latn`; nil when the tag has none.
    public let script: String?

    /// Reads a tag, or nil when it has characters that no tag has.
    public init?(_ tag: String) {
        let parts = tag.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(Self.isInTags) }),
            let language = parts.first, language.count >= 2
        else { return nil }
        description = String(tag)
        self.language = String(Substring(language)).lowercased()
        script = parts[1...].first { $0.count == 4 }.map { String(Substring($0)) }
    }

    /// Stands for a language that is not known (BCP 47, section 4.1).
    package static let undetermined: LanguageTag = LanguageTag(undetermined: "und")

    private init(undetermined tag: String) {
        description = tag
        language = tag
        script = nil
    }

    /// Whether a byte is an ASCII letter or digit.
    private static func isInTags(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// Whether a name with this tag is one in the language asked for: the scripts must agree when both
    /// tags have one.
    public func serves(_ asked: LanguageTag) -> Bool {
        guard language == asked.language else { return false }
        guard let wanted = asked.script, let script else { return true }
        return script == wanted
    }

    /// Whether one tag comes before another in the order of their spelling.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
        left.description < right.description
    }
}

/// One name of a place: a claim with who uses it, since when, and where that was read.
public struct PlaceName: Hashable, Sendable {
    /// The name as it is spelled.
    public var text: String
    /// Its language and script.
    public var language: LanguageTag
    /// What sort of name it is.
    public var kind: NameKind
    /// Who uses it, as a key of the table of perspectives; nil when the source does not say.
    public var perspective: String?
    /// When it is or was in use; nil when the source does not say.
    public var period: HistoricalDate?
    /// Whether it is the usual name in English text.
    public var isUsual: Bool
    /// What was read: a package and record, or a page.
    public var source: String
    /// How sure the row is.
    public var certainty: Certainty
    /// How the text was derived from another name; nil when the source has it as it stands.
    public var derived: String?
    /// A remark; nil without one.
    public var note: String?

    /// Makes a name with its identity; the rest is set where it is known.
    public init(
        _ text: String, language: LanguageTag, kind: NameKind, source: String,
        certainty: Certainty = .medium
    ) {
        self.text = text
        self.language = language
        self.kind = kind
        self.source = source
        self.certainty = certainty
        isUsual = false
    }

    /// Whether the name may decide a label: its source was opened and it is not of low certainty.
    public var mayDecide: Bool {
        certainty != .low && source != "unverified" && !source.isEmpty
    }
}
