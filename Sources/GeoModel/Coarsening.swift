/// How closely places may be shown: for those whom a map could harm.
public enum Coarsening: Hashable, Sendable, CustomStringConvertible {
    /// By the district that holds the place, or the least larger unit where no district is known.
    case district
    /// By the cell of a grid, so many kilometres high and about as wide; see `GridCell`.
    case cells(kilometres: Int)

    /// The sizes of cells, in kilometres.
    public static let kilometres = 1...1_000

    /// What a user writes: `district`, or a whole number of kilometres such as `10km`; nil for other
    /// texts.
    public init?(_ text: String) {
        if text == "district" {
            self = .district
            return
        }
        let digits = text.hasSuffix("km") ? text.dropLast(2) : ""
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let size = Int(digits), Self.kilometres.contains(size) else { return nil }
        self = .cells(kilometres: size)
    }

    /// As a user writes it.
    public var description: String {
        switch self {
        case .district: "district"
        case .cells(let kilometres): "\(kilometres)km"
        }
    }
}
