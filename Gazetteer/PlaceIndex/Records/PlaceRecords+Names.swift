internal import FlatFile
internal import NameFolding
internal import Places

extension PlaceRecords {
    /// The name of a number.
    func name(at index: Int) -> PlaceName {
        var name = attributes.name(attributeRow(ofName: index))
        name.text = text(ofName: index)
        return name
    }

    /// The text of a name.
    func text(ofName index: Int) -> String {
        texts[nameTexts[index]]
    }

    /// The row of a name's attributes.
    func attributeRow(ofName index: Int) -> Int {
        Int(nameRows[index])
    }

    /// The numbers of the names of a place.
    func nameRange(at index: Int) -> Range<Int> {
        range(at: index, firstNames, count: nameCount)
    }

    /// The place whose name it is, and which of its names; nil where the file says what cannot be.
    func owner(ofName index: Int) -> (place: Int, name: Int)? {
        var owner = NameOwner()
        return findOwner(ofName: index, &owner)
            ? (owner.place, index - owner.names.lowerBound) : nil
    }

    /// A place with the numbers of its names.
    struct NameOwner {
        var place = 0
        var names = 0..<0
    }

    /// Finds the place whose name it is, from that of another name: names that are spelled alike are often
    /// of one place, in many languages. False where the file says what cannot be.
    @inline(__always)
    func findOwner(ofName index: Int, _ owner: inout NameOwner) -> Bool {
        if owner.names.contains(index) { return true }
        guard index >= 0, index < nameCount else { return false }
        let (first, count) = possibleOwners(ofName: index)
        owner = self.owner(ofName: index, from: first, count)
        return owner.names.contains(index)
    }

    /// Calls a closure with the number in the list and the place of each of many names, but for those that a
    /// damaged file gives none.
    ///
    /// Each step is taken for all names before the next: waiting for memory, they wait together.
    func forEachOwner(
        of names: [(text: Int, name: Int)], _ body: (_ index: Int, _ place: Int) -> Void
    ) {
        var possible: [(first: Int, count: Int)] = []
        possible.reserveCapacity(names.count)
        for (_, name) in names { possible.append(possibleOwners(ofName: name)) }
        var warmth: UInt32 = 0
        for (first, _) in possible { warmth &+= firstNames[first] }
        var owner = NameOwner(place: Int(warmth), names: 0..<0)
        for index in names.indices {
            let name = names[index].name
            if !owner.names.contains(name) {
                owner = self.owner(
                    ofName: name, from: possible[index].first, possible[index].count)
                guard owner.names.contains(name) else { continue }
            }
            body(index, owner.place)
        }
    }

    /// The places between those of two names that are written down, one of which has the name.
    @inline(__always)
    private func possibleOwners(ofName index: Int) -> (first: Int, count: Int) {
        let first = Int(owners[index / PlaceLayout.ownerStep])
        let next = index / PlaceLayout.ownerStep + 1
        return (first, (next < owners.count ? Int(owners[next]) + 1 : count) - first)
    }

    /// The last place whose names start at a name or before.
    @inline(__always)
    private func owner(ofName index: Int, from first: Int, _ count: Int) -> NameOwner {
        var (place, count) = (first, count)
        while count > 1 {
            let half = count / 2
            // No branch: which way it goes cannot be foreseen.
            place &+= Int(firstNames[place &+ half]) <= index ? half : 0
            count -= half
        }
        return NameOwner(place: place, names: nameRange(at: place))
    }

    /// Whether a name is a text, composed or decomposed. Nothing is copied where the bytes are the same.
    func hasText(_ text: Substring, _ index: Int) -> Bool {
        if texts.holds(text, at: nameTexts[index]) { return true }
        return text.utf8.contains { $0 >= 0x80 } && self.text(ofName: index) == text
    }

    /// Whether a name starts with a text, composed or decomposed. Nothing is copied where the bytes are the
    /// same.
    func isText(ofName index: Int, startingWith start: Substring) -> Bool {
        if texts.starts(with: start, at: nameTexts[index]) { return true }
        return start.utf8.contains { $0 >= 0x80 } && text(ofName: index).hasPrefix(start)
    }

