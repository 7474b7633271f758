internal import Diagnostics

/// A name that no column of an export has.
public struct UnknownField: Error, Hashable, Sendable {
    /// The name.
    public let name: String
    /// The names that there are.
    public let known: [String]
    /// The column that was meant, as far as one can guess.
    public let suggestion: String?

    /// Says that a name is none of those known.
    package init(_ name: String, among known: [String]) {
        self.name = name
        self.known = known
        suggestion = Spelling.nearest(to: name, among: known)
    }

    /// Where some names stand among others, each once, in the order in which they are given.
    package static func places(
        of names: [String], among known: [String]
    ) throws(UnknownField) -> [Int] {
        var places: [String: Int] = [:]
        for (index, name) in known.enumerated() { places[name] = index }
        var found: [Int] = []
        for name in names {
            guard let place = places.removeValue(forKey: name) else {
                guard known.contains(name) else { throw UnknownField(name, among: known) }
                continue
            }
            found.append(place)
        }
        return found
    }
}
