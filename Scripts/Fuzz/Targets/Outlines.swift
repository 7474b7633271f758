import Boundaries
import EDTF
import FlatFile
import GeoModel

/// Opens outlines, looks at every byte, and asks them what a map asks.
///
/// The first byte says what is done: with its lowest bit the checksums are made right first, so that wrong
/// references come behind the door that they guard; the rest is the zoom. Laws: no crash, an end in
/// bounded time, and of outlines that verify each id has its area.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let way = input.first else { return 0 }
    let kind = SectionFile.Kind(magic: "TOPOLINE", version: 1)
    var bytes = Array(input.dropFirst())
    if way & 1 == 1 { bytes = sealed(bytes, kind) ?? bytes }
    guard let store = try? BoundaryStore(FlatBytes(bytes)) else { return 0 }
    let isWhole = (try? store.verify()) != nil
    let date = try? HistoricalDate(edtf: "1990")
    let box = BoundingBox(west: -1, south: -1, east: 2, north: 2)
    for id in store.ids.prefix(8) {
        let area = store.area(of: id, asOf: date)
        precondition(!isWhole || area != nil, "an id without an area")
        _ = store.isInside(Coordinate(longitude: 0.2, latitude: 0.3), areaOf: id, asOf: date)
    }
    _ = store.areas(containing: Coordinate(longitude: 0.2, latitude: 0.3))
    _ = store.areas(in: box, asOf: date, zoom: Int(way >> 1) % 14)
    _ = store.lines(in: box, zoom: Int(way >> 1) % 14)
    _ = store.lines(asOf: date)
    _ = store.credits
    return 0
}
