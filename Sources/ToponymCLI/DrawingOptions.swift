internal import ArgumentParser
internal import Cartography
internal import MapPipeline
internal import Projections

/// What a map has beside its looks: size, projection, words.
struct DrawingOptions: ParsableArguments {
    @OptionGroup var styling: StylingOptions

    @Option(
        help: ArgumentHelp("The size in style pixels; not given: 1200x900.", valueName: "WxH"),
        transform: SizeArgument.init)
    var size = SizeArgument(width: 1200, height: 900)

    @Option(
        help: ArgumentHelp(
            "The projection: \(ProjectionChoice.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"))
    var projection = "auto"

    @Option(help: "The title; not given: what the map shows.")
    var title = ""

    @Option(help: "A line under the title.")
    var subtitle = ""

    @Option(
        help: ArgumentHelp(
            "The map in words, for those who cannot see it; not given: written from the map.",
            valueName: "text"))
    var alt: String?

    @Flag(
        help: """
            The map alone, without title, legend and credits; what they say stands in the file.
            """)
    var bare = false

    @Option(
        name: .customLong("svg-text"),
        help: "How an SVG keeps text: outlines (the same everywhere) or text (to be edited).")
    var svgText = MapCommand.SVGTextChoice.outlines

    func validate() throws {
        let scale = styling.scale
        let pixels = size.width * size.height * scale * scale
        guard pixels <= MapOptions.mostPixels else {
            throw ValidationError(
                "--size and --scale make a picture of \(pixels) pixels; the most is "
                    + "\(MapOptions.mostPixels)")
        }
        _ = try options()
    }

    func options() throws -> MapOptions {
        var options = styling.options()
        options.width = size.width
        options.height = size.height
        do {
            options.projection = try ProjectionChoice(named: projection)
        } catch {
            throw ValidationError("--projection: \(error)")
        }
        options.title = title
        options.subtitle = subtitle
        options.altText = alt
        options.isBare = bare
        options.keepsSVGText = svgText == .text
        return options
    }
}
