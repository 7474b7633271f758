internal import GeoJSON

/// What travels with exported features: where names and outlines come from and on what terms.
public struct ExportProvenance: Hashable, Sendable {
    /// The rule that chose the names.
    public var nameRule: String
    /// The date of the gazetteer's data, `YYYY-MM-DD`.
    public var packDate: String
    /// A hash of the gazetteer's data, 16 hexadecimal digits.
    public var packHash: String
    /// The lines of credit that the sources ask for.
    public var credits: [String]
    /// The licences of the sources, such as `CC-BY-4.0`.
    public var licences: [String]
    /// What a reader must know of the whole, such as that all events come from one source.
    public var notes: [String]

    /// Makes a provenance from its parts; a credit that several sources ask for is given once.
    public init(
        nameRule: String, packDate: String, packHash: String, credits: [String], licences: [String],
        notes: [String] = []
    ) {
        self.nameRule = nameRule
        self.packDate = packDate
        self.packHash = packHash
        var seen: Set<String> = []
        self.credits = credits.filter { seen.insert($0).inserted }
        self.licences = licences
        self.notes = notes
    }

    /// Facts by their keys, several of one kind on lines of their own; without those there are none of.
    var facts: [(key: String, value: String)] {
        let facts = [
            ("name_rule", nameRule), ("pack_date", packDate), ("pack_hash", packHash),
            ("credits", credits.joined(separator: "\n")),
            ("licences", licences.joined(separator: "\n")),
            ("notes", notes.joined(separator: "\n")),
        ]
        return facts.filter { !$0.1.isEmpty }
    }

    /// What a reader should see: the notes, the rule of names, and the credits.
    var lines: [String] {
        notes + [nameRule, "Gazetteer: \(packDate), \(packHash)"] + credits
            + ["Licences: \(licences.joined(separator: ", "))"]
    }

    var json: JSONValue {
        [
            "name_rule": .string(nameRule), "pack_date": .string(packDate),
            "pack_hash": .string(packHash),
            "credits": .array(credits.map { .string($0) }),
            "licences": .array(licences.map { .string($0) }),
            "notes": .array(notes.map { .string($0) }),
        ]
    }
}
