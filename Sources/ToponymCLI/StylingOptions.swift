internal import ArgumentParser
internal import Cartography
internal import EDTF
internal import MapPipeline

/// What is shown, how it looks, and what is framed: the same for maps and tiles.
struct StylingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("File pixels to a style pixel, 1 to 4.", valueName: "n"))
    var scale = 1

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The frame in degrees; not given: around what is shown.", valueName: "W,S,E,N"),
        transform: BoxArgument.init)
    var bbox: BoxArgument?

    @Option(
        help: ArgumentHelp("Leaves out events that surely end earlier (EDTF).", valueName: "date"),
        transform: DateArgument.init)
    var from: DateArgument?

    @Option(
        help: ArgumentHelp("Leaves out events that surely start later (EDTF).", valueName: "date"),
        transform: DateArgument.init)
    var to: DateArgument?

    @Option(
        help: ArgumentHelp(
            "Only events of a category; may be given several times.", valueName: "word"))
    var category: [String] = []

    @Option(
        name: .customLong("size-by"),
        help: ArgumentHelp(
            "The column whose figures size the marks; none: all alike.", valueName: "column"))
    var sizeBy = "killed"

    @Option(
        help: ArgumentHelp(
            "The colours: \(ThemeArgument.names), or a file of your own; not given: light.",
            valueName: "name"), transform: ThemeArgument.init)
    var theme = ThemeArgument.builtIn(.light)

    @Flag(
        help: """
            Shades the shape of the land, with light from the upper left. A PNG keeps all its colours.
            """)
    var hillshade = false

    @Option(
        help: ArgumentHelp(
            "The language of legend, notes and dates: en, az, hy or ru; what the table says stays as it is. (default: en)",
            valueName: "tag"), transform: MapLanguageArgument.init(_:))
    var language = MapLanguageArgument(language: .english)

    @Option(
        help:
            "How a PNG keeps colours: palette (256, small) or rgb; not given: palette, rgb with a shading."
    )
    var png: MapCommand.PNGColorChoice?

    func validate() throws {
        guard (1...4).contains(scale) else {
            throw ValidationError("--scale \(scale): give a number from 1 to 4")
        }
        if hillshade, png == .palette {
            throw ValidationError(
                "--png palette: a shaded map has more colours than a palette; leave it out")
        }
    }

    func options() -> MapOptions {
        var options = MapOptions()
        options.scale = scale
        options.boundingBox = bbox?.box
        options.filter = EventFilter(from: from?.date, to: to?.date, categories: Set(category))
        options.sizeBy = sizeBy == "none" ? nil : sizeBy
        options.language = language.language
        options.isShaded = hillshade
        options.isTrueColor = png == .rgb
        return options
    }
}
