/// Why an archive of tiles cannot be read.
public struct TileArchiveFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was seen, without a full stop.
    public let problem: String
    /// The byte at which it stands, counted from 0; nil where the format has no such place.
    public let offset: Int?

    init(_ problem: String, at offset: Int? = nil) {
        self.problem = problem
        self.offset = offset
    }

    /// The problem with its place.
    public var description: String {
        offset.map { "byte \($0): \(problem)" } ?? problem
    }
}
