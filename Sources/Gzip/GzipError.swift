/// Why bytes cannot be unpacked.
@nonexhaustive
public enum GzipError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are no gzip, or damaged, after so many unpacked bytes.
    case damaged(after: Int)
    /// The packed bytes end too early, after so many unpacked bytes.
    case cutShort(after: Int)
    /// Something follows the packed bytes that is not packed.
    case trailingBytes
    /// The bytes grow more than `limit` times when they are unpacked.
    case growsTooMuch(limit: Int)
    /// More than `limit` unpacked bytes.
    case tooLarge(limit: Int)
    /// The library has no memory or is of another version.
    case libraryFailed

    /// What was seen, without a full stop.
    public var description: String {
        switch self {
        case .damaged(let count): "the packed bytes are damaged, after \(count) unpacked ones"
        case .cutShort(let count): "the packed bytes are cut short, after \(count) unpacked ones"
        case .trailingBytes: "something that is not packed stands after the packed bytes"
        case .growsTooMuch(let limit): "the packed bytes grow more than \(limit) times"
        case .tooLarge(let limit): "the packed bytes hold more than \(limit >> 30) GiB"
        case .libraryFailed: "zlib cannot be used"
        }
    }
}
