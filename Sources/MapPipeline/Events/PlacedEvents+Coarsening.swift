public import Diagnostics
public import GeoModel
public import PlacePack
public import Places

/// What was left out of coarsened events, so that nothing tells what the place no longer does.
public struct CoarseningTally: Hashable, Sendable {
    /// Columns that are left out whole.
    public internal(set) var columns: Set<String> = []
    /// How many texts were left out since they name a place or a position.
    public internal(set) var texts = 0

    /// What a user should hear; nil when nothing was left out.
    public var diagnostic: Diagnostic? {
        var parts: [String] = []
        if !columns.isEmpty {
            let list = columns.sorted().joined(separator: ", ")
            parts.append("columns that may tell the place (\(list))")
        }
        if texts > 0 {
            parts.append(texts == 1 ? "a text that names it" : "\(texts) texts that name it")
        }
        guard !parts.isEmpty else { return nil }
        return Diagnostic(
            .note, code: "coarsened",
            problem: "--coarsen leaves out \(parts.joined(separator: ", and "))")
    }
}

extension PlacedEvents {
    /// The events with their places moved to where they may be told, and without what tells more.
    ///
    /// A place that is known more closely becomes the district or the cell that holds it, as if the
    /// table had said no more. Columns without a meaning are left out, and figures that count no people,
    /// for either may be a position under any name; so are texts that name the place or hold a position.
    /// Only whose report it is and where (`reported_by`, `source`) stays, unless it holds a position.
    /// Hashes of rows, which could be tried out, become numbers.
    ///
    /// - Parameters:
    ///   - coarsening: How closely places may be told.
    ///   - pack: Where units and names are found.
    ///   - policy: What names the units.
    ///   - kept: Columns of figures to keep whatever they are called.
    /// - Returns: The events, and what was left out.
    /// - Complexity: O(*n*) in the events, plus a look-up for each distinct position.
    public func coarsened(
        to coarsening: Coarsening, pack: Pack, policy: NamePolicy, keeping kept: Set<String> = []
    ) -> (events: PlacedEvents, tally: CoarseningTally) {
        var coarsener = Coarsener(
            places: CoarsePlaces(coarsening, pack: pack, policy: policy), kept: kept)
        var copy = self
        copy.features = coarsener.coarsened(features)
        copy.coarsening = coarsening
        return (copy, coarsener.tally)
    }
}

/// Goes through the features of a table.
private struct Coarsener {
    var places: CoarsePlaces
    let kept: Set<String>
    var tally = CoarseningTally()

    /// The first words of columns that count people.
    private static let counts: Set<Substring> = [
        "killed", "deaths", "dead", "died", "fatalities", "casualties", "victims", "wounded",
        "injured", "missing", "displaced", "captured", "arrested", "detained", "hostages",
        "refugees", "visitors", "participants", "people",
    ]

    mutating func coarsened(_ features: [Feature]) -> [Feature] {
        var told: [String: TellingText] = [:]
        for feature in features {
            told[feature.eventID, default: TellingText()].add(feature, places)
        }
        let ids = renamed(told)
        return features.map { feature in
            var coarse = moved(feature)
            coarse.rename(by: ids)
            coarse.clean(of: told[feature.eventID] ?? TellingText(), &tally)
            coarse.passedThrough = coarse.passedThrough.filter { field in
                tally.columns.insert(field.key)
                return false
            }
            coarse.figures = coarse.figures.filter { figure in
                let word = figure.key.prefix { $0 != "_" }
                let isKept = Self.counts.contains(word) || kept.contains(figure.key)
                if !isKept { tally.columns.insert(figure.key) }
                return isKept
            }
            return coarse
        }
    }

    /// New ids for those that tell: by number, in the order of the old ones, whatever the order of rows.
    private func renamed(_ told: [String: TellingText]) -> [String: String] {
        let telling = told.filter { id, text in id.hasPrefix("row-") || text.isTold(by: id) }
        let taken = Set(told.keys)
        var ids: [String: String] = [:]
        var number = 0
        for id in telling.keys.sorted() {
            repeat { number += 1 } while taken.contains("row-\(number)")
            ids[id] = "row-\(number)"
        }
        return ids
    }

    /// The feature at the place that stands for its own.
    private mutating func moved(_ feature: Feature) -> Feature {
        var coarse = feature
        guard let anchor = feature.anchor ?? feature.geometry?.positions.first else {
            return coarse
        }
        guard feature.destination == nil else { return movement(feature) }
        if places.isCoarseEnough(feature) {
            coarse.place = feature.place.map(places.bare)
        } else {
            coarse.stand(
                at: places.place(for: anchor, at: feature.date, doubt: feature.uncertaintyInMetres),
                places.coarsening)
        }
        return coarse
    }

    /// A movement between what stands for its ends; one that does not leave a unit is an event in it.
    private mutating func movement(_ feature: Feature) -> Feature {
        var coarse = feature
        let ends = feature.geometry?.positions ?? []
        let doubt = feature.uncertaintyInMetres
        guard let first = ends.first, let last = ends.last,
            let start = places.place(for: first, at: feature.date, doubt: doubt),
            let end = places.place(for: last, at: feature.date, doubt: doubt)
        else {
            coarse.stand(at: nil, places.coarsening)
            return coarse
        }
        coarse.stand(
            at: start.anchor == end.anchor ? start : FoundPlace(from: start, to: end),
            places.coarsening)
        return coarse
    }
}

extension TellingText {
    fileprivate mutating func add(_ feature: Feature, _ places: CoarsePlaces) {
        for reference in [feature.place, feature.destination].compactMap(\.self) {
            let names = places.names(of: reference)
            let isTold = places.isCoarseEnough(feature)
            add(written: reference.text, but: isTold ? names : [])
            if !isTold { add(names: names) }
        }
    }
}

extension Feature {
    /// Puts the event at another place, or at none.
    fileprivate mutating func stand(at found: FoundPlace?, _ size: Coarsening) {
        place = found?.reference
        destination = found?.destination
        geometry = found?.geometry
        anchor = found?.anchor
        precision = found?.precision
        uncertaintyInMetres = found?.uncertaintyInMetres
        coarsening = size
    }

    /// Takes away the texts that tell too much.
    fileprivate mutating func clean(of told: TellingText, _ tally: inout CoarseningTally) {
        let texts: [WritableKeyPath<Feature, String>] = [
            \.title, \.category, \.subcategory, \.sourceWord, \.counted, \.partOf, \.note,
        ]
        for text in texts where told.isTold(by: self[keyPath: text]) {
            self[keyPath: text] = ""
            tally.texts += 1
        }
        for text in [\Feature.source, \.reportedBy]
        where TellingText.holdsPosition(self[keyPath: text]) {
            self[keyPath: text] = ""
            tally.texts += 1
        }
    }

    /// Gives the event its new id, and what it is a part of.
    fileprivate mutating func rename(by ids: [String: String]) {
        if let id = ids[eventID] {
            let old = eventID
            eventID = id
            self.id = id + self.id.dropFirst(old.count)
        }
        partOf = ids[partOf] ?? partOf
    }
}
