/// A heap: gives the least of its elements first.
struct LeastFirst<Element: Comparable> {
    private var elements: [Element] = []

    /// Starts with none, and room for so many.
    init(capacity: Int) {
        elements.reserveCapacity(capacity)
    }

    /// The least element.
    var first: Element? { elements.first }

    /// Adds an element.
    ///
    /// - Complexity: O(log *n*).
    mutating func add(_ element: Element) {
        elements.append(element)
        var child = elements.count - 1
        while child > 0, elements[child] < elements[(child - 1) / 2] {
            elements.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the least element out.
    ///
    /// - Complexity: O(log *n*).
    mutating func popFirst() -> Element? {
        guard let top = elements.first, let last = elements.popLast() else { return nil }
        guard !elements.isEmpty else { return top }
        elements[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in (2 * parent + 1)...(2 * parent + 2)
            where child < elements.count && elements[child] < elements[least] {
                least = child
            }
            if least == parent { return top }
            elements.swapAt(parent, least)
            parent = least
        }
    }
}
