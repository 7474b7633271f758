internal import FlatFile

/// Which forms have a piece, or one that shares its bucket.
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

    /// Calls a closure with the rank of each form in the bucket of a hash, rising.
    @inline(__always)
    func forEachForm(_ hash: UInt32, _ body: (Int) -> Void) {
        guard offsets.count > 1 else { return }
        let bucket = Self.bucket(hash, of: offsets.count - 1)
        let end = min(Int(offsets[bucket + 1]), forms.count)
        var index = Int(offsets[bucket])
        while index < end {
            body(Int(forms[index]))
            index &+= 1
        }
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
