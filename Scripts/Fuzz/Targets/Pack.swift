import FlatFile
import GeoModel
import PlaceIndex
import PlacePack
import Places

/// Opens a pack, looks at every byte, and asks it what a user asks.
///
/// The first byte says what is done: with its lowest bit the checksums are made right first, so that wrong
/// references come behind the door that they guard. Laws: no crash, an end in bounded time, and a pack
/// that verifies gives each place under its own id.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let way = input.first else { return 0 }
    var bytes = Array(input.dropFirst())
    if way & 1 == 1 {
        bytes = sealed(bytes, SectionFile.Kind(magic: "TOPOPACK", version: 1)) ?? bytes
    }
    guard let file = try? PackFile(FlatBytes(bytes)) else { return 0 }
    let isWhole = (try? file.verify()) != nil
    let pack = Pack(file)
    for place in pack.places.prefix(16) {
        _ = place.usualName
        precondition(!isWhole || pack.place(id: place.id) == place, "a place is found by its id")
    }
    for spelling in ["Ganja", "Gəncə", "Şəki rayonu", "Гянджа", "باكو قاخ", "Gnaja"] {
        for match in (pack.index.attested(spelling) + pack.index.fuzzy(spelling)).prefix(16) {
            _ = pack.index.name(of: match)
        }
    }
    _ = pack.index.starting(with: "g")
    _ = pack.index.nearest(to: Coordinate(longitude: 46, latitude: 40), limit: 3)
    _ = Pack(file, adding: [file]).index.attested("Ganja")
    _ = file.census
    return 0
}
