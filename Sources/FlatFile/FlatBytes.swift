#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Bytes that stay where they are and as they are: a mapped file, a constant of the program, or a copy.
///
/// A mapped file costs no memory of our own: its pages are the system's, shared by all who read it. It
/// has to stay as it is while it is mapped; whoever replaces it gives a new file the name.
@safe public final class FlatBytes: @unchecked Sendable {
    // SAFETY: nothing writes to the bytes after `init`, so any thread may read them.
    @usableFromInline let start: UnsafeRawPointer
    /// How many bytes there are.
    public let count: Int
    private let ending: Ending

    /// What has to be done once nobody reads the bytes any more.
    private enum Ending {
        case nothing
        case unmap
        case deallocate
    }

    private init(_ start: UnsafeRawPointer, count: Int, ending: Ending) {
        unsafe self.start = start
        self.count = count
        self.ending = ending
    }

    deinit {
        switch ending {
        case .nothing: break
        case .unmap:
            // SAFETY: the very bytes that mmap gave; nobody has a reference to their owner.
            _ = unsafe munmap(UnsafeMutableRawPointer(mutating: start), count)
        case .deallocate: unsafe start.deallocate()
        }
    }

    /// Takes bytes that live and stay unchanged as long as the program, such as linked data.
    @unsafe public convenience init(constant: UnsafeRawBufferPointer) {
        guard let start = constant.baseAddress else {
            self.init([])
            return
        }
        unsafe self.init(start, count: constant.count, ending: .nothing)
    }

    /// Copies bytes.
    public convenience init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        unsafe copy.initializeMemory(as: UInt8.self, from: bytes, count: bytes.count)
        unsafe self.init(UnsafeRawPointer(copy), count: bytes.count, ending: .deallocate)
    }

    /// Maps a file.
    ///
    /// - Throws: `FlatFileError.unreadable` in the system's words.
    /// - Complexity: O(1): a page is read when it is first looked at.
    public convenience init(mapping name: String) throws(FlatFileError) {
        // SAFETY: the C string lives through the call.
        let file = unsafe open(name, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Self.lastFailure() }
        defer { close(file) }
        var status = stat()
        // SAFETY: `status` is ours and lives through the call.
        guard unsafe fstat(file, &status) == 0 else { throw Self.lastFailure() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable("this is no regular file")
        }
        try self.init(mapping: Int(status.st_size), of: file)
    }

    /// Puts bytes on the disk, in a file that has no name and is gone with these, and maps them: they then
    /// take no memory of our own.
    ///
    /// - Throws: `FlatFileError.unreadable` in the system's words, where the folder cannot take them.
    convenience init(spooling bytes: [UInt8], in folder: String) throws(FlatFileError) {
        var name = Array("\(folder)/.sections-XXXXXX".utf8CString)
        // SAFETY: a C string that mkstemp changes in place; the array lives through both calls.
        let file = unsafe name.withUnsafeMutableBufferPointer { name -> Int32 in
            guard let start = name.baseAddress else { return -1 }
            let file = unsafe mkstemp(start)
            if file >= 0 { unsafe unlink(start) }
            return file
        }
        guard file >= 0 else { throw Self.lastFailure() }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            // SAFETY: the bytes that are left of the array, which lives through the call.
            let count = unsafe bytes.withUnsafeBytes { all in
                unsafe write(file, all.baseAddress.map { unsafe $0 + done }, all.count - done)
            }
            guard count > 0 || errno == EINTR else { throw Self.lastFailure() }
            done += max(0, count)
        }
        try self.init(mapping: bytes.count, of: file)
    }

    /// Maps the bytes of an open file, which may be closed then.
    private convenience init(mapping count: Int, of file: Int32) throws(FlatFileError) {
        guard count > 0 else {
            self.init([])
            return
        }
        // SAFETY: a new mapping at an address of the system's choice, for reading alone.
        let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
        guard let start = unsafe start, unsafe start != MAP_FAILED else {
            throw Self.lastFailure()
        }
        unsafe self.init(UnsafeRawPointer(start), count: count, ending: .unmap)
    }

    private static func lastFailure() -> FlatFileError {
        // SAFETY: a string of the C library that stays until the next call; it is copied at once.
        .unreadable(unsafe String(cString: strerror(errno)).lowercased())
    }
}
