internal import FlatFile
internal import Places

/// How many places and names of each sort there are.
public struct PlaceCensus: Hashable, Sendable {
    /// How many of one sort.
    public struct Count: Hashable, Sendable {
        /// The sort, in the words of the tables.
        public var word: String
        /// How many.
        public var count: Int
    }

    /// How many places there are.
    public var places = 0
    /// How many names there are.
    public var names = 0
    /// Places by kind; what there is none of is left out, here and below.
    public var kinds: [Count] = []
    /// Names by kind.
    public var nameKinds: [Count] = []
    /// Names by language tag, the most frequent first.
    public var languages: [Count] = []
    /// Names by script, the most frequent first; `-` for tags without one.
    public var scripts: [Count] = []
    /// How many names have a period.
    public var namesWithPeriod = 0
    /// How many names have a perspective.
    public var namesWithPerspective = 0
    /// How many names may decide a label: their source was opened and is not of low certainty.
    public var namesThatMayDecide = 0
}

extension PlaceRecords {
    /// How many places and names of each sort there are.
    package var census: PlaceCensus {
        var census = PlaceCensus()
        census.places = count
        census.names = nameCount
        var kinds: [String: Int] = [:]
        for place in 0..<count { kinds[kind(at: place).rawValue, default: 0] += 1 }
        census.kinds = Self.counts(kinds, RecordCode.kinds.map(\.rawValue))
        countNames(&census)
        return census
    }

    private func countNames(_ census: inout PlaceCensus) {
        var rows: [Int: Int] = [:]
        for name in 0..<nameCount { rows[attributeRow(ofName: name), default: 0] += 1 }
        var (kinds, languages, scripts): ([String: Int], [String: Int], [String: Int])
        (kinds, languages, scripts) = ([:], [:], [:])
        for (row, count) in rows {
            let name = attributes.name(row)
            kinds[name.kind.rawValue, default: 0] += count
            languages[name.language.description, default: 0] += count
            scripts[name.language.script ?? "-", default: 0] += count
            if name.period != nil { census.namesWithPeriod += count }
            if name.perspective != nil { census.namesWithPerspective += count }
            if name.mayDecide { census.namesThatMayDecide += count }
        }
        census.nameKinds = Self.counts(kinds, RecordCode.nameKinds.map(\.rawValue))
        census.languages = Self.mostFirst(languages)
        census.scripts = Self.mostFirst(scripts)
    }

    private static func counts(_ counts: [String: Int], _ order: [String]) -> [PlaceCensus.Count] {
        order.compactMap { word in
            counts[word].map { PlaceCensus.Count(word: word, count: $0) }
        }
    }

    private static func mostFirst(_ counts: [String: Int]) -> [PlaceCensus.Count] {
        counts.map { PlaceCensus.Count(word: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
    }
}
