internal import EDTF
internal import XMLText

/// When a feature was: from a year, a month or a day to another.
struct KMLSpan: Hashable {
    private let begin: String?
    private let end: String?

    /// Nil without either end. Days outside the years 1 to 9999 are none, since versions of XML Schema
    /// count earlier years in two ways.
    init?(begin: String?, end: String?) {
        self.begin = begin.flatMap(Self.counted)
        self.end = end.flatMap(Self.counted)
        guard self.begin != nil || self.end != nil else { return nil }
    }

    private static func counted(_ day: String) -> String? {
        day.hasPrefix("-") || day.hasPrefix("0000") ? nil : day
    }

    func write(to xml: inout XMLWriter) {
        xml.element("TimeSpan") { xml in
            if let begin { xml.text("begin", begin) }
            if let end { xml.text("end", end) }
        }
    }
}

/// Reads the spans of dates, each row's date most often being that of a row before.
struct KMLSpans {
    private var known: [String: KMLSpan?] = [:]
    private static let mostKept = 10_000

    /// The span of a date in EDTF; nil for a text that is none, and for one without ends.
    mutating func span(ofDate text: String) -> KMLSpan? {
        if let span = known[text] { return span }
        let ends = (try? HistoricalDate(edtf: text))?.reducedEnds
        let span = ends.flatMap { KMLSpan(begin: $0.first, end: $0.last) }
        if known.count == Self.mostKept { known.removeAll(keepingCapacity: true) }
        known[text] = span
        return span
    }
}
