internal import Boundaries
internal import EDTF

/// Finds what the foot of a map must say about its borders: of what time they are, where that is not
/// the map's, and which are only near the true line.
struct BorderNotes {
    let lines: [BoundaryLine]
    /// The date of the map; nil is the present.
    let date: HistoricalDate?

    /// The notes, in a fixed order.
    var all: [BorderNote] {
        [
            nearestKnown(.country, .states), nearestKnown(.district, .districts), undated,
            approximate,
        ]
        .compactMap(\.self)
    }

    private func nearestKnown(
        _ kind: BoundaryLine.Kind, _ borders: BorderNote.Borders
    ) -> BorderNote? {
        let times = depicted(lines.filter { $0.kind == kind && $0.isNearestKnown })
        return times.isEmpty ? nil : .nearestKnown(borders, times: times, asked: date)
    }

    /// Borders of which it is not recorded since when they hold, on a map of an earlier time than
    /// the data; said only when no other note says of what time the borders are.
    private var undated: BorderNote? {
        let borders = lines.filter { $0.kind == .country }
        guard let asked = date?.latest, !borders.contains(where: \.isNearestKnown) else {
            return nil
        }
        let earlier = borders.filter { line in
            line.claim.validity == nil && line.claim.depicts?.earliest.map { asked < $0 } ?? false
        }
        return earlier.isEmpty ? nil : .undated(times: depicted(earlier))
    }

    private var approximate: BorderNote? {
        let kinds = lines.filter(\.claim.isApproximate).compactMap { line -> BasemapLine.Kind? in
            switch line.kind {
            case .formerOblast: .formerOblast
            case .lineOfContact: .lineOfContact
            case .country, .district, .coast, .largeRiver, .river, .smallRiver, .seasonalRiver: nil
            }
        }
        return kinds.isEmpty ? nil : .approximate(kinds)
    }

    /// The times that lines depict, each once, sorted.
    private func depicted(_ lines: [BoundaryLine]) -> [HistoricalDate] {
        Set(lines.compactMap(\.claim.depicts)).sorted { $0.description < $1.description }
    }
}
