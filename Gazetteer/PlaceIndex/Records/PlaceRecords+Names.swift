internal import FlatFile
internal import NameFolding

extension PlaceRecords {
    /// Calls a closure with each name that has a fold.
    func forEachFolded(_ fold: [UInt8], _ body: (NameEntry) -> Void) {
        guard let rank = forms.rank(of: fold) else { return }
        forms.forEachValue(ofRank: rank) { value in
            let entry = NameEntry(value: value)
            if !entry.isLatin { body(entry) }
            return true
        }
    }

    /// Calls a closure with each name of the same transliteration key, or, for a spelling in Arabic
    /// script, of the same consonants, and whether by the likeliest reading. A name may come twice.
    func forEachTransliterated(
        _ query: Spelling, _ body: (NameEntry, _ isLikely: Bool) -> Void
    ) {
        let isArabic = ScriptDetector.dominant(in: query.text) == .arabic
        for (number, key) in ([query.key] + query.otherKeys).enumerated() where !key.isEmpty {
            if isArabic {
                let consonants = TransliterationKey.skeleton(ofKey: key)
                forEach(ofConsonants: consonants) { body($0, number == 0) }
            } else if let rank = keys.rank(of: key) {
                forEachEntry(ofKey: rank) { body($0, number == 0) }
            }
        }
    }

    private func forEach(ofConsonants skeleton: [UInt8], _ body: (NameEntry) -> Void) {
        guard skeleton.count >= SkeletonOrder.fewestConsonants else { return }
        var (low, high) = (0, skeletons.count)
        while low < high {
            let middle = (low + high) / 2
            if self.skeleton(middle).lexicographicallyPrecedes(skeleton) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        while low < skeletons.count, self.skeleton(low) == skeleton {
            forEachEntry(ofKey: Int(skeletons[low]), body)
            low += 1
        }
    }

    private func skeleton(_ row: Int) -> [UInt8] {
        TransliterationKey.skeleton(ofKey: keys.cursor(at: Int(skeletons[row])).text)
    }

    private func forEachEntry(ofKey rank: Int, _ body: (NameEntry) -> Void) {
        keys.forEachValue(ofRank: rank) { value in
            body(NameEntry(value: value))
            return true
        }
    }

    /// Calls a closure with each name at most so many slips away in Latin letters.
    func forEachNear(_ query: [UInt8], limit: Int, _ body: (NameEntry, _ slips: Int) -> Void) {
        let mask = FormMask(query)
        var scratch = EditDistance.Scratch()
        var cursor = forms.cursor(at: 0)
        for rank in 0..<min(masks.count, forms.count)
        where mask.mayBe(FormMask(bits: masks[rank]), within: limit) {
            cursor.move(to: rank)
            // A damaged file ends early.
            guard cursor.rank == rank else { return }
            guard
                let slips = EditDistance.alignment(
                    query, cursor.text, limit: limit, scratch: &scratch)
            else { continue }
            let isASCII = !cursor.text.contains { $0 >= 0x80 }
            forms.forEachValue(ofRank: rank) { value in
                let entry = NameEntry(value: value)
                if entry.isLatin || isASCII { body(entry, slips) }
                return true
            }
        }
    }

    /// Calls a closure with each whole name whose fold starts with bytes, in the order of folds.
    func forEachStarting(with start: [UInt8], _ body: (NameEntry) -> Void) {
        var cursor = forms.cursor(at: forms.firstRank(notBefore: start))
        while !cursor.isAtEnd, cursor.text.starts(with: start) {
            forms.forEachValue(ofRank: cursor.rank) { value in
                let entry = NameEntry(value: value)
                if !entry.isLatin, !entry.isBare { body(entry) }
                return true
            }
            cursor.advance()
        }
    }
}
