#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that the system has opened for us; closed with its owner.
package struct SystemFile: ~Copyable {
    /// What the system said when a call failed, in words.
    package struct Failure: Error, Hashable, Sendable {
        /// The words.
        package let reason: String
        /// What a user can do something about.
        package let cause: Cause

        /// Why a call failed, as far as the remedy differs.
        package enum Cause: Sendable {
            /// Nobody reads the other end of a pipe any more.
            case brokenPipe
            /// There is no more room on the disk.
            case diskFull
            /// A file may not be so large, by a limit of the process or of the kind of disk.
            case sizeLimit
            case other
        }

        /// A folder stands where a file was wanted.
        package static let folder = Failure(words: "this is a folder")

        /// A failure that the system did not see.
        package init(words: String) {
            (reason, cause) = (words, .other)
        }

        /// The words for the last failed call of this thread.
        static func last() -> Failure { Failure(number: errno) }

        /// The words for a number of the system, as `errno` gives it.
        package init(number: Int32) {
            // SAFETY: strerror gives a string of the C library that stays until the next call; it is
            // copied at once.
            reason = unsafe String(cString: strerror(number)).lowercased()
            cause =
                switch number {
                case EPIPE: .brokenPipe
                case ENOSPC, EDQUOT: .diskFull
                case EFBIG: .sizeLimit
                default: .other
                }
        }
    }

    /// Has a write beyond the limit on file sizes fail with `sizeLimit`, where the signal would end the process
    /// at once and leave half a file behind.
    package static func tellSizeLimits() {
        _ = signal(SIGXFSZ, SIG_IGN)
    }

    /// How many processors there are to work with, at most 16.
    package static var processorCount: Int { max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// What stands under a name.
    package enum Kind: Sendable {
        case file
        case folder
        /// A pipe or a device.
        case other
    }

    let descriptor: Int32
    private let isOwned: Bool

    private init(descriptor: Int32, isOwned: Bool) {
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Standard input.
    package static var standardInput: SystemFile { SystemFile(descriptor: 0, isOwned: false) }
    /// Standard output.
    package static var standardOutput: SystemFile { SystemFile(descriptor: 1, isOwned: false) }
    /// Standard error.
    package static var standardError: SystemFile { SystemFile(descriptor: 2, isOwned: false) }

    /// Opens a file to read.
    package static func reading(_ name: String) throws(Failure) -> SystemFile {
        try opened(name, O_RDONLY)
    }

    /// Opens what is there to write, such as a pipe.
    package static func writing(_ name: String) throws(Failure) -> SystemFile {
        try opened(name, O_WRONLY)
    }

    /// Opens a file to read anywhere and to write at its end; one that is not there is made.
    package static func appending(_ name: String) throws(Failure) -> SystemFile {
        try opened(name, O_RDWR | O_CREAT | O_APPEND)
    }

    /// Makes a new file to write; one that is there already is a failure.
    package static func creating(_ name: String) throws(Failure) -> SystemFile {
        try opened(name, O_WRONLY | O_CREAT | O_EXCL)
    }

    private static func opened(_ name: String, _ flags: Int32) throws(Failure) -> SystemFile {
        // SAFETY: the C string lives through the call.
        let descriptor = unsafe open(name, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last() }
        return SystemFile(descriptor: descriptor, isOwned: true)
    }

    /// What stands under a name, or nil when nothing does.
    package static func kind(of name: String) -> Kind? {
        var status = stat()
        // SAFETY: `status` is ours and lives through the call.
        guard unsafe stat(name, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// The names in a folder, in no order, but for itself, the one above it, and links to other folders.
    package static func names(in folder: String) throws(Failure) -> [String] {
        // SAFETY: the C string lives through the call; the stream is closed below, and an entry is
        // copied before the next call changes it.
        guard let stream = unsafe opendir(folder) else { throw .last() }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            let isLink = unsafe Int32(entry.pointee.d_type) == Int32(DT_LNK)
            if isLink, kind(of: "\(folder)/\(name)") == .folder { continue }
            names.append(name)
        }
        return names
    }

    /// Gives a file another name; one that bears it is replaced in one step.
    package static func rename(_ name: String, to target: String) throws(Failure) {
        // SAFETY: both C strings live through the call.
        guard unsafe Self.systemRename(name, target) == 0 else { throw .last() }
    }

    /// Takes a file away; one that is not there is none to take.
    package static func remove(_ name: String) {
        // SAFETY: the C string lives through the call.
        _ = unsafe unlink(name)
    }

    /// A name beside `name` that no other process uses.
    package static func nameBeside(_ name: String) -> String { "\(name).\(getpid()).part" }

    /// The folder that a file of a name is in.
    package static func folder(of name: String) -> String {
        guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == name.startIndex ? "/" : String(name[..<slash])
    }

    /// Whether standard error is a terminal.
    package static var standardErrorIsTerminal: Bool { isatty(2) == 1 }

    /// The next bytes, at most 64 KiB; empty at the end.
    package borrowing func nextBytes() throws(Failure) -> [UInt8] {
        while true {
            var result = 0
            // SAFETY: the system writes at most `count` bytes into a buffer of that size, and only
            // what it wrote is taken for initialized.
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                result = unsafe systemRead(descriptor, buffer.baseAddress, buffer.count)
                count = max(0, result)
            }
            if result >= 0 { return chunk }
            guard errno == EINTR else { throw .last() }
        }
    }

    /// Goes back to the start; false for what has none, such as a pipe.
    package borrowing func rewind() -> Bool { lseek(descriptor, 0, SEEK_SET) == 0 }

    /// The folder for files that do not last: `TMPDIR`, or else the system's (POSIX.1-2017, 8.3).
    private static var temporaryFolder: String {
        // SAFETY: getenv gives a string of the process that stays while nothing sets the environment,
        // and nothing here does; it is copied at once.
        guard let folder = unsafe getenv("TMPDIR") else { return "/tmp" }
        return unsafe String(cString: folder)
    }

    /// A new file that has no name and goes with its owner.
    package static func unnamed() throws(Failure) -> SystemFile {
        var template = Array("\(temporaryFolder)/toponym-XXXXXX".utf8CString)
        // SAFETY: `template` is ours, ends in NUL, and mkstemp changes its X alone.
        let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let name = buffer.baseAddress else { return Int32(-1) }
            let descriptor = unsafe mkstemp(name)
            if descriptor >= 0 { _ = unsafe unlink(name) }
            return descriptor
        }
        guard descriptor >= 0 else { throw .last() }
        return SystemFile(descriptor: descriptor, isOwned: true)
    }

    /// Writes all values, as they stand in memory; bytes most of all.
    package borrowing func write<Value: BitwiseCopyable>(_ values: [Value]) throws(Failure) {
        var start = 0
        let count = values.count * MemoryLayout<Value>.stride
        while start < count {
            // SAFETY: the buffer lives through the call, and `start` never passes its end.
            let written = unsafe values.withUnsafeBytes { buffer in
                unsafe systemWrite(
                    descriptor, buffer.baseAddress?.advanced(by: start), count - start)
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                throw .last()
            }
        }
    }

    /// Values that were written, from one on; fewer at the end of the file.
    ///
    /// - Parameters:
    ///   - type: Of which every pattern of bits is a value, such as whole numbers.
    ///   - first: Where to begin, in values from the start of the file.
    ///   - count: The most values.
    /// - Returns: The values.
    /// - Throws: What the system said.
    package borrowing func values<Value: BitwiseCopyable>(
        of type: Value.Type, from first: Int, count: Int
    ) throws(Failure) -> [Value] {
        let size = MemoryLayout<Value>.stride
        var failure: Failure?
        // SAFETY: pread writes at most as many bytes as the buffer has left, every pattern of bits is a
        // value, and only what was written whole is taken for initialized.
        let values = unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var filled = 0
            while filled < count * size {
                let result = unsafe pread(
                    descriptor, bytes.baseAddress?.advanced(by: filled), count * size - filled,
                    off_t(first * size + filled))
                if result < 0, errno != EINTR { failure = .last() }
                if result == 0 || failure != nil { break }
                filled += max(0, result)
            }
            initialized = filled / size
        }
        if let failure { throw failure }
        return values
    }

    /// Waits until the bytes are on the disk.
    package borrowing func synchronize() throws(Failure) {
        guard fsync(descriptor) == 0 else { throw .last() }
    }
}

// The C functions, named apart from the members above.
private let systemRead = unsafe read
private let systemWrite = unsafe write

extension SystemFile {
    private static func systemRename(
        _ name: UnsafePointer<CChar>, _ target: UnsafePointer<CChar>
    ) -> Int32 {
        #if canImport(Glibc)
            unsafe Glibc.rename(name, target)
        #elseif canImport(Darwin)
            unsafe Darwin.rename(name, target)
        #endif
    }
}
