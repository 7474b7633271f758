internal import FlatFile
internal import Places

/// The forms of the names of each unit and each smaller country: where a slip is looked for in a unit, the
/// names of the unit are all there is to look at.
///
/// For those who ask thousands of times: making it takes a look at every name, and eight bytes are kept for
/// each form in each area that has it. It changes no answer.
package struct AreaForms: Sendable {
    /// What the area of a number has, for each part of the index.
    private var parts: [Part] = []
    /// The numbers of areas, by id.
    private let numbers: [String: Int]

    private struct Part: Sendable {
        /// Where the ranks of an area's forms of a length start, `lengths` for each area, and one more, for
        /// the end.
        var starts: [UInt32] = []
        /// Ranks of forms: area by area, the shortest first, then rising.
        var ranks: [UInt32] = []
        /// Their masks, side by side: to fetch each from among those of all forms took most of a search.
        var masks: [UInt32] = []
        var isKept: [Bool] = []
    }

    /// As many lengths as a mask tells apart.
    private static let lengths = FormMask.longest + 1
    /// An area of more names has none here: looking for pieces of the spelling is faster than looking at all.
    private static let mostNames = 16_384

    /// Makes it for an index.
    ///
    /// - Complexity: O(*n*) in the names, at some 0.1 µs each.
    package init(_ index: NameIndex) {
        let areas = AreaNumbers(index)
        numbers = areas.numbers
        parts = index.parts.indices.map { Self.part(of: index, $0, areas) }
    }

    /// The ranks of the forms of some lengths that places have which a filter may admit, in one list or
    /// several; nil where it has no such list.
    func forms(
        of filter: PlaceFilter, _ letters: ClosedRange<Int>, inPart part: Int
    ) -> [FormList]? {
        let ids = filter.units.isEmpty ? filter.country.map { [$0] } ?? [] : filter.units
        guard !ids.isEmpty, parts.indices.contains(part) else { return nil }
        let (least, most) = (
            min(letters.lowerBound, FormMask.longest), min(letters.upperBound, FormMask.longest)
        )
        var lists: [FormList] = []
        for id in ids {
            guard let area = numbers[id], parts[part].isKept[area] else { return nil }
            let start = parts[part].starts[area * Self.lengths + least]
            let end = parts[part].starts[area * Self.lengths + most + 1]
            lists.append(
                FormList(
                    ranks: parts[part].ranks, masks: parts[part].masks, range: Int(start)..<Int(end)
                ))
        }
        return lists
    }

    // MARK: Making it

    private static func part(of index: NameIndex, _ number: Int, _ areas: AreaNumbers) -> Part {
        let records = index.parts[number].records
        let owners = AreasOfNames(index, number, areas, mostNames: mostNames)
        let masks = records.sketches.masks(of: records.formsByLength)
        // Which list each rank goes to, in the order of ranks.
        var (lists, ranks): ([UInt32], [UInt32]) = ([], [])
        var counts = [UInt32](repeating: 0, count: areas.numbers.count * lengths)
        owners.forEachForm(of: records) { area, rank in
            let length = FormMask(bits: masks[Int(rank)]).length
            let list = area * UInt32(lengths) + UInt32(length)
            lists.append(list)
            ranks.append(rank)
            counts[Int(list)] += 1
        }
        var part = Part(isKept: owners.isKept)
        part.starts = [0]
        part.starts.reserveCapacity(counts.count + 1)
        var end: UInt32 = 0
        for count in counts {
            end += count
            part.starts.append(end)
        }
        part.ranks = [UInt32](repeating: 0, count: ranks.count)
        part.masks = part.ranks
        var ends = part.starts
        for (list, rank) in zip(lists, ranks) {
            let place = Int(ends[Int(list)])
            part.ranks[place] = rank
            part.masks[place] = masks[Int(rank)]
            ends[Int(list)] += 1
        }
        return part
    }
}

/// Some forms with their masks: a stretch of two lists.
struct FormList: Sendable {
    let ranks: [UInt32]
    let masks: [UInt32]
    let range: Range<Int>
}

/// The numbers of all that places of an index are said to belong to.
private struct AreaNumbers {
    private(set) var numbers: [String: Int] = [:]
    /// The number that each row of claims is about, for each part.
    private(set) var ofClaims: [[UInt32]] = []

    init(_ index: NameIndex) {
        for part in index.parts {
            let records = part.records
            var ofClaims: [UInt32] = []
            for row in 0..<records.attributes.claims.count {
                let id = records.texts[records.attributes.target(ofClaim: row).target]
                let number = numbers[id] ?? numbers.count
                numbers[id] = number
                ofClaims.append(UInt32(number))
            }
            self.ofClaims.append(ofClaims)
        }
    }
}

/// The areas of each name of a part, by what all packs tell of its place.
private struct AreasOfNames {
    /// Which areas have few enough names.
    private(set) var isKept: [Bool] = []
    /// The place of each name.
    private var owners: [UInt32]
    /// Where the areas of a place start, and one more, for the end.
    private var starts: [UInt32] = [0]
    private var areas: [UInt32] = []

    init(_ index: NameIndex, _ part: Int, _ numbers: AreaNumbers, mostNames: Int) {
        let records = index.parts[part].records
        owners = [UInt32](repeating: 0, count: records.nameCount)
        var counts = [Int](repeating: 0, count: numbers.numbers.count)
        // A place is in itself.
        var selves: [Int: UInt32] = [:]
        for (id, area) in numbers.numbers {
            if let local = records.index(ofID: id) { selves[local] = UInt32(area) }
        }
        for local in 0..<records.count {
            let names = records.nameRange(at: local)
            for name in names { owners[name] = UInt32(local) }
            var own: [UInt32] = []
            func add(_ area: UInt32) {
                guard !own.contains(area) else { return }
                own.append(area)
                counts[Int(area)] += names.count
            }
            if let area = selves[local] { add(area) }
            index.forEachRecord(of: local, inPart: part) { part, local in
                let records = index.parts[part].records
                for row in records.claimRange(at: local) {
                    let claim = Int(records.claimRows[row])
                    guard numbers.ofClaims[part].indices.contains(claim) else { continue }
                    add(numbers.ofClaims[part][claim])
                }
            }
            areas.append(contentsOf: own)
            starts.append(UInt32(areas.count))
        }
        isKept = counts.map { $0 <= mostNames }
    }

    /// Calls a closure with each area that is kept and each form that a name of the area has, the forms of an
    /// area rising and each once.
    func forEachForm(of records: PlaceRecords, _ body: (_ area: UInt32, _ rank: UInt32) -> Void) {
        var lasts = [UInt32](repeating: .max, count: isKept.count)
        for block in 0..<records.forms.blockCount {
            records.forms.forEachValue(ofBlock: block) { rank, value in
                let name = NameEntry(value: value).name
                guard name < owners.count else { return }
                let owner = Int(owners[name])
                var index = Int(starts[owner])
                while index < Int(starts[owner + 1]) {
                    let area = areas[index]
                    if isKept[Int(area)], lasts[Int(area)] != UInt32(rank) {
                        lasts[Int(area)] = UInt32(rank)
                        body(area, UInt32(rank))
                    }
                    index += 1
                }
            }
        }
    }
}
