import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an XML document holds, as Foundation's parser (libxml2) reads it; nil when it is not well-formed.
struct XMLOutline {
    /// The elements in the order they open.
    private(set) var elements: [String] = []
    /// The texts of elements without children, by name, in order.
    private(set) var texts: [String: [String]] = [:]
    /// The values of `aria-label`.
    private(set) var labels: [String] = []

    init?(_ bytes: [UInt8]) {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        guard parser.parse() else { return nil }
        elements = reader.elements
        texts = reader.texts
        labels = reader.labels
    }

    func text(of element: String) -> String { texts[element]?.first ?? "" }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String] = []
        var texts: [String: [String]] = [:]
        var labels: [String] = []
        private var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            elements.append(name)
            text = ""
            if let label = attributes["aria-label"] { labels.append(label) }
        }

        func parser(_ parser: XMLParser, foundCharacters characters: String) {
            text += characters
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            texts[name, default: []].append(text)
            text = ""
        }
    }
}
