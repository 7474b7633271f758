internal import Diagnostics
internal import PlaceExpressions
internal import TabularText

/// Remembers which cells of the column `place` name one place and no more, so that beside coordinates
/// they are labels.
///
/// Hashing strings by their canonical form cost a tenth of an export, so the bytes of a cell are looked
/// up as they are.
struct PlaceNameMemory {
    private struct Slot {
        var known = ByteRange.empty
        var isName = false
    }

    private var slots = [Slot](repeating: Slot(), count: Self.size)
    private var known: [UInt8] = []
    private static let size = 1024
    /// The bytes that are kept: long cells must not fill the memory.
    private static let capacity = 1 << 16

    mutating func isName(_ bytes: Span<UInt8>, _ cell: ByteRange) -> Bool {
        guard !cell.hasDoubledQuotes else { return false }
        let slot = Int(truncatingIfNeeded: ByteText.hash(bytes, cell.range)) & (Self.size - 1)
        let held = slots[slot].known
        if held.count == cell.count,
            ByteText.matches(bytes, cell.range, known.span, Int(held.start))
        {
            return slots[slot].isName
        }
        let isName = Self.isName(ByteText.string(bytes, cell.range))
        remember(bytes, cell, isName, in: slot)
        return isName
    }

    private mutating func remember(
        _ bytes: Span<UInt8>, _ cell: ByteRange, _ isName: Bool, in slot: Int
    ) {
        guard cell.count <= 256 else { return }
        if known.count + cell.count > Self.capacity { self = PlaceNameMemory() }
        let start = known.count
        for offset in cell.range { known.append(bytes[offset]) }
        slots[slot] = Slot(known: ByteRange(start..<known.count), isName: isName)
    }

    private static func isName(_ text: String) -> Bool {
        guard let places = try? EventPlace.list(parsing: text), places.count == 1,
            case .at(let name) = places[0]
        else { return false }
        return name.description == text
    }
}
