internal import NameFolding
internal import Places

extension GenericSense {
    /// How well a kind of place agrees with the word: 0 for what it says, less for what it may say, nil
    /// for what it does not.
    func agreement(with kind: PlaceKind) -> Double? {
        switch (self, kind) {
        case (.town, .city), (.town, .town), (.village, .village), (.village, .settlement),
            (.district, .district), (.region, .province), (.region, .region), (.road, .road),
            (.site, .site), (.water, .water):
            0
        case (.town, .settlement), (.town, .village), (.village, .town), (.district, .historical),
            (.region, .historical), (.region, .district):
            -0.02
        case (.district, .province), (.region, .country), (.village, .city): -0.04
        default: nil
        }
    }
}
