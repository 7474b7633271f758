internal import GeoJSON
internal import GeoModel
internal import Places
internal import TabularText

/// The properties of a Who's On First record.
struct WhosOnFirstFacts {
    let properties: JSONValue

    var members: [JSONMember] {
        if case .object(let members) = properties { members } else { [] }
    }

    /// The first property that holds a text or a number that says something.
    func text(_ keys: String...) -> String? {
        for key in keys {
            guard let text = properties.text(key)?.trimmedWithLead().text, !text.isEmpty else {
                continue
            }
            return text
        }
        return nil
    }

    /// An end of a period; empty where it is not known, in the spelling of before 2019 too.
    ///
    /// Source: "Extended Date/Time Format (EDTF) 1.0", Library of Congress, 2012: `unknown`, `open`, `uuuu`.
    func date(_ key: String) -> String {
        let text = text(key)?.lowercased() ?? ""
        let isUnknown = text.isEmpty || ["unknown", "open", "..", "none", "-1"].contains(text)
        return isUnknown || text.allSatisfy { "ux-/".contains($0) } ? "" : text
    }

    private func has(_ key: String) -> Bool { !date(key).isEmpty }

    private var isSuperseded: Bool {
        has("edtf:superseded") || !properties.list("wof:superseded_by").isEmpty
    }

    /// Whether the place is no more.
    var isOver: Bool { properties.text("mz:is_current") == "0" || has("edtf:cessation") }

    /// Why the record is no place of ours; nil when it is.
    ///
    /// A record that was superseded tells of a place of the past where it says when that ended; else it is the
    /// double of another.
    var reasonToLeaveOut: String? {
        if has("edtf:deprecated") { return "deprecated records" }
        if isSuperseded, !has("edtf:cessation") { return "superseded records" }
        switch text("wof:placetype") {
        case "planet", "continent", "timezone", "postalcode", "constituency", "custom", "address",
            "intersection", "venue", "installation", "concourse", "wing", "enclosure":
            return "\(text("wof:placetype") ?? "other") records"
        default: return nil
        }
    }

    /// The kind that a placetype stands for.
    ///
    /// Source: https://github.com/whosonfirst/whosonfirst-placetypes.
    func kind(population: Int) -> PlaceKind {
        switch text("wof:placetype") {
        case "country", "dependency": isOver ? .historical : .country
        case "empire", "nation", "disputed", "macroregion": isOver ? .historical : .region
        case "region": isOver ? .historical : .province
        case "macrocounty", "county", "localadmin": isOver ? .historical : .district
        case "locality":
            GeoNamesFeature.kind("P", "PPL", population: population) ?? .settlement
        case "borough", "macrohood", "neighbourhood", "microhood": .settlement
        case "ocean", "marinearea": .water
        default: .site
        }
    }

    /// The id: that of GeoNames where the record names one, the ISO code of a country; its own for a place of
    /// the past, since others hold theirs for what followed.
    func id(_ number: String, _ kind: PlaceKind) -> String {
        if isOver || isSuperseded { return "wof:\(number)" }
        if kind == .country, let code = text("iso:country", "wof:country"),
            let checked = try? RecordChecks.country(code)
        {
            return "iso:\(checked)"
        }
        let others = properties["wof:concordances"] ?? .null
        guard let geoNames = others.text("gn:id"), geoNames.utf8.count <= 10,
            geoNames.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return "wof:\(number)" }
        return "gn:\(geoNames)"
    }

    /// How many people live there; nil where none is said.
    var population: Int? {
        guard let text = text("wof:population", "gn:population"),
            let number = try? RecordChecks.population(text), number > 0
        else { return nil }
        return number
    }

    /// Where its label is put, else the middle that the record says, else that of its shape.
    func position(else geometry: JSONValue) throws(RecordFault) -> GeometryPosition {
        for (prefix, isMiddle) in [("lbl", false), ("geom", geometry.text("type") != "Point")] {
            guard let longitude = properties["\(prefix):longitude"]?.double,
                let latitude = properties["\(prefix):latitude"]?.double
            else { continue }
            return GeometryPosition(
                coordinate: try RecordChecks.coordinate(longitude: longitude, latitude: latitude),
                isMiddle: isMiddle)
        }
        return try GeometryPosition(geometry)
    }
}

/// What a property such as `name:aze_x_variant` says of the names that it holds.
struct WhosOnFirstName: NameSense {
    var language: String
    var kind: NameKind
    var note: String?
    /// Whether nobody says what sort of name it is.
    var isDoubtful: Bool

    /// Nil for a property that holds no names.
    ///
    /// Source: "Names" in https://github.com/whosonfirst/whosonfirst-names, which are RFC 5646 tags in
    /// letters that keys may have, and a private use part.
    init?(_ key: String) {
        guard key.hasPrefix("name:") else { return nil }
        let parts = key.dropFirst(5).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[parts.count - 2] == "x" else { return nil }
        language = Self.tag(parts.dropLast(2))
        (note, isDoubtful) = (nil, false)
        switch parts[parts.count - 1] {
        case "preferred": (kind, note) = (.alternate, "preferred")
        case "variant": kind = .alternate
        case "colloquial": kind = .colloquial
        case "historical": kind = .historical
        case "abbreviation", "abrv": kind = .code
        default: (kind, isDoubtful) = (.alternate, true)
        }
    }

    /// A tag of three letters, and perhaps script and country, as BCP 47 has it; `und` for what it has not.
    private static func tag(_ parts: ArraySlice<Substring>) -> String {
        guard let first = parts.first else { return "und" }
        let language = LanguageCodes.shortest(String(first))
        // Scripts and countries as RFC 5646, section 2.1.1, writes them: zh-Hant-TW.
        let rest = parts.dropFirst().map { part in
            switch part.utf8.count {
            case 4: part.prefix(1).uppercased() + part.dropFirst()
            case 2: part.uppercased()
            default: String(part)
            }
        }
        let whole = ([language] + rest).joined(separator: "-")
        if LanguageTag(whole) != nil { return whole }
        return LanguageTag(language) == nil ? "und" : language
    }
}
