package import EDTF
internal import NameFolding
internal import PlaceIndex
internal import Places

extension PlaceResolver {
    /// The first days of the spans within which a name means the same on every single day, in order.
    ///
    /// What a name means depends on its date by the periods of the names and places that it fits, and
    /// by nothing else: whoever has many days to ask of asks once for each span.
    ///
    /// - Complexity: that of `resolve`.
    package func turningDays(of query: PlaceQuery) -> [CalendarDay] {
        let spellings = ([query.name] + (query.split.map { [$0.bareName] } ?? [])).filter {
            !$0.isEmpty
        }
        var matches = spellings.flatMap { spelling in
            let words = WrittenWords(spelling)
            return words.fitting(index.attested(spelling))
        }
        if matches.isEmpty { matches = spellings.flatMap { index.fuzzy($0) } }
        var days: Set<CalendarDay> = []
        for match in matches {
            let periods = [index.name(of: match).period, index.places[match.placeIndex].period]
            for period in periods.compactMap(\.self) { days.formUnion(period.turningDays) }
        }
        return days.sorted()
    }
}
