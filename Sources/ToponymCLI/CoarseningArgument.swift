internal import ArgumentParser
internal import GeoModel
internal import MapPipeline
internal import PlacePack
internal import Places

/// Moves places for those whom a map could harm.
struct CoarseningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Tells places no closer than by district, or by cells of a grid such as 10km, and leaves out what would tell more.",
            valueName: "size"), transform: Self.coarsening)
    var coarsen: Coarsening?

    /// The events as closely as they may be told; what is left out for that is said.
    func apply(
        to placed: PlacedEvents, pack: Pack, policy: NamePolicy, keeping kept: Set<String> = [],
        _ common: CommonOptions
    ) -> PlacedEvents {
        guard let coarsen else { return placed }
        let (events, tally) = placed.coarsened(
            to: coarsen, pack: pack, policy: policy, keeping: kept)
        common.report([tally.diagnostic].compactMap(\.self))
        return events
    }

    private static func coarsening(_ argument: String) throws -> Coarsening {
        guard let coarsening = Coarsening(argument) else {
            let (least, most) = (
                Coarsening.kilometres.lowerBound, Coarsening.kilometres.upperBound
            )
            throw ValidationError(
                "write district, or the size of cells from \(least)km to \(most)km, such as 10km")
        }
        return coarsening
    }
}
