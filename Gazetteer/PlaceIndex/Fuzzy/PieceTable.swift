internal import FlatFile

/// Which forms have a piece, or one that shares its bucket: by their places in the order of lengths.
struct PieceTable: Sendable {
    private let offsets: PackedColumn
    private let forms: PackedColumn

    init(offsets: FlatSlice, forms: FlatSlice) {
        self.offsets = PackedColumn(offsets)
        self.forms = PackedColumn(forms)
    }

    /// The bucket of a hash.
    static func bucket(_ hash: UInt32, of buckets: Int) -> Int {
        Int((UInt64(hash) &* UInt64(buckets)) >> 32)
    }

    /// Where the forms in the bucket of a hash are.
    @inline(__always)
    func forms(ofHash hash: UInt32) -> Range<Int> {
        guard offsets.count > 1 else { return 0..<0 }
        let bucket = Self.bucket(hash, of: offsets.count - 1)
        let (start, end) = (Int(offsets[bucket]), Int(offsets[bucket + 1]))
        return start <= end ? (start..<end).clamped(to: 0..<forms.count) : 0..<0
    }

    /// Reads what comes first in a bucket, to have it near.
    @inline(__always)
    func warmth(of bucket: Range<Int>) -> UInt32 { forms[bucket.lowerBound] }

    /// Calls a closure with the place of each form of a bucket, rising.
    @inline(__always)
    func forEachForm(_ bucket: Range<Int>, _ body: (Int) -> Void) {
        forms.forEach(bucket) { body(Int($0)) }
    }

    /// What is wrong, or nil.
    func firstFault(formsBelow count: Int) -> String? {
        guard offsets.isWhole, forms.isWhole, offsets.count > 0 else { return "it is cut off" }
        for bucket in 1..<max(1, offsets.count) where offsets[bucket] < offsets[bucket - 1] {
            return "bucket \(bucket) starts before the one before"
        }
        guard Int(offsets[offsets.count - 1]) == forms.count else { return "it ends elsewhere" }
        for index in 0..<forms.count where Int(forms[index]) >= count {
            return "row \(index) names no form"
        }
        return nil
    }
}
