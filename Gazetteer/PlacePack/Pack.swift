public import EDTF
public import PlaceIndex
public import Places

/// A gazetteer ready for use: places with their index, and all that their names need to be understood.
///
/// `Pack.embedded` is the one linked into the program; `PackFile` opens others. Several open together:
/// a later one adds places, and names and claims to a place of an earlier one with the same id; it takes
/// nothing away and changes no answer of the earlier ones but by what it adds.
public struct Pack: Sendable {
    /// The packs that are open, in their order.
    public let files: [PackFile]
    /// The places and all their names.
    public let index: NameIndex
    /// Who uses names, those of earlier packs first; of equal keys the earlier stands.
    public let perspectives: [NamingPerspective]
    /// The names of contested places.
    public let contested: [ContestedName]
    /// What was used.
    public let credits: [Credit]
    /// Words that are no place.
    public let notPlaces: [NotPlace]
    /// What the name policies need to know.
    public let nameSetting: NameSetting
    private let first: PackInfo

    /// Opens packs together; the first has the say. It names title, version and date.
    ///
    /// - Complexity: O(*n*) in perspectives, contested places, credits and words that are no place; O(1)
    ///   in places and names.
    public init(_ file: PackFile, adding others: [PackFile] = []) {
        files = [file] + others
        first = file.info
        index = NameIndex(records: files.map(\.records))
        let facts = files.map(\.facts)
        perspectives = Self.distinct(facts.flatMap(\.perspectives), by: \.key)
        contested = Self.distinct(facts.flatMap(\.contested), by: \.self)
        credits = Self.distinct(facts.flatMap(\.credits), by: \.self)
        notPlaces = Self.distinct(facts.flatMap(\.notPlaces), by: \.self)
        nameSetting = NameSetting(
            date: first.date, contested: contested, perspectives: perspectives)
    }

    /// The same gazetteer with further packs behind it.
    public func adding(_ others: [PackFile]) -> Pack {
        guard let file = files.first, !others.isEmpty else { return self }
        return Pack(file, adding: files.dropFirst() + others)
    }

    /// What the first pack calls itself.
    public var title: String { first.title }
    /// The version of the first pack.
    public var version: String { first.version }
    /// The day up to which the first pack tells.
    public var date: CalendarDay { first.date }
    /// The hashes of the packs, with + between them; see `PackInfo.hash`.
    public var hash: String { files.map(\.info.hash).joined(separator: "+") }

    /// All places, in the order of the packs.
    public var places: PlaceList { index.places }

    /// The place with an id, or nil.
    public func place(id: String) -> Place? { index.place(id: id) }

    /// What to print for a place under a policy.
    public func label(for place: Place, _ policy: NamePolicy, spelling: String? = nil) -> PlaceLabel
    {
        policy.label(for: place, in: nameSetting, spelling: spelling)
    }

    /// The first entry of each key, in order.
    private static func distinct<Entry, Key: Hashable>(
        _ entries: [Entry], by key: (Entry) -> Key
    ) -> [Entry] {
        var seen: Set<Key> = []
        return entries.filter { seen.insert(key($0)).inserted }
    }
}
