import Diagnostics
import FeatureFormats
import FlatGeobuf
import GeoModel
import TabularText

/// Any bytes as a FlatGeobuf file. Laws: a fault with words, or features that hold no more positions than the
/// file has room for; pieces of any size make no difference; and what is read of it as lines is no more lines
/// than features.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = features(MemoryInput(bytes), mostPositions: bytes.count / 16)
    let pieces = features(
        Pieces(bytes, 1 + (bytes.last.map { Int($0) % 13 } ?? 0)), mostPositions: bytes.count)
    // As text: a position may be no number, which is not equal to itself.
    precondition("\(whole)" == "\(pieces)", "pieces make a difference")
    if let lines = try? FlatGeobufLines(MemoryInput(bytes), file: "fuzz.fgb") {
        var written = 0
        while let piece = try? lines.next(), !piece.isEmpty {
            written += piece.count { $0 == 0x0A }
        }
        precondition(written <= whole.count, "a line of no feature")
    }
    return 0
}

private func features(_ input: any ByteInput, mostPositions: Int) -> [FlatGeobufFeature] {
    var features: [FlatGeobufFeature] = []
    do {
        var reader = try FlatGeobufReader(input, file: "fuzz.fgb")
        while let feature = try reader.next() {
            let positions = feature.geometry?.positions.count ?? 0
            precondition(positions <= mostPositions, "more positions than bytes")
            features.append(feature)
        }
    } catch {
        precondition(!error.diagnostic.problem.isEmpty && error.diagnostic.remedy != nil)
    }
    return features
}
