/// Names of tables and columns in SQL.
enum SQLName {
    /// A name in quotes, as SQL takes any text for one.
    static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    /// A text in quotes.
    static func text(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    /// Names for columns of which SQL holds no two for one: it tells no capitals from small letters of
    /// ASCII. A name that is taken gets `_2`, `_3` and so on; nothing and the letter 0 cannot be named.
    static func unique(_ names: [String], beside taken: [String]) -> [String] {
        var used = Set(taken.map(folded))
        return names.map { name in
            let name = name.isEmpty ? "column" : name.replacing("\0", with: "\u{FFFD}")
            var free = name
            var number = 1
            while !used.insert(folded(free)).inserted {
                number += 1
                free = "\(name)_\(number)"
            }
            return free
        }
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
