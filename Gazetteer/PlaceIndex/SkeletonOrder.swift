internal import FlatFile
internal import NameFolding

/// Keys in the order of their consonants.
///
/// A name in Arabic script has no short vowels, so it is looked up by consonants alone. Two of them fit
/// too much (بات is Batumi's and Badi's): keys with fewer than three are left out.
struct SkeletonOrder {
    static let fewestConsonants = 3

    private var pool: [UInt8] = []
    private var rows: [(end: Int, rank: UInt32)] = []
    private var count: UInt32 = 0

    /// Takes the next key.
    mutating func add(_ key: [UInt8]) {
        let skeleton = TransliterationKey.skeleton(ofKey: key)
        if skeleton.count >= Self.fewestConsonants {
            pool.append(contentsOf: skeleton)
            rows.append((pool.count, count))
        }
        count += 1
    }

    /// The ranks of the keys, sorted by their consonants.
    func bytes() -> [UInt8] {
        func skeleton(_ row: Int) -> ArraySlice<UInt8> {
            pool[(row == 0 ? 0 : rows[row - 1].end)..<rows[row].end]
        }
        let order = rows.indices.sorted { left, right in
            let (l, r) = (skeleton(left), skeleton(right))
            return l.elementsEqual(r) ? left < right : l.lexicographicallyPrecedes(r)
        }
        return PackedColumn.bytes(order.lazy.map { rows[$0].rank })
    }
}
