internal import FlatFile
internal import NameFolding
internal import Places

/// Makes the indexes over the names of places: forms (folds, and Latin folds of names in other letters)
/// and transliteration keys, each with the names that have it.
///
/// One index is made after the other, so that what one takes while it is made is there for the next.
struct NameIndexBuilder {
    let texts: TextPoolBuilder
    /// The tags of languages, by number.
    let languages: [String]
    /// Sorted by place.
    let names: [PlaceRecordsBuilder.NameRow]
    /// For each place, how many come before it.
    let orders: [UInt32]
    /// For each place, whether it is an area: its names are found without their generic words, too.
    let areAreas: [Bool]

    /// Lays out the sections of the indexes, one after the other.
    func layOut(_ take: (_ tag: String, _ bytes: [UInt8]) -> Void) throws(FlatFileError) {
        try layOutForms(take)
        try layOutKeys(take)
        take(PlaceLayout.Tag.orders, PackedColumn.bytes(orders))
    }

    /// Calls a closure with each text under which a name is found, in order.
    private func forEachText(_ body: (_ text: String, _ language: String, NameEntry) -> Void) {
        for (number, row) in names.enumerated() {
            let text = texts[row.text]
            let language = languages[Int(row.language)]
            body(text, language, NameEntry(number, isBare: false))
            guard areAreas[Int(row.place)], let split = GenericWords.split(text),
                !split.bareName.isEmpty
            else { continue }
            body(split.bareName, language, NameEntry(number, isBare: true))
        }
    }

    private func forms() -> TextDictionaryBuilder {
        var forms = TextDictionaryBuilder()
        forms.reserve(names.count)
        forEachText { text, language, entry in
            let spelling = Spelling(text, language: language)
            if !spelling.fold.isEmpty { forms.add(spelling.fold, entry.value) }
            if !spelling.latinFold.isEmpty, spelling.latinFold != spelling.fold {
                var latin = entry
                latin.isLatin = true
                forms.add(spelling.latinFold, latin.value)
            }
        }
        return forms
    }

    private func keys() -> TextDictionaryBuilder {
        var keys = TextDictionaryBuilder()
        keys.reserve(names.count)
        forEachText { text, language, entry in
            let key = TransliterationKey.key(text, language: language)
            if !key.isEmpty { keys.add(key, entry.value) }
        }
        return keys
    }

    private func layOutForms(
        _ take: (_ tag: String, _ bytes: [UInt8]) -> Void
    ) throws(FlatFileError) {
        var lengths = FormsByLengthBuilder()
        var pieces = FormPiecesBuilder()
        var count = 0
        var least: [UInt32] = []
        let forms = try forms().sections { text, value, isFirst in
            if isFirst {
                let letters = UTF8Letters.letters(of: text)
                lengths.add(letters)
                pieces.add(letters)
                if TextDictionary.block(ofRank: count) == least.count {
                    least.append(UInt32(orders.count))
                }
                count += 1
            }
            let entry = NameEntry(value: value)
            guard entry.isOwn else { return }
            let order = orders[Int(names[entry.name].place)]
            least[least.count - 1] = min(least[least.count - 1], order)
        }
        typealias Tag = PlaceLayout.Tag
        take(Tag.formTexts, forms.texts)
        take(Tag.formBlocks, forms.blocks)
        take(Tag.formHeads, forms.heads)
        take(Tag.formEntries, forms.values)
        let (starts, ranks) = lengths.order()
        take(Tag.formLengths, PackedColumn.bytes(starts))
        take(Tag.formRanks, FormsByLengthBuilder.lowBytes(of: ranks))
        take(Tag.formSketches, lengths.sketches(of: ranks))
        let (offsets, places) = pieces.sections(ranks)
        take(Tag.pieceOffsets, PackedColumn.bytes(offsets))
        take(Tag.pieceForms, PackedColumn.bytes(places))
        take(Tag.formTree, PackedColumn.bytes(CompletionTreeBuilder.nodes(least)))
    }

    private func layOutKeys(
        _ take: (_ tag: String, _ bytes: [UInt8]) -> Void
    ) throws(FlatFileError) {
        var skeletons = SkeletonOrder()
        let keys = try keys().sections { text, _, isFirst in
            if isFirst { skeletons.add(Array(text)) }
        }
        typealias Tag = PlaceLayout.Tag
        take(Tag.keyTexts, keys.texts)
        take(Tag.keyBlocks, keys.blocks)
        take(Tag.keyHeads, keys.heads)
        take(Tag.keyEntries, keys.values)
        take(Tag.skeletons, skeletons.bytes())
    }
}
