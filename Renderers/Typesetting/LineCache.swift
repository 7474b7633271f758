/// The lines shaped last, so that a label measured, placed and drawn is shaped once.
///
/// Two halves: what is asked for moves into the young one, and when that is full the old one is
/// dropped. So at most `capacity` lines are held, and those in use stay.
struct LineCache {
    struct Key: Hashable {
        let text: String
        let style: TextStyle
        let direction: ParagraphDirection
    }

    private let capacity: Int
    private var young: [Key: TextLine] = [:]
    private var old: [Key: TextLine] = [:]

    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func line(for key: Key) -> TextLine? {
        if let line = young[key], line.isSpelled(as: key.text) { return line }
        guard let line = old[key], line.isSpelled(as: key.text) else { return nil }
        insert(line, for: key)
        return line
    }

    mutating func insert(_ line: TextLine, for key: Key) {
        if young.count >= max(1, capacity / 2) {
            old = young
            young.removeAll(keepingCapacity: true)
        }
        young[key] = line
    }

    /// The lines held.
    var count: Int { young.count + old.count }
}

extension TextLine {
    /// Strings are equal when canonically equivalent: `é` in one scalar equals `é` in two. A line
    /// must be that of the very scalars asked for, or the result would depend on who asked first.
    fileprivate func isSpelled(as text: String) -> Bool {
        self.text.utf8.elementsEqual(text.utf8)
    }
}
