internal import FlatFile
internal import Places

/// A place that several packs tell of: it has the names of the first record, then those that each of the
/// others adds.
///
/// Two names are one where text, byte by byte, and all attributes are the same.
struct JoinedPlace {
    /// The names that each record but the first adds, by their numbers in its pack.
    private(set) var added: [[Int]] = []

    init(_ shares: [(local: Int, records: PlaceRecords)]) {
        var names: [(records: PlaceRecords, number: Int)] = []
        var hashes: [UInt32] = []
        for (order, (local, records)) in shares.enumerated() {
            let known = names.count
            var fresh: [Int] = []
            for number in records.nameRange(at: local) {
                let hash = records.hash(ofName: number)
                let isKnown = hashes[..<known].indices.contains { index in
                    hashes[index] == hash
                        && records.isName(
                            number, same: names[index].number, of: names[index].records)
                }
                if isKnown { continue }
                hashes.append(hash)
                names.append((records, number))
                fresh.append(number)
            }
            if order > 0 { added.append(fresh) }
        }
    }
}

extension PlaceRecords {
    fileprivate func hash(ofName number: Int) -> UInt32 { texts.hash(at: nameTexts[number]) }

    /// Whether a name is the same as one of another pack.
    func isName(_ number: Int, same other: Int, of records: PlaceRecords) -> Bool {
        let (row, otherRow) = (attributeRow(ofName: number), records.attributeRow(ofName: other))
        return attributes.language(ofNames: row) == records.attributes.language(ofNames: otherRow)
            && texts.holds(
                textAt: records.nameTexts[other], of: records.texts, at: nameTexts[number])
            && attributes.name(row) == records.attributes.name(otherRow)
    }
}
