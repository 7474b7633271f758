internal import EDTF

extension NamePolicy {
    /// What to print for a place.
    ///
    /// - Parameters:
    ///   - place: the place.
    ///   - setting: the date of the data and the contested places.
    ///   - spelling: how the event table spells the place, for the policy `table`; nil for a place that
    ///     the table does not name, which is then named as `sides` would.
    /// - Returns: a label that is never empty, with the rule that chose it.
    /// - Complexity: O(*n* log *n*) in the names of the place.
    public func label(
        for place: Place, in setting: NameSetting, spelling: String? = nil
    ) -> PlaceLabel {
        let names = NamesInForce(of: place, policy: self, setting: setting)
        switch choice {
        case .table:
            guard let spelling, !spelling.isEmpty else { return names.sides() }
            return PlaceLabel(text: spelling, languages: [], rule: .table)
        case .sides: return names.sides()
        case .languages(let tags): return names.first(of: tags) ?? names.usual(.usualAsFallback)
        case .pair(let tags): return names.each(of: tags) ?? names.usual(.usualAsFallback)
        }
    }
}

/// The names of one place under one policy.
private struct NamesInForce {
    let place: Place
    let perspective: String?
    let setting: NameSetting
    /// The date asked for.
    let date: HistoricalDate
    /// Whether no official name has changed since the date, so that today's names hold.
    let isPresent: Bool

    init(of place: Place, policy: NamePolicy, setting: NameSetting) {
        self.place = place
        self.setting = setting
        perspective = policy.perspective
        date = policy.asOf ?? setting.today
        isPresent = policy.asOf.map { Self.isPresent($0, for: place, now: setting.date) } ?? true
    }

    /// Whether no official name of the place began or ended between a date and the date of the data.
    private static func isPresent(
        _ date: HistoricalDate, for place: Place, now: CalendarDay
    ) -> Bool {
        guard let last = date.latest, last < now else { return true }
        return !place.names.contains { name in
            guard name.kind == .official, name.mayDecide, let period = name.period else {
                return false
            }
            let beganSince = period.earliest.map { $0 > last && $0 <= now } ?? false
            let endedSince = period.latest.map { $0 >= date.earliest ?? $0 && $0 < now } ?? false
            return beganSince || endedSince
        }
    }

    // MARK: English

    func sides() -> PlaceLabel {
        isPresent
            ? presentSides()
            : officialThen() ?? perspective.flatMap(english) ?? usual(.usualAsFallback)
    }

    private func presentSides() -> PlaceLabel {
        let rows = (setting.contested[place.id] ?? []).filter { $0.source != "unverified" }
        guard let perspective else {
            return rows.isEmpty ? usual(.usual) : joined(rows.map(\.name), rule: .contested)
        }
        let own = rows.filter {
            $0.perspective == perspective || isUsed($0.native, by: perspective)
        }
        if !own.isEmpty { return joined(own.map(\.name), rule: .contested) }
        return officialThen() ?? english(of: perspective) ?? usual(.usualAsFallback)
    }

    /// Whether a perspective has this name too, in force at the date.
    private func isUsed(_ native: String, by perspective: String) -> Bool {
        place.names.contains {
            $0.perspective == perspective && $0.text == native && $0.mayDecide
                && force(of: $0) != .not
        }
    }

    /// The English name that a perspective uses at the date without having made it official.
    private func english(of perspective: String) -> PlaceLabel? {
        let names = place.names.filter {
            $0.perspective == perspective && $0.mayDecide && $0.language.language == "en"
                && force(of: $0) != .not
        }
        return names.max(by: isWeaker).map {
            PlaceLabel(text: $0.text, languages: [$0.language], rule: .language)
        }
    }

    /// The official names in English letters at the date, one for each perspective that had one.
    ///
    /// Names that were surely in force come alone; those that perhaps were, where none surely was.
    private func officialThen() -> PlaceLabel? {
        let official = place.names.filter {
            $0.kind == .official && $0.mayDecide && $0.language.language == "en"
                && $0.perspective != nil && (perspective == nil || $0.perspective == perspective)
        }
        for relation in [TemporalRelation.certainly, .possibly] {
            let rows = official.filter { force(of: $0) == relation }
            if rows.isEmpty { continue }
            let byPerspective = Dictionary(grouping: rows) { $0.perspective ?? "" }
            let names = byPerspective.keys.sorted().compactMap { key in
                byPerspective[key]?.max(by: isWeaker)?.text
            }
            return joined(names, rule: .officialThen)
        }
        return nil
    }

