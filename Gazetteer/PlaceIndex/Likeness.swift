internal import NameFolding

/// Measures how like others are to one fold: what is measured first is kept for the next.
struct Likeness {
    private let fold: [UInt8]
    private var meter: SlipMeter?

    /// More slips are counted as these.
    private static let most = 9

    init(to fold: [UInt8]) {
        self.fold = fold
    }

    /// How many slips another fold is away, `most` for as many or more.
    mutating func slips(to other: [UInt8]) -> Int {
        if meter == nil {
            let letters = UTF8Letters.letters(of: fold)
            guard (1...SlipMeter.mostLetters).contains(letters.count) else {
                return EditDistance.alignment(fold, other, limit: Self.most - 1) ?? Self.most
            }
            meter = SlipMeter(letters)
        }
        return min(Self.most, meter?.slips(to: other, count: other.count) ?? Self.most)
    }
}
