internal import FlatFile
internal import NameFolding
internal import Places

/// Makes the indexes over the names of places: forms (folds, and Latin folds of names in other letters)
/// and transliteration keys, each with the names that have it.
struct NameIndexBuilder {
    private var forms = TextDictionaryBuilder()
    private var keys = TextDictionaryBuilder()
    private let orders: [UInt32]
    private let owners: [UInt32]

    /// Takes names that are sorted by place.
    init(_ records: borrowing PlaceRecordsBuilder) {
        forms.reserve(records.names.count)
        keys.reserve(records.names.count)
        let languages = records.languageTags
        orders = CompletionTreeBuilder.orders(
            records.places.map { (rank: $0.rank, population: max(0, $0.population)) })
        owners = records.names.map(\.place)
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
        if !spelling.latinFold.isEmpty, spelling.latinFold != spelling.fold {
            var latin = entry
            latin.isLatin = true
            forms.add(spelling.latinFold, latin.value)
        }
        let key = spelling.key
        if !key.isEmpty { keys.add(key, entry.value) }
    }

    /// The sections of the indexes.
    consuming func sections() throws(FlatFileError) -> [(String, [UInt8])] {
        typealias Tag = PlaceLayout.Tag
        return try formSections() + keySections() + [(Tag.orders, PackedColumn.bytes(orders))]
    }

    private func formSections() throws(FlatFileError) -> [(String, [UInt8])] {
        var masks: [UInt8] = []
        var pieces = FormPiecesBuilder()
        var count = 0
        var least: [UInt32] = []
        let forms = try forms.sections { text, value, isFirst in
            if isFirst {
                let letters = UTF8Letters.letters(of: text)
                masks.append(littleEndian: FormMask(letters).bits)
                pieces.add(letters)
                if TextDictionary.block(ofRank: count) == least.count {
                    least.append(UInt32(orders.count))
                }
                count += 1
            }
            let entry = NameEntry(value: value)
            guard entry.isOwn else { return }
            let order = orders[Int(owners[entry.name])]
            least[least.count - 1] = min(least[least.count - 1], order)
        }
        let (offsets, ranks) = pieces.sections()
        typealias Tag = PlaceLayout.Tag
        return [
            (Tag.formTexts, forms.texts), (Tag.formBlocks, forms.blocks),
            (Tag.formHeads, forms.heads), (Tag.formEntries, forms.values), (Tag.formMasks, masks),
            (Tag.pieceOffsets, PackedColumn.bytes(offsets)),
            (Tag.pieceForms, PackedColumn.bytes(ranks)),
            (Tag.formTree, PackedColumn.bytes(CompletionTreeBuilder.nodes(least))),
        ]
    }

    private func keySections() throws(FlatFileError) -> [(String, [UInt8])] {
        var skeletons = SkeletonOrder()
        let keys = try keys.sections { text, _, isFirst in
            if isFirst { skeletons.add(Array(text)) }
        }
        typealias Tag = PlaceLayout.Tag
        return [
            (Tag.keyTexts, keys.texts), (Tag.keyBlocks, keys.blocks), (Tag.keyHeads, keys.heads),
            (Tag.keyEntries, keys.values), (Tag.skeletons, skeletons.bytes()),
        ]
    }
}
