internal import ArgumentParser
internal import Projections

/// `5-12`, or `7` for one zoom.
struct ZoomsArgument {
    let zooms: ClosedRange<Int>

    init(_ argument: String) throws {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last,
            numbers.count <= 2
        else { throw ValidationError("write FIRST-LAST, such as 5-12") }
        guard first <= last else {
            throw ValidationError("the first zoom stands first: write \(last)-\(first)")
        }
        guard first >= 0, last <= TileID.deepestZoom else {
            throw ValidationError("zooms run from 0 to \(TileID.deepestZoom)")
        }
        zooms = first...last
    }
}

/// An address that tiles are fetched from.
struct URLBaseArgument {
    let text: String

    init(_ argument: String) throws {
        let isAddress = argument.hasPrefix("https://") || argument.hasPrefix("http://")
        let isPlain = argument.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"")
        }
        guard isAddress, isPlain else {
            throw ValidationError("write an address, such as https://example.org/tiles")
        }
        text = argument
    }
}
