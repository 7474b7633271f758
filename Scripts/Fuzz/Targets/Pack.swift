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
    if way & 1 == 1 { bytes = sealed(bytes) ?? bytes }
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

/// The same sections laid out anew, with the checksums that they have now; nil when there are none.
private func sealed(_ bytes: [UInt8]) -> [UInt8]? {
    let slice = FlatSlice(FlatBytes(bytes))
    let sections = Int(slice.number(at: 12, as: UInt32.self))
    guard sections <= 32, bytes.count >= 32 + sections * 32 else { return nil }
    var writer = SectionFileWriter(SectionFile.Kind(magic: "TOPOPACK", version: 1))
    var tags: Set<String> = []
    for row in 0..<sections {
        let at = 32 + row * 32
        let letters = slice.bytes(at..<(at + 8)).prefix { $0 >= 0x20 && $0 < 0x7F }
        let tag = String(decoding: letters, as: UTF8.self)
        guard !tag.isEmpty, tags.insert(tag).inserted else { return nil }
        let offset = Int(clamping: slice.number(at: at + 8, as: UInt64.self))
        let length = Int(clamping: slice.number(at: at + 16, as: UInt64.self))
        guard offset <= bytes.count, length <= bytes.count - offset else { return nil }
        writer.add(tag, slice.bytes(offset..<(offset + length)))
    }
    return writer.bytes
}
