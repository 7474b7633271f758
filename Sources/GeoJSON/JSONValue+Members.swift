extension JSONValue {
    /// A member with where it stands; nil for other values, and where it is null.
    package func member(_ key: String) -> JSONMember? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key && $0.value != .null }
    }

    /// The text of a string or number that is not empty.
    package func text(_ keys: String...) -> String? {
        for key in keys {
            switch member(key)?.value {
            case .string(let text) where !text.isEmpty: return text
            case .integer(let number): return "\(number)"
            default: continue
            }
        }
        return nil
    }

    /// The elements of an array; a lone object counts as one.
    package func list(_ key: String) -> [JSONValue] {
        switch member(key)?.value {
        case .array(let values): values
        case .some(let value): [value]
        case nil: []
        }
    }

    /// A number.
    package var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
