/// A digest that tells any two outputs apart, for goldens that are too large to keep.
///
/// Source: FNV-1a, 64 bits, by G. Fowler, L. C. Noll and K.-P. Vo (RFC 9923).
public func digest(of bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
