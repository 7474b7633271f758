import GeoJSON

extension JSONValue {
    /// The string, or nil for other values.
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The integer, or nil for other values.
    var integer: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// Any number, or nil for other values.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// The elements; none for other values.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The keys of an object, in order; none for other values.
    var keys: [String] {
        if case .object(let members) = self { members.map(\.key) } else { [] }
    }
}
