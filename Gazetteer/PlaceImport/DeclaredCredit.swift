internal import GeoJSON
internal import TabularText

/// What a file says of its own licence and of who made it.
///
/// Read from the members of a collection beside its `features`, and from the schema.org description in
/// its `indexing`, as the World Historical Gazetteer writes it.
public struct DeclaredCredit: Hashable, Sendable {
    /// What the data is called.
    public private(set) var title: String?
    /// Its licence.
    public private(set) var licence: String?
    /// The line that credits who made it.
    public private(set) var credit: String?

    /// Takes what is new from an object.
    mutating func add(_ object: JSONValue) {
        for part in [object, object["indexing"] ?? .null] {
            title = title ?? part.words("title", "name")
            licence = licence ?? part.words("license", "licence", "dcterms:license", "rights")
            credit =
                credit
                ?? part.words(
                    "citation", "attribution", "credit", "creditText", "copyright", "creator",
                    "publisher")
        }
    }
}

extension JSONValue {
    /// What the first of the members says that says something in words.
    fileprivate func words(_ keys: String...) -> String? {
        for key in keys {
            if let text = member(key)?.value.words { return text }
        }
        return nil
    }

    /// The words of a text; of an object its label, its title after its authors (CSL-JSON), or its
    /// address; of several what each says.
    fileprivate var words: String? {
        switch self {
        case .string(let text):
            let words = text.trimmedWithLead().text
            return words.isEmpty || words.utf8.count > Self.mostWords ? nil : words
        case .array(let values):
            let parts = values.prefix(20).compactMap(\.words)
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        case .object:
            let title = text("label", "title", "name", "literal")
            let authors = list("author").prefix(20).compactMap(\.personName)
            let parts =
                (authors.isEmpty ? [] : [authors.joined(separator: ", ")])
                + [title]
                .compactMap(\.self)
            let words =
                parts.isEmpty ? text("@id", "id", "url", "URL") : parts.joined(separator: ": ")
            return words.flatMap { JSONValue.string($0).words }
        default: return nil
        }
    }

    private static let mostWords = 2000

    /// A person of CSL-JSON, or one named by a text.
    private var personName: String? {
        if case .string(let name) = self { return name.isEmpty ? nil : name }
        let parts = [text("given"), text("family")].compactMap(\.self)
        return parts.isEmpty ? text("literal", "name") : parts.joined(separator: " ")
    }
}
