internal import Diagnostics
internal import TabularText

/// The text between the values of an object, learned from one row to cut the next by.
///
/// Programs write the features of a collection alike to the letter: comparing what stands between
/// their values, eight bytes at a time, took half off the cutting of a million features. What does not
/// match to the last byte is walked over token by token (`JSONCutter`), with the same result.
struct JSONShape {
    /// What a value is.
    enum Target {
        case column(Int)
        /// The `id` of a feature.
        case ownID
        /// The numbers of a point.
        case longitude
        case latitude
        case height
    }

    /// A value of a row that was walked over.
    struct Token {
        var range: Range<Int>
        var target: Target
    }

    /// What does not stand in a column yet.
    struct Loose {
        var ownID = ByteRange.empty
        var longitude = ByteRange.empty
        var latitude = ByteRange.empty
    }

    private var literals: [UInt8] = []
    /// Each value with what stands before it.
    private var values: [(literal: Range<Int>, target: Target)] = []
    private var tail = 0..<0

    /// Whether nothing was learned.
    var isEmpty: Bool { tail.isEmpty }

    /// Learns from a row.
    mutating func learn(_ bytes: Span<UInt8>, _ row: Range<Int>, _ tokens: [Token]) {
        literals.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        var start = row.lowerBound
        for token in tokens {
            values.append((append(bytes, start..<token.range.lowerBound), token.target))
            start = token.range.upperBound
        }
        tail = append(bytes, start..<row.upperBound)
    }

    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        let start = literals.count
        for offset in range { literals.append(bytes[offset]) }
        return start..<literals.count
    }

    /// Cuts the row at an offset and says where it ends; nil when it is shaped otherwise, or when the
    /// bytes end before it does.
    func cut(
        _ bytes: Span<UInt8>, from start: Int, into cells: inout MutableSpan<ByteRange>,
        _ loose: inout Loose
    ) -> Int? {
        let literals = literals.span
        var walk = JSONWalk(offset: start)
        for index in values.indices {
            guard walk.pass(literals, values[index].literal, bytes), walk.offset < bytes.count
            else { return nil }
            switch values[index].target {
            case .column(let column):
                guard let cell = walk.scalar(bytes) else { return nil }
                cells[column] = cell
            case .ownID:
                guard let cell = walk.scalar(bytes), !cell.isEmpty else { return nil }
                loose.ownID = cell
            case .longitude:
                guard let cell = walk.number(bytes) else { return nil }
                loose.longitude = cell
            case .latitude:
                guard let cell = walk.number(bytes) else { return nil }
                loose.latitude = cell
            case .height:
                guard walk.number(bytes) != nil else { return nil }
            }
        }
        guard walk.pass(literals, tail, bytes) else { return nil }
        return walk.offset
    }
}

extension JSONWalk {
    /// Passes bytes that are the same as others.
    @inline(__always)
    fileprivate mutating func pass(
        _ literals: Span<UInt8>, _ range: Range<Int>, _ bytes: Span<UInt8>
    ) -> Bool {
        guard offset + range.count <= bytes.count,
            ByteText.matches(literals, range, bytes, offset)
        else { return false }
        offset += range.count
        return true
    }
}
