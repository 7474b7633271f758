#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Reading and cutting at a place.
extension SystemFile {
    /// The size in bytes.
    package borrowing func size() throws(Failure) -> Int {
        var status = stat()
        // SAFETY: `status` is ours and lives through the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last() }
        return Int(status.st_size)
    }

    /// The bytes from a place on, at most `count`, fewer at the end of the file alone.
    package borrowing func bytes(at offset: Int, count: Int) throws(Failure) -> [UInt8] {
        precondition(offset >= 0 && count >= 0, "a place in the file")
        var failed = false
        // SAFETY: the system writes inside a buffer whose rest it is told, and only what it wrote is
        // taken for initialized.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = unsafe pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
                    off_t(offset + filled))
                if read > 0 {
                    filled += read
                } else if read == 0 {
                    return
                } else if errno != EINTR {
                    failed = true
                    return
                }
            }
        }
        guard !failed else { throw .last() }
        return bytes
    }

    /// Cuts off what stands behind so many bytes.
    package borrowing func truncate(to count: Int) throws(Failure) {
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw .last() }
    }

    /// Keeps other processes from locking the file while this one has it open; false when one does.
    package borrowing func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}
