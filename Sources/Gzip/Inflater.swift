internal import CZlib

/// Bounds on what is unpacked, so that a small file cannot fill a machine.
public struct InflationLimits: Hashable, Sendable {
    /// How many times the bytes may grow, once there are more than `freeBytes` of them.
    ///
    /// Tables grow 5 to 50 times; the format allows 1032.
    public var growth = 300
    /// How many bytes are unpacked before their growth matters.
    public var freeBytes = 16 << 20
    /// The most bytes that are unpacked.
    public var bytes = 256 << 30

    /// The defaults.
    public init() {}
}

/// Unpacks gzip (RFC 1952), a piece at a time, in bounded memory. Several members are one text.
@safe public struct Inflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>
    private let limits: InflationLimits
    private var packed: [UInt8] = []
    private var offset = 0
    private var packedCount = 0
    private var unpackedCount = 0
    private var isInMember = true
    private static let pieceSize = 1 << 16

    /// Whether bytes begin as gzip does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// Makes an inflater at the start of packed bytes.
    ///
    /// - Throws: `GzipError.libraryFailed`.
    public init(limits: InflationLimits = InflationLimits()) throws(GzipError) {
        self.limits = limits
        // SAFETY: ours until deinit; zlib keeps the address, so it must not move.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 16 more than the greatest window asks for gzip and its checksum.
        let status = unsafe inflateInit2_(
            stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            unsafe stream.deallocate()
            throw .libraryFailed
        }
    }

    deinit {
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The next unpacked bytes, at most 64 KiB; empty at the end.
    ///
    /// - Parameter more: Gives further packed bytes; empty at the end.
    /// - Throws: `GzipError`.
    /// - Returns: The bytes.
    public mutating func next(more: () -> [UInt8]) throws(GzipError) -> [UInt8] {
        while true {
            if offset == packed.count {
                packed = more()
                offset = 0
                packedCount += packed.count
                guard !packed.isEmpty else {
                    guard !isInMember else { throw .cutShort(after: unpackedCount) }
                    return []
                }
            }
            if !isInMember, try !startsMember() { continue }
            let bytes = try inflateOnce()
            unpackedCount += bytes.count
            guard unpackedCount <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
            if unpackedCount > limits.freeBytes, unpackedCount / limits.growth > packedCount {
                throw .growsTooMuch(limit: limits.growth)
            }
            if !bytes.isEmpty { return bytes }
        }
    }

    /// Whether another member follows; zeros that pad a file are passed over.
    private mutating func startsMember() throws(GzipError) -> Bool {
        while offset < packed.count, packed[offset] == 0 { offset += 1 }
        guard offset < packed.count else { return false }
        guard packed[offset] == 0x1F else { throw .trailingBytes }
        _ = unsafe inflateReset(stream)
        isInMember = true
        return true
    }

    private mutating func inflateOnce() throws(GzipError) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: Self.pieceSize)
        let (stream, start) = (unsafe stream, offset)
        var status = Z_OK
        let (left, room) = unsafe packed.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                // SAFETY: both buffers live through the call and zlib stays inside the counts.
                unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + start }
                unsafe stream.pointee.avail_in = UInt32(input.count - start)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(output.count)
                status = unsafe inflate(stream, Z_NO_FLUSH)
                return unsafe (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
            }
        }
        offset = packed.count - left
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isInMember = false
        case Z_MEM_ERROR: throw .libraryFailed
        default: throw .damaged(after: unpackedCount)
        }
        return Array(output.prefix(Self.pieceSize - room))
    }
}
