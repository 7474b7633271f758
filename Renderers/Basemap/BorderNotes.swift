internal import Boundaries
internal import EDTF

/// What the foot of a map must say about its borders: of what time they are, where that is not the
/// map's, and which are only near the true line.
struct BorderNotes {
    let lines: [BoundaryLine]
    /// The date of the map; nil is the present.
    let date: HistoricalDate?

    /// The sentences, without full stops, in a fixed order.
    var sentences: [String] {
        [
            nearestKnown(.country, "State borders"), nearestKnown(.district, "District lines"),
            undated, approximate,
        ]
        .compactMap(\.self)
    }

    private func nearestKnown(_ kind: BoundaryLine.Kind, _ name: String) -> String? {
        let times = depicted(lines.filter { $0.kind == kind && $0.isNearestKnown })
        guard !times.isEmpty else { return nil }
        let nearest = date.map { "the nearest known to \($0.formatted(in: .english))" }
        return "\(name) as of \(times.joined(separator: ", ")), \(nearest ?? "the latest known")"
    }

    /// Borders of which it is not recorded since when they hold, on a map of an earlier time than
    /// the data; said only when no other note says of what time the borders are.
    private var undated: String? {
        let borders = lines.filter { $0.kind == .country }
        guard let asked = date?.latest, !borders.contains(where: \.isNearestKnown) else {
            return nil
        }
        let earlier = borders.filter { line in
            line.claim.validity == nil && line.claim.depicts?.earliest.map { asked < $0 } ?? false
        }
        guard !earlier.isEmpty else { return nil }
        let times = depicted(earlier).joined(separator: ", ")
        return "State borders as of \(times); since when they hold is not recorded"
    }

    private var approximate: String? {
        let names = lines.filter(\.claim.isApproximate).compactMap { line -> String? in
            switch line.kind {
            case .formerOblast: "the autonomous oblast's outline"
            case .lineOfContact: "the Line of Contact"
            case .country, .district, .coast, .largeRiver, .river, .smallRiver, .seasonalRiver: nil
            }
        }
        return names.isEmpty ? nil : "Approximate: \(names.joined(separator: ", "))"
    }

    /// The times that lines depict, each once, sorted.
    private func depicted(_ lines: [BoundaryLine]) -> [String] {
        Set(lines.compactMap { $0.claim.depicts?.formatted(in: .english) }).sorted()
    }
}
