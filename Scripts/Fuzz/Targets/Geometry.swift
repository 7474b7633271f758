import GeoJSON
import GeoModel

/// Any JSON value: shapes of the Earth or an error. Rings are closed, outer ones counter-clockwise.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let value = try? JSONValue(parsing: text), let shapes = try? Geometry.shapes(of: value)
    else { return 0 }
    for shape in shapes {
        precondition(
            shape.positions.allSatisfy {
                (-180...180).contains($0.longitude) && (-90...90).contains($0.latitude)
            }, "\(shape)")
        if case .polygon(let polygon) = shape {
            for ring in [polygon.outer] + polygon.holes {
                precondition(ring.count >= 4 && ring.first == ring.last, "\(ring)")
            }
        }
    }
    return 0
}
