internal import FlatFile
internal import NameFolding
internal import Places

/// Makes the indexes over the names of places: forms (folds, and Latin folds of names in other letters)
/// and transliteration keys, each with the names that have it.
struct NameIndexBuilder {
    private var forms = TextDictionaryBuilder()
    private var keys = TextDictionaryBuilder()

    /// Takes names that are sorted by place.
    init(_ records: borrowing PlaceRecordsBuilder) {
        forms.reserve(records.names.count)
        keys.reserve(records.names.count)
        let languages = records.languageTags
        for (number, row) in records.names.enumerated() {
            let text = records.texts[row.text]
            let language = languages[Int(row.language)]
            add(Spelling(text, language: language), NameEntry(number, isBare: false))
            guard records.places[Int(row.place)].isArea, let split = GenericWords.split(text),
                !split.bareName.isEmpty
            else { continue }
            add(Spelling(split.bareName, language: language), NameEntry(number, isBare: true))
        }
    }

    private mutating func add(_ spelling: Spelling, _ entry: NameEntry) {
        if !spelling.fold.isEmpty { forms.add(spelling.fold, entry.value) }
        if !spelling.isLatin, !spelling.latinFold.isEmpty {
            var latin = entry
            latin.isLatin = true
            forms.add(spelling.latinFold, latin.value)
        }
        if !spelling.key.isEmpty { keys.add(spelling.key, entry.value) }
    }

    /// The sections of the indexes.
    consuming func sections() throws(FlatFileError) -> [(String, [UInt8])] {
        var masks: [UInt8] = []
        let forms = try forms.sections { masks.append(littleEndian: FormMask($0).bits) }
        var skeletons = SkeletonOrder()
        let keys = try keys.sections { skeletons.add(Array($0)) }
        typealias Tag = PlaceLayout.Tag
        return [
            (Tag.formTexts, forms.texts), (Tag.formBlocks, forms.blocks),
            (Tag.formEntries, forms.values), (Tag.formMasks, masks),
            (Tag.keyTexts, keys.texts), (Tag.keyBlocks, keys.blocks),
            (Tag.keyEntries, keys.values), (Tag.skeletons, skeletons.bytes()),
        ]
    }
}

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
        var bytes: [UInt8] = []
        for row in order { bytes.append(littleEndian: rows[row].rank) }
        return bytes
    }
}
