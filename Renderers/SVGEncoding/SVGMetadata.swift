internal import XMLText

/// What an SVG file says about itself: read out by screen readers and kept by archives.
public struct SVGMetadata: Hashable, Sendable {
    /// The title, a line.
    public var title: String
    /// What the picture shows, in words.
    public var description: String
    /// The language of both and of the picture's text, as a BCP 47 tag.
    public var language: String
    /// What made the file.
    public var creator: String
    /// Licences and credits, one an entry.
    public var rights: [String]
    /// What the picture was made from, one an entry.
    public var sources: [String]
    /// What it was made by, in the vocabulary of `Fact`.
    public var facts: [Fact] = []

    /// A property of our own, such as a hash of the data.
    public struct Fact: Hashable, Sendable {
        /// Letters alone, the first a capital.
        public var name: String
        /// The value; an empty one is left out.
        public var value: String

        /// Makes a fact.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        /// The namespace of the names: a word that nobody else uses, not an address.
        static let namespace = XMLAttribute("xmlns:toponym", "urn:x-toponym:map#")
    }

    /// Makes metadata; what is empty is left out of the file.
    public init(
        title: String = "", description: String = "", language: String = "en",
        creator: String = "", rights: [String] = [], sources: [String] = []
    ) {
        self.title = title
        self.description = description
        self.language = language
        self.creator = creator
        self.rights = rights
        self.sources = sources
    }
}
