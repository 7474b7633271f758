import GeoModel
import PlaceIndex
import PlacePack

/// Opens a pack of any size and asks it for its own names: so packs of all sizes are told side by side.
struct Growth {
    private let index: NameIndex
    private var chance = Chance(state: 7)

    init(opening pack: String) throws {
        let start = ThreadClock.now
        index = Pack(try PackFile(opening: pack)).index
        let found = index.places(named: "Batumi").count
        let time = (ThreadClock.now - start) * 1e3
        print("open, and one name: \(time.rounded(to: 100)) ms; \(found) found")
        print("\(index.places.endIndex) places, \(index.nameCount) names")
    }

    /// Asks for 20,000 names that places have, spread evenly over the pack, and for some with slips.
    mutating func run() {
        let names = sample(20_000)
        let mixed = names.enumerated().map { [$1, $1.uppercased(), $1.lowercased()][$0 % 3] }
        tell("exact, all at once", [time { index.places(namedEach: mixed).count }], mixed.count)
        tell(
            "exact, one by one",
            [time { mixed.reduce(0) { $0 + index.places(named: $1).count } }], mixed.count)
        let slipped = names.filter { (6...24).contains($0.count) }.prefix(2_000).map {
            slips(in: $0)
        }
        tell(
            "fuzzy, top 5 within two slips",
            slipped.map { text in time { index.fuzzy(text, allowance: 2, limit: 5).count } },
            slipped.count)
        let starts = names.prefix(2_000).map { String($0.prefix(3)) }
        tell(
            "prefix, top 10",
            starts.map { text in time { index.starting(with: text, limit: 10).count } },
            starts.count)
        let positions = (0..<100_000).map { _ in
            Coordinate(
                longitude: Double(chance.below(3_600_000)) / 1e4 - 180,
                latitude: Double(chance.below(1_800_000)) / 1e4 - 90)
        }
        tell(
            "nearest, all at once", [time { index.nearest(toEach: positions).count }],
            positions.count)
        print("memory of our own: \(Report.ownMemory) MiB")
    }

    private mutating func sample(_ count: Int) -> [String] {
        let end = index.places.endIndex
        return (0..<count).compactMap { number in
            index.place(at: number * (end / count))
        }.map { place in
            place.names.isEmpty ? place.label : place.names[chance.below(place.names.count)].text
        }
    }

    /// A text with one slip or two: a letter left out, doubled, swapped with the next or another.
    private mutating func slips(in text: String) -> String {
        var letters = Array(text)
        for _ in 0...chance.below(2) {
            let at = chance.below(letters.count - 1)
            switch chance.below(4) {
            case 0: letters.remove(at: at)
            case 1: letters.insert(letters[at], at: at)
            case 2: letters.swapAt(at, at + 1)
            default: letters[at] = letters[chance.below(letters.count)]
            }
        }
        return String(letters)
    }

    private func time(_ work: () -> Int) -> Double {
        let start = ThreadClock.now
        let count = work()
        let seconds = ThreadClock.now - start
        precondition(count >= 0, "the answers are looked at")
        return seconds
    }

    private func tell(_ work: String, _ times: [Double], _ count: Int) {
        let sorted = times.sorted()
        let perSecond = Int(Double(count) / sorted.reduce(0, +))
        var text = "\(work): \(perSecond) a second"
        if sorted.count > 1 {
            let (middle, last) = (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
            text += ", p50 \((middle * 1e6).rounded(to: 10)) us"
            text += ", p99 \((last * 1e6).rounded(to: 10)) us"
        }
        print(text)
    }
}

extension Double {
    fileprivate func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}

/// Numbers by Knuth's MMIX generator.
private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