    /// The bytes under which a name stands in Latin letters.
    func latinFold(of entry: NameEntry) -> [UInt8] {
        var text = text(ofName: entry.name)
        if entry.isBare, let split = GenericWords.split(text) { text = split.bareName }
        let fold = NameFolder.fold(text)
        guard fold.contains(where: { $0 >= 0x80 }) else { return fold }
        let row = attributeRow(ofName: entry.name)
        let language = attributes.language(ofNames: row).description
        return NameFolder.fold(Transliterator.latin(text, language: language))
    }
}

// MARK: - Finding

extension PlaceRecords {
    /// Calls a closure with each name that has a fold.
    func forEachFolded(_ fold: [UInt8], _ body: (NameEntry) -> Void) {
        guard let rank = forms.rank(of: fold) else { return }
        forEachEntry(ofForm: rank) { if !$0.isLatin { body($0) } }
    }

    /// Calls a closure with each name that has a form.
    func forEachEntry(ofForm rank: Int, _ body: (NameEntry) -> Void) {
        forms.forEachValue(ofRank: rank) { value in
            body(NameEntry(value: value))
            return true
        }
    }

    /// The least order of the places that have a name of a form; names that have it only once written in
    /// Latin letters come behind all that are spelled so.
    func leastOrder(ofForm rank: Int) -> Int {
        var least = Int.max
        forEachEntry(ofForm: rank) { entry in
            if let owner = owner(ofName: entry.name) {
                let order = completions.order(ofPlace: owner.place)
                least = min(least, entry.isLatin ? order + count : order)
            }
        }
        return least
    }

    /// The names whose fold starts with bytes, of the places that come first, one a place.
    func completions(of start: [UInt8], limit: Int) -> [(entry: NameEntry, place: Int)] {
        let ranks = forms.ranks(startingWith: start)
        guard let last = ranks.last else { return [] }
        var walk = completions.walk(
            TextDictionary.block(
                ofRank: ranks.lowerBound)..<(TextDictionary.block(ofRank: last)
                + 1))
        var pending = LeastFirst<PendingCompletion>(capacity: 64)
        var found: [(entry: NameEntry, place: Int)] = []
        while found.count < limit {
            while let least = walk.leastOrder, least < count,
                pending.first.map({ $0.order >= least }) ?? true, let block = walk.next()
            {
                add(block, of: ranks, to: &pending)
            }
            guard let first = pending.popFirst() else { break }
            if first.place != found.last?.place { found.append((first.entry, first.place)) }
        }
        return found
    }

    private func add(
        _ block: Int, of ranks: Range<Int>, to pending: inout LeastFirst<PendingCompletion>
    ) {
        var names: [(text: Int, name: Int)] = []
        names.reserveCapacity(64)
        forms.forEachValue(ofBlock: block) { rank, value in
            let entry = NameEntry(value: value)
            if ranks.contains(rank), entry.isOwn { names.append((rank, entry.name)) }
        }
        var last = -1
        forEachOwner(of: names) { index, place in
            // A place's names of one spelling come together, and the first of them is enough.
            if place == last { return }
            last = place
            pending.add(
                PendingCompletion(
                    order: completions.order(ofPlace: place), rank: names[index].text,
                    entry: NameEntry(names[index].name, isBare: false), place: place))
        }
    }

    /// Calls a closure with each name of one of some transliteration keys, or, for a spelling in Arabic
    /// script, of the same consonants, and whether by the first, the likeliest reading. A name may come twice.
    func forEachTransliterated(
        _ queryKeys: [[UInt8]], isArabic: Bool, _ body: (NameEntry, _ isLikely: Bool) -> Void
    ) {
        for (number, key) in queryKeys.enumerated() where !key.isEmpty {
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
}

/// A name that may come next, by the order of its place and then as the forms are sorted.
private struct PendingCompletion: Comparable {
    var order: Int
    var rank: Int
    var entry: NameEntry
    var place: Int

    static func == (left: PendingCompletion, right: PendingCompletion) -> Bool {
        left.order == right.order && left.rank == right.rank
    }

    static func < (left: PendingCompletion, right: PendingCompletion) -> Bool {
        left.order == right.order ? left.rank < right.rank : left.order < right.order
    }
}
