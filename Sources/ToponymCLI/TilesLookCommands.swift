internal import ArgumentParser
internal import Diagnostics
internal import MapPipeline
internal import Tiles

/// What a tile set says of itself.
struct TilesInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Says what a tile set holds: zooms, bounds, counts, words.",
        discussion: """
            Examples:
              toponym tiles info events.pmtiles
            """)

    @Argument(help: "An archive, .pmtiles or .mbtiles, or a folder of tiles.")
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let text = try reading(file) {
            let set = try TileSet(file)
            return try Self.text(set.facts, set.counts())
        }
        try Terminal.writeOutput(Array(text.utf8))
    }

    private static func text(_ facts: TileArchiveFacts, _ counts: TileCounts) -> String {
        var lines = [("format", facts.kind.rawValue)]
        lines.append(("zooms", "\(facts.zooms.lowerBound)-\(facts.zooms.upperBound)"))
        if let bounds = facts.bounds { lines.append(("bounds", "\(bounds)")) }
        if let bytes = facts.bytes { lines.append(("bytes", "\(bytes)")) }
        lines.append(("tiles", "\(counts.tiles)"))
        for (zoom, count) in counts.byZoom.sorted(by: { $0.key < $1.key }) {
            lines.append(("tiles of zoom \(zoom)", "\(count)"))
        }
        lines.append(("pictures", "\(counts.pictures)"))
        let said = Set(lines.map(\.0))
        lines += facts.texts.filter { !said.contains($0.key) }.map { ($0.key, $0.text) }
        return lines.map { key, text in
            let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
            return "\(key): \(parts.joined(separator: "\n    "))\n"
        }.joined()
    }
}

/// Whether a tile set is whole.
struct TilesVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Checks a tile set: order, counts, zooms, bounds, every picture, nothing missing.",
        discussion: """
            Examples:
              toponym tiles verify events.pmtiles

            Exit status: 1 when something is wrong, 2 when the file is damaged or is no tile set.
            """)

    @Argument(help: "An archive, .pmtiles or .mbtiles, or a folder of tiles.")
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let verdict = try reading(file) { try TileSet(file).verify() }
        for finding in verdict.findings {
            common.report([
                Diagnostic(
                    .error, code: "tiles", at: SourceLocation(file: file), problem: "\(finding)")
            ])
        }
        let more = verdict.findingCount - verdict.findings.count
        if more > 0 { common.remark("… and \(more) more") }
        guard verdict.findingCount == 0 else { throw ExitStatus.notAll }
        common.remark(
            "\(file): whole; \(verdict.tiles) tiles, \(verdict.pictures) pictures, "
                + "hash \(verdict.tilesHash)")
    }
}

/// How two tile sets differ.
struct TilesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two tile sets tile by tile, by their pixels.",
        discussion: """
            Examples:
              toponym tiles diff before.pmtiles after.mbtiles

            Exit status: 0 when they show the same, 1 when they do not.
            """)

    @Argument(help: "A tile set.")
    var first: String

    @Argument(help: "Another one.")
    var second: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let left = try reading(first) { try TileSet(first) }
        let right = try reading(second) { try TileSet(second) }
        let difference = try reading("\(first), \(second)") { try TileDifference(left, right) }
        let parts = [
            ("only in \(first)", difference.onlyFirst),
            ("only in \(second)", difference.onlySecond),
            ("other pixels", difference.pixels), ("other files, same pixels", difference.files),
        ]
        let lines = parts.filter { $0.1.count > 0 }.map { words, tiles in
            let more = tiles.count > tiles.first.count ? " …" : ""
            return "\(words): \(tiles.count): \(tiles.first.joined(separator: " "))\(more)\n"
        }
        try Terminal.writeOutput(Array(lines.joined().utf8))
        guard difference.isSame else { throw ExitStatus.notAll }
    }
}

/// Tells faults of an archive as those of a file.
private func reading<Value>(_ file: String, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let fault as TileArchiveFault {
        throw FileFault(
            Diagnostic(
                .error, code: "unreadable-tiles", at: SourceLocation(file: file),
                problem: "\(fault)", remedy: "build it anew, or name another file"))
    }
}
