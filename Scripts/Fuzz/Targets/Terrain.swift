import Basemap
import FlatFile
import GeoModel

/// Opens heights and asks them what a map asks.
///
/// The first byte says what is done: with its lowest bit the checksums are made right first, so that wrong
/// levels and blocks come behind the door that they guard; the rest is the scale. Laws: no crash, an end
/// in bounded time and memory, and heights that verify are known wherever their first level lies.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let way = input.first else { return 0 }
    let kind = SectionFile.Kind(magic: "TOPOTERR", version: 1)
    var bytes = Array(input.dropFirst())
    if way & 1 == 1 { bytes = sealed(bytes, kind) ?? bytes }
    guard let store = try? TerrainStore(FlatBytes(bytes)) else { return 0 }
    try? store.verify()
    let places = [(45.0, 40.0), (-179.99, 89.9), (180, -90), (51.99, 36.01)].map {
        Coordinate(longitude: $0.0, latitude: $0.1)
    }
    for place in places { _ = store.height(at: place) }
    let boxes = [
        BoundingBox(west: 44, south: 39, east: 47, north: 41),
        BoundingBox(west: 170, south: -90, east: -170, north: 90),
        BoundingBox(west: -180, south: -90, east: 180, north: 90),
    ]
    for box in boxes {
        // From 100 m a pixel up; the third with few pixels alone, so that a run stays short.
        let detail = 100 * Double(1 << (Int(way >> 1) % 12)) * (box.width > 180 ? 64 : 1)
        let frame = BasemapFrame(box: box, detailInMetres: detail)
        let window = store.window(of: frame)
        var heights = [Float](repeating: 0, count: places.count)
        var clarity = heights
        window.smoothed(at: places, heights: &heights, clarity: &clarity)
        precondition(clarity.allSatisfy { (0...1).contains($0) }, "a share beyond its bounds")
        precondition(heights.allSatisfy(\.isFinite), "a height without a number")
        _ = store.credits(of: frame)
    }
    return 0
}
