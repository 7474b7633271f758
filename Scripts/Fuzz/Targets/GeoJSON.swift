import Diagnostics
import EventIngest
import FeatureFormats
import GeoJSON
import GeoModel

/// Any bytes as GeoJSON and as lines of JSON: a file fault, or a table in which every row is accounted
/// for and whose events write themselves as GeoJSON that reads back to as many.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    for file in ["fuzz.geojson", "fuzz.ndjson", "-"] {
        guard let table = try? EventTable.read(text, file: file) else { continue }
        precondition(table.rows == table.events.count + table.setAside.count, "a row is lost")
        let features = table.events.map { event in
            var feature = event.feature(placeIndex: 1, placeCount: 1)
            feature.place = PlaceReference(
                text: "x", id: "gn:1", matchedName: "x", tier: "exact", label: "x")
            if case .coordinate(let position, _) = event.places.first {
                feature.geometry = .point(position)
            }
            return feature
        }
        let provenance = ExportProvenance(
            nameRule: "", packDate: "", packHash: "", credits: [], licences: [])
        let export = GeoJSONWriter.text(of: features, provenance: provenance)
        guard !features.isEmpty else { continue }
        guard let again = try? EventTable.read(export, file: "x.geojson") else {
            fatalError("the export does not read back")
        }
        precondition(again.events.count == table.events.count, "an event is lost on the way")
    }
    return 0
}
