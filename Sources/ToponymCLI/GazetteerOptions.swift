internal import ArgumentParser
internal import MapPipeline
internal import PlacePack

/// The gazetteer that names are looked up in.
struct GazetteerOptions: ParsableArguments {
    @Option(
        name: .customLong("pack"),
        help: ArgumentHelp(
            "A pack that adds places, or names to places; again for several.", valueName: "file"))
    var packs: [String] = []

    /// The linked gazetteer with the packs behind it.
    ///
    /// - Throws: `FileFault` for a file that is no pack.
    func pack() throws -> Pack {
        let files = try packs.map { try PackFile.open($0) }
        // What packs tell of names is put together once.
        return files.isEmpty ? .embedded : Pack(.embedded, adding: files)
    }
}
