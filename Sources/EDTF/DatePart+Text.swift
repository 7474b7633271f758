extension DatePart: CustomStringConvertible {
    /// The one spelling of the date: a doubt shared by the leading parts stands once, after the last
    /// of them (`2004-06~-11`); any other doubt stands before its own part (`2004-~06-11`).
    package var description: String {
        var parts = [(text: yearText, qualifier: yearQualifier)]
        if let month { parts.append((month.text, monthQualifier)) }
        if let season { parts.append(("\(season)", monthQualifier)) }
        if let day { parts.append((day.text, dayQualifier)) }

        let shared = yearQualifier
        let sharing = shared.isEmpty ? 0 : parts.prefix { $0.qualifier == shared }.count
        return parts.enumerated().map { index, part in
            if index + 1 == sharing { return part.text + shared.text }
            return (index < sharing ? "" : part.qualifier.text) + part.text
        }.joined(separator: "-")
    }

    private var yearText: String {
        let sign = isNegative ? "-" : ""
        let significance = significantDigits.map { "S\($0)" } ?? ""
        return (year.width > 4 ? "Y" : "") + sign + year.text + significance
    }
}
