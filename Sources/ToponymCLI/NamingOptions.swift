internal import ArgumentParser
internal import MapPipeline
internal import PlaceIndex
internal import PlacePack
internal import Places

/// Which names are printed.
struct NamingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which names are printed: sides (English, both where two authorities name a place), table, a language (az), a list (hy,en) or a pair (az+hy).",
            valueName: "policy"))
    var names = "sides"

    @Option(
        help: ArgumentHelp(
            "The names that one side uses, where it has any, such as AZ, AM or SU.",
            valueName: "key"))
    var perspective: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The date of names and borders (EDTF); not given: that of the gazetteer.",
            valueName: "date"),
        transform: DateArgument.init)
    var asOf: DateArgument?

    func validate() throws {
        _ = try policy()
    }

    /// Checks what only the gazetteer tells. One that cannot be opened is told when the command runs.
    func validate(_ gazetteer: GazetteerOptions) throws {
        if let pack = try? gazetteer.pack() { _ = try policy(pack) }
    }

    /// The policy, checked against the perspectives and languages of a pack.
    func policy(_ pack: Pack) throws -> NamePolicy {
        if let perspective, !pack.perspectives.contains(where: { $0.key == perspective }) {
            let known = pack.perspectives.map(\.key).joined(separator: ", ")
            throw ValidationError("--perspective \(perspective): there is none; known are \(known)")
        }
        let policy = try policy()
        try checkLanguages(of: policy, in: pack)
        return policy
    }

    /// The policy as it is spelled.
    private func policy() throws -> NamePolicy {
        do {
            return try NamePolicy(named: names, perspective: perspective, asOf: asOf?.date)
        } catch {
            throw ValidationError("--names: \(error)")
        }
    }

    /// A language that no name has is a slip: every label would fall back without a word.
    private func checkLanguages(of policy: NamePolicy, in pack: Pack) throws {
        let asked: [LanguageTag] =
            switch policy.choice {
            case .sides, .table: []
            case .languages(let tags), .pair(let tags): tags
            }
        guard !asked.isEmpty else { return }
        let known = pack.index.languages
        for tag in asked where !known.contains(where: { $0.serves(tag) }) {
            let languages = Set(known.map(\.language)).subtracting(["und"]).sorted()
            throw ValidationError(
                "--names: no name is in \"\(tag)\"; languages are "
                    + languages.joined(separator: ", "))
        }
    }
}
