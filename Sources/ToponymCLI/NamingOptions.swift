internal import ArgumentParser
internal import MapPipeline
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
        help: ArgumentHelp("Only names that one side uses, such as AZ, AM or SU.", valueName: "key")
    )
    var perspective: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The date of names and borders (EDTF); not given: that of the gazetteer.",
            valueName: "date"),
        transform: DateArgument.init)
    var asOf: DateArgument?

    /// The policy, checked against the perspectives of a pack.
    func policy(_ pack: Pack) throws -> NamePolicy {
        if let perspective, !pack.perspectives.contains(where: { $0.key == perspective }) {
            let known = pack.perspectives.map(\.key).joined(separator: ", ")
            throw ValidationError("--perspective \(perspective): there is none; known are \(known)")
        }
        do {
            return try NamePolicy(named: names, perspective: perspective, asOf: asOf?.date)
        } catch {
            throw ValidationError("--names: \(error)")
        }
    }
}