    func usual(_ rule: PlaceLabel.Rule) -> PlaceLabel {
        PlaceLabel(text: place.usualName, languages: [.english], rule: rule)
    }

    private func joined(_ names: [String], rule: PlaceLabel.Rule) -> PlaceLabel {
        let distinct = Set(names).sorted()
        return PlaceLabel(
            text: distinct.joined(separator: " / "), languages: distinct.map { _ in .english },
            rule: rule)
    }

    // MARK: Languages

    func first(of tags: [LanguageTag]) -> PlaceLabel? {
        for tag in tags {
            guard let name = inUseOnOneSide(in: tag) ?? best(in: tag) else { continue }
            return PlaceLabel(text: name.text, languages: [name.language], rule: .language)
        }
        for tag in tags {
            guard let name = nearest(in: tag) else { continue }
            return PlaceLabel(
                text: name.text, languages: [name.language], rule: .languageOfAnotherTime)
        }
        return nil
    }

    func each(of tags: [LanguageTag]) -> PlaceLabel? {
        let labels = tags.compactMap { first(of: [$0]) }
        guard !labels.isEmpty else { return nil }
        var texts: [String] = []
        for label in labels where !texts.contains(label.text) { texts.append(label.text) }
        return PlaceLabel(
            text: texts.joined(separator: " / "), languages: labels.flatMap(\.languages),
            rule: labels.contains { $0.rule == .languageOfAnotherTime }
                ? .languageOfAnotherTime : .language)
    }

    /// The name in a language that the table of contested places gives as the one in use today.
    ///
    /// It is asked first, for every side alike: which of a side's names is in use does not hang on
    /// whether the authority that set it still governs the place.
    private func inUseOnOneSide(in tag: LanguageTag) -> PlaceName? {
        guard isPresent else { return nil }
        let inUse = (setting.contested[place.id] ?? []).filter {
            $0.source != "unverified" && (perspective == nil || $0.perspective == perspective)
        }
        return names(in: tag).filter { name in inUse.contains { $0.native == name.text } }
            .max(by: isWeaker)
    }

    /// The best name in a language that was, or may have been, in use at the date: surely in force
    /// before undated or doubtful, then by kind, certainty and start.
    private func best(in tag: LanguageTag) -> PlaceName? {
        names(in: tag).filter { force(of: $0) != .not }.max(by: isWeaker)
    }

    /// The name in a language that was in use nearest to the date, where none was in use at it.
    private func nearest(in tag: LanguageTag) -> PlaceName? {
        names(in: tag).min { left, right in
            let (l, r) = (left.period?.gap(to: date) ?? 0, right.period?.gap(to: date) ?? 0)
            return l == r ? isWeaker(right, left) : l < r
        }
    }

    /// The names in a language that may be printed. A historical name is one only while its period
    /// surely holds: it is not what the place is called.
    private func names(in tag: LanguageTag) -> [PlaceName] {
        let names = place.names.filter {
            $0.mayDecide && $0.kind != .code && $0.language.serves(tag)
                && ($0.kind != .historical || force(of: $0) == .certainly)
        }
        let own = perspective.map { key in names.filter { $0.perspective == key } } ?? []
        return own.isEmpty ? names : own
    }

    /// Whether the name was in use at the date; a name without a period perhaps was.
    private func force(of name: PlaceName) -> TemporalRelation {
        name.period?.overlaps(date) ?? .possibly
    }

    /// Orders names from the one least fit to be printed to the fittest; equal ones by their text.
    private func isWeaker(_ left: PlaceName, _ right: PlaceName) -> Bool {
        let (l, r) = (strength(left), strength(right))
        return l == r ? left.text > right.text : l.lexicographicallyPrecedes(r)
    }

    private func strength(_ name: PlaceName) -> [Int] {
        let force =
            switch force(of: name) {
            case .certainly: 2
            case .possibly: 1
            case .not: 0
            }
        let start = name.period?.earliest?.year ?? Int.min
        // A name known to be official or local is fitter than a surely dated form of another kind.
        return [
            force > 0 ? 1 : 0, kindStrength(name.kind), force, name.isUsual ? 1 : 0,
            name.certainty == .high ? 1 : 0, start,
        ]
    }

    private func kindStrength(_ kind: NameKind) -> Int {
        switch kind {
        case .official: 6
        case .local: 5
        case .exonym: 4
        case .transliteration: 3
        case .alternate, .colloquial: 2
        case .historical: 1
        case .code: 0
        }
    }
}
