internal import GeoModel
internal import Raster

/// How one category of events looks: a hue and a shape, so that either alone tells it apart.
struct CategoryLook: Hashable, Sendable {
    /// The category as the table has it; nil for all beyond seven.
    var name: String?
    var shape: MarkShape
    var color: Color
}

/// Which category looks how: at most seven, the rest share one look.
struct CategoryKey: Hashable, Sendable {
    /// In the order of the legend: by hue.
    private(set) var looks: [CategoryLook]
    /// The categories that share the look of "other", sorted.
    private(set) var others: [String]
    private let other: CategoryLook

    /// Words whose hue and shape never change from map to map.
    ///
    /// All are plain acts; the order says nothing but which hue of the theme is taken.
    private static let settled: [(name: String, shape: MarkShape)] = [
        ("attack", .circle), ("shelling", .diamond), ("fighting", .triangle),
        ("displacement", .invertedTriangle), ("protest", .hexagon), ("politics", .square),
        ("visit", .star),
    ]

    /// Gives looks to the categories of features: the seven with most events, ties by name.
    init(_ features: [Feature], theme: Theme) {
        other = CategoryLook(name: nil, shape: .circle, color: theme.otherCategory)
        let kept = Self.commonest(features, limit: theme.categories.count)
        others = Set(features.map(\.category)).subtracting(kept).sorted()
        var free = Array(Self.settled.indices)
        var slots: [(slot: Int, name: String)] = []
        for name in kept {
            guard let slot = Self.settled.firstIndex(where: { $0.name == name }) else { continue }
            slots.append((slot, name))
            free.removeAll { $0 == slot }
        }
        // Newcomers take the slots that are left, in the order of their names.
        for name in kept where !Self.settled.contains(where: { $0.name == name }) {
            slots.append((free.removeFirst(), name))
        }
        looks = slots.sorted { $0.slot < $1.slot }.map { slot, name in
            CategoryLook(
                name: name, shape: Self.settled[slot].shape, color: theme.categories[slot])
        }
    }

    /// The look of a category.
    func look(of category: String) -> CategoryLook {
        looks.first { $0.name == category } ?? other
    }

    /// The shared look, when it is needed.
    var otherLook: CategoryLook? { others.isEmpty ? nil : other }

    private static func commonest(_ features: [Feature], limit: Int) -> [String] {
        var counts: [String: Int] = [:]
        for feature in features { counts[feature.category, default: 0] += 1 }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ordered.prefix(limit).map(\.key).sorted()
    }
}
