internal import EDTF
internal import GeoModel
internal import NameFolding
internal import Places
internal import TabularText

/// Reads the parts that records of all formats have, or says what is wrong with them.
enum RecordChecks {
    /// The most letters of a name; GeoNames allows 400.
    static let greatestNameLength = 400

    /// A position in decimal degrees.
    static func coordinate(longitude: String, latitude: String) throws(RecordFault) -> Coordinate {
        guard !longitude.isEmpty, !latitude.isEmpty else {
            throw RecordFault(
                code: "no-coordinates", problem: "no coordinates",
                remedy: "give longitude and latitude in decimal degrees")
        }
        return try coordinate(
            longitude: degrees(longitude, "longitude"), latitude: degrees(latitude, "latitude"))
    }

    /// A vertex of a shape from two texts.
    static func position(longitude: String, latitude: String) throws(RecordFault) -> Coordinate {
        try inRange(
            longitude: degrees(longitude, "longitude"), latitude: degrees(latitude, "latitude"))
    }

    /// A position from numbers.
    static func coordinate(longitude: Double, latitude: Double) throws(RecordFault) -> Coordinate {
        let coordinate = try inRange(longitude: longitude, latitude: latitude)
        guard longitude != 0 || latitude != 0 else {
            throw RecordFault(
                code: "null-island", problem: "longitude 0 and latitude 0",
                remedy: "leave the place out if its position is not known")
        }
        return coordinate
    }

    /// A position within the ranges; of a shape it may be that of no place.
    static func inRange(longitude: Double, latitude: Double) throws(RecordFault) -> Coordinate {
        let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        guard coordinate.isValid else {
            let mayBeExchanged = abs(longitude) <= 90 && abs(latitude) <= 180
            throw RecordFault(
                code: "bad-coordinates",
                problem: "longitude \(longitude), latitude \(latitude); "
                    + "they run from -180 to 180 and from -90 to 90",
                remedy: mayBeExchanged
                    ? "check whether longitude and latitude are exchanged"
                    : "write decimal degrees, WGS 84")
        }
        return coordinate
    }

    private static func degrees(_ text: String, _ axis: String) throws(RecordFault) -> Double {
        let bytes = Array(text.utf8)
        guard let number = number(bytes) else {
            throw RecordFault(
                code: "bad-coordinates",
                problem: "\"\(text.shortened)\" where the \(axis) should be",
                remedy: "write decimal degrees with a point, such as 44.5126")
        }
        return number
    }

    /// A plain number. More than the 15 digits that are read fast are no fault: programs write out all
    /// that a `Double` has, 46.712345678901234.
    static func number(_ bytes: [UInt8]) -> Double? {
        if let number = ByteText.number(bytes.span, 0..<bytes.count) { return number.value }
        guard bytes.count <= 40, bytes.contains(where: isDigit),
            bytes.allSatisfy({ isDigit($0) || "+-.".utf8.contains($0) })
        else { return nil }
        return Double(String(decoding: bytes, as: UTF8.self))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A name without space around it.
    static func name(_ text: String) throws(RecordFault) -> String {
        let name = text.trimmedWithLead().text
        guard !name.isEmpty else {
            throw RecordFault(code: "no-name", problem: "no name", remedy: "give a name")
        }
        guard name.unicodeScalars.count <= greatestNameLength else {
            throw RecordFault(
                code: "name-too-long",
                problem: "a name of more than \(greatestNameLength) letters, "
                    + "\"\(name.shortened)\"",
                remedy: "keep descriptions out of the names")
        }
        guard !name.unicodeScalars.contains(where: isControl) else {
            throw RecordFault(
                code: "bad-name", problem: "a control character in the name \"\(name.shortened)\"",
                remedy: "take it away")
        }
        guard MarkFlood.first(in: name) == nil else {
            throw RecordFault(
                code: "too-many-marks",
                problem: "a letter with more than \(MarkFlood.greatestCount) marks on it",
                remedy: "take the marks away")
        }
        return name
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// The tag of a name: the language that its source says, with the script that its letters show.
    static func language(_ tag: String, of name: String) throws(RecordFault) -> LanguageTag {
        guard let said = LanguageTag(tag.isEmpty ? "und" : tag) else {
            throw RecordFault(
                code: "bad-language", problem: "\"\(tag.shortened)\" where a language should be",
                remedy: "write a BCP 47 tag, such as az or az-Latn")
        }
        guard said.script == nil, let script = script(of: name),
            let tagged = LanguageTag("\(said)-\(script)")
        else { return said }
        return tagged
    }

    private static func script(of name: String) -> String? {
        switch ScriptDetector.dominant(in: name) {
        case .latin: "Latn"
        case .cyrillic: "Cyrl"
        case .armenian: "Armn"
        case .georgian: "Geor"
        case .arabic: "Arab"
        case .greek: "Grek"
        case .other, nil: nil
        }
    }

    /// The ISO 3166-1 code of a country.
    static func country(_ text: String) throws(RecordFault) -> String {
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
        else {
            throw RecordFault(
                code: "bad-country", problem: "\"\(text.shortened)\" where a country should be",
                remedy: "write its two letters of ISO 3166-1")
        }
        return text.uppercased()
    }

    /// A word of ours, told by its raw value.
    static func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, _ what: String
    ) throws(RecordFault) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: text.lowercased()) else {
            throw RecordFault(
                code: "unknown-\(what)", problem: "no \(what) is called \"\(text.shortened)\"",
                remedy: "write \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return word
    }

    /// A number of people.
    static func population(_ text: String) throws(RecordFault) -> Int {
        guard let number = Int(text), number >= 0 else {
            throw RecordFault(
                code: "bad-population",
                problem: "\"\(text.shortened)\" where a population should be",
                remedy: "write digits alone")
        }
        return number
    }
}

extension ImportSource {
    /// What the one country of a record claims, by its code.
    func countryClaim(_ code: String) throws(RecordFault) -> Membership {
        var claim = Membership(
            .country, in: "iso:\(try RecordChecks.country(code))", source: key,
            certainty: certainty)
        claim.isDefault = true
        return claim
    }
}
