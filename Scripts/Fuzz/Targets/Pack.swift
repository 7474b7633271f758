import EDTF
import FlatFile
import GeoModel
import PlaceIndex
import PlacePack
import Places

/// A pack of today's format with a few names in every script and of every length that indexes tell apart.
private let whole: [UInt8] = {
    guard let day = CalendarDay(year: 2026, month: 1, day: 1), let tag = LanguageTag("und") else {
        return []
    }
    var contents = PackContents(title: "Fuzz", date: day)
    let names = [
        "Ab", "Qax", "Şəki", "Gəncə", "Гянджа", "باکو", "Ağdam", "Qazax", "Shusha rayonu",
        "Xankəndi",
        "Stepanakert", "Ստեփանակերտ", "Nizhny Novgorod", String(repeating: "long ", count: 16),
    ]
    contents.places = names.enumerated().map { number, text in
        var place = Place(
            id: "tp:\(number)", kind: .district, label: text,
            coordinate: Coordinate(longitude: Double(number), latitude: 40), source: "s")
        place.names = [PlaceName(text, language: tag, kind: .official, source: "s")]
        place.memberships = [Membership(.country, in: "iso:AZ", source: "s")]
        return place
    }
    return (try? PackBuilder(contents).finished().bytes) ?? []
}()

/// The pack with some of its bytes set anew: three bytes say which, the fourth what to.
private func changed(_ edits: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = whole
    var index = edits.startIndex
    while index + 3 < edits.endIndex {
        let at = Int(edits[index]) | Int(edits[index + 1]) << 8 | Int(edits[index + 2]) << 16
        bytes[at % bytes.count] = edits[index + 3]
        index += 4
    }
    return bytes
}

/// Opens a pack, looks at every byte, and asks it what a user asks.
///
/// The first byte says what is done: with its lowest bit the checksums are made right first, so that wrong
/// references come behind the door that they guard; with the next one, what follows are changes of a whole
/// pack, so that the fuzzing does not end at the door when the format changes. Laws: no crash, an end in
/// bounded time, and a pack that verifies gives each place under its own id.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let way = input.first else { return 0 }
    precondition(!whole.isEmpty, "the pack that is changed can be built")
    var bytes = way & 2 == 2 ? changed(input.dropFirst()) : Array(input.dropFirst())
    if way & 1 == 1 {
        let kind = SectionFile.Kind(magic: "TOPOPACK", version: Int(whole[8]))
        bytes = sealed(bytes, kind) ?? bytes
    }
    if input.count == 1, way & 2 == 2 {
        precondition((try? PackFile(FlatBytes(bytes)).verify()) != nil, "the pack itself is whole")
    }
    guard let file = try? PackFile(FlatBytes(bytes)) else { return 0 }
    let isWhole = (try? file.verify()) != nil
    let pack = Pack(file)
    for place in pack.places.prefix(16) {
        _ = place.usualName
        precondition(!isWhole || pack.place(id: place.id) == place, "a place is found by its id")
    }
    for spelling in [
        "Ganja", "Gəncə", "Şəki rayonu", "Гянджа", "باكو قاخ", "Gnaja", "Stepankret", "Xankedi",
        "AB",
    ] {
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
