import GeoModel
import NameFolding
import PlaceIndex
import PlaceResolution
import Places

/// A few names in the scripts that the gazetteer has.
private let resolver: PlaceResolver = {
    let names = [
        ("Xankəndi", "az-Latn"), ("Степанакерт", "ru-Cyrl"), ("Երևան", "hy-Armn"),
        ("თბილისი", "ka-Geor"),
        ("تبریز", "fa-Arab"), ("Lachin District", "en-Latn"), ("Shusha", "en-Latn"),
    ]
    let places = names.enumerated().map { number, name in
        var place = Place(
            id: "tp:\(number)", kind: number == 5 ? .district : .town, label: name.0,
            coordinate: Coordinate(longitude: Double(number), latitude: 40), source: "a page")
        place.names =
            LanguageTag(name.1).map {
                [PlaceName(name.0, language: $0, kind: .official, source: "a page")]
            } ?? []
        place.memberships = number < 5 ? [Membership(.admin1, in: "tp:5", source: "a page")] : []
        if number % 2 == 0 {
            place.memberships.append(Membership(.country, in: "iso:AZ", source: "a page"))
        }
        return place
    }
    return PlaceResolver(index: NameIndex(places))
}()

/// Any text: its fold folds to itself, single-spaced; generic words leave less than there was; few
/// readings, none twice; the resolver answers, with and without country and unit, and a name it finds is
/// scored by the sum of its parts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let fold = NameFolder.fold(text)
    precondition(NameFolder.fold(String(decoding: fold, as: UTF8.self)) == fold, "the fold moves")
    precondition(fold.first != 0x20 && fold.last != 0x20, "a space at an end")
    precondition(!zip(fold, fold.dropFirst()).contains { $0 == (0x20, 0x20) }, "two spaces")
    precondition(!TransliterationKey.key(text).contains(0x20), "a space in a key")
    let readings = [TransliterationKey.key(text)] + TransliterationKey.otherReadings(of: text)
    precondition(readings.count <= 5 && Set(readings).count == readings.count, "a reading twice")
    if let split = GenericWords.split(text) {
        precondition(split.bareName.utf8.count < text.utf8.count, "nothing was taken off")
    }
    check(resolver.resolve(text))
    check(resolver.resolve(text, in: ResolutionContext(country: "AZ", units: ["tp:5"])))
    return 0
}

private func check(_ resolution: Resolution) {
    precondition((resolution.status == .none) == resolution.candidates.isEmpty)
    precondition((resolution.status == .none) == (resolution.reason != nil))
    for candidate in resolution.candidates {
        let sum = candidate.parts.reduce(0) { $0 + $1.value }
        precondition(abs(sum - candidate.score) < 0.000_1, "the parts do not make the score")
    }
}
