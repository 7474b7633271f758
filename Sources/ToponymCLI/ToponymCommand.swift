internal import ArgumentParser
internal import MapPipeline
internal import PlacePack

/// The program: names, dates and places in, maps and GeoJSON out.
struct ToponymCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "toponym",
        abstract: "Knows every name of a place and puts what happened there on the map.",
        discussion: """
            Examples:
              toponym lookup Irevan Stepanakert
              toponym map events.csv -o map.png
              toponym export events.csv -o events.geojson

            Exit status: 0 done; 1 a name was not found, or a row was set aside under --strict or check; \
            2 usage, or a file that cannot be used.
            """,
        version: ProgramVersion.line(pack: PackInfo.embedded),
        subcommands: [
            LookupCommand.self, NamesCommand.self, SuggestCommand.self, ReverseCommand.self,
            ResolveCommand.self,
            CheckCommand.self, MapCommand.self, TilesCommand.self, ExportCommand.self,
            ThemeCommand.self,
            PackCommand.self,
        ])
}

/// Exit codes of the contract.
enum ExitStatus {
    /// Output was written.
    static let done = ExitCode(0)
    /// A query found nothing, or a row was set aside where that matters.
    static let notAll = ExitCode(1)
    /// Usage, or a file that cannot be read, decoded or understood.
    static let unusable = ExitCode(2)
}
