import Gzip

/// Any bytes as gzip: an error, or bounded bytes that are the same from pieces of any size.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let packed = Array(UnsafeBufferPointer(start: bytes, count: count))
    let whole = unpacked(packed, 4096)
    let pieces = unpacked(packed, 1 + count % 7)
    precondition((whole == nil) == (pieces == nil) && whole == pieces, "pieces make a difference")
    return 0
}

func unpacked(_ packed: [UInt8], _ size: Int) -> [UInt8]? {
    var limits = InflationLimits()
    limits.bytes = 1 << 20
    guard var inflater = try? Inflater(limits: limits) else { return nil }
    var rest = packed[...]
    var all: [UInt8] = []
    while true {
        let bytes = try? inflater.next {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        guard let bytes else { return nil }
        if bytes.isEmpty { return all }
        precondition(bytes.count <= 1 << 16, "a piece is bounded")
        all += bytes
        precondition(all.count <= 1 << 20, "the whole is bounded")
    }
}
