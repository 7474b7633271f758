public import FeatureFormats

extension PlaceRecorder {
    /// The further layers of a GeoPackage: names, one a row, and the places that have an outline.
    public var derivedLayers: [DerivedLayer] {
        let keys = [
            "text", "language", "kind", "perspective", "period", "usual", "source", "certainty",
            "derived", "note",
        ]
        let parts = keys.map { "json_extract(n.value, '$.\($0)')" }
        return [
            DerivedLayer(
                name: "names", summary: "Names of places, one a row, each with its source",
                query: """
                    SELECT p.id, \(parts.joined(separator: ", "))
                    FROM \(schema.name) AS p, json_each(p.names) AS n ORDER BY p.fid, n.key
                    """, as: .table(columns: ["place_id"] + keys)),
            DerivedLayer(
                name: "outlines", summary: "The places whose outline is known, with its source",
                query: """
                    SELECT fid, geom, id, name, kind, outline_period, outline_perspective,
                        outline_source, outline_nearest_known
                    FROM \(schema.name) WHERE outline_source IS NOT NULL
                    """, as: .spatialView),
        ]
    }
}
