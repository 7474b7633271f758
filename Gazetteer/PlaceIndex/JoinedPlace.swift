internal import FlatFile
internal import Places

/// A place that several packs tell of: the record of each, and which of the place's names those of the
/// record are. It has the names of the first record, then those that each of the others adds.
///
/// Two names are one where text, byte by byte, and all attributes are the same.
struct JoinedPlace: Sendable {
    /// What one pack tells of it.
    struct Share: Sendable {
        var part: Int
        var local: Int
        /// The numbers that its names have in the pack.
        var numbers: Range<Int>
        /// Which name of the place each of these is.
        var indexes: [Int32]
    }

    /// What each pack tells, in the order of the packs.
    private(set) var shares: [Share] = []
    private(set) var nameCount = 0
    /// The names so far, by the hash of the text.
    private var hashes: [UInt32] = []

    init(_ records: [(part: Int, local: Int, records: PlaceRecords)]) {
        var numbers: [(records: PlaceRecords, number: Int)] = []
        for (part, local, records) in records {
            let range = records.nameRange(at: local)
            var share = Share(part: part, local: local, numbers: range, indexes: [])
            share.indexes.reserveCapacity(range.count)
            let known = numbers.count
            for number in range {
                let hash = records.hash(ofName: number)
                let index = hashes[..<known].indices.first { index in
                    hashes[index] == hash
                        && records.isName(
                            number, same: numbers[index].number, of: numbers[index].records)
                }
                share.indexes.append(Int32(index ?? numbers.count))
                if index == nil {
                    hashes.append(hash)
                    numbers.append((records, number))
                }
            }
            shares.append(share)
        }
        nameCount = numbers.count
        hashes = []
    }

    /// The record that the name of an index is read from: that of the first pack that has it.
    func source(ofName index: Int) -> (part: Int, number: Int)? {
        for share in shares {
            if let offset = share.indexes.firstIndex(of: Int32(clamping: index)) {
                return (share.part, share.numbers.lowerBound + offset)
            }
        }
        return nil
    }

    /// Which of the place's names one is that a pack has.
    func index(ofName number: Int, inPart part: Int) -> Int? {
        shares.first { $0.part == part && $0.numbers.contains(number) }
            .map { Int($0.indexes[number - $0.numbers.lowerBound]) }
    }
}

extension PlaceRecords {
    fileprivate func hash(ofName number: Int) -> UInt32 { texts.hash(at: nameTexts[number]) }

    /// Whether a name is the same as one of another pack.
    fileprivate func isName(_ number: Int, same other: Int, of records: PlaceRecords) -> Bool {
        texts.holds(
            textAt: records.nameTexts[other], of: records.texts, at: nameTexts[number])
            && attributes.name(attributeRow(ofName: number))
                == records.attributes.name(records.attributeRow(ofName: other))
    }
}

/// What several packs tell together of places that were asked for: countries and large cities are asked for
/// over and over.
final class JoinedPlaces: Sendable {
    /// How the packs tell of the place at a position: a kilobyte or two each where names are many.
    let joined = RecentValues<JoinedPlace>(most: 1_024)
    /// The place at a position: tens of kilobytes each where names are many.
    let places = RecentValues<Place>(most: 64)
}
