/// The lines shaped last, so that a label measured, placed and drawn is shaped once.
struct LineCache {
    struct Key: Hashable {
        let text: String
        let style: TextStyle
        let direction: ParagraphDirection
    }

    private var lines: RecentCache<Key, TextLine>

    init(capacity: Int) {
        lines = RecentCache(capacity: capacity)
    }

    mutating func line(for key: Key) -> TextLine? {
        guard let line = lines.value(for: key), line.isSpelled(as: key.text) else { return nil }
        return line
    }

    mutating func insert(_ line: TextLine, for key: Key) {
        lines.insert(line, for: key)
    }

    /// The lines held.
    var count: Int { lines.cost }
}

extension TextLine {
    /// Strings are equal when canonically equivalent: `é` in one scalar equals `é` in two. A line
    /// must be that of the very scalars asked for, or the result would depend on who asked first.
    fileprivate func isSpelled(as text: String) -> Bool {
        self.text.utf8.elementsEqual(text.utf8)
    }
}
