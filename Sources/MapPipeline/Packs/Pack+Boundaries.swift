public import Boundaries
internal import FlatFile
public import PlacePack

extension Pack {
    /// The outlines linked into the program, with those of the packs behind them: an id that both have means
    /// the pack's outline, unless the other stands nearer to the date.
    ///
    /// Outlines that cannot be opened are left out: `PackFile.open` has refused such a pack.
    public var boundaries: BoundaryStore {
        ownBoundaries.map { BoundaryStore.embedded.adding($0) } ?? .embedded
    }

    /// The outlines of the packs; nil when none has any.
    var ownBoundaries: BoundaryStore? {
        let stores = files.compactMap(\.outlines).compactMap { try? BoundaryStore(FlatBytes($0)) }
        guard let first = stores.first else { return nil }
        return stores.dropFirst().reduce(first) { $0.adding($1) }
    }
}
