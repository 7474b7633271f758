public import ArgumentParser
internal import PlaceResolution
public import Places

/// What is known of a place besides its name.
struct HintOptions: ParsableArguments {
    @OptionGroup var selection: PlaceSelection

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Rank places near a position first.", valueName: "LON,LAT"),
        transform: PositionArgument.init)
    var near: PositionArgument?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("Rank places first that bore the name then (EDTF).", valueName: "date"),
        transform: DateArgument.init)
    var asOf: DateArgument?

    @Option(
        help: ArgumentHelp("Rank names of a language first (BCP 47).", valueName: "tag"),
        transform: LanguageArgument.init)
    var language: LanguageArgument?

    /// The same for the resolver.
    func context(limit: Int) -> ResolutionContext {
        ResolutionContext(
            asOf: asOf?.date, near: near?.coordinate, country: selection.country?.code,
            kinds: Set(selection.kind), box: selection.bbox?.box, language: language?.tag,
            limit: limit)
    }
}

extension PlaceKind: ExpressibleByArgument {}
