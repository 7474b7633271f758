internal import Synchronization

/// Keeps values that were made lately, by number. Bounded: each stands in the slot of its number's
/// remainder and gives way to the next that comes there.
final class RecentValues<Value: Sendable>: Sendable {
    private let slots = Mutex<[(number: Int, value: Value)?]>([])
    private let most: Int

    /// Keeps so many at most; room is made for them when the first comes.
    init(most: Int) {
        self.most = most
    }

    /// The value of a number: that which is kept, or else one that is made now.
    func value(_ number: Int, _ make: () -> Value) -> Value {
        let slot = number % most
        let kept = slots.withLock { slots -> Value? in
            guard !slots.isEmpty, let kept = slots[slot], kept.number == number else { return nil }
            return kept.value
        }
        if let kept { return kept }
        let value = make()
        slots.withLock { slots in
            if slots.isEmpty { slots = Array(repeating: nil, count: most) }
            slots[slot] = (number, value)
        }
        return value
    }
}
