/// What a text must not say: the names of places that are not to be told, and positions.
struct TellingText {
    private var names: Set<String> = []

    /// Adds the names of a place.
    mutating func add(names more: [String]) {
        for name in more where name.count >= Self.leastName { names.insert(name.lowercased()) }
    }

    /// Adds the words of a place as the table writes it, up to the first comma: what follows are the
    /// larger places that hold it. Words that begin with a small letter are no names, and what stands
    /// in the names that may be told is told already.
    mutating func add(written text: String, but known: [String] = []) {
        let head = text.prefix { $0 != "," }
        let words = head.split { !$0.isLetter && $0 != "'" && $0 != "’" }
        let names = [head] + words.filter { $0.first?.isLowercase == false }
        let told = known.map { $0.lowercased() }
        add(
            names: names.map(String.init).filter { name in
                let name = name.lowercased()
                return !told.contains { $0.contains(name) }
            })
    }

    /// Shorter words are parts of too many others.
    private static let leastName = 3

    /// Whether a text holds one of the names, or a position.
    func isTold(by text: String) -> Bool {
        guard !text.isEmpty else { return false }
        let lowercased = text.lowercased()
        return names.contains { lowercased.contains($0) } || Self.holdsPosition(text)
    }

    /// Whether a text holds degrees: a degree sign, or a number with three decimals or more.
    static func holdsPosition(_ text: String) -> Bool {
        if text.contains("°") { return true }
        var (whole, decimals, isAfterPoint) = (0, 0, false)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                if isAfterPoint { decimals += 1 } else { whole += 1 }
                if decimals >= 3, (1...3).contains(whole) { return true }
            case UInt8(ascii: "."), UInt8(ascii: ","):
                (whole, decimals) = (isAfterPoint ? decimals : whole, 0)
                isAfterPoint = whole > 0
            default: (whole, decimals, isAfterPoint) = (0, 0, false)
            }
        }
        return false
    }
}
