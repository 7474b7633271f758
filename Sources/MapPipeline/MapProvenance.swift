internal import Basemap
internal import Cartography
internal import GeoModel
internal import PlacePack

/// Where a map comes from: what goes into its file, whatever is left out of the picture.
struct MapProvenance {
    /// What a reader must be told: what the picture says, and on a bare map what it would say of the
    /// source, the names and the borders.
    let notes: [String]
    /// Who made the data, once each.
    let credits: [String]
    /// The program and its gazetteer.
    let software: String

    init(of composed: ComposedMap, from request: MapRequest, base: BasemapLayers, pack: Pack) {
        let said = composed.description.notes
        let must = [OneSource.line(request.features), request.nameRule].compactMap(\.self)
        notes = request.isBare ? said + (must + base.notes).filter { !said.contains($0) } : said
        var credits: [String] = []
        for credit in request.credits + base.credits + composed.credits
        where !credits.contains(credit) {
            credits.append(credit)
        }
        self.credits = credits
        software = ProgramVersion.line(pack: pack)
    }
}
